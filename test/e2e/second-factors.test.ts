import { TestApp } from '../support/app/app.js';
import type { Client } from '../support/clients/client.js';
import { CookieJar } from '../support/clients/cookie-jar.js';
import { PASSWORD, type Person } from '../support/data/factory.js';
import { expectInvalid, expectRefusal } from '../support/expectations/refusals.js';
import type { MailCatcher } from '../support/mail/mail-catcher.js';
import { AuthenticatorApp, enrol, type Enrolled } from '../support/second-factors/authenticator-app.js';
import { modulesIn, modulesOf } from '../support/second-factors/qr-picture.js';
import { eventually } from '../support/time/eventually.js';

const AUTH = '/api/v1/auth';
const SETUP = `${AUTH}/totp/setup`;
const ACTIVATE = `${AUTH}/totp/activate`;
const TOTP = `${AUTH}/totp`;
const RECOVERY_CODES = `${AUTH}/recovery-codes`;
/** 24 characters of 5 bits each. */
const RECOVERY_CODE = /^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){5}$/;

let app: TestApp;
let catcher: MailCatcher;
let sasha: Person;
/** Has just confirmed that it is he. */
let asSasha: Client;

beforeAll(async () => {
  app = await TestApp.start();
  catcher = app.mails;
});

beforeEach(async () => {
  sasha = await app.factory.person();
  asSasha = await app.steppedUp(sasha);
});

afterAll(() => app.stop());

/** Sets up an authenticator app, and steps the session up with it. */
async function enrolled(client = asSasha): Promise<Enrolled> {
  const factor = await enrol(client);
  await app.confirmWithFactor(sasha);
  return factor;
}

/** Begins to set up an authenticator app. */
async function scan(client = asSasha): Promise<AuthenticatorApp> {
  const { status, body } = await client.post(SETUP);
  expect({ status, body }).toMatchObject({ status: 200 });
  return AuthenticatorApp.scan(body.otpauthUri);
}

/** What the answer to the right password says. */
async function statusOfLogin(): Promise<string> {
  const { body } = await app.anonymous.post(`${AUTH}/login`, { email: sasha.email, password: PASSWORD });
  return body.status;
}

function auditOf({ id }: Person) {
  return app.prisma.db.auditEvent.findMany({ where: { actorId: id }, orderBy: { id: 'asc' } });
}

async function actionsOf(person: Person): Promise<string[]> {
  return (await auditOf(person)).map(({ action }) => action).filter((action) => action.startsWith('factor.'));
}

describe('Setting up an authenticator app', () => {
  it('answers a secret, the same in a URI, and that in a picture', async () => {
    const { status, body } = await asSasha.post(SETUP);
    expect({ status, keys: Object.keys(body) }).toEqual({ status: 200, keys: ['secret', 'otpauthUri', 'qrCode'] });
    expect(body.secret).toMatch(/^[A-Z2-7]{32}$/);
    const label = `Atrium:${encodeURIComponent(sasha.email)}`;
    expect(body.otpauthUri).toBe(`otpauth://totp/${label}?secret=${body.secret}&issuer=Atrium`);
    expect(body.qrCode).toMatch(/^data:image\/svg\+xml;base64,[\w+/]+=*$/);
    const picture = Buffer.from(body.qrCode.split(',')[1], 'base64').toString();
    expect(modulesIn(picture)).toEqual(modulesOf(body.otpauthUri));
  });

  it('keeps the secret encrypted', async () => {
    const { secret } = await scan();
    const { secretEncrypted } = await app.prisma.db.totp.findUniqueOrThrow({ where: { userId: sasha.id } });
    const stored = Buffer.from(secretEncrypted);
    expect(stored.toString('latin1')).not.toContain(secret);
    expect(stored.toString('hex')).not.toContain(fromBase32(secret).toString('hex'));
    // The version, the id of the key, the nonce and the tag.
    expect(stored).toHaveLength(1 + 4 + 12 + 16 + secret.length);
  });

  it('draws a new secret each time, and the last one counts', async () => {
    const first = await scan();
    const second = await scan();
    expect(second.secret).not.toBe(first.secret);
    expectRefusal(await asSasha.post(ACTIVATE, { code: await first.code() }), 401, 'invalid_code');
    expect((await asSasha.post(ACTIVATE, { code: await second.code() })).status).toBe(200);
  });

  it('changes nothing until a code was accepted', async () => {
    const phone = await scan();
    expect(await statusOfLogin()).toBe('authenticated');
    const wrong = await asSasha.post(`${AUTH}/step-up`, { method: 'totp', code: await phone.code() });
    expectRefusal(wrong, 401, 'invalid_code');
    expect((await asSasha.post(`${AUTH}/step-up`, { method: 'password', password: PASSWORD })).status).toBe(200);
  });

  it('is refused while one is active', async () => {
    const { phone } = await enrolled();
    expectRefusal(await asSasha.post(SETUP), 409, 'totp_active');
    expectRefusal(await asSasha.post(ACTIVATE, { code: await phone.code() }), 409, 'totp_active');
    expect((await asSasha.post(`${AUTH}/step-up`, { method: 'totp', code: await phone.code() })).status).toBe(200);
  });
});

