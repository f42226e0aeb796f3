import type { Response } from 'supertest';
import { newId } from '../../src/core/ids/ids.js';
import { TestApp } from '../support/app/app.js';
import { ROOT_KEY } from '../support/app/running-app.js';
import type { Client } from '../support/clients/client.js';
import type { Organization, Person } from '../support/data/factory.js';
import { expectProblem } from '../support/expectations/problem.js';
import { expectRefusal, expectUnauthenticated } from '../support/expectations/refusals.js';
import { beforeTransaction, whenIdentified } from '../support/races/moments.js';

const KEYS = ['id', 'authTime', 'lastUsedAt', 'expiresAt', 'remoteIp', 'userAgent', 'amr'];

let app: TestApp;
let aurora: Organization;
let admin: Person;
let asAdmin: Client;
/** The organization manages her account. */
let alice: Person;
let asAlice: Client;

beforeAll(async () => {
  app = await TestApp.start();
});

beforeEach(async () => {
  aurora = await app.factory.organization({ name: 'Aurora Labs' });
  admin = await app.factory.person();
  await app.factory.membership(admin, aurora, { role: 'OrganizationAdmin', isPrimary: true });
  asAdmin = await app.steppedUp(admin);
  alice = await app.factory.person({ managedById: aurora.id });
  await app.factory.membership(alice, aurora, { isPrimary: true });
  asAlice = await app.signedIn(alice);
});

afterAll(() => app.stop());

const pathOf = ({ id }: Person): string => `/api/v1/org/users/${id}/sessions`;
const sessionsOf = ({ id: userId }: Person) =>
  app.prisma.db.session.findMany({ where: { userId }, orderBy: { authTime: 'desc' } });
const oldest = async (person: Person): Promise<string> => (await sessionsOf(person)).at(-1)?.id ?? '';
const recorded = () =>
  app.prisma.db.auditEvent.findMany({
    where: { organizationId: aurora.id, action: { startsWith: 'user.session' } },
    select: { action: true, actorId: true, targetKind: true, targetId: true, changes: true },
  });

const ROUTES: [string, (person: Person, by: Client) => Promise<Response>][] = [
  ['GET /org/users/{user}/sessions', (person, by) => by.get(pathOf(person))],
  ['DELETE /org/users/{user}/sessions', (person, by) => by.delete(pathOf(person))],
  [
    'DELETE /org/users/{user}/sessions/{session}',
    async (person, by) => by.delete(`${pathOf(person)}/${await oldest(person)}`),
  ],
];

describe.each(ROUTES)('%s', (route, ask) => {
  it('is refused for an account that the organization does not manage', async () => {
    const { person: guest } = await app.factory.member(aurora);
    const other = await app.factory.organization();
    const { person: foreign } = await app.factory.member(aurora);
    await app.prisma.db.user.update({ where: { id: foreign.id }, data: { managedById: other.id } });
    for (const person of [guest, foreign]) {
      await app.signedIn(person);
      expectRefusal(await ask(person, asAdmin), 403, 'account_not_managed');
      expect(await sessionsOf(person)).toHaveLength(1);
    }
  });

  it('answers for a user of another organization as for an unknown user', async () => {
    const other = await app.factory.organization();
    const stranger = await app.factory.person({ managedById: other.id });
    await app.factory.membership(stranger, other);
    await app.signedIn(stranger);
    for (const person of [stranger, { id: newId(), email: '' }, { id: 'x', email: '' }]) {
      const path = route.endsWith('{session}') ? `${pathOf(person)}/${await oldest(stranger)}` : pathOf(person);
      const answer = await (route.startsWith('GET') ? asAdmin.get(path) : asAdmin.delete(path));
      expectRefusal(answer, 404, 'user_not_found');
    }
    expect(await sessionsOf(stranger)).toHaveLength(1);
  });

  it('is refused for the caller’s own account', async () => {
    await app.prisma.db.user.update({ where: { id: admin.id }, data: { managedById: aurora.id } });
    const { status, body } = await ask(admin, asAdmin);
    expect({ status, code: body.code }).toEqual({ status: 403, code: 'insufficient_role' });
  });

  it('is open to OrganizationAdmins alone', async () => {
    const { person } = await app.factory.member(aurora, { appRole: 'AppAdmin' });
    expectRefusal(await ask(alice, await app.steppedUp(person)), 403, 'insufficient_role');
    expectRefusal(await ask(alice, asAlice), 403, 'insufficient_role');
  });
});

