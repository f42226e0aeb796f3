import type { Response } from 'supertest';
import { newId } from '../../src/core/ids/ids.js';
import type { TestApp } from '../support/app/app.js';
import { at, newAddress, startLimitedApp } from '../support/app/limited-app.js';
import type { Client } from '../support/clients/client.js';
import { cookiesOf } from '../support/clients/cookie-jar.js';
import { PASSWORD, type Person } from '../support/data/factory.js';
import { expectInvalid, expectRefusal, expectUnauthenticated } from '../support/expectations/refusals.js';
import { type AuthenticatorApp, enrol } from '../support/second-factors/authenticator-app.js';

const AUTH = '/api/v1/auth';
const STEP_UP = `${AUTH}/step-up`;
/** Needs a step-up, and answers 404 then. */
const SENSITIVE = `/api/v1/api-keys/${newId()}`;
const SECONDS = 900;
const CHALLENGE = `Bearer error="insufficient_user_authentication", max_age="${SECONDS}"`;
const BY_PASSWORD = { method: 'password', password: PASSWORD };

let app: TestApp;
let anonymous: Client;
let sasha: Person;
let asSasha: Client;

beforeAll(async () => {
  app = await startLimitedApp({ STEP_UP_SECONDS: String(SECONDS) });
});

beforeEach(async () => {
  anonymous = at(app);
  sasha = await app.factory.person();
  asSasha = anonymous.withToken((await app.signedIn(sasha)).token);
});

afterAll(() => app.stop());

/** Steps up and expects that it worked. @returns a client with the new token */
async function steppedUp(proof: object = BY_PASSWORD, client = asSasha): Promise<Client> {
  const { status, body } = await client.post(STEP_UP, proof);
  expect({ status, body }).toMatchObject({ status: 200, body: { status: 'authenticated', userId: sasha.id } });
  return client.withToken(body.token);
}

/** What `auth/me` tells of the session. */
async function sessionOf(client: Client) {
  return (await client.get(`${AUTH}/me`)).body.session;
}

function expectStepUpRequired(response: Response, methods: string[]): void {
  expectRefusal(response, 401, 'step_up_required', { methods });
  expect(response.headers['www-authenticate']).toBe(CHALLENGE);
}

/** Lets the session look as if it had been stepped up so many seconds ago. */
async function setBack(seconds: number): Promise<void> {
  const stepUpAt = new Date(Date.now() - seconds * 1000);
  await app.prisma.db.session.updateMany({ where: { userId: sasha.id }, data: { stepUpAt } });
}

