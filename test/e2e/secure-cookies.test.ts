import type { Response } from 'supertest';
import { TestApp } from '../support/app.js';
import { enrol } from '../support/authenticator-app.js';
import { CookieJar, cookiesOf } from '../support/cookie-jar.js';
import { PASSWORD, type Person } from '../support/factory.js';

const AUTH = '/api/v1/auth';
const ME = `${AUTH}/me`;
const BOUND = ['Path=/', 'HttpOnly', 'Secure', 'SameSite=Lax'];

let app: TestApp;
let sasha: Person;
let browser: CookieJar;

beforeAll(async () => {
  app = await TestApp.start({ PUBLIC_URL: 'https://atrium.example' });
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

describe('Over TLS', () => {
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
});
