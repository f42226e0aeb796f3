import type { Response } from 'supertest';
import { newId } from '../../src/core/ids/ids.js';
import { TestApp } from '../support/app/app.js';
import { ROOT_KEY } from '../support/app/running-app.js';
import type { Client } from '../support/clients/client.js';
import { CookieJar } from '../support/clients/cookie-jar.js';
import { type Organization, PASSWORD, type Person } from '../support/data/factory.js';
import {
  expectInvalid,
  expectRefusal,
  expectSameProblem,
  expectUnauthenticated,
} from '../support/expectations/refusals.js';
import type { MailCatcher } from '../support/mail/mail-catcher.js';
import { type Enrolled, enrol } from '../support/second-factors/authenticator-app.js';

const NEW = 'another password of mine';
const HOUR = 3_600_000;

let app: TestApp;
let catcher: MailCatcher;
let aurora: Organization;
let admin: Person;
let asAdmin: Client;
/** Her account is managed by Aurora. */
let alice: Person;
let asAlice: Client;

beforeAll(async () => {
  app = await TestApp.start();
  catcher = app.mails;
});

beforeEach(async () => {
  aurora = await app.factory.organization();
  admin = await app.factory.person();
  await app.factory.membership(admin, aurora, { role: 'OrganizationAdmin', isPrimary: true });
  asAdmin = await app.steppedUp(admin);
  alice = await app.factory.person({ managedById: aurora.id });
  await app.factory.membership(alice, aurora, { isPrimary: true });
  asAlice = await app.signedIn(alice);
});

afterAll(() => app.stop());

const logIn = ({ email }: Person, password: string): Promise<Response> =>
  app.anonymous.post('/api/v1/auth/login', { email, password });

const resetPassword = (id: string, by = asAdmin): Promise<Response> =>
  by.post(`/api/v1/org/users/${id}/password/reset`);
const resetMfa = (id: string, by = asAdmin): Promise<Response> => by.delete(`/api/v1/org/users/${id}/mfa`);

const ROUTES: [string, (id: string, by?: Client) => Promise<Response>][] = [
  ['POST /org/users/{user}/password/reset', resetPassword],
  ['DELETE /org/users/{user}/mfa', resetMfa],
];

/** Resets Alice's password, and expects that it works. @returns the temporary one */
async function temporaryPassword(by = asAdmin): Promise<string> {
  const { status, body } = await resetPassword(alice.id, by);
  expect({ status, body }).toEqual({ status: 200, body: { password: expect.any(String) } });
  return body.password;
}

async function credentialsOf({ id }: Person): Promise<object> {
  const { passwordHash, totp, recoveryCodes } = await app.prisma.db.user.findUniqueOrThrow({
    where: { id },
    include: { totp: true, recoveryCodes: true },
  });
  return { passwordHash, hasTotp: totp !== null, codes: recoveryCodes.length };
}