describe('Activating an authenticator app', () => {
  it('with the right code answers ten recovery codes', async () => {
    const phone = await scan();
    const { status, body } = await asSasha.post(ACTIVATE, { code: await phone.code() });
    expect({ status, keys: Object.keys(body) }).toEqual({ status: 200, keys: ['recoveryCodes'] });
    expect(body.recoveryCodes).toEqual(Array.from({ length: 10 }, () => expect.stringMatching(RECOVERY_CODE)));
    expect(new Set(body.recoveryCodes).size).toBe(10);
    expect(await statusOfLogin()).toBe('mfa_required');
  });

  it('keeps recovery codes as hashes', async () => {
    const { recoveryCodes } = await enrol(asSasha);
    const rows = await app.prisma.db.recoveryCode.findMany({ where: { userId: sasha.id } });
    expect(rows.map(({ codeHash, usedAt }) => [codeHash.length, usedAt])).toEqual(recoveryCodes.map(() => [32, null]));
  });

  it('with a wrong code is refused, and can be tried again', async () => {
    const phone = await scan();
    expectRefusal(await asSasha.post(ACTIVATE, { code: await phone.wrongCode() }), 401, 'invalid_code');
    expect(await statusOfLogin()).toBe('authenticated');
    expect((await asSasha.post(ACTIVATE, { code: await phone.code() })).status).toBe(200);
  });

  it('takes a code as apps show it, with a space in the middle', async () => {
    const code = await (await scan()).code();
    expect((await asSasha.post(ACTIVATE, { code: `${code.slice(0, 3)} ${code.slice(3)}` })).status).toBe(200);
  });

  it.each(['12345', '1234567', 'abcdef', '١٢٣٤٥٦', '-12345', '1e5000', '0x1234', 'null'])(
    'with %j is a wrong code like others',
    async (code) => {
      await scan();
      expectRefusal(await asSasha.post(ACTIVATE, { code }), 401, 'invalid_code');
    },
  );

  it('takes nothing but a code', async () => {
    const tooLong = 'Must be a code.';
    expectInvalid(await asSasha.post(ACTIVATE, { code: '' }), ['/code', 'is_length', tooLong]);
    expectInvalid(await asSasha.post(ACTIVATE, { code: '1'.repeat(65) }), ['/code', 'is_length', tooLong]);
    expectInvalid(await asSasha.post(ACTIVATE, { code: 123456 }), ['/code', 'is_string', 'Must be a string.']);
    expectInvalid(await asSasha.post(ACTIVATE, {}), ['/code', 'is_string', 'Must be a string.']);
  });

  it('without a setup is refused', async () => {
    expectRefusal(await asSasha.post(ACTIVATE, { code: '123456' }), 409, 'totp_not_set_up');
  });
});

