import type { Response } from 'supertest';
import { newId } from '../../src/core/ids/ids.js';
import { TestApp } from '../support/app/app.js';
import type { Client } from '../support/clients/client.js';
import { CookieJar, cookiesOf } from '../support/clients/cookie-jar.js';
import { PASSWORD, type Person } from '../support/data/factory.js';
import { expectRefusal } from '../support/expectations/refusals.js';
import { type AuthenticatorApp, enrol } from '../support/second-factors/authenticator-app.js';
import { Authenticator } from '../support/second-factors/authenticator.js';
import { registerPasskey } from '../support/second-factors/passkeys.js';

const AUTH = '/api/v1/auth';
const DEVICES = '/api/v1/me/trusted-devices';
const THIRTY_DAYS = 30 * 24 * 60 * 60;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

let app: TestApp;
let sasha: Person;
let asSasha: Client;
let phone: AuthenticatorApp;
let recoveryCodes: string[];
/** In front of which Sasha sits. */
let browser: CookieJar;

beforeAll(async () => {
  app = await TestApp.start();
});

beforeEach(async () => {
  ({ person: sasha, client: asSasha, phone, recoveryCodes } = await personWithPhone());
  browser = new CookieJar(app.anonymous);
});

afterAll(() => app.stop());

async function personWithPhone() {
  const person = await app.factory.person();
  const client = await app.signedIn(person);
  const enrolled = await enrol(client);
  return { person, client, phone: enrolled.phone, recoveryCodes: [...enrolled.recoveryCodes] };
}

function logIn(jar = browser, person = sasha): Promise<Response> {
  return jar.post(`${AUTH}/login`, { email: person.email, password: PASSWORD });
}

async function statusOfLogin(jar = browser, person = sasha): Promise<string> {
  return (await logIn(jar, person)).body.status;
}

/** Signs in with a recovery code, and lets the browser be trusted. */
async function trust(jar = browser, person = sasha, codes = recoveryCodes): Promise<Response> {
  const { body } = await logIn(jar, person);
  const proof = { mfaToken: body.mfaToken, method: 'recovery_code', code: codes.pop(), trustDevice: true };
  const response = await jar.post(`${AUTH}/login/mfa`, proof);
  expect({ status: response.status, body: response.body }).toMatchObject({ status: 200 });
  return response;
}

async function listed(client = asSasha): Promise<Record<string, string>[]> {
  const { status, body } = await client.get(DEVICES);
  expect({ status, keys: Object.keys(body) }).toEqual({ status: 200, keys: ['items'] });
  return body.items;
}

describe('A browser that is to be trusted', () => {
  it('keeps a secret for 30 days, out of reach of pages', async () => {
    const response = await trust();
    const cookies = cookiesOf(response);
    expect([...cookies.keys()]).toEqual(['device', 'session', 'trusted-device']);
    const { value, attributes = [] } = cookies.get('trusted-device') ?? {};
    expect(value).toMatch(/^[\w-]{43}$/);
    expect(attributes).toEqual([
      `Max-Age=${THIRTY_DAYS}`,
      'Path=/',
      expect.stringMatching(/^Expires=/),
      'HttpOnly',
      'SameSite=Lax',
    ]);
    const { secretHash, expiresAt } = await app.prisma.db.trustedDevice.findFirstOrThrow({
      where: { userId: sasha.id },
    });
    expect(secretHash).toHaveLength(32);
    expect(Buffer.from(secretHash).toString('base64url')).not.toBe(value);
    expect(Math.abs(expiresAt.getTime() - Date.now() - THIRTY_DAYS * 1000)).toBeLessThan(60_000);
  });

  it('is not trusted unless that was asked for', async () => {
    const { body } = await logIn();
    const code = await phone.code();
    const response = await browser.post(`${AUTH}/login/mfa`, { mfaToken: body.mfaToken, method: 'totp', code });
    expect([...cookiesOf(response).keys()]).toEqual(['device', 'session']);
    expect(await statusOfLogin()).toBe('mfa_required');
    expect(await listed()).toEqual([]);
  });

  it('is not trusted when the code was wrong', async () => {
    const { body } = await logIn();
    const proof = { mfaToken: body.mfaToken, method: 'totp', code: await phone.wrongCode(), trustDevice: true };
    const response = await browser.post(`${AUTH}/login/mfa`, proof);
    expectRefusal(response, 401, 'invalid_code');
    expect([...cookiesOf(response).keys()]).toEqual(['device']);
    expect(await listed()).toEqual([]);
  });

  it('can be trusted by another person too, and by the first one again', async () => {
    await trust();
    const alice = await personWithPhone();
    await trust(browser, alice.person, alice.recoveryCodes);
    expect(await statusOfLogin(browser, alice.person)).toBe('authenticated');
    await trust();
    expect(await statusOfLogin()).toBe('authenticated');
  });

  it('leaves a trace', async () => {
    await trust();
    const [device] = await listed();
    const events = await app.prisma.db.auditEvent.findMany({ where: { targetId: device?.id } });
    expect(events).toMatchObject([{ action: 'trusted_device.added', actorKind: 'user', actorId: sasha.id }]);
    expect(JSON.stringify(events)).not.toContain(browser.get('trusted-device'));
  });
});