describe.each(ROUTES)('%s', (_route, reset) => {
  const keyOf = async (...key: Parameters<typeof app.factory.apiKey>): Promise<Client> =>
    app.anonymous.withToken(await app.factory.apiKey(...key));

  const succeeds = async (id: string, by: Client): Promise<void> => {
    expect([200, 204]).toContain((await reset(id, by)).status);
  };

  it('does not let an administrator’s API key take over another account', async () => {
    const { id: membershipId } = await app.prisma.db.membership.findFirstOrThrow({ where: { userId: admin.id } });
    const { id: serviceAccountId } = await app.factory.serviceAccount(aurora, {
      roleId: await app.factory.roleId('OrganizationAdmin'),
    });
    const before = await credentialsOf(alice);
    expectRefusal(await reset(alice.id, await keyOf({ membershipId })), 403, 'session_required');
    expectRefusal(await reset(alice.id, await keyOf({ serviceAccountId })), 403, 'session_required');
    const asRoot = app.anonymous.withToken(ROOT_KEY).inOrganization(aurora.slug);
    expectRefusal(await reset(alice.id, asRoot), 403, 'user_required');
    expect(await credentialsOf(alice)).toEqual(before);
  });

  it('does not let an open session of an administrator take over another account', async () => {
    const before = await credentialsOf(alice);
    expectRefusal(await reset(alice.id, await app.signedIn(admin)), 401, 'step_up_required', { methods: ['password'] });
    expect(await credentialsOf(alice)).toEqual(before);
  });

  it.each(['Teacher', 'Coach', 'Manager'] as const)('is refused for a %s', async (role) => {
    const person = await app.factory.person();
    await app.factory.membership(person, aurora, { role, appRole: 'AppAdmin', isPrimary: true });
    const before = await credentialsOf(alice);
    expectRefusal(await reset(alice.id, await app.signedIn(person)), 403, 'insufficient_role');
    expect(await credentialsOf(alice)).toEqual(before);
  });

  it('is refused to a service account, to a Teacher, and without a credential', async () => {
    const { id: serviceAccountId } = await app.factory.serviceAccount(aurora);
    expectRefusal(await reset(alice.id, await keyOf({ serviceAccountId })), 403, 'session_required');
    expectRefusal(await reset(alice.id, asAlice), 403, 'insufficient_role');
    expectUnauthenticated(await reset(alice.id, app.anonymous));
  });

  it('is refused for a member with an account of their own', async () => {
    const member = await app.factory.person();
    await app.factory.membership(member, aurora);
    const { id: managedById } = await app.factory.organization();
    const ofAnother = await app.factory.person({ managedById });
    await app.factory.membership(ofAnother, aurora);
    for (const person of [member, ofAnother]) {
      const before = await credentialsOf(person);
      expectRefusal(await reset(person.id), 403, 'account_not_managed');
      expect(await credentialsOf(person)).toEqual(before);
    }
  });

  it('answers for users of others exactly as for unknown users', async () => {
    const praxia = await app.factory.organization();
    const stranger = await app.factory.person({ managedById: praxia.id });
    await app.factory.membership(stranger, praxia);
    const gone = await app.factory.person({ managedById: aurora.id });
    const deleted = await app.factory.person({ managedById: aurora.id, deletedAt: new Date() });
    await app.factory.membership(deleted, aurora);
    const unknown = await reset(newId());
    expectRefusal(unknown, 404, 'user_not_found');
    for (const id of [stranger.id, gone.id, deleted.id, 'nobody', "' OR 1=1 --", `${alice.id}0`]) {
      const response = await reset(encodeURIComponent(id));
      expectRefusal(response, 404, 'user_not_found');
      expectSameProblem(response, unknown);
    }
  });

  it('is about the organization that is named', async () => {
    const praxia = await app.factory.organization();
    await app.factory.membership(admin, praxia, { role: 'Teacher' });
    expectRefusal(await reset(alice.id, asAdmin.inOrganization(praxia.slug)), 403, 'insufficient_role');
    const foreign = await app.factory.organization();
    expectRefusal(await reset(alice.id, asAdmin.inOrganization(foreign.slug)), 403, 'not_a_member');
  });

  it('ends every session of the user, and no other session', async () => {
    const others = [asAlice.byCookie, await app.steppedUp(alice)];
    await succeeds(alice.id, asAdmin);
    for (const client of [asAlice, ...others]) {
      expectUnauthenticated(await client.get('/api/v1/auth/me'));
    }
    expect((await asAdmin.get('/api/v1/auth/me')).status).toBe(200);
  });

  it('is recorded with the actor, in that organization', async () => {
    const { headers } = await reset(alice.id);
    const action = { in: ['password.reset', 'factors.reset'] };
    const { session } = (await asAdmin.get('/api/v1/auth/me')).body;
    expect(await app.prisma.db.auditEvent.findMany({ where: { targetId: alice.id, action } })).toMatchObject([
      {
        actorKind: 'user',
        actorId: admin.id,
        organizationId: aurora.id,
        targetKind: 'user',
        sessionId: session.id,
        apiKeyId: null,
        remoteIp: '127.0.0.1',
        requestId: headers['x-request-id'],
        changes: {},
      },
    ]);
  });
});