describe('Removing the authenticator app', () => {
  it('takes the second factor away, and the recovery codes with it', async () => {
    const { recoveryCodes } = await enrolled();
    const { status, text } = await asSasha.delete(TOTP);
    expect({ status, text }).toEqual({ status: 204, text: '' });
    expect(await statusOfLogin()).toBe('authenticated');
    expect(await app.prisma.db.recoveryCode.count({ where: { userId: sasha.id } })).toBe(0);
    const withCode = await asSasha.post(`${AUTH}/step-up`, { method: 'recovery_code', code: recoveryCodes[0] });
    expectRefusal(withCode, 401, 'invalid_code');
  });

  it('lets another one be set up', async () => {
    const first = await enrolled();
    await asSasha.delete(TOTP);
    const second = await enrol(asSasha);
    expect(second.phone.secret).not.toBe(first.phone.secret);
    expect(await statusOfLogin()).toBe('mfa_required');
  });

  it('leaves the recovery codes while there is a passkey', async () => {
    await enrolled();
    await app.prisma.db.passkey.create({
      data: { id: sasha.id, userId: sasha.id, credentialId: sasha.id, publicKey: new Uint8Array(), name: 'Key' },
    });
    await asSasha.delete(TOTP);
    expect(await app.prisma.db.recoveryCode.count({ where: { userId: sasha.id } })).toBe(10);
  });

  it('that is not there is no error, and no news', async () => {
    expect((await asSasha.delete(TOTP)).status).toBe(204);
    await scan();
    expect((await asSasha.delete(TOTP)).status).toBe(204);
    expectRefusal(await asSasha.post(ACTIVATE, { code: '123456' }), 409, 'totp_not_set_up');
    expect(await actionsOf(sasha)).toEqual([]);
    await eventually(async () => (await app.prisma.db.job.count({ where: { kind: 'mail' } })) === 0);
    expect(catcher.pending({ to: sasha.email })).toEqual([]);
  });
});

describe('Renewing recovery codes', () => {
  it('answers ten new ones; the old ones are dead', async () => {
    const { recoveryCodes: old } = await enrolled();
    const { status, body } = await asSasha.post(RECOVERY_CODES);
    expect({ status, keys: Object.keys(body) }).toEqual({ status: 200, keys: ['recoveryCodes'] });
    expect(body.recoveryCodes).toEqual(Array.from({ length: 10 }, () => expect.stringMatching(RECOVERY_CODE)));
    expect(new Set([...old, ...body.recoveryCodes]).size).toBe(20);
    const stepUp = (code: string) => asSasha.post(`${AUTH}/step-up`, { method: 'recovery_code', code });
    expectRefusal(await stepUp(old[0] ?? ''), 401, 'invalid_code');
    expect((await stepUp(body.recoveryCodes[0])).status).toBe(200);
  });
});

describe('Recovery codes', () => {
  const browser = () => new CookieJar(app.anonymous);

  async function trusted({ recoveryCodes }: Enrolled): Promise<CookieJar> {
    const jar = browser();
    const { mfaToken } = (await jar.post(`${AUTH}/login`, { email: sasha.email, password: PASSWORD })).body;
    const proof = { mfaToken, method: 'recovery_code', code: recoveryCodes[0], trustDevice: true };
    expect((await jar.post(`${AUTH}/login/mfa`, proof)).status).toBe(200);
    return jar;
  }

  it('are not given to a user without a second factor', async () => {
    expectRefusal(await asSasha.post(RECOVERY_CODES), 409, 'no_second_factor');
    await scan();
    expectRefusal(await asSasha.post(RECOVERY_CODES), 409, 'no_second_factor');
    expect(await app.prisma.db.recoveryCode.count({ where: { userId: sasha.id } })).toBe(0);
    expect(await actionsOf(sasha)).toEqual([]);
  });

  it('are notified by mail at each use, for a sign-in or a step-up', async () => {
    const { recoveryCodes } = await enrolled();
    const { mfaToken } = (await browser().post(`${AUTH}/login`, { email: sasha.email, password: PASSWORD })).body;
    await browser().post(`${AUTH}/login/mfa`, { mfaToken, method: 'recovery_code', code: recoveryCodes[0] });
    const subject = 'A recovery code was used';
    expect((await catcher.waitFor({ to: sasha.email, subject })).text).toContain('Unused recovery codes: 9');
    await asSasha.post(`${AUTH}/step-up`, { method: 'recovery_code', code: recoveryCodes[1] });
    expect((await catcher.waitFor({ to: sasha.email, subject })).text).toContain('Unused recovery codes: 8');
  });

  it.each<[string, () => Promise<unknown>]>([
    ['new ones are created', () => asSasha.post(RECOVERY_CODES)],
    [
      'the app is replaced',
      async () => {
        await asSasha.delete(TOTP);
        await enrol(asSasha);
      },
    ],
  ])('and trusted devices end when %s', async (_, act) => {
    const jar = await trusted(await enrolled());
    await act();
    const { body } = await jar.post(`${AUTH}/login`, { email: sasha.email, password: PASSWORD });
    expect(body.status).toBe('mfa_required');
  });
});