describe('A step-up by password', () => {
  it('answers a new token of the same session; the old one is dead', async () => {
    const before = await sessionOf(asSasha);
    expect(before.stepUpExpiresAt).toBeNull();
    const response = await asSasha.post(STEP_UP, BY_PASSWORD);
    expect({ status: response.status, body: response.body }).toEqual({
      status: 200,
      body: {
        status: 'authenticated',
        token: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
        tokenType: 'Bearer',
        expiresAt: before.expiresAt,
        sessionId: before.id,
        userId: sasha.id,
        passwordChangeRequired: false,
      },
    });
    expect(response.body.token).not.toBe(asSasha.token);
    expectUnauthenticated(await asSasha.get(`${AUTH}/me`));
    expectUnauthenticated(await asSasha.post(STEP_UP, BY_PASSWORD));
    const after = await sessionOf(asSasha.withToken(response.body.token));
    expect(after).toEqual({ ...before, stepUpExpiresAt: expect.any(String) });
    const lasts = Date.parse(after.stepUpExpiresAt) - Date.now();
    expect(Math.abs(lasts - SECONDS * 1000)).toBeLessThan(60_000);
  });

  it('opens what needs one, for a while', async () => {
    expectStepUpRequired(await asSasha.delete(SENSITIVE), ['password']);
    const confirmed = await steppedUp();
    expect((await confirmed.delete(SENSITIVE)).status).toBe(404);
    await setBack(SECONDS - 60);
    expect((await confirmed.delete(SENSITIVE)).status).toBe(404);
    await setBack(SECONDS);
    expectStepUpRequired(await confirmed.delete(SENSITIVE), ['password']);
    expect(await sessionOf(confirmed)).toMatchObject({ stepUpExpiresAt: null });
    expect((await (await steppedUp(BY_PASSWORD, confirmed)).delete(SENSITIVE)).status).toBe(404);
  });

  it('gives a browser its new cookie', async () => {
    const response = await asSasha.byCookie.post(STEP_UP, BY_PASSWORD);
    const cookies = cookiesOf(response);
    expect([...cookies.keys()]).toEqual(['session']);
    expect(cookies.get('session')?.value).toBe(response.body.token);
    expect(cookies.get('session')?.attributes).toEqual(expect.arrayContaining(['Path=/', 'HttpOnly', 'SameSite=Lax']));
  });

  it('counts for one session alone', async () => {
    const other = await app.signedIn(sasha);
    await steppedUp();
    expectStepUpRequired(await other.delete(SENSITIVE), ['password']);
    expect((await sessionOf(other)).stepUpExpiresAt).toBeNull();
  });

  it('with a wrong password changes nothing', async () => {
    const wrong = await asSasha.post(STEP_UP, { method: 'password', password: 'not the password' });
    expectRefusal(wrong, 401, 'invalid_credentials');
    expect(cookiesOf(wrong).size).toBe(0);
    expectStepUpRequired(await asSasha.delete(SENSITIVE), ['password']);
  });

  it('is not possible for a user without a password', async () => {
    await app.prisma.db.user.update({ where: { id: sasha.id }, data: { passwordHash: null } });
    expectRefusal(await asSasha.post(STEP_UP, BY_PASSWORD), 401, 'invalid_credentials');
  });

  it('is recorded, and so is a failed one', async () => {
    const address = newAddress();
    const client = asSasha.with('x-forwarded-for', address);
    await client.post(STEP_UP, { method: 'password', password: 'not the password' });
    await steppedUp(BY_PASSWORD, client);
    const { id } = await app.prisma.db.session.findFirstOrThrow({ where: { userId: sasha.id } });
    const noted = await app.prisma.db.auditEvent.findMany({ where: { remoteIp: address }, orderBy: { id: 'asc' } });
    expect(noted).toMatchObject([
      { action: 'authentication.failed', targetKind: 'user', targetId: sasha.id, changes: { door: 'step_up' } },
      {
        action: 'session.stepped_up',
        actorKind: 'user',
        actorId: sasha.id,
        targetKind: 'session',
        targetId: id,
        sessionId: id,
        changes: { method: 'password' },
      },
    ]);
    expect(JSON.stringify(noted)).not.toMatch(/correct horse|not the password/);
  });
});

describe('A step-up of a user with a second factor', () => {
  let phone: AuthenticatorApp;
  let recoveryCodes: readonly string[];

  beforeEach(async () => {
    ({ phone, recoveryCodes } = await enrol(asSasha));
  });

  it('by password is refused, whether it is right or wrong, and counts no failure', async () => {
    for (const password of [PASSWORD, 'not the password']) {
      const refused = await asSasha.post(STEP_UP, { method: 'password', password });
      expectStepUpRequired(refused, ['totp', 'recovery_code']);
    }
    expectStepUpRequired(await asSasha.delete(SENSITIVE), ['totp', 'recovery_code']);
    expect(
      await app.prisma.db.auditEvent.count({ where: { targetId: sasha.id, action: 'authentication.failed' } }),
    ).toBe(0);
  });

  it('by a code of the app renews the token', async () => {
    const confirmed = await steppedUp({ method: 'totp', code: await phone.code() });
    expectUnauthenticated(await asSasha.get(`${AUTH}/me`));
    const { amr, stepUpExpiresAt } = await sessionOf(confirmed);
    expect({ amr, stepUpExpiresAt }).toEqual({ amr: ['pwd', 'otp'], stepUpExpiresAt: expect.any(String) });
    expect((await confirmed.delete(SENSITIVE)).status).toBe(404);
  });

  it('by a recovery code renews the token, and uses the code up', async () => {
    const proof = { method: 'recovery_code', code: recoveryCodes[0]?.toLowerCase().replaceAll('-', '') };
    const confirmed = await steppedUp(proof);
    expectUnauthenticated(await asSasha.get(`${AUTH}/me`));
    expect((await sessionOf(confirmed)).amr).toEqual(['pwd', 'otp']);
    expectRefusal(await confirmed.post(STEP_UP, proof), 401, 'invalid_code');
    const again = await steppedUp({ method: 'recovery_code', code: recoveryCodes[1] }, confirmed);
    expect((await sessionOf(again)).amr).toEqual(['pwd', 'otp']);
  });

  it('with a wrong code changes nothing', async () => {
    const { phone: foreign, recoveryCodes: foreignCodes } = await enrol(await app.signedIn(await app.factory.person()));
    for (const proof of [
      { method: 'totp', code: await phone.wrongCode() },
      { method: 'totp', code: await foreign.code() },
      { method: 'totp', code: recoveryCodes[0] },
      { method: 'totp', code: '12345' },
      { method: 'recovery_code', code: await phone.code() },
      { method: 'recovery_code', code: foreignCodes[0] },
    ]) {
      expectRefusal(await asSasha.post(STEP_UP, proof), 401, 'invalid_code');
    }
    expectStepUpRequired(await asSasha.delete(SENSITIVE), ['totp', 'recovery_code']);
    await steppedUp({ method: 'recovery_code', code: recoveryCodes[0] });
  });

  it('is told what is left to step up with', async () => {
    await app.prisma.db.recoveryCode.updateMany({ where: { userId: sasha.id }, data: { usedAt: new Date() } });
    expectStepUpRequired(await asSasha.delete(SENSITIVE), ['totp']);
    await app.prisma.db.passkey.create({
      data: { id: sasha.id, userId: sasha.id, credentialId: sasha.id, publicKey: new Uint8Array(), name: 'Key' },
    });
    expectStepUpRequired(await asSasha.delete(SENSITIVE), ['totp', 'passkey']);
  });
});

