import { randomUUID } from 'node:crypto';
import type { Response } from 'supertest';
import { TestApp } from '../support/app/app.js';
import { hashesDuring } from '../support/app/hashes.js';
import { at, newAddress, startLimitedApp } from '../support/app/limited-app.js';
import type { Client } from '../support/clients/client.js';
import { PASSWORD, type Person } from '../support/data/factory.js';
import { addFailures } from '../support/data/failures.js';
import { expectRefusal, expectSameProblem } from '../support/expectations/refusals.js';
import { enrol } from '../support/second-factors/authenticator-app.js';

const LOGIN = '/api/v1/auth/login';
const STEP_UP = '/api/v1/auth/step-up';
const CHANGE = '/api/v1/users/me/password';
const WINDOW = 15 * 60;

let app: TestApp;
let sasha: Person;

beforeAll(async () => {
  app = await startLimitedApp();
});

beforeEach(async () => {
  sasha = await app.factory.person();
});

afterAll(() => app.stop());

const logIn = (email: string, password: string, from = at(app)): Promise<Response> =>
  from.post(LOGIN, { email, password });

const statusOf = async (response: Promise<Response>): Promise<number> => (await response).status;

/** Fails so many times, one after the other. */
async function fail(times: number, email = sasha.email, from?: Client): Promise<void> {
  for (let count = 0; count < times; count++) {
    expect(await statusOf(logIn(email, 'wrong', from))).toBe(401);
  }
}

/** So many failures of Sasha's that need not be wrong passwords. */
const failBefore = (times: number): Promise<void> => addFailures(app, times, { account: { userId: sasha.id } });

/** Each is held back for a while before it is refused, so better all at once. */
async function expectTooMany(...answers: Promise<Response>[]): Promise<void> {
  for (const response of await Promise.all(answers)) {
    expectRefusal(response, 429, 'too_many_requests');
    const seconds = String(response.headers['retry-after']);
    expect(seconds).toMatch(/^\d+$/);
    expect(Number(seconds)).toBeGreaterThan(WINDOW - 120);
    expect(Number(seconds)).toBeLessThanOrEqual(WINDOW);
  }
}

const tally = (statuses: readonly number[]): Record<number, number> =>
  Object.fromEntries([...new Set(statuses)].sort().map((s) => [s, statuses.filter((other) => other === s).length]));

