import { randomInt, randomUUID } from 'node:crypto';
import type { Response } from 'supertest';
import { TestApp } from '../support/app/app.js';
import { at, newAddress, startLimitedApp } from '../support/app/limited-app.js';
import type { Client } from '../support/clients/client.js';
import { PASSWORD } from '../support/data/factory.js';
import { addFailures } from '../support/data/failures.js';
import { expectRefusal } from '../support/expectations/refusals.js';

const LIMIT = 5;

/** Failures of other runs count in the same Redis. */
const UNKNOWN = `${randomUUID()}@example.com`;

/** Public routes that check a secret, write or mail, with a body that they accept or refuse cheaply. */
const ROUTES: readonly [string, object][] = [
  ['/api/v1/auth/login', { email: UNKNOWN, password: 'wrong' }],
  ['/api/v1/auth/login/mfa', { mfaToken: 'unknown', method: 'totp', code: '123456' }],
  ['/api/v1/auth/register', { email: 'someone@example.com', password: 'password' }],
  ['/api/v1/auth/email/verify', { token: 'unknown' }],
  ['/api/v1/auth/password/forgot', { email: UNKNOWN }],
  ['/api/v1/auth/password/reset', { token: 'unknown', newPassword: PASSWORD }],
  ['/api/v1/auth/passkeys/authentication-options', {}],
  ['/api/v1/auth/passkeys/authenticate', { response: {} }],
  ['/api/v1/invitations/preview', { token: 'unknown' }],
  ['/api/v1/invitations/register', { token: 'unknown', password: PASSWORD }],
];

let app: TestApp;

beforeAll(async () => {
  app = await startLimitedApp({ RATE_LIMIT_SIGN_IN: `${String(LIMIT)};w=60` });
});

afterAll(() => app.stop());

const calls = async (client: Client, [path, body]: readonly [string, object], times = LIMIT): Promise<number[]> => {
  const statuses: number[] = [];
  for (let count = 0; count < times; count++) {
    statuses.push((await client.post(path, body)).status);
  }
  return statuses;
};

function expectLimited(response: Response): void {
  expectRefusal(response, 429, 'too_many_requests');
  expect(Number(response.headers['retry-after'])).toBeGreaterThan(0);
  expect(Number(response.headers['retry-after'])).toBeLessThanOrEqual(60);
}

describe('A client address', () => {
  it.each(ROUTES)('calls %s no more often than the limit', async (path, body) => {
    const client = at(app);
    expect(await calls(client, [path, body])).not.toContain(429);
    expectLimited(await client.post(path, body));
    expect((await at(app).post(path, body)).status).not.toBe(429);
  });

  it('has one limit for all of these routes', async () => {
    const client = at(app);
    for (const route of ROUTES.slice(0, LIMIT)) {
      await calls(client, route, 1);
    }
    for (const [path, body] of ROUTES) {
      expectLimited(await client.post(path, body));
    }
  });

  it('is let through to the limit exactly, of many calls at once', async () => {
    const client = at(app);
    const answers = await Promise.all(
      Array.from({ length: 40 }, () => client.post('/api/v1/auth/email/verify', { token: 'unknown' })),
    );
    expect(answers.filter(({ status }) => status !== 429)).toHaveLength(LIMIT);
  });

  it('is a /64 network of IPv6', async () => {
    const network = newAddress().split(':').slice(0, 4).join(':');
    const statuses: number[] = [];
    for (let host = 1; host <= LIMIT + 1; host++) {
      statuses.push(...(await calls(at(app, `${network}::${String(host)}`), ['/api/v1/auth/login', {}], 1)));
    }
    expect(statuses).toEqual([...Array<number>(LIMIT).fill(400), 429]);
  });

  it('has one limit for all spellings of its address and for every port', async () => {
    const host = String(randomInt(256));
    const address = `203.0.113.${host}`;
    const spellings = [
      `${address}:51234`,
      `"${address}:1"`,
      `::ffff:${address}`,
      `[::ffff:${address}]:2`,
      ` ${address}`,
    ];
    for (const spelling of spellings) {
      expect(await calls(at(app, spelling), ['/api/v1/auth/login', {}], 1)).toEqual([400]);
    }
    expectLimited(await at(app, address).post('/api/v1/auth/login', {}));
    const forwarded = app.anonymous.with('forwarded', `for="${address}:443";proto=https`);
    expectLimited(await forwarded.post('/api/v1/auth/login', {}));
  });

  it('is refused before its request is validated, and reads other routes as before', async () => {
    const client = at(app);
    await calls(client, ['/api/v1/auth/login', {}]);
    expectLimited(await client.post('/api/v1/auth/login', {}));
    expect((await client.get('/api/v1/settings/locales')).status).toBe(200);
    const signedIn = await app.signedIn(await app.factory.person());
    const { status } = await at(app, newAddress())
      .with('authorization', `Bearer ${signedIn.token}`)
      .get('/api/v1/auth/me');
    expect(status).toBe(200);
  });
});

describe('Failed sign-ins', () => {
  it('count for the whole /64 network of IPv6', async () => {
    const [network, other] = [newAddress(), newAddress()].map((address) => address.split(':').slice(0, 4).join(':'));
    for (let host = 1; host <= 5; host++) {
      await addFailures(app, 10, { remoteIp: `${network}:${String(host)}::1` });
    }
    const body = { email: UNKNOWN, password: 'wrong' };
    expectRefusal(await at(app, `${network}:ffff::1`).post('/api/v1/auth/login', body), 429, 'too_many_requests');
    expect((await at(app, `${other}:ffff::1`).post('/api/v1/auth/login', body)).status).toBe(401);
  });
});

describe('A request of an anonymous caller', () => {
  it('leaves no row in the audit log without an account', async () => {
    for (const route of ROUTES) {
      await calls(at(app), route, 2);
    }
    expect(await app.prisma.db.auditEvent.count({ where: { actorKind: 'anonymous', targetId: null } })).toBe(0);
  });
});
