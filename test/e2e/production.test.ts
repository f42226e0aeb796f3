import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Response } from 'supertest';
import { covers } from '../contracts/spec/covers.js';
import { DIRECTORY_PREFIX } from '../runner/names.js';
import { TestApp } from '../support/app/app.js';
import { at } from '../support/app/limited-app.js';
import { ROOT_KEY } from '../support/app/running-app.js';
import { ShippedApp } from '../support/app/shipped-app.js';
import { CookieJar, cookiesOf } from '../support/clients/cookie-jar.js';
import { PASSWORD, type Person } from '../support/data/factory.js';
import { addFailures } from '../support/data/failures.js';
import { enrol } from '../support/second-factors/authenticator-app.js';

const AUTH = '/api/v1/auth';
const ME = `${AUTH}/me`;
const BOUND = ['Path=/', 'HttpOnly', 'Secure', 'SameSite=Lax'];

let app: TestApp;
let sasha: Person;
let browser: CookieJar;

const PRODUCTION = {
  NODE_ENV: 'production',
  PUBLIC_URL: 'https://atrium.example',
  JWT_SECRET: 'a secret of more than thirty-two characters',
  ENCRYPTION_KEY: randomBytes(32).toString('base64'),
};

/** Without a root key and a trusted proxy, which the other apps here have. */
beforeAll(async () => {
  app = await TestApp.start({ ...PRODUCTION, ROOT_KEY: '' });
});

beforeEach(async () => {
  sasha = await app.factory.person();
  browser = new CookieJar(app.anonymous);
});

afterAll(() => app.stop());

const logIn = (jar = browser): Promise<Response> =>
  jar.post(`${AUTH}/login`, { email: sasha.email, password: PASSWORD });

/** But when it ends. */
const lasting = (attributes?: readonly string[]): string[] =>
  (attributes ?? []).filter((attribute) => !/^(Expires|Max-Age)=/.test(attribute));

describe('In production', () => {
  it('the cookie of a session is the one that is bound to its host', async () => {
    const { token } = await app.signedIn(sasha);
    expect((await app.anonymous.with('cookie', `__Host-session=${token}`).get(ME)).status).toBe(200);
    const { body } = await app.anonymous.with('cookie', `session=${token}`).get(ME);
    expect(body.code).toBe('unauthenticated');
  });

  it('a sign-in leaves cookies that are bound to the host and to TLS', async () => {
    const response = await logIn();
    const cookies = cookiesOf(response);
    expect([...cookies.keys()]).toEqual(['__Host-device', '__Host-session']);
    const session = cookies.get('__Host-session');
    expect(session?.value).toBe(response.body.token);
    expect(session?.attributes).toContain(`Expires=${new Date(response.body.expiresAt as string).toUTCString()}`);
    expect(lasting(session?.attributes)).toEqual(BOUND);
    const device = cookies.get('__Host-device');
    expect(lasting(device?.attributes)).toEqual(BOUND);
    expect(cookiesOf(await logIn()).get('__Host-device')?.value).toBe(device?.value);
  });

  it('a trusted device keeps a secret that is bound to the host and to TLS', async () => {
    const { recoveryCodes } = await enrol(await app.signedIn(sasha));
    const { mfaToken } = (await logIn()).body;
    const proof = { mfaToken, method: 'recovery_code', code: recoveryCodes[0], trustDevice: true };
    const cookies = cookiesOf(await browser.post(`${AUTH}/login/mfa`, proof));
    expect([...cookies.keys()]).toEqual(['__Host-device', '__Host-session', '__Host-trusted-device']);
    const { attributes } = cookies.get('__Host-trusted-device') ?? {};
    expect(attributes).toContain(`Max-Age=${String(30 * 24 * 60 * 60)}`);
    expect(lasting(attributes)).toEqual(BOUND);
    expect((await logIn()).body.status).toBe('authenticated');
    const renamed = new CookieJar(app.anonymous);
    renamed.set('device', browser.get('__Host-device') ?? '');
    renamed.set('trusted-device', browser.get('__Host-trusted-device') ?? '');
    expect((await logIn(renamed)).body.status).toBe('mfa_required');
  });

  it('keys say that they are live', async () => {
    await app.factory.membership(sasha, await app.factory.organization(), { isPrimary: true });
    const { key, prefix } = (await (await app.steppedUp(sasha)).post('/api/v1/api-keys', { name: 'Key' })).body;
    expect(key).toMatch(/^atr_live_[0-9A-Za-z]{49}$/);
    expect(prefix).toBe(key.slice(0, 17));
    expect((await app.anonymous.withToken(key).get('/api/v1/user')).body.id).toBe(sasha.id);
  });

  it('no root key is taken, unless one is set', async () => {
    for (const header of [`Bearer ${ROOT_KEY}`, 'Bearer undefined', 'Bearer ', 'Bearer', '']) {
      const { status, body } = await app.anonymous.with('authorization', header).get('/api/v1/me');
      expect({ status, code: body.code }).toEqual({ status: 401, code: 'unauthenticated' });
    }
  });

  it('a forwarded address is ignored, unless a proxy is trusted', async () => {
    covers(291);
    const client = await at(app).logIn(sasha.email);
    expect((await client.get('/api/v1/me/logins')).body.items).toMatchObject([{ remoteIp: '127.0.0.1' }]);
    await addFailures(app, 46, { remoteIp: '127.0.0.1' });
    const wrong = (): Promise<Response> =>
      at(app).post(`${AUTH}/login`, { email: `${randomUUID()}@example.com`, password: 'wrong' });
    const statuses = (await Promise.all(Array.from({ length: 5 }, wrong))).map(({ status }) => status);
    expect(statuses.sort()).toEqual([...Array<number>(4).fill(401), 429]);
    const addresses = await app.prisma.db.auditEvent.groupBy({ by: ['remoteIp'] });
    expect(addresses).toEqual([{ remoteIp: '127.0.0.1' }]);
  });
});

describe('The process in production', () => {
  it('writes JSON lines alone to its standard output, from the first to the last', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), DIRECTORY_PREFIX));
    try {
      const shipped = await ShippedApp.launch(dataDir, { ...PRODUCTION, LOG_LEVEL: 'info' });
      await shipped.ready();
      expect((await fetch(`${shipped.baseUrl}/api/v1/auth/me`)).status).toBe(401);
      const ended = { code: await shipped.stop(), output: shipped.output };
      expect(ended).toEqual({ code: 0, output: shipped.standardOutput });
      const lines = shipped.standardOutput.trim().split('\n');
      const messages = lines.map((line) => (JSON.parse(line) as { msg: string }).msg);
      expect(messages).toContain('Atrium is ready at https://atrium.example');
    } finally {
      rmSync(dataDir, { recursive: true, force: true });
    }
  });
});
