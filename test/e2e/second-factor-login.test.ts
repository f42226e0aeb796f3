import type { Response } from 'supertest';
import type { TestApp } from '../support/app/app.js';
import { at, newAddress, startLimitedApp } from '../support/app/limited-app.js';
import type { Client } from '../support/clients/client.js';
import { cookiesOf } from '../support/clients/cookie-jar.js';
import { PASSWORD, type Person } from '../support/data/factory.js';
import { expectInvalid, expectRefusal } from '../support/expectations/refusals.js';
import { AuthenticatorApp, enrol, type Enrolled, stopClock } from '../support/second-factors/authenticator-app.js';

const AUTH = '/api/v1/auth';
const MFA = `${AUTH}/login/mfa`;
const TEN_MINUTES = 600_000;

let app: TestApp;
let address: string;
let anonymous: Client;
let sasha: Person;
let asSasha: Client;
let phone: AuthenticatorApp;
let recoveryCodes: Enrolled['recoveryCodes'];

beforeAll(async () => {
  app = await startLimitedApp();
});

beforeEach(async () => {
  address = newAddress();
  anonymous = at(app, address);
  sasha = await app.factory.person();
  asSasha = await app.signedIn(sasha);
  ({ phone, recoveryCodes } = await enrol(asSasha));
});

afterAll(() => app.stop());

function logIn(person = sasha): Promise<Response> {
  return anonymous.post(`${AUTH}/login`, { email: person.email, password: PASSWORD });
}

/** Gives the right password. @returns the token to finish with */
async function begin(person = sasha): Promise<string> {
  const { body } = await logIn(person);
  expect(body).toMatchObject({ status: 'mfa_required' });
  return body.mfaToken;
}

function finish(mfaToken: string, method: string, code: string | undefined): Promise<Response> {
  return anonymous.post(MFA, { mfaToken, method, code });
}

async function expectSignedIn(attempt: Promise<Response>, person = sasha): Promise<void> {
  const { status, body } = await attempt;
  expect({ status, body }).toMatchObject({ status: 200, body: { status: 'authenticated', userId: person.id } });
}

function pending({ id }: Person) {
  return app.prisma.db.oneTimeToken.findFirstOrThrow({ where: { userId: id, purpose: 'mfa' } });
}

/** The text with its digits in those of a script. @param zero code point of its zero */
function inDigitsOf(zero: number, text: string): string {
  return text.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));
}

describe('The right password of a user with a second factor', () => {
  it('answers a token to finish with, and opens no session', async () => {
    const response = await logIn();
    expect({ status: response.status, keys: Object.keys(response.body) }).toEqual({
      status: 200,
      keys: ['status', 'mfaToken', 'methods', 'expiresAt'],
    });
    expect(response.body).toMatchObject({
      status: 'mfa_required',
      mfaToken: expect.stringMatching(/^[\w-]{43}$/),
      methods: ['totp', 'recovery_code'],
    });
    const lasts = Date.parse(response.body.expiresAt) - Date.now();
    expect(Math.abs(lasts - TEN_MINUTES)).toBeLessThan(60_000);
    expect([...cookiesOf(response).keys()]).toEqual(['device']);
    expect(await app.prisma.db.session.count({ where: { userId: sasha.id } })).toBe(1);
  });

  it('keeps the token as a hash', async () => {
    const mfaToken = await begin();
    const { tokenHash } = await pending(sasha);
    expect(Buffer.from(tokenHash).toString('base64url')).not.toBe(mfaToken);
    expect(tokenHash).toHaveLength(32);
  });

  it('does not offer recovery codes when they are used up', async () => {
    await app.prisma.db.recoveryCode.updateMany({ where: { userId: sasha.id }, data: { usedAt: new Date() } });
    expect((await logIn()).body.methods).toEqual(['totp']);
  });

  it('is needed before anyone learns that there is one', async () => {
    const wrong = await anonymous.post(`${AUTH}/login`, { email: sasha.email, password: 'not the password' });
    expectRefusal(wrong, 401, 'invalid_credentials');
  });
});