describe('A login from a trusted device', () => {
  it('skips the second factor', async () => {
    await trust();
    const { status, body } = await logIn();
    expect({ status, body }).toMatchObject({ status: 200, body: { status: 'authenticated', userId: sasha.id } });
    const { session } = (await app.anonymous.withToken(body.token).get(`${AUTH}/me`)).body;
    expect(session.amr).toEqual(['pwd']);
  });

  it('still needs the password, and a step-up still the second factor', async () => {
    await trust();
    const wrong = await browser.post(`${AUTH}/login`, { email: sasha.email, password: 'not the password' });
    expectRefusal(wrong, 401, 'invalid_credentials');
    const { body } = await logIn();
    const session = app.anonymous.withToken(body.token);
    expectRefusal(await session.delete(`${AUTH}/totp`), 401, 'step_up_required', {
      methods: ['totp', 'recovery_code'],
    });
  });

  it('goes on after a logout', async () => {
    const { body } = await trust();
    await app.anonymous.withToken(body.token).post(`${AUTH}/logout`);
    expect(await statusOfLogin()).toBe('authenticated');
  });

  it('is told from one of another browser, also when part of its cookies were stolen', async () => {
    await trust();
    expect(await statusOfLogin(new CookieJar(app.anonymous))).toBe('mfa_required');
    expect(await statusOfLogin(browser.copy('device'))).toBe('mfa_required');
    expect(await statusOfLogin(browser.copy('trusted-device'))).toBe('mfa_required');
    const guesser = browser.copy('device');
    guesser.set('trusted-device', 'A'.repeat(43));
    expect(await statusOfLogin(guesser)).toBe('mfa_required');
  });

  it('is told from one of another person in the same browser', async () => {
    await trust();
    const alice = await personWithPhone();
    expect(await statusOfLogin(browser, alice.person)).toBe('mfa_required');
    expect(await statusOfLogin()).toBe('authenticated');
  });

  it('needs the second factor again when the time is over', async () => {
    await trust();
    await app.prisma.db.trustedDevice.updateMany({ where: { userId: sasha.id }, data: { expiresAt: new Date() } });
    expect(await statusOfLogin()).toBe('mfa_required');
    expect(await listed()).toEqual([]);
  });

  it('needs a second factor again once the authenticator app is removed and a passkey stays', async () => {
    await trust();
    await app.confirmWithFactor(sasha);
    const laptop = new Authenticator(app.config.publicUrl);
    expect((await registerPasskey(asSasha, laptop)).status).toBe(201);
    expect(await statusOfLogin()).toBe('authenticated');
    expect((await asSasha.delete(`${AUTH}/totp`)).status).toBe(204);
    expect((await logIn()).body).toMatchObject({ status: 'mfa_required', methods: ['recovery_code', 'passkey'] });
  });

  it('needs the second factor again once it is revoked, and only that one', async () => {
    await trust();
    const other = new CookieJar(app.anonymous);
    await trust(other);
    const [, first] = await listed();
    const { status, text } = await asSasha.delete(`${DEVICES}/${first?.id ?? ''}`);
    expect({ status, text }).toEqual({ status: 204, text: '' });
    expect(await statusOfLogin()).toBe('mfa_required');
    expect(await statusOfLogin(other)).toBe('authenticated');
    const events = await app.prisma.db.auditEvent.findMany({ where: { targetId: first?.id }, orderBy: { id: 'asc' } });
    expect(events.map(({ action }) => action)).toEqual(['trusted_device.added', 'trusted_device.revoked']);
  });
});

describe('The list of trusted devices', () => {
  it('names browser, time and place, newest first', async () => {
    const laptop = new CookieJar(app.anonymous.with('user-agent', 'Laptop'));
    const tablet = new CookieJar(app.anonymous.with('user-agent', 'Tablet'));
    await trust(laptop);
    await trust(tablet);
    const items = await listed();
    expect(items).toEqual(
      ['Tablet', 'Laptop'].map((userAgent) => ({
        id: expect.stringMatching(UUID),
        deviceId: (userAgent === 'Tablet' ? tablet : laptop).get('device'),
        expiresAt: expect.stringMatching(/Z$/),
        createdAt: expect.stringMatching(/Z$/),
        remoteIp: '127.0.0.1',
        userAgent,
      })),
    );
    const logins = await asSasha.get('/api/v1/me/logins');
    expect(logins.body.items[0]).toMatchObject({ deviceId: tablet.get('device'), userAgent: 'Tablet' });
  });

  it('is each person’s own', async () => {
    await trust();
    const [device] = await listed();
    const alice = await personWithPhone();
    expect(await listed(alice.client)).toEqual([]);
    for (const id of [device?.id ?? '', newId(), 'x', '%00', '1 OR 1=1']) {
      const refused = await alice.client.delete(`${DEVICES}/${encodeURIComponent(id)}`);
      expectRefusal(refused, 404, 'trusted_device_not_found');
    }
    expect(await statusOfLogin()).toBe('authenticated');
  });

  it('is no business of API keys', async () => {
    const { id: membershipId } = await app.factory.membership(sasha, await app.factory.organization());
    const withKey = app.anonymous.withToken(await app.factory.apiKey({ membershipId }));
    expectRefusal(await withKey.get(DEVICES), 403, 'session_required');
    expectRefusal(await withKey.delete(`${DEVICES}/${newId()}`), 403, 'session_required');
    expectRefusal(await app.anonymous.get(DEVICES), 401, 'unauthenticated');
  });
});
