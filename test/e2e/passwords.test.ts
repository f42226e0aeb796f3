import type { Response } from 'supertest';
import { newId } from '../../src/core/ids/ids.js';
import { TestApp } from '../support/app/app.js';
import type { Client } from '../support/clients/client.js';
import { CookieJar, cookiesOf } from '../support/clients/cookie-jar.js';
import { PASSWORD, type Person } from '../support/data/factory.js';
import { expectInvalid, expectRefusal, expectUnauthenticated } from '../support/expectations/refusals.js';
import type { MailCatcher } from '../support/mail/mail-catcher.js';
import { enrol } from '../support/second-factors/authenticator-app.js';

const CHANGED = 'Your password was changed';
const NEW = 'another password of mine';

let app: TestApp;
let catcher: MailCatcher;
let sasha: Person;
let asSasha: Client;

beforeAll(async () => {
  app = await TestApp.start();
  catcher = app.mails;
});

beforeEach(async () => {
  sasha = await app.factory.person();
  asSasha = await app.signedIn(sasha);
});

afterAll(() => app.stop());

const logIn = (password: string): Promise<Response> =>
  app.anonymous.post('/api/v1/auth/login', { email: sasha.email, password });

const statusOf = async (client: Client): Promise<number> => (await client.get('/api/v1/auth/me')).status;

const hashOf = async ({ id }: Person): Promise<string | null> =>
  (await app.prisma.db.user.findUniqueOrThrow({ where: { id } })).passwordHash;