describe('The address of another account', () => {
  const change = (by: Client, fields: object = { email: `taken-over-${alice.email}` }): Promise<Response> =>
    by.patch(`/api/v1/org/users/${alice.id}`, fields);
  const addresses = (): Promise<object[]> => app.prisma.db.userEmail.findMany({ where: { userId: alice.id } });

  it('is not changed by an API key, which could then reset the password by mail', async () => {
    const { id: membershipId } = await app.prisma.db.membership.findFirstOrThrow({ where: { userId: admin.id } });
    const roleId = await app.factory.roleId('OrganizationAdmin');
    const { id: serviceAccountId } = await app.factory.serviceAccount(aurora, { roleId });
    const before = await addresses();
    for (const owner of [{ membershipId }, { serviceAccountId }]) {
      const asKey = app.anonymous.withToken(await app.factory.apiKey(owner));
      expectRefusal(await change(asKey), 403, 'session_required');
    }
    expectRefusal(await change(app.anonymous.withToken(ROOT_KEY).inOrganization(aurora.slug)), 403, 'user_required');
    expect(await addresses()).toEqual(before);
  });

  it('is not changed by an open session of an administrator', async () => {
    const before = await addresses();
    expectRefusal(await change(await app.signedIn(admin)), 401, 'step_up_required', { methods: ['password'] });
    expect(await addresses()).toEqual(before);
  });

  it('is not changed again by a link that was mailed before to an address of the user’s choice', async () => {
    const chosen = `chosen-${alice.email}`;
    expect((await asAlice.patch('/api/v1/me', { email: chosen })).status).toBe(200);
    const { token } = await catcher.waitFor({ to: chosen, subject: 'Confirm your e-mail address' });
    expect((await change(asAdmin)).status).toBe(200);
    const before = await addresses();
    expectRefusal(await app.anonymous.post('/api/v1/auth/email/verify', { token }), 400, 'invalid_token');
    expect(await addresses()).toEqual(before);
  });

  it('needs no step-up where it stays the same', async () => {
    const { id: membershipId } = await app.prisma.db.membership.findFirstOrThrow({ where: { userId: admin.id } });
    const asKey = app.anonymous.withToken(await app.factory.apiKey({ membershipId }));
    const fields = { email: alice.email, displayName: 'Alice E.' };
    expect((await change(asKey, fields)).body).toMatchObject(fields);
  });
});