describe('The sessions of a managed account', () => {
  it('are listed newest first, page by page, without what names the browser', async () => {
    for (const remoteIp of ['192.0.2.1', '192.0.2.2']) {
      await app.factory.session(alice, { remoteIp });
    }
    await app.factory.session(alice, { expiresAt: new Date(0) });
    await app.factory.session(alice, { lastUsedAt: new Date(0) });
    const { body } = await asAdmin.get(`${pathOf(alice)}?limit=2`);
    expect(body.items.map((session: object) => Object.keys(session))).toEqual([KEYS, KEYS]);
    const { body: next } = await asAdmin.get(`${pathOf(alice)}?limit=2&marker=${String(body.marker)}`);
    const active = (await sessionsOf(alice)).filter(({ expiresAt, lastUsedAt }) => +expiresAt > 0 && +lastUsedAt > 0);
    const ids = [...body.items, ...next.items].map(({ id }: { id: string }) => id);
    expect([...ids].sort()).toEqual(active.map(({ id }) => id).sort());
    expect([next.items.length, next.marker]).toEqual([1, undefined]);
    const times = [...body.items, ...next.items].map(({ authTime }: { authTime: string }) => authTime);
    expect(times).toEqual([...times].sort().reverse());
    const { person: other } = await app.factory.member(aurora);
    await app.prisma.db.user.update({ where: { id: other.id }, data: { managedById: aurora.id } });
    expectRefusal(await asAdmin.get(`${pathOf(other)}?marker=${String(body.marker)}`), 400, 'invalid_marker');
    expectProblem(await asAdmin.get(`${pathOf(alice)}?limit=101`), 400, 'validation_failed', {
      errors: [expect.objectContaining({ pointer: '/limit' })],
    });
  });

  it('are listed for keys of OrganizationAdmins with the scope, and for the operator', async () => {
    const { id: membershipId } = await app.prisma.db.membership.findFirstOrThrow({ where: { userId: admin.id } });
    const key = app.anonymous.withToken(await app.factory.apiKey({ membershipId }, { scopes: ['users:read'] }));
    const less = app.anonymous.withToken(await app.factory.apiKey({ membershipId }, { scopes: ['orgs:read'] }));
    const root = app.anonymous.withToken(ROOT_KEY).inOrganization(aurora.slug);
    expect((await key.get(pathOf(alice))).body.items).toHaveLength(1);
    expect((await root.get(pathOf(alice))).body.items).toHaveLength(1);
    const { status, body } = await less.get(pathOf(alice));
    expect([status, body.code]).toEqual([403, 'insufficient_scope']);
    for (const path of [pathOf(alice), `${pathOf(alice)}/${await oldest(alice)}`]) {
      expectRefusal(await key.delete(path), 403, 'session_required');
      expectRefusal(await root.delete(path), 403, 'user_required');
    }
  });

  it('end one by one: the token stops working, the owner is notified, and the audit log records it', async () => {
    const id = await oldest(alice);
    await app.factory.session(alice);
    expect((await asAdmin.delete(`${pathOf(alice)}/${id}`)).status).toBe(204);
    expectUnauthenticated(await asAlice.get('/api/v1/auth/me'));
    expect(await sessionsOf(alice)).toHaveLength(1);
    const mail = await app.mails.waitFor({ to: alice.email, subject: 'An administrator signed you out' });
    expect(mail.text).toContain('Aurora Labs');
    expect(await recorded()).toEqual([
      {
        action: 'user.session_ended',
        actorId: admin.id,
        targetKind: 'user',
        targetId: alice.id,
        changes: { sessionId: id },
      },
    ]);
    expectRefusal(await asAdmin.delete(`${pathOf(alice)}/${id}`), 404, 'session_not_found');
    expect(await recorded()).toHaveLength(1);
  });

  it('end all at once, and nothing is recorded when there was none', async () => {
    await app.factory.session(alice);
    await app.factory.session(alice, { expiresAt: new Date(0) });
    expect((await asAdmin.delete(pathOf(alice))).status).toBe(204);
    expectUnauthenticated(await asAlice.get('/api/v1/auth/me'));
    expect(await sessionsOf(alice)).toEqual([]);
    await app.mails.waitFor({ to: alice.email, subject: 'An administrator signed you out' });
    expect((await asAdmin.delete(pathOf(alice))).status).toBe(204);
    expect(await recorded()).toEqual([
      {
        action: 'user.sessions_ended',
        actorId: admin.id,
        targetKind: 'user',
        targetId: alice.id,
        changes: { sessions: 2 },
      },
    ]);
  });

  it('do not end for a session of another user', async () => {
    const { person: other } = await app.factory.member(aurora);
    await app.prisma.db.user.update({ where: { id: other.id }, data: { managedById: aurora.id } });
    await app.signedIn(other);
    for (const id of [await oldest(other), newId(), 'x']) {
      expectRefusal(await asAdmin.delete(`${pathOf(alice)}/${id}`), 404, 'session_not_found');
    }
    expect(await sessionsOf(other)).toHaveLength(1);
  });

  it('do not end without a recent step-up', async () => {
    const client = await app.signedIn(admin);
    for (const path of [pathOf(alice), `${pathOf(alice)}/${await oldest(alice)}`]) {
      expectRefusal(await client.delete(path), 401, 'step_up_required', { methods: ['password'] });
    }
    expect(await sessionsOf(alice)).toHaveLength(1);
  });

  it.each(
    ROUTES.slice(1).flatMap(([route, ask]) => [
      { route, ask, moment: 'the request came in', at: whenIdentified },
      { route, ask, moment: 'the right was checked', at: beforeTransaction },
    ]),
  )('do not end by $route when the account is released after $moment', async ({ ask, at }) => {
    at(app, () => app.prisma.db.user.update({ where: { id: alice.id }, data: { managedById: null } }));
    expectRefusal(await ask(alice, asAdmin), 403, 'account_not_managed');
    expect(await sessionsOf(alice)).toHaveLength(1);
    expect(await recorded()).toEqual([]);
  });

  it.each(ROUTES.slice(1))('do not end by %s when the step-up ends after the right was checked', async (_, ask) => {
    beforeTransaction(app, () =>
      app.prisma.db.session.updateMany({ where: { userId: admin.id }, data: { stepUpAt: null } }),
    );
    expectRefusal(await ask(alice, asAdmin), 401, 'step_up_required', { methods: ['password'] });
    expect(await sessionsOf(alice)).toHaveLength(1);
  });

  it('end once, of many requests at once', async () => {
    const id = await oldest(alice);
    const answers = await Promise.all(Array.from({ length: 8 }, () => asAdmin.delete(`${pathOf(alice)}/${id}`)));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 404, 404, 404, 404, 404, 404, 404]);
    expect(await recorded()).toHaveLength(1);
  });
});
