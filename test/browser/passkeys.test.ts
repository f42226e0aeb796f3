import { TestApp } from '../support/app/app.js';
import { Chromium, type Visit } from '../support/clients/chromium.js';
import { PASSWORD, type Person } from '../support/data/factory.js';

const AUTH = '/api/v1/auth';
const PASSKEYS = `${AUTH}/passkeys`;

let app: TestApp;
let chromium: Chromium;
let sasha: Person;
let visit: Visit;
let authenticator: Awaited<ReturnType<Visit['addAuthenticator']>>;

interface Answer {
  readonly status: number;
  // The page hands on whatever JSON it got.
  readonly body: Record<string, unknown>;
}

beforeAll(async () => {
  app = await TestApp.start();
  chromium = await Chromium.launch();
});

beforeEach(async () => {
  sasha = await app.factory.person();
  // Any page of the service will do, as it has the origin that passkeys are bound to.
  visit = await chromium.visit(`${app.config.publicUrl}/problems/unauthenticated`);
  authenticator = await visit.addAuthenticator();
});

afterEach(() => visit.end());

afterAll(async () => {
  await chromium.stop();
  await app.stop();
});

/** Calls the API as a script of the page does: with its cookies, and the headers that only browsers set. */
function call(method: string, path: string, body?: unknown): Promise<Answer> {
  const request = JSON.stringify({
    method,
    headers: body === undefined ? {} : { 'Content-Type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  return visit.page.evaluate(`(async () => {
    const response = await fetch(${JSON.stringify(path)}, ${request});
    const text = await response.text();
    return { status: response.status, body: text ? JSON.parse(text) : {} };
  })()`);
}

/** `navigator.credentials` with options and result as JSON (W3C Web Authentication Level 3, section 5.1). */
function credentials(ceremony: 'create' | 'get', options: unknown): Promise<object> {
  const parse = ceremony === 'create' ? 'parseCreationOptionsFromJSON' : 'parseRequestOptionsFromJSON';
  return visit.page.evaluate(`(async () => {
    const publicKey = PublicKeyCredential.${parse}(${JSON.stringify(options)});
    const credential = await navigator.credentials.${ceremony}({ publicKey });
    return credential.toJSON();
  })()`);
}

async function logIn(): Promise<void> {
  const { status, body } = await call('POST', `${AUTH}/login`, { email: sasha.email, password: PASSWORD });
  expect({ status, body }).toMatchObject({ status: 200, body: { status: 'authenticated' } });
}

async function register(name?: string): Promise<Answer> {
  const options = await call('POST', `${PASSKEYS}/registration-options`);
  expect(options).toMatchObject({ status: 200 });
  return call('POST', PASSKEYS, { response: await credentials('create', options.body), name });
}

async function authenticate(purpose: 'sign_in' | 'step_up'): Promise<Answer> {
  const options = await call('POST', `${PASSKEYS}/authentication-options`, { purpose });
  return call('POST', `${PASSKEYS}/authenticate`, { purpose, response: await credentials('get', options.body) });
}

describe('A browser', () => {
  it('registers a passkey for the signed-in user', async () => {
    await logIn();
    const { status, body } = await register('Laptop');
    expect({ status, body }).toMatchObject({ status: 201, body: { name: 'Laptop', lastUsedAt: null } });
    expect((await call('GET', PASSKEYS)).body).toEqual({ items: [body] });
  });

  it('signs in with it, without asking for a name or a password', async () => {
    await logIn();
    await register();
    await call('POST', `${AUTH}/logout`);
    expect((await call('GET', `${AUTH}/me`)).status).toBe(401);
    const { status, body } = await authenticate('sign_in');
    expect({ status, body }).toMatchObject({ status: 200, body: { status: 'authenticated', userId: sasha.id } });
    expect((await call('GET', `${AUTH}/me`)).body).toMatchObject({
      user: { email: sasha.email },
      session: { id: body.sessionId, amr: ['hwk', 'user', 'mfa'], stepUpExpiresAt: null },
    });
    const { counter } = await app.prisma.db.passkey.findFirstOrThrow({ where: { userId: sasha.id } });
    expect(await authenticator.signCount()).toEqual([Number(counter)]);
  });

  it('steps up with it, and goes on with the new cookie', async () => {
    await logIn();
    await register();
    const refused = await call('POST', `${AUTH}/recovery-codes`);
    expect(refused).toMatchObject({ status: 401, body: { code: 'step_up_required', methods: ['passkey'] } });
    expect((await authenticate('step_up')).status).toBe(200);
    expect((await call('POST', `${AUTH}/recovery-codes`)).status).toBe(200);
    expect((await call('GET', `${AUTH}/me`)).body).toMatchObject({
      session: { amr: ['pwd', 'hwk'], stepUpExpiresAt: expect.any(String) },
    });
  });

  it('does not register the same authenticator twice', async () => {
    await logIn();
    await register();
    // An account that has a passkey adds another only after the one it has was shown.
    expect((await authenticate('step_up')).status).toBe(200);
    await expect(register()).rejects.toThrow('InvalidStateError');
    expect((await call('GET', PASSKEYS)).body.items).toHaveLength(1);
  });

  it('does not do it when the browser did not verify the user', async () => {
    await logIn();
    await register();
    await authenticator.letVerificationFail();
    await expect(authenticate('step_up')).rejects.toThrow('NotAllowedError');
    await expect(authenticate('sign_in')).rejects.toThrow('NotAllowedError');
  });

  it('does not do it for a page of another host', async () => {
    await logIn();
    const options = await call('POST', `${PASSKEYS}/registration-options`);
    await visit.page.goto(`${app.baseUrl}/problems/unauthenticated`);
    await expect(credentials('create', options.body)).rejects.toThrow('SecurityError');
  });
});