describe.each<[string, (client: Client, body: unknown) => Promise<Response>]>([
  ['PATCH /users/me/password', (client, body) => client.patch('/api/v1/users/me/password', body)],
  ['POST /org/users/{self}/password', (client, body) => client.post(`/api/v1/org/users/${sasha.id}/password`, body)],
])('%s', (_route, change) => {
  const changeTo = (newPassword: string, client = asSasha): Promise<Response> =>
    change(client, { currentPassword: PASSWORD, newPassword });

  it('changes the password, from now on', async () => {
    expect((await changeTo(NEW)).status).toBe(200);
    expectRefusal(await logIn(PASSWORD), 401, 'invalid_credentials');
    expect((await logIn(NEW)).status).toBe(200);
  });

  it('answers with the same session under a new token, as a cookie too', async () => {
    const { session } = (await asSasha.get('/api/v1/auth/me')).body;
    const response = await changeTo(NEW);
    expect(response.body).toEqual({
      status: 'authenticated',
      token: expect.any(String),
      tokenType: 'Bearer',
      expiresAt: session.expiresAt,
      sessionId: session.id,
      userId: sasha.id,
      passwordChangeRequired: false,
    });
    expect(cookiesOf(response).get('session')?.value).toBe(response.body.token);
    const renewed = app.anonymous.withToken(response.body.token);
    expect((await renewed.get('/api/v1/auth/me')).body.session).toEqual(session);
    expect(await statusOf(renewed.byCookie)).toBe(200);
  });

  it('ends the token it was called with, and every other session', async () => {
    const others = [await app.signedIn(sasha), await app.steppedUp(sasha)];
    const stranger = await app.signedIn(await app.factory.person());
    const { body } = await changeTo(NEW);
    for (const client of [asSasha, asSasha.byCookie, ...others]) {
      expectUnauthenticated(await client.get('/api/v1/auth/me'));
    }
    expect(await statusOf(stranger)).toBe(200);
    const { items } = (await app.anonymous.withToken(body.token).get('/api/v1/me/logins')).body;
    expect(items).toMatchObject([{ id: body.sessionId, isCurrent: true }]);
  });

  it('changes nothing when the current password is wrong', async () => {
    const other = await app.signedIn(sasha);
    const before = await hashOf(sasha);
    const response = await change(asSasha, { currentPassword: `${PASSWORD} `, newPassword: NEW });
    expectRefusal(response, 400, 'current_password_wrong');
    expect(cookiesOf(response).size).toBe(0);
    expect(await hashOf(sasha)).toBe(before);
    expect([await statusOf(asSasha), await statusOf(other)]).toEqual([200, 200]);
    expectRefusal(await logIn(NEW), 401, 'invalid_credentials');
  });

  it('refuses the right password of an account that has none', async () => {
    await app.prisma.db.user.update({ where: { id: sasha.id }, data: { passwordHash: null } });
    expectRefusal(await changeTo(NEW), 400, 'current_password_wrong');
  });

  const CURRENT_NO_STRING = ['/currentPassword', 'is_string', 'Must be a string.'] as const;
  const CURRENT_LENGTH = ['/currentPassword', 'is_length', 'Must have 1 to 128 characters.'] as const;
  const NEW_NO_STRING = ['/newPassword', 'is_string', 'Must be a string.'] as const;
  const NEW_LENGTH = ['/newPassword', 'is_length', 'Must have 8 to 128 characters.'] as const;
  const COMMON = ['/newPassword', 'common_password', 'Too many people use this password.'] as const;
  const UNKNOWN = ['/password', 'unknown_key', 'This key is not one the route takes.'] as const;

  it.each([
    [{ newPassword: NEW }, CURRENT_NO_STRING],
    [{ currentPassword: null, newPassword: NEW }, CURRENT_NO_STRING],
    [{ currentPassword: '', newPassword: NEW }, CURRENT_LENGTH],
    [{ currentPassword: PASSWORD }, NEW_NO_STRING],
    [{ currentPassword: PASSWORD, newPassword: 'qx7-kw2' }, NEW_LENGTH],
    [{ currentPassword: PASSWORD, newPassword: `${'ab'.repeat(64)}c` }, NEW_LENGTH],
    [{ currentPassword: PASSWORD, newPassword: 'Password' }, COMMON],
    [{ currentPassword: PASSWORD, newPassword: '1234567890' }, COMMON],
    [{ currentPassword: PASSWORD, newPassword: NEW, password: NEW }, UNKNOWN],
  ])('refuses %j, and nothing changes', async (body, error) => {
    const before = await hashOf(sasha);
    expectInvalid(await change(asSasha, body), error);
    expect(await hashOf(sasha)).toBe(before);
    expect(await statusOf(asSasha)).toBe(200);
  });

  it.each(['🦊🐢🦉🐙🦀🐝🦋🐌', '  qx7 kw  ', 'ab'.repeat(64)])('takes %j', async (password) => {
    expect((await changeTo(password)).status).toBe(200);
    expect((await logIn(password)).status).toBe(200);
  });

  it('ends every trusted device: a stolen browser needs the second factor again', async () => {
    const { recoveryCodes } = await enrol(asSasha);
    const browser = new CookieJar(app.anonymous);
    const signIn = (password: string) => browser.post('/api/v1/auth/login', { email: sasha.email, password });
    const proof = { mfaToken: (await signIn(PASSWORD)).body.mfaToken, method: 'recovery_code', code: recoveryCodes[0] };
    expect((await browser.post('/api/v1/auth/login/mfa', { ...proof, trustDevice: true })).status).toBe(200);
    expect((await changeTo(NEW)).status).toBe(200);
    expect((await signIn(NEW)).body.status).toBe('mfa_required');
  });

  it.each([
    ['ends the API keys where that is asked for', true, 401],
    ['leaves the API keys otherwise', undefined, 200],
  ])('%s', async (_, revokeApiKeys, expected) => {
    const { id: membershipId } = await app.factory.membership(sasha, await app.factory.organization());
    const withKey = app.anonymous.withToken(await app.factory.apiKey({ membershipId }));
    const { status } = await change(asSasha, { currentPassword: PASSWORD, newPassword: NEW, revokeApiKeys });
    expect([status, await statusOf(withKey)]).toEqual([200, expected]);
  });

  it('notifies the owner', async () => {
    await changeTo(NEW);
    const { text } = await catcher.waitFor({ to: sasha.email, subject: CHANGED });
    expect(text).toContain('If this was not you, reset your password at once');
  });

  it('is recorded with its session and request', async () => {
    const { body, headers } = await changeTo(NEW, asSasha.with('user-agent', 'Firefox/140'));
    const events = await app.prisma.db.auditEvent.findMany({
      where: { actorId: sasha.id, action: { not: 'session.opened' } },
    });
    expect(events).toMatchObject([
      {
        action: 'password.changed',
        actorKind: 'user',
        targetKind: 'user',
        targetId: sasha.id,
        sessionId: body.sessionId,
        remoteIp: '127.0.0.1',
        userAgent: 'Firefox/140',
        requestId: headers['x-request-id'],
        changes: {},
      },
    ]);
  });

  it('makes links to set a password worthless that are on their way', async () => {
    await app.anonymous.post('/api/v1/auth/password/forgot', { email: sasha.email });
    const { token } = await catcher.waitFor({ to: sasha.email, subject: 'Choose a new password' });
    await changeTo(NEW);
    const reset = await app.anonymous.post('/api/v1/auth/password/reset', { token, newPassword: 'yet another one' });
    expectRefusal(reset, 400, 'invalid_token');
  });

  it('succeeds once when it is called eight times at the same moment', async () => {
    const passwords = Array.from({ length: 8 }, (_, i) => `${NEW} ${String(i)}`);
    const statuses = (await Promise.all(passwords.map((password) => changeTo(password)))).map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect((await logIn(String(passwords[statuses.indexOf(200)]))).status).toBe(200);
  });

  it('is for the same user, signed in', async () => {
    const organization = await app.factory.organization();
    const { id: membershipId } = await app.factory.membership(sasha, organization);
    const { id: serviceAccountId } = await app.factory.serviceAccount(organization);
    expectUnauthenticated(await changeTo(NEW, app.anonymous));
    const withKey = app.anonymous.withToken(await app.factory.apiKey({ membershipId }));
    expectRefusal(await changeTo(NEW, withKey), 403, 'session_required');
    const asBot = app.anonymous.withToken(await app.factory.apiKey({ serviceAccountId }));
    expectRefusal(await changeTo(NEW, asBot), 403, 'user_required');
  });

  it('is refused when another site makes the browser call', async () => {
    const fromElsewhere = asSasha.byCookie.with('sec-fetch-site', 'cross-site');
    expectRefusal(await changeTo(NEW, fromElsewhere), 403, 'cross_site_request');
  });
});

describe('POST /org/users/{user}/password', () => {
  it('is refused to every other caller, also to the administrator of a managed account', async () => {
    const organization = await app.factory.organization();
    await app.factory.membership(sasha, organization, { role: 'OrganizationAdmin', isPrimary: true });
    const alice = await app.factory.person({ managedById: organization.id });
    await app.factory.membership(alice, organization);
    const asAdmin = await app.signedIn(sasha);
    for (const id of [alice.id, newId(), 'nobody', `${sasha.id}0`]) {
      const response = await asAdmin.post(`/api/v1/org/users/${id}/password`, {
        currentPassword: PASSWORD,
        newPassword: NEW,
      });
      expectRefusal(response, 403, 'insufficient_role');
    }
    expect((await app.anonymous.logIn(alice.email)).token).not.toBe('');
  });

  it('knows its caller in capitals too', async () => {
    const path = `/api/v1/org/users/${sasha.id.toUpperCase()}/password`;
    expect((await asSasha.post(path, { currentPassword: PASSWORD, newPassword: NEW })).status).toBe(200);
  });
});