describe('Second factors', () => {
  it.each([
    ['removing the app', 'delete', TOTP],
    ['renewing recovery codes', 'post', RECOVERY_CODES],
  ] as const)('ask for a step-up before %s', async (_, method, path) => {
    const withoutStepUp = await app.signedIn(sasha, { authTime: new Date(Date.now() - 3_600_000) });
    const refused = await withoutStepUp.send(method, path);
    expectRefusal(refused, 401, 'step_up_required', { methods: ['password'] });
    expect(refused.headers['www-authenticate']).toBe('Bearer error="insufficient_user_authentication", max_age="600"');
    await enrol(asSasha);
    const again = await withoutStepUp.send(method, path);
    expectRefusal(again, 401, 'step_up_required', { methods: ['totp', 'recovery_code'] });
    expect(await app.prisma.db.recoveryCode.count({ where: { userId: sasha.id } })).toBe(10);
  });

  it.each([
    ['post', SETUP, 'user_required'],
    ['post', ACTIVATE, 'user_required'],
    ['delete', TOTP, 'user_required'],
    ['post', RECOVERY_CODES, 'session_required'],
    ['post', `${AUTH}/step-up`, 'user_required'],
  ] as const)('are no business of API keys: %s %s', async (method, path, toServiceAccount) => {
    const organization = await app.factory.organization();
    const { id: membershipId } = await app.factory.membership(sasha, organization);
    const { id: serviceAccountId } = await app.factory.serviceAccount(organization);
    const withKey = app.anonymous.withToken(await app.factory.apiKey({ membershipId }));
    expectRefusal(await withKey.send(method, path), 403, 'session_required');
    const asBot = app.anonymous.withToken(await app.factory.apiKey({ serviceAccountId }));
    expectRefusal(await asBot.send(method, path), 403, toServiceAccount);
    expectRefusal(await app.anonymous.send(method, path), 401, 'unauthenticated');
  });

  it('notify their owner by mail, without a secret in it', async () => {
    const { phone, recoveryCodes } = await enrolled();
    const renewed = await asSasha.post(RECOVERY_CODES);
    await asSasha.delete(TOTP);
    const mails = [
      await catcher.waitFor({ to: sasha.email, subject: 'A sign-in method was added' }),
      await catcher.waitFor({ to: sasha.email, subject: 'A sign-in method was added' }),
      await catcher.waitFor({ to: sasha.email, subject: 'A sign-in method was removed' }),
    ];
    const texts = mails.map(({ text }) => text.split('\n', 1)[0]).sort();
    expect(texts).toEqual([
      'Added to your account: codes of an authenticator app.',
      'Added to your account: recovery codes.',
      'Removed from your account: codes of an authenticator app.',
    ]);
    const written = mails.map(({ text, html }) => text + html).join('\n');
    for (const secret of [phone.secret, ...recoveryCodes, ...renewed.body.recoveryCodes]) {
      expect(written).not.toContain(secret);
    }
    expect(catcher.pending({ to: sasha.email })).toEqual([]);
  });

  it('are recorded with actor, action and address, without a secret', async () => {
    const from = asSasha.with('user-agent', 'Phone of Sasha');
    const { phone, recoveryCodes } = await enrolled(from);
    const renewed = await from.post(RECOVERY_CODES);
    await from.delete(TOTP);
    const rows = (await auditOf(sasha)).filter(({ action }) => action.startsWith('factor.'));
    const { id: sessionId } = await app.prisma.db.session.findFirstOrThrow({ where: { userId: sasha.id } });
    const by = { actorKind: 'user', actorId: sasha.id, sessionId, remoteIp: '127.0.0.1', userAgent: 'Phone of Sasha' };
    expect(rows).toMatchObject([
      { action: 'factor.added', targetKind: 'totp', targetId: sasha.id, ...by },
      { action: 'factor.added', targetKind: 'recovery_codes', targetId: sasha.id, ...by },
      { action: 'factor.removed', targetKind: 'totp', targetId: sasha.id, ...by },
    ]);
    expect(rows.at(1)?.requestId).toBe(renewed.headers['x-request-id']);
    const everything = JSON.stringify(await app.prisma.db.auditEvent.findMany());
    for (const secret of [phone.secret, ...recoveryCodes, ...renewed.body.recoveryCodes]) {
      expect(everything).not.toContain(secret);
    }
  });
});

/** RFC 4648, section 6. */
function fromBase32(text: string): Buffer {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = text.replace(/./g, (letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0'));
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
}