describe('A pending sign-in', () => {
  it('opens nothing but its second step', async () => {
    const mfaToken = await begin();
    expectRefusal(await anonymous.withToken(mfaToken).get(`${AUTH}/me`), 401, 'unauthenticated');
    expectRefusal(await anonymous.with('cookie', `session=${mfaToken}`).get(`${AUTH}/me`), 401, 'unauthenticated');
    expectRefusal(await anonymous.withToken(mfaToken).post(`${AUTH}/logout`), 401, 'unauthenticated');
    expectRefusal(await anonymous.withToken(mfaToken).post(`${AUTH}/totp/setup`), 401, 'unauthenticated');
    expectRefusal(await anonymous.post(`${AUTH}/email/verify`, { token: mfaToken }), 400, 'invalid_token');
    const newPassword = 'another correct horse battery staple';
    const reset = await anonymous.post(`${AUTH}/password/reset`, { token: mfaToken, newPassword });
    expectRefusal(reset, 400, 'invalid_token');
    await expectSignedIn(finish(mfaToken, 'totp', await phone.code()));
  });

  it('is finished with a code of the app', async () => {
    const response = await finish(await begin(), 'totp', await phone.code());
    expect({ status: response.status, body: response.body }).toEqual({
      status: 200,
      body: {
        status: 'authenticated',
        token: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
        tokenType: 'Bearer',
        expiresAt: expect.stringMatching(/^\d{4}-.+Z$/),
        sessionId: expect.stringMatching(/^[0-9a-f-]{36}$/),
        userId: sasha.id,
        passwordChangeRequired: false,
      },
    });
    const cookies = cookiesOf(response);
    expect([...cookies.keys()]).toEqual(['device', 'session']);
    expect(cookies.get('session')?.value).toBe(response.body.token);
    const me = await anonymous.withToken(response.body.token).get(`${AUTH}/me`);
    expect(me.body.session).toMatchObject({ amr: ['pwd', 'otp', 'mfa'], stepUpExpiresAt: null });
  });

  it('is finished with a recovery code, in whatever way it is typed, and each once', async () => {
    const [first = '', second = '', third = ''] = recoveryCodes;
    await expectSignedIn(finish(await begin(), 'recovery_code', first));
    await expectSignedIn(finish(await begin(), 'recovery_code', second.toLowerCase().replaceAll('-', '')));
    await expectSignedIn(
      finish(await begin(), 'recovery_code', ` ${third.replaceAll('-', ' ').replaceAll('0', 'o')} `),
    );
    for (const used of [first, second, third]) {
      expectRefusal(await finish(await begin(), 'recovery_code', used), 401, 'invalid_code');
    }
    expect(await app.prisma.db.recoveryCode.count({ where: { userId: sasha.id, usedAt: null } })).toBe(7);
  });

  it.each([
    ['in two groups', (code: string) => `${code.slice(0, 3)} ${code.slice(3)}`],
    ['with a hyphen', (code: string) => `${code.slice(0, 3)}\u2011${code.slice(3)}`],
    ['in Arabic digits', (code: string) => inDigitsOf(0x660, code)],
    ['in Persian digits', (code: string) => inDigitsOf(0x6f0, code)],
    ['in Devanagari digits', (code: string) => inDigitsOf(0x966, code)],
    ['in wide digits', (code: string) => inDigitsOf(0xff10, code)],
    ['pasted with marks of direction', (code: string) => `\u200E${code}\u200F`],
  ])('is finished with a code of the app typed %s', async (_, typed) => {
    await expectSignedIn(finish(await begin(), 'totp', typed(await phone.code())));
  });

  it.each([
    ['look-alikes', (code: string) => code.replaceAll('0', 'O').replaceAll('1', 'l')],
    ['bars and small i', (code: string) => code.replaceAll('0', 'o').replace('1', '|').replaceAll('1', 'i')],
    ['dashes of a word processor', (code: string) => code.replaceAll('-', '–')],
    ['Bengali digits', (code: string) => inDigitsOf(0x9e6, code)],
    ['wide letters', (code: string) => code.replace(/[A-Z]/g, (c) => String.fromCodePoint(c.charCodeAt(0) + 0xfee0))],
  ])('is finished with a recovery code typed with %s', async (_, typed) => {
    await expectSignedIn(finish(await begin(), 'recovery_code', typed(recoveryCodes[0] ?? '')));
  });

  it('goes on after a wrong code, which is noted with where it came from', async () => {
    const mfaToken = await begin();
    expectRefusal(await finish(mfaToken, 'totp', await phone.wrongCode()), 401, 'invalid_code');
    expectRefusal(await finish(mfaToken, 'recovery_code', 'AAAA-BBBB-CCCC-DDDD'), 401, 'invalid_code');
    await expectSignedIn(finish(mfaToken, 'totp', await phone.code()));
    const noted = await app.prisma.db.auditEvent.findMany({
      where: { targetId: sasha.id, action: 'authentication.failed' },
    });
    expect(noted).toMatchObject(
      Array.from({ length: 2 }, () => ({
        actorKind: 'anonymous',
        changes: { door: 'second_factor' },
        remoteIp: address,
      })),
    );
  });

  it('takes a code for what it is called, and nothing else', async () => {
    const mfaToken = await begin();
    expectRefusal(await finish(mfaToken, 'totp', recoveryCodes[0]), 401, 'invalid_code');
    expectRefusal(await finish(mfaToken, 'recovery_code', await phone.code()), 401, 'invalid_code');
    expectInvalid(await finish(mfaToken, 'password', PASSWORD), [
      '/method',
      'is_in',
      'Must be one of totp, recovery_code.',
    ]);
    await expectSignedIn(finish(mfaToken, 'totp', await phone.code()));
  });

  it.each(['12345', '1234567', 'abcdef', '１２３４５６', '\u0000', "' OR 1=1 --"])(
    'takes %j for a wrong code like others',
    async (code) => {
      const mfaToken = await begin();
      expectRefusal(await finish(mfaToken, 'totp', code), 401, 'invalid_code');
      expectRefusal(await finish(mfaToken, 'recovery_code', code), 401, 'invalid_code');
    },
  );

  it('needs its token, a method and a code', async () => {
    expectInvalid(
      await anonymous.post(MFA, {}),
      ['/mfaToken', 'is_string', 'Must be a string.'],
      ['/method', 'is_in', 'Must be one of totp, recovery_code.'],
      ['/code', 'is_string', 'Must be a string.'],
    );
    const trustDevice = await anonymous.post(MFA, { mfaToken: 'x', method: 'totp', code: '1', trustDevice: 'yes' });
    expectInvalid(trustDevice, ['/trustDevice', 'is_boolean', 'Must be true or false.']);
  });

  it('that was finished cannot be finished again, and takes no code', async () => {
    const mfaToken = await begin();
    await expectSignedIn(finish(mfaToken, 'recovery_code', recoveryCodes[0]));
    expectRefusal(await finish(mfaToken, 'recovery_code', recoveryCodes[1]), 400, 'invalid_token');
    expectRefusal(await finish(mfaToken, 'totp', await phone.code()), 400, 'invalid_token');
    await expectSignedIn(finish(await begin(), 'recovery_code', recoveryCodes[1]));
    await expectSignedIn(finish(await begin(), 'totp', await phone.code()));
  });

  it('expires, and takes no code then', async () => {
    const mfaToken = await begin();
    await app.prisma.db.oneTimeToken.updateMany({ where: { userId: sasha.id }, data: { expiresAt: new Date() } });
    expectRefusal(await finish(mfaToken, 'recovery_code', recoveryCodes[0]), 400, 'invalid_token');
    await expectSignedIn(finish(await begin(), 'recovery_code', recoveryCodes[0]));
  });

  it.each(['x', 'A'.repeat(43), '\u0000', "' OR 1=1 --"])('that is %j does not exist', async (mfaToken) => {
    expectRefusal(await finish(mfaToken, 'recovery_code', recoveryCodes[0]), 400, 'invalid_token');
  });

  it('accepts no code of another user, and uses none up', async () => {
    const eve = await app.factory.person();
    const ofEve = await enrol(await app.signedIn(eve));
    const mfaToken = await begin(eve);
    expectRefusal(await finish(mfaToken, 'totp', await phone.code()), 401, 'invalid_code');
    expectRefusal(await finish(mfaToken, 'recovery_code', recoveryCodes[0]), 401, 'invalid_code');
    await expectSignedIn(finish(await begin(), 'totp', await phone.code()));
    await expectSignedIn(finish(await begin(), 'recovery_code', recoveryCodes[0]));
    expect((await finish(mfaToken, 'totp', await ofEve.phone.code())).body.userId).toBe(eve.id);
  });

  it('leads nowhere once the account is suspended, and takes no code', async () => {
    const mfaToken = await begin();
    await app.prisma.db.user.update({ where: { id: sasha.id }, data: { status: 'suspended' } });
    expectRefusal(await finish(mfaToken, 'recovery_code', recoveryCodes[0]), 401, 'invalid_credentials');
    await app.prisma.db.user.update({ where: { id: sasha.id }, data: { status: 'active' } });
    await expectSignedIn(finish(mfaToken, 'recovery_code', recoveryCodes[0]));
  });

  it('ends with the password it began with', async () => {
    const mfaToken = await begin();
    const newPassword = 'another correct horse battery staple';
    const changed = await asSasha.patch('/api/v1/users/me/password', { currentPassword: PASSWORD, newPassword });
    expect(changed.status).toBe(200);
    expectRefusal(await finish(mfaToken, 'totp', await phone.code()), 400, 'invalid_token');
  });
});