describe('A temporary password', () => {
  it('is the one the user signs in with from now on', async () => {
    const password = await temporaryPassword();
    expect(password).toMatch(/^[\w-]{16}$/);
    expect(await temporaryPassword()).not.toBe(password);
    expectRefusal(await logIn(alice, PASSWORD), 401, 'invalid_credentials');
    expectRefusal(await logIn(alice, password), 401, 'invalid_credentials');
  });

  it('signs in to a session that must change it', async () => {
    const { status, body } = await logIn(alice, await temporaryPassword());
    expect({ status, body }).toMatchObject({
      status: 200,
      body: { status: 'authenticated', userId: alice.id, passwordChangeRequired: true },
    });
  });

  it('opens nothing but the “me” routes, the change and the logout', async () => {
    const client = (await app.anonymous.logIn(alice.email, await temporaryPassword())).inOrganization(aurora.slug);
    const v1 = ['user', 'auth/me', 'app/me', 'me', 'me/emails', 'me/logins', 'me/teams', 'me/trusted-devices'];
    const context = ['/api/users/me', '/api/me/organizations', '/api/me/current-organization'];
    for (const path of ['/api/me', ...context, ...v1.map((name) => `/api/v1/${name}`)]) {
      expect([path, (await client.get(path)).status]).toEqual([path, 200]);
    }
    const closed = [
      client.get('/api/v1/orgs/my'),
      client.get('/api/v1/app/user'),
      client.get('/api/v1/auth/passkeys'),
      client.get('/api/v1/api-keys'),
      client.post('/api/v1/auth/totp/setup'),
      client.post('/api/v1/auth/step-up', { method: 'password', password: PASSWORD }),
      client.post('/api/me/switch-organization', { organizationId: aurora.id }),
      client.delete('/api/v1/me/logins'),
      client.delete(`/api/v1/me/trusted-devices/${newId()}`),
    ];
    for (const response of await Promise.all(closed)) {
      expectRefusal(response, 403, 'password_change_required');
    }
    expect((await client.post('/api/v1/auth/logout')).status).toBe(204);
  });

  it.each<[string, (client: Client, body: object) => Promise<Response>]>([
    ['PATCH /users/me/password', (client, body) => client.patch('/api/v1/users/me/password', body)],
    ['POST /org/users/{self}/password', (client, body) => client.post(`/api/v1/org/users/${alice.id}/password`, body)],
  ])('is changed with %s, and then everything is open', async (_, change) => {
    const currentPassword = await temporaryPassword();
    const client = await app.anonymous.logIn(alice.email, currentPassword);
    const { status, body } = await change(client, { currentPassword, newPassword: NEW });
    expect({ status, body }).toMatchObject({ status: 200, body: { passwordChangeRequired: false } });
    expect((await app.anonymous.withToken(body.token).get('/api/v1/orgs/my')).status).toBe(200);
    expect((await logIn(alice, NEW)).body.passwordChangeRequired).toBe(false);
    const { passwordExpiresAt } = await app.prisma.db.user.findUniqueOrThrow({ where: { id: alice.id } });
    expect(passwordExpiresAt).toBeNull();
  });

  it.each<[string, (password: string) => Promise<Response>]>([
    [
      'the change',
      async (newPassword) => {
        const client = await app.anonymous.logIn(alice.email, newPassword);
        return client.patch('/api/v1/users/me/password', { currentPassword: newPassword, newPassword });
      },
    ],
    [
      'a reset link',
      async (newPassword) => {
        await app.anonymous.post('/api/v1/auth/password/forgot', { email: alice.email });
        const { token } = await catcher.waitFor({ to: alice.email, subject: 'Choose a new password' });
        return app.anonymous.post('/api/v1/auth/password/reset', { token, newPassword });
      },
    ],
  ])('does not become permanent by %s', async (_, keep) => {
    const password = await temporaryPassword();
    expectInvalid(await keep(password), [
      '/newPassword',
      'temporary_password',
      'A temporary password cannot become permanent. Choose another password.',
    ]);
    expect((await logIn(alice, password)).body).toMatchObject({ passwordChangeRequired: true });
  });

  it('ends the trusted devices, so that it never signs in without the second factor', async () => {
    const { recoveryCodes } = await enrol(asAlice);
    const browser = new CookieJar(app.anonymous);
    const { mfaToken } = (await browser.post('/api/v1/auth/login', { email: alice.email, password: PASSWORD })).body;
    const proof = { mfaToken, method: 'recovery_code', code: recoveryCodes[0], trustDevice: true };
    expect((await browser.post('/api/v1/auth/login/mfa', proof)).status).toBe(200);
    const password = await temporaryPassword();
    const { body } = await browser.post('/api/v1/auth/login', { email: alice.email, password });
    expect(body.status).toBe('mfa_required');
  });

  it('works for a day', async () => {
    const password = await temporaryPassword();
    const where = { id: alice.id };
    const { passwordExpiresAt } = await app.prisma.db.user.findUniqueOrThrow({ where });
    expect(Math.abs(Number(passwordExpiresAt) - Date.now() - 24 * HOUR)).toBeLessThan(60_000);
    await app.prisma.db.user.update({ where, data: { passwordExpiresAt: new Date(Date.now() - 1) } });
    expectRefusal(await logIn(alice, password), 401, 'invalid_credentials');
  });

  it('leaves the second factor as it is', async () => {
    const { recoveryCodes } = await enrol(asAlice);
    const { body } = await logIn(alice, await temporaryPassword());
    expect(body).toMatchObject({ status: 'mfa_required', methods: ['totp', 'recovery_code'] });
    const proof = { mfaToken: body.mfaToken, method: 'recovery_code', code: recoveryCodes[0] };
    const finished = await app.anonymous.post('/api/v1/auth/login/mfa', proof);
    expect(finished.body).toMatchObject({ status: 'authenticated', passwordChangeRequired: true });
  });

  it('makes earlier links invalid, and notifies the user without the password in the mail', async () => {
    await app.anonymous.post('/api/v1/auth/password/forgot', { email: alice.email });
    const { token } = await catcher.waitFor({ to: alice.email, subject: 'Choose a new password' });
    const password = await temporaryPassword();
    const mail = await catcher.waitFor({ to: alice.email, subject: 'Your password was reset' });
    expect(mail.text + mail.html).not.toContain(password);
    const reset = await app.anonymous.post('/api/v1/auth/password/reset', { token, newPassword: NEW });
    expectRefusal(reset, 400, 'invalid_token');
  });

  it('is only in the response', async () => {
    const password = await temporaryPassword();
    const [row] = await app.prisma.db.$queryRaw<{ text: string }[]>`
      SELECT concat(u::text, (SELECT string_agg(a::text, '') FROM "AuditEvent" a)) AS text
      FROM "User" u WHERE id = ${alice.id}::uuid`;
    expect(row?.text).toContain(alice.id);
    expect(row?.text).not.toContain(password);
  });
});

