import type { Response } from 'supertest';
import { newId } from '../../src/core/ids/ids.js';
import type { Client } from '../support/clients/client.js';
import { STRANGERS } from '../support/clients/strangers.js';
import { next, type Organization, type Person } from '../support/data/factory.js';
import { makeWorld, type World } from '../support/data/world.js';
import {
  expectInvalid,
  expectRefusal,
  expectSameProblem,
  expectUnauthenticated,
} from '../support/expectations/refusals.js';
import type { MailCatcher } from '../support/mail/mail-catcher.js';
import { covers } from './spec/covers.js';

const USERS = '/api/v1/org/users';
const KEYS = [
  'id',
  'email',
  'givenName',
  'familyName',
  'displayName',
  'createdAt',
  'createdBy',
  'updatedAt',
  'updatedBy',
];
const MILLISECONDS = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const NOT_A_STRING = 'Must be a string.';
const CHANGED = 'Your e-mail address was changed';

let catcher: MailCatcher;
let world: World;
let asSasha: Client;

beforeAll(async () => {
  world = await makeWorld();
  catcher = world.app.mails;
  await world.app.prisma.db.user.update({ where: { id: world.sasha.id }, data: { locale: 'en' } });
  asSasha = await world.app.steppedUp(world.sasha);
});

afterAll(() => world.app.stop());

const newAddress = (): string => `directory-${next()}@example.com`;

/** A member of Aurora whose account Aurora manages, unless told otherwise. */
async function managed(fields: Parameters<World['factory']['person']>[0] = {}): Promise<Person & { path: string }> {
  const person = await world.factory.person({ managedById: world.aurora.id, ...fields });
  await world.factory.membership(person, world.aurora, { isPrimary: true });
  return { ...person, path: `${USERS}/${person.id}` };
}

async function created(sent: object, client = asSasha): Promise<Response['body']> {
  const { status, body } = await client.post(USERS, sent);
  expect({ status, body }).toMatchObject({ status: 201 });
  return body;
}

const account = ({ id }: { id: string }) =>
  world.app.prisma.db.user.findUniqueOrThrow({ where: { id }, include: { emails: true, memberships: true } });

type Call = (client: Client, path: string) => Promise<Response>;

const CHANGES: [route: string, call: Call][] = [
  ['PATCH /org/users/{user}', (client, path) => client.patch(path, { displayName: 'Another' })],
  ['DELETE /org/users/{user}', (client, path) => client.delete(path)],
];
const ROUTES: [route: string, call: Call, scope: 'users:read' | 'users:write'][] = [
  ['GET /org/users', (client) => client.get(USERS), 'users:read'],
  ['POST /org/users', (client) => client.post(USERS, { email: newAddress() }), 'users:write'],
  ['GET /org/users/{user}', (client, path) => client.get(path), 'users:read'],
  ...CHANGES.map(([route, call]): [string, Call, 'users:write'] => [route, call, 'users:write']),
];