describe('An account', () => {
  it('is locked after ten failures, for the right password too', async () => {
    await fail(10);
    await expectTooMany(logIn(sasha.email, 'wrong'), logIn(sasha.email, PASSWORD));
  });

  it('stays open after nine, and successes between count for nothing', async () => {
    await failBefore(4);
    await fail(1);
    expect(await statusOf(logIn(sasha.email, PASSWORD))).toBe(200);
    await failBefore(3);
    await fail(1);
    for (let count = 0; count < 3; count++) {
      expect(await statusOf(logIn(sasha.email, PASSWORD))).toBe(200);
    }
    await fail(1);
    await expectTooMany(logIn(sasha.email, PASSWORD));
  });

  it('is closed alone: the same client signs in to another one', async () => {
    const client = at(app);
    await failBefore(9);
    await fail(1, sasha.email, client);
    await expectTooMany(logIn(sasha.email, PASSWORD, client));
    const { email } = await app.factory.person();
    expect(await statusOf(logIn(email, PASSWORD, client))).toBe(200);
  });

  it('is the same at each of its addresses, however they are written', async () => {
    const further = `${randomUUID()}@example.com`;
    await app.factory.address(sasha, further);
    await failBefore(6);
    await fail(2);
    await fail(2, further.toUpperCase());
    await expectTooMany(logIn(sasha.email, PASSWORD), logIn(further, PASSWORD));
  });

  it('that does not exist is closed like one that does', async () => {
    const nobody = `${randomUUID()}@example.com`;
    await fail(10, nobody);
    await failBefore(10);
    const [refused, other] = [logIn(nobody, PASSWORD), logIn(sasha.email, PASSWORD)];
    await expectTooMany(refused);
    expectSameProblem(await refused, await other);
  });

  it('keeps its sessions while sign-in is locked', async () => {
    const client = await app.signedIn(sasha);
    await failBefore(10);
    await expectTooMany(logIn(sasha.email, PASSWORD));
    expect(await statusOf(client.get('/api/v1/auth/me'))).toBe(200);
  });

  it('is closed by failures at all doors together, and at all doors', async () => {
    const client = (await app.signedIn(sasha)).with('x-forwarded-for', newAddress());
    const { phone, recoveryCodes } = await enrol(client);
    const { mfaToken } = (await logIn(sasha.email, PASSWORD)).body;
    const wrong = await phone.wrongCode();
    const newPassword = 'another password of mine';
    const doors = (password: string, code: string): Promise<Response>[] => [
      logIn(sasha.email, password),
      at(app).post(`${LOGIN}/mfa`, { mfaToken, method: 'totp', code }),
      at(app).post(`${LOGIN}/mfa`, { mfaToken, method: 'recovery_code', code: password }),
      client.post(STEP_UP, { method: 'totp', code }),
      client.patch(CHANGE, { currentPassword: password, newPassword }),
    ];
    for (let round = 0; round < 2; round++) {
      const statuses = await Promise.all(doors('wrong', wrong).map(statusOf));
      expect(statuses).toEqual([401, 401, 401, 401, 400]);
    }
    const proof = { mfaToken, method: 'recovery_code', code: recoveryCodes[0] };
    await expectTooMany(...doors(PASSWORD, await phone.code()), at(app).post(`${LOGIN}/mfa`, proof));
    expect(await app.prisma.db.recoveryCode.count({ where: { userId: sasha.id, usedAt: { not: null } } })).toBe(0);
  });

  it('counts passwords of step-ups too', async () => {
    const client = await app.signedIn(sasha);
    await failBefore(7);
    for (let count = 0; count < 3; count++) {
      expectRefusal(await client.post(STEP_UP, { method: 'password', password: 'wrong' }), 401, 'invalid_credentials');
    }
    await expectTooMany(client.post(STEP_UP, { method: 'password', password: PASSWORD }), logIn(sasha.email, PASSWORD));
  });

  it('has exactly ten of two hundred wrong passwords at once checked', async () => {
    const hashes = await hashesDuring(app, async () => {
      const tries = Array.from({ length: 200 }, () => statusOf(logIn(sasha.email, 'wrong')));
      expect(tally(await Promise.all(tries))).toEqual({ 401: 10, 429: 190 });
    });
    expect(hashes).toBe(10);
    const where = { action: 'authentication.failed', targetId: sasha.id };
    expect(await app.prisma.db.auditEvent.count({ where })).toBe(10);
  });

  it('lets its owner in twelve times at once', async () => {
    const tries = Array.from({ length: 12 }, () => statusOf(logIn(sasha.email, PASSWORD)));
    expect(tally(await Promise.all(tries))).toEqual({ 200: 12 });
  });

  it('lets its owner sign in during an attack of fewer than ten failures', async () => {
    await failBefore(7);
    const tries = Array.from({ length: 5 }, () => statusOf(logIn(sasha.email, PASSWORD)));
    expect(tally(await Promise.all(tries))).toEqual({ 200: 5 });
  });
});

describe('A client address', () => {
  const failElsewhere = (times: number, client: Client): Promise<number[]> =>
    Promise.all(Array.from({ length: times }, () => statusOf(logIn(`${randomUUID()}@example.com`, 'wrong', client))));

  it('can fail fifty times over all accounts, and then cannot even succeed', async () => {
    const address = newAddress();
    const client = at(app, address);
    await addFailures(app, 46, { remoteIp: address });
    expect(tally(await failElsewhere(4, client))).toEqual({ 401: 4 });
    await expectTooMany(logIn(`${randomUUID()}@example.com`, 'wrong', client), logIn(sasha.email, PASSWORD, client));
    expect(await statusOf(logIn(sasha.email, PASSWORD))).toBe(200);
  });

  it('has exactly what is left of fifty tries checked, of many at once', async () => {
    const address = newAddress();
    await addFailures(app, 30, { remoteIp: address });
    const hashes = await hashesDuring(app, async () => {
      expect(tally(await failElsewhere(170, at(app, address)))).toEqual({ 401: 20, 429: 150 });
    });
    expect(hashes).toBe(20);
  });

  it('pays nothing for tries at an account that is closed', async () => {
    await failBefore(10);
    const client = at(app);
    const tries = Array.from({ length: 60 }, () => statusOf(logIn(sasha.email, 'wrong', client)));
    expect(tally(await Promise.all(tries))).toEqual({ 429: 60 });
    const { email } = await app.factory.person();
    expect(await statusOf(logIn(email, PASSWORD, client))).toBe(200);
  });

  it('is the one the trusted proxy saw, whatever the client wrote before it', async () => {
    const address = newAddress();
    const from = (spoofed: string): Client => at(app, `${spoofed}, ${address}`);
    await addFailures(app, 46, { remoteIp: address });
    const spoofs = Array.from({ length: 4 }, newAddress);
    const tries = spoofs.map((spoofed) => statusOf(logIn(`${randomUUID()}@example.com`, 'wrong', from(spoofed))));
    expect(tally(await Promise.all(tries))).toEqual({ 401: 4 });
    await expectTooMany(logIn(sasha.email, PASSWORD, from(newAddress())));
  });
});