describe('A reset of second factors', () => {
  let factors: Enrolled;
  let browser: CookieJar;

  beforeEach(async () => {
    factors = await enrol(asAlice);
    browser = new CookieJar(app.anonymous);
    const { mfaToken } = (await browser.post('/api/v1/auth/login', { email: alice.email, password: PASSWORD })).body;
    const proof = { mfaToken, method: 'recovery_code', code: factors.recoveryCodes[0], trustDevice: true };
    expect((await browser.post('/api/v1/auth/login/mfa', proof)).status).toBe(200);
  });

  it('answers without a body, and lets the user sign in by password alone', async () => {
    const { status, text } = await resetMfa(alice.id);
    expect({ status, text }).toEqual({ status: 204, text: '' });
    expect((await logIn(alice, PASSWORD)).body.status).toBe('authenticated');
  });

  it('removes the app, the recovery codes, the passkeys and the trusted devices', async () => {
    await app.prisma.db.passkey.create({
      data: { id: newId(), userId: alice.id, credentialId: newId(), publicKey: new Uint8Array(1), name: 'Key' },
    });
    await resetMfa(alice.id);
    const { totp, recoveryCodes, passkeys, trustedDevices, sessions } = await app.prisma.db.user.findUniqueOrThrow({
      where: { id: alice.id },
      include: { totp: true, recoveryCodes: true, passkeys: true, trustedDevices: true, sessions: true },
    });
    expect({ totp, recoveryCodes, passkeys, trustedDevices, sessions }).toEqual({
      totp: null,
      recoveryCodes: [],
      passkeys: [],
      trustedDevices: [],
      sessions: [],
    });
  });

  it('leads to a setup from the beginning, with other codes', async () => {
    await resetMfa(alice.id);
    const client = await app.anonymous.logIn(alice.email);
    const { phone, recoveryCodes } = await enrol(client);
    expect(phone.secret).not.toBe(factors.phone.secret);
    const { mfaToken, status } = (await browser.post('/api/v1/auth/login', { email: alice.email, password: PASSWORD }))
      .body;
    expect(status).toBe('mfa_required');
    const finish = (code: unknown): Promise<Response> =>
      app.anonymous.post('/api/v1/auth/login/mfa', { mfaToken, method: 'recovery_code', code });
    expectRefusal(await finish(factors.recoveryCodes[1]), 401, 'invalid_code');
    expect((await finish(recoveryCodes[1])).status).toBe(200);
  });

  it('ends a sign-in that waits for the second factor, also when the user sets up a new one', async () => {
    const { mfaToken } = (await logIn(alice, PASSWORD)).body;
    await resetMfa(alice.id);
    const finish = async (method: string, code: string | undefined): Promise<Response> =>
      app.anonymous.post('/api/v1/auth/login/mfa', { mfaToken, method, code });
    expectRefusal(await finish('totp', await factors.phone.code()), 400, 'invalid_token');
    const { recoveryCodes } = await enrol(await app.anonymous.logIn(alice.email));
    expectRefusal(await finish('recovery_code', recoveryCodes[0]), 400, 'invalid_token');
  });

  it('does not change the password, and notifies the user', async () => {
    await resetMfa(alice.id);
    expect((await logIn(alice, PASSWORD)).body.passwordChangeRequired).toBe(false);
    const { text } = await catcher.waitFor({ to: alice.email, subject: 'Your second factors were removed' });
    expect(text).toContain('removed all second factors of your account');
  });

  it('succeeds for a user without second factors', async () => {
    await resetMfa(alice.id);
    expect((await resetMfa(alice.id)).status).toBe(204);
  });
});