describe('A step-up', () => {
  it('needs a method and what belongs to it', async () => {
    const method = ['/method', 'is_in', 'Must be one of password, totp, recovery_code.'] as const;
    const password = ['/password', 'is_string', 'Must be a string.'] as const;
    const code = ['/code', 'is_string', 'Must be a string.'] as const;
    expectInvalid(await asSasha.post(STEP_UP, {}), method, code);
    expectInvalid(await asSasha.post(STEP_UP, { method: 'passkey', code: '1' }), method);
    expectInvalid(await asSasha.post(STEP_UP, { method: 'password' }), password);
    expectInvalid(await asSasha.post(STEP_UP, { method: 'totp', password: PASSWORD }), code);
    expectInvalid(await asSasha.post(STEP_UP, { method: ['password'], password: PASSWORD }), method, code);
  });

  it('is made by a session', async () => {
    expectUnauthenticated(await anonymous.post(STEP_UP, BY_PASSWORD));
    const { id: membershipId } = await app.factory.membership(sasha, await app.factory.organization());
    const withKey = anonymous.withToken(await app.factory.apiKey({ membershipId }));
    expectRefusal(await withKey.post(STEP_UP, BY_PASSWORD), 403, 'session_required');
  });

  it('is not for a session that has a password to change first', async () => {
    await app.prisma.db.user.update({ where: { id: sasha.id }, data: { passwordChangeRequired: true } });
    expectRefusal(await asSasha.post(STEP_UP, BY_PASSWORD), 403, 'password_change_required');
  });

  it('is refused when another site makes the browser send it', async () => {
    const foreign = asSasha.byCookie.with('sec-fetch-site', 'cross-site');
    expectRefusal(await foreign.post(STEP_UP, BY_PASSWORD), 403, 'cross_site_request');
    expect((await sessionOf(asSasha)).stepUpExpiresAt).toBeNull();
  });
});

describe('Adding what one can step up with', () => {
  const BEGINNINGS = [
    ['an authenticator app', `${AUTH}/totp/setup`, undefined],
    ['the first code of one', `${AUTH}/totp/activate`, { code: '123456' }],
    ['the options of a passkey', `${AUTH}/passkeys/registration-options`, undefined],
    ['a passkey', `${AUTH}/passkeys`, { response: {} }],
  ] as const;

  async function signedInAgo(seconds: number): Promise<void> {
    const authTime = new Date(Date.now() - seconds * 1000);
    await app.prisma.db.session.updateMany({ where: { userId: sasha.id }, data: { authTime } });
  }

  it.each(BEGINNINGS)('is refused to a session that was left open: %s', async (_, path, body) => {
    await signedInAgo(SECONDS + 1);
    expectStepUpRequired(await asSasha.post(path, body), ['password']);
  });

  it.each(BEGINNINGS)('is open after a step-up: %s', async (_, path, body) => {
    await signedInAgo(SECONDS + 1);
    expect((await (await steppedUp()).post(path, body)).status).not.toBe(401);
  });

  it('is permitted right after a sign-in', async () => {
    await signedInAgo(SECONDS - 60);
    expect((await asSasha.post(`${AUTH}/totp/setup`)).status).toBe(200);
  });
});