describe('A code of the app', () => {
  let person: Person;
  let client: Client;
  let punctual: AuthenticatorApp;
  let startClock: () => void;

  beforeEach(async () => {
    person = await app.factory.person();
    client = await app.signedIn(person);
    const { body } = await client.post(`${AUTH}/totp/setup`);
    startClock = stopClock();
    punctual = AuthenticatorApp.scanOnTime(body.otpauthUri);
  });

  afterEach(() => startClock());

  const activate = async (steps: number): Promise<Response> =>
    client.post(`${AUTH}/totp/activate`, { code: await punctual.code(steps) });
  const signIn = async (steps: number): Promise<Response> =>
    finish(await begin(person), 'totp', await punctual.code(steps));
  const stepUp = async (steps: number): Promise<Response> =>
    client.post(`${AUTH}/step-up`, { method: 'totp', code: await punctual.code(steps) });

  it('works once, whatever it was used for', async () => {
    expect((await activate(-1)).status).toBe(200);
    expectRefusal(await signIn(-1), 401, 'invalid_code');
    expectRefusal(await stepUp(-1), 401, 'invalid_code');
    await expectSignedIn(signIn(0), person);
    expectRefusal(await signIn(0), 401, 'invalid_code');
    expectRefusal(await stepUp(0), 401, 'invalid_code');
    await expectSignedIn(stepUp(1), person);
    expectRefusal(await signIn(1), 401, 'invalid_code');
    expectRefusal(await signIn(-1), 401, 'invalid_code');
  });

  it('may be one step early or late, and no more', async () => {
    expectRefusal(await activate(2), 401, 'invalid_code');
    expectRefusal(await activate(-2), 401, 'invalid_code');
    expect((await activate(-1)).status).toBe(200);
    for (const steps of [2, -2]) {
      expectRefusal(await signIn(steps), 401, 'invalid_code');
    }
    for (const steps of [0, 1]) {
      await expectSignedIn(signIn(steps), person);
    }
  });
});