describe('directory contract', () => {
  describe.each(ROUTES)('6 %s', (_route, call, scope) => {
    it.each(STRANGERS)('refuses %s', async (_, make) => {
      covers(358, 408);
      expectUnauthenticated(await call(await make(world), (await managed()).path));
    });

    it('is for OrganizationAdmins: sessions, keys, service accounts, and root', async () => {
      covers(358, 365);
      const roleId = await world.factory.roleId('OrganizationAdmin');
      const bot = await world.factory.serviceAccount(world.aurora, { roleId });
      const asBot = await world.withKey({ serviceAccountId: bot.id });
      const asRoot = world.asRoot.inOrganization('auroralabs');
      for (const client of [asSasha, world.asSashasKey, asBot, asRoot]) {
        expect([200, 201, 204]).toContain((await call(client, (await managed()).path)).status);
      }
    });

    it('refuses every other caller, whether or not the user exists', async () => {
      covers(358, 408);
      const person = await world.factory.person();
      await world.factory.membership(person, world.aurora, { role: 'Manager', appRole: 'AppAdmin', isPrimary: true });
      for (const client of [await world.app.signedIn(person), world.asAlice, world.asBot]) {
        for (const path of [(await managed()).path, `${USERS}/${newId()}`]) {
          expectRefusal(await call(client, path), 403, 'insufficient_role');
        }
      }
    });

    it('requires the scope from API keys, and an organization from every caller', async () => {
      covers(365, 408);
      const owner = { membershipId: world.memberships.sashaInAurora.id };
      const scopes = (['users:read', 'users:write', 'orgs:read', 'orgs:write'] as const).filter((it) => it !== scope);
      const { path } = await managed();
      const detail = `The API key lacks the scope ${scope}.`;
      expectRefusal(await call(await world.withKey(owner, { scopes }), path), 403, 'insufficient_scope', { detail });
      expectRefusal(await call(world.asRoot, path), 400, 'organization_required');
      expectRefusal(await call(world.asNoor, path), 400, 'organization_required');
      expectRefusal(await call(asSasha.inOrganization('nowhere'), path), 403, 'not_a_member');
      expectRefusal(await call(asSasha.inOrganization('praxia-academy'), path), 403, 'insufficient_role');
    });
  });

  describe('6 GET /org/users', () => {
    let organization: Organization;
    let asAdmin: Client;
    let people: Person[];

    beforeAll(async () => {
      organization = await world.factory.organization();
      people = [];
      for (let index = 0; index < 5; index++) {
        const person = await world.factory.person({ displayName: `User ${String(index)}` });
        await world.factory.membership(person, organization, {
          role: index === 0 ? 'OrganizationAdmin' : 'Teacher',
          state: index === 3 ? 'Inactive' : 'Active',
          displayName: 'Called otherwise here',
          isPrimary: true,
        });
        people.push(person);
      }
      asAdmin = await world.app.signedIn(people[0] as Person);
    });

    const list = async (query = ''): Promise<Response['body']> => {
      const { status, body } = await asAdmin.get(`${USERS}${query}`);
      expect({ status, body }).toMatchObject({ status: 200 });
      return body;
    };
    const emailsOf = (body: { items: { email: string }[] }): string[] => body.items.map(({ email }) => email);

    it('shows the account of every member with nine keys, in the order they joined', async () => {
      covers(358, 364);
      const body = await list();
      expect(Object.keys(body)).toEqual(['items']);
      expect(emailsOf(body)).toEqual(people.map(({ email }) => email));
      expect(Object.keys(body.items[0])).toEqual(KEYS);
      const { createdAt } = await account(people[0] as Person);
      expect(body.items[0]).toEqual({
        id: people[0]?.id,
        email: people[0]?.email,
        givenName: null,
        familyName: null,
        displayName: 'User 0',
        createdAt: createdAt.toISOString(),
        createdBy: 'root',
        updatedAt: expect.stringMatching(MILLISECONDS),
        updatedBy: 'root',
      });
    });

    it('pages by limit and marker, and has no marker on the last page', async () => {
      covers(359, 363, 364);
      const first = await list('?limit=2');
      const second = await list(`?limit=2&marker=${first.marker}`);
      const third = await list(`?limit=2&marker=${second.marker}`);
      expect([first, second, third].flatMap(emailsOf)).toEqual(people.map(({ email }) => email));
      expect([first, second, third].map((page) => 'marker' in page)).toEqual([true, true, false]);
      expect('marker' in (await list('?limit=5'))).toBe(false);
    });

    it('takes a limit from 0 to 100, 100 by default', async () => {
      covers(360, 361, 362);
      expect(await list('?limit=0')).toEqual({ items: [] });
      expect((await list('?limit=100')).items).toHaveLength(5);
      for (const [query, code, detail] of [
        ['limit=-1', 'min', 'Must be at least 0.'],
        ['limit=101', 'max', 'Must be at most 100.'],
        ['limit=ten', 'is_int', 'Must be a whole number.'],
      ] as const) {
        expectInvalid(await asAdmin.get(`${USERS}?${query}`), ['/limit', code, detail]);
      }
      const { parameters } = world.app.openapi.document.paths[USERS]?.get as unknown as { parameters: object[] };
      expect(parameters).toContainEqual(
        expect.objectContaining({
          name: 'limit',
          schema: expect.objectContaining({ minimum: 0, maximum: 100, default: 100, format: 'int32' }),
        }),
      );
    });

    it('refuses a marker that it did not give out for this organization', async () => {
      covers(363, 408);
      const { marker } = (await asSasha.get(`${USERS}?limit=1`)).body;
      for (const tampered of [marker, `${String(marker).slice(0, -1)}!`, 'x', '%00', '']) {
        expectRefusal(await asAdmin.get(`${USERS}?marker=${String(tampered)}`), 400, 'invalid_marker');
      }
    });
  });

  describe('6 POST /org/users', () => {
    it('creates an account of nine keys, as the document has it', async () => {
      covers(366, 367, 368, 369, 370, 372, 373);
      const email = newAddress();
      const sent = { email: email.toUpperCase(), givenName: 'string', familyName: 'string', displayName: 'string' };
      const user = await created(sent);
      expect(Object.keys(user)).toEqual(KEYS);
      expect(user).toEqual({
        ...sent,
        id: expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
        email,
        createdAt: expect.stringMatching(MILLISECONDS),
        createdBy: world.sasha.id,
        updatedAt: user.createdAt,
        updatedBy: world.sasha.id,
      });
      expect((await asSasha.get(`${USERS}/${user.id}`)).body).toEqual({ ...user, status: 'pending' });
    });

    it('makes a managed account, an active Teacher and AppMember', async () => {
      covers(366, 375);
      const { id } = await created({ email: newAddress() });
      expect(await account({ id })).toMatchObject({
        managedById: world.aurora.id,
        status: 'pending',
        passwordHash: null,
        memberships: [{ appRole: 'AppMember', roleId: await world.factory.roleId('Teacher'), state: 'Active' }],
      });
    });

    it('names the caller as the creator', async () => {
      covers(373);
      const asRoot = world.asRoot.inOrganization('auroralabs');
      expect(await created({ email: newAddress() }, asRoot)).toMatchObject({ createdBy: 'root', updatedBy: 'root' });
      const roleId = await world.factory.roleId('OrganizationAdmin');
      const bot = await world.factory.serviceAccount(world.aurora, { roleId });
      const asBot = await world.withKey({ serviceAccountId: bot.id });
      expect((await created({ email: newAddress() }, asBot)).createdBy).toBe(bot.id);
    });

    it('takes the mail’s link for the first password, and the account is active from the first login on', async () => {
      covers(371, 375);
      const { id, email } = await created({ email: newAddress() });
      const { token } = await catcher.waitFor({ to: email, subject: 'Your account at Aurora Labs' });
      const reset = { token, newPassword: 'a password of my own' };
      expect((await world.app.anonymous.post('/api/v1/auth/password/reset', reset)).status).toBe(204);
      const asNewcomer = await world.app.anonymous.logIn(email, reset.newPassword);
      expect((await asNewcomer.get(`${USERS}/${id}`)).body.status).toBe('active');
      expect((await account({ id })).emails).toMatchObject([{ verifiedAt: expect.any(Date) }]);
      expectRefusal(await world.app.anonymous.post('/api/v1/auth/password/reset', reset), 400, 'invalid_token');
    });

    it.each([
      [{ givenName: 'Ada', familyName: 'Lovelace' }, 'Ada Lovelace'],
      [{ familyName: 'Lovelace' }, 'Lovelace'],
      [{ givenName: 'x'.repeat(100), familyName: 'y'.repeat(100) }, `${'x'.repeat(100)} ${'y'.repeat(99)}`],
    ])('derives a missing display name from what is known: %j', async (names, displayName) => {
      covers(370);
      expect((await created({ email: newAddress(), ...names })).displayName).toBe(displayName);
    });

    it('refuses a taken address', async () => {
      covers(366, 408);
      for (const email of [world.noor.email, world.sasha.email.toUpperCase()]) {
        expectRefusal(await asSasha.post(USERS, { email }), 409, 'email_taken');
      }
    });

    it.each<[object, string, string, string]>([
      [{}, '/email', 'is_email', 'Must be an e-mail address.'],
      [{ email: 'alice' }, '/email', 'is_email', 'Must be an e-mail address.'],
      [{ email: 'a\u0000@example.com' }, '/email', 'is_email', 'Must be an e-mail address.'],
      [{ email: 'a@example.com', displayName: null }, '/displayName', 'is_string', NOT_A_STRING],
      [{ email: 'a@example.com', givenName: 1 }, '/givenName', 'is_string', NOT_A_STRING],
      [
        { email: 'a@example.com', familyName: 'a\u0000' },
        '/familyName',
        'no_controls',
        'Must not contain control characters.',
      ],
      [{ email: 'a@example.com', password: 'x' }, '/password', 'unknown_key', 'This key is not one the route takes.'],
    ])('refuses %j and says why', async (sent, pointer, code, detail) => {
      covers(367, 371, 408);
      expectInvalid(await asSasha.post(USERS, sent), [pointer, code, detail]);
    });

    it('makes the first member of what root has founded its administrator', async () => {
      covers(366);
      const organization = await world.factory.organization();
      const { id } = await created({ email: newAddress() }, world.asRoot.inOrganization(organization.slug));
      const [membership] = (await account({ id })).memberships;
      expect(membership).toMatchObject({
        appRole: 'AppAdmin',
        roleId: await world.factory.roleId('OrganizationAdmin'),
        organizationId: organization.id,
      });
    });
  });

  describe('6 GET /org/users/{user}', () => {
    it('shows the nine keys and the status to an administrator and to the same user', async () => {
      covers(374, 375);
      const { status, body } = await asSasha.get(`${USERS}/${world.alice.id}`);
      expect({ status, body }).toEqual({
        status: 200,
        body: {
          id: world.alice.id,
          email: 'alice@example.com',
          givenName: null,
          familyName: null,
          displayName: 'Alice',
          status: 'active',
          createdAt: '2026-01-06T09:15:00.000Z',
          createdBy: world.sasha.id,
          updatedAt: '2026-01-07T09:15:00.001Z',
          updatedBy: world.sasha.id,
        },
      });
      expect((await world.asAlice.get(`${USERS}/${world.alice.id.toUpperCase()}`)).body).toEqual(body);
      expectRefusal(await world.asAlice.get(`${USERS}/${world.sasha.id}`), 403, 'insufficient_role');
    });
  });

  describe.each<(typeof CHANGES)[number]>([['GET /org/users/{user}', (client, path) => client.get(path)], ...CHANGES])(
    '6 %s',
    (_route, call) => {
      it('answers for users of others exactly as for unknown users', async () => {
        covers(374, 376, 381, 408);
        const unknown = await call(asSasha, `${USERS}/${newId()}`);
        for (const id of [
          world.priya.id,
          world.noor.id,
          world.memberships.aliceInAurora.id,
          world.bot.id,
          `acct_${world.alice.id.replaceAll('-', '')}`,
          `${world.alice.id}0`,
          'nobody',
          '%00',
          "'%20OR%201=1",
        ]) {
          const refused = await call(asSasha, `${USERS}/${id}`);
          expectRefusal(refused, 404, 'user_not_found');
          expectSameProblem(refused, unknown);
        }
        expect((await account(world.priya)).deletedAt).toBeNull();
      });
    },
  );

  describe('6 PATCH /org/users/{user}', () => {
    it('changes what is named and leaves the rest', async () => {
      covers(381, 383, 384, 385, 386, 387);
      const { path } = await managed({ givenName: 'Al', familyName: 'Example', bio: 'Mine' });
      const { status: _, ...before } = (await asSasha.get(path)).body;
      const changes = { givenName: 'Alice', familyName: null, displayName: 'Alice E.' };
      const { status, body } = await asSasha.patch(path, changes);
      expect({ status, body }).toEqual({
        status: 200,
        body: { ...before, ...changes, updatedAt: expect.stringMatching(MILLISECONDS), updatedBy: world.sasha.id },
      });
      expect(Object.keys(body)).toEqual(KEYS);
      expect(body.updatedAt > before.updatedAt).toBe(true);
      expect((await asSasha.patch(path, changes)).body).toEqual(body);
      const one = await asSasha.patch(path, { givenName: null });
      expect(one.body).toMatchObject({ ...changes, givenName: null });
    });

    it('puts another address in the place of the one before, at once', async () => {
      covers(382, 386);
      const { path, id, email: old } = await managed();
      await world.app.anonymous.post('/api/v1/auth/password/forgot', { email: old });
      const { token } = await catcher.waitFor({ to: old, subject: 'Choose a new password' });
      const email = newAddress();
      expect((await asSasha.patch(path, { email: email.toUpperCase() })).body).toMatchObject({ id, email });
      expect((await account({ id })).emails).toMatchObject([{ address: email, isPrimary: true, verifiedAt: null }]);
      expect((await catcher.waitFor({ to: old, subject: CHANGED })).text).toContain(email);
      const reset = { token, newPassword: 'a password of my own' };
      expectRefusal(await world.app.anonymous.post('/api/v1/auth/password/reset', reset), 400, 'invalid_token');
      await world.app.anonymous.logIn(email);
      const login = { email: old, password: 'correct horse battery staple' };
      expectRefusal(await world.app.anonymous.post('/api/v1/auth/login', login), 401, 'invalid_credentials');
      const link = await catcher.waitFor({ to: email, subject: 'Confirm your e-mail address' });
      expect((await world.app.anonymous.post('/api/v1/auth/email/verify', { token: link.token })).status).toBe(204);
      expect((await account({ id })).emails).toMatchObject([{ address: email, verifiedAt: expect.any(Date) }]);
    });

    it('sends the welcome again before the first sign-in, and no mail to a mistyped address', async () => {
      covers(371, 382);
      const { id, email: mistyped } = await created({ email: newAddress() });
      const first = await catcher.waitFor({ to: mistyped, subject: 'Your account at Aurora Labs' });
      const email = newAddress();
      await asSasha.patch(`${USERS}/${id}`, { email });
      const second = await catcher.waitFor({ to: email, subject: 'Your account at Aurora Labs' });
      const newPassword = 'a password of my own';
      const reset = (token: string): Promise<Response> =>
        world.app.anonymous.post('/api/v1/auth/password/reset', { token, newPassword });
      expectRefusal(await reset(first.token), 400, 'invalid_token');
      expect((await reset(second.token)).status).toBe(204);
      expect(catcher.pending({ to: mistyped })).toEqual([]);
    });

    it('refuses a taken address, and changes nothing else either', async () => {
      covers(382, 408);
      const { path, id } = await managed();
      const before = await account({ id });
      const refused = await asSasha.patch(path, { email: world.noor.email, displayName: 'Changed' });
      expectRefusal(refused, 409, 'email_taken');
      expect(await account({ id })).toEqual(before);
    });

    it('is about accounts that the organization manages, and not the caller’s own', async () => {
      covers(381, 408);
      expectRefusal(await asSasha.patch(`${USERS}/${world.ines.id}`, { displayName: 'X' }), 403, 'account_not_managed');
      expectRefusal(
        await asSasha.patch(`${USERS}/${world.sasha.id}`, { displayName: 'X' }),
        403,
        'account_not_managed',
      );
      const admin = await world.factory.person({ managedById: world.aurora.id });
      await world.factory.membership(admin, world.aurora, { role: 'OrganizationAdmin', isPrimary: true });
      const refused = await (await world.app.signedIn(admin)).patch(`${USERS}/${admin.id}`, { email: newAddress() });
      const detail = 'This request is for the accounts of other users. Change your own account as its owner.';
      expectRefusal(refused, 403, 'insufficient_role', { detail });
    });

    it.each<[object, string, string, string]>([
      [{}, '', 'not_empty', 'The body must have at least one of the keys the route takes.'],
      [{ email: null }, '/email', 'is_email', 'Must be an e-mail address.'],
      [{ displayName: null }, '/displayName', 'is_string', NOT_A_STRING],
      [{ displayName: '' }, '/displayName', 'min_length', 'Must have at least 1 character.'],
      [{ givenName: 'a\u0000' }, '/givenName', 'no_controls', 'Must not contain control characters.'],
      [{ status: 'suspended' }, '/status', 'unknown_key', 'This key is not one the route takes.'],
    ])('refuses %j and says why', async (sent, pointer, code, detail) => {
      covers(381, 408);
      expectInvalid(await asSasha.patch((await managed()).path, sent), [pointer, code, detail]);
    });
  });

  describe('6 DELETE /org/users/{user}', () => {
    it('deletes a managed account with all it has anywhere', async () => {
      covers(376, 377, 378, 379, 380);
      const person = await managed();
      const elsewhere = await world.factory.membership(person, world.praxia);
      const bySession = await world.app.signedIn(person);
      const byKey = await world.withKey({ membershipId: elsewhere.id });
      await world.factory.team(world.praxia, elsewhere);
      const { status, text } = await asSasha.delete(person.path);
      expect({ status, text }).toEqual({ status: 204, text: '' });
      expectRefusal(await asSasha.get(person.path), 404, 'user_not_found');
      expectRefusal(await asSasha.delete(person.path), 404, 'user_not_found');
      expectUnauthenticated(await bySession.get('/api/v1/auth/me'));
      expectUnauthenticated(await byKey.get('/api/v1/auth/me'));
      expect(await account(person)).toMatchObject({ deletedAt: expect.any(Date), emails: [], memberships: [] });
      expect(await world.app.prisma.db.teamMember.count({ where: { membershipId: elsewhere.id } })).toBe(0);
      expect((await created({ email: person.email })).email).toBe(person.email);
    });

    it('takes membership and teams in this organization alone from any other', async () => {
      covers(376, 378, 379);
      const person = await world.factory.person();
      const here = await world.factory.membership(person, world.aurora, { isPrimary: true });
      const elsewhere = await world.factory.membership(person, world.praxia);
      const bySession = await world.app.signedIn(person);
      const byKey = await world.withKey({ membershipId: here.id });
      await world.factory.team(world.aurora, here);
      expect((await asSasha.delete(`${USERS}/${person.id}`)).status).toBe(204);
      expectRefusal(await asSasha.get(`${USERS}/${person.id}`), 404, 'user_not_found');
      expectUnauthenticated(await byKey.get('/api/v1/auth/me'));
      expect(await world.app.prisma.db.teamMember.count({ where: { membershipId: here.id } })).toBe(0);
      const { body } = await bySession.get('/api/v1/auth/me');
      expect({ email: body.user.email, organization: body.organization }).toEqual({
        email: person.email,
        organization: null,
      });
      expect((await account(person)).memberships).toMatchObject([{ id: elsewhere.id, isPrimary: true }]);
    });

    it('obeys the rule of the last administrator, for oneself too', async () => {
      covers(376);
      const organization = await world.factory.organization();
      const roles = { role: 'OrganizationAdmin', appRole: 'AppAdmin' } as const;
      const { person: admin } = await world.factory.member(organization, roles);
      await world.factory.membership(await world.factory.person(), organization);
      const asAdmin = await world.app.signedIn(admin);
      expectRefusal(await asAdmin.delete(`${USERS}/${admin.id}`), 409, 'last_organization_admin');
      await world.factory.membership(await world.factory.person(), organization, roles);
      expect((await asAdmin.delete(`${USERS}/${admin.id}`)).status).toBe(204);
      expectRefusal(await asAdmin.inOrganization(organization.slug).get(USERS), 403, 'not_a_member');
    });
  });
});
