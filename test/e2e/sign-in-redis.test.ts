import { randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';
import type { Response } from 'supertest';
import { newId } from '../../src/core/ids/ids.js';
import { TestApp } from '../support/app/app.js';
import { at, newAddress, REDIS, startLimitedApp } from '../support/app/limited-app.js';
import type { Client } from '../support/clients/client.js';
import { PASSWORD } from '../support/data/factory.js';
import { expectRefusal } from '../support/expectations/refusals.js';
import { freePort } from '../support/network/free-port.js';
import { TcpProxy } from '../support/network/tcp-proxy.js';
import { eventually } from '../support/time/eventually.js';
import { Stopwatch } from '../support/time/stopwatch.js';

const LOGIN = '/api/v1/auth/login';

/** Whom a test is about, the same in both instances. */
interface Account {
  readonly id: string;
  readonly email: string;
}

/** Expects that the person can sign in without much delay, and that nobody can guess for ever. */
async function expectBounded(app: TestApp, email: string): Promise<void> {
  const logIn = (password: string): Promise<Response> => at(app).post(LOGIN, { email, password });
  const waited = new Stopwatch();
  expect((await logIn(PASSWORD)).status).toBe(200);
  expect(waited.stop()).toBeLessThan(5000);
  for (let count = 0; count < 10; count++) {
    expectRefusal(await logIn('wrong'), 401, 'invalid_credentials');
  }
  expectRefusal(await logIn('wrong'), 429, 'too_many_requests');
  expectRefusal(await logIn(PASSWORD), 429, 'too_many_requests');
}

function limitsInRedis(url: string): void {
  /** Two instances; their databases differ, which the limits know nothing of. */
  let apps: [TestApp, TestApp];
  let redis: Redis;

  beforeAll(async () => {
    redis = new Redis(url);
    apps = [await startLimitedApp(), await startLimitedApp()];
  });

  afterAll(async () => {
    await Promise.all(apps.map((app) => app.stop()));
    await redis.quit();
  });

  async function accountInBoth(): Promise<Account> {
    const account = { id: newId(), email: `${randomUUID()}@example.com` };
    await Promise.all(apps.map((app) => app.factory.person(account)));
    return account;
  }

  const logIn = (app: TestApp, email: string, password: string, from = at(app)): Promise<Response> =>
    from.post(LOGIN, { email, password });

  async function fail(app: TestApp, times: number, email: string, from?: Client): Promise<void> {
    for (let count = 0; count < times; count++) {
      expect((await logIn(app, email, 'wrong', from)).status).toBe(401);
    }
  }

  it('count the failures at an account in both instances together', async () => {
    const { email } = await accountInBoth();
    await fail(apps[0], 6, email);
    await fail(apps[1], 4, email);
    for (const app of apps) {
      expectRefusal(await logIn(app, email, PASSWORD), 429, 'too_many_requests');
    }
  });

  it('let exactly ten of two hundred through that come to both instances at once', async () => {
    const { email } = await accountInBoth();
    const tries = Array.from({ length: 100 }, () => apps.map((app) => logIn(app, email, 'wrong'))).flat();
    const statuses = (await Promise.all(tries)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(10);
    expect(statuses.filter((status) => status === 429)).toHaveLength(190);
  });

  it('count the failures of a client address in both instances together', async () => {
    const address = newAddress();
    for (const app of apps) {
      const tries = Array.from({ length: 25 }, () => fail(app, 1, `${randomUUID()}@example.com`, at(app, address)));
      await Promise.all(tries);
    }
    const { email } = await accountInBoth();
    for (const app of apps) {
      expectRefusal(await logIn(app, email, PASSWORD, at(app, address)), 429, 'too_many_requests');
      expect((await logIn(app, email, PASSWORD)).status).toBe(200);
    }
  });

  it('store no e-mail address, and expire', async () => {
    const { id, email } = await accountInBoth();
    const unknown = `${randomUUID()}@example.com`;
    await fail(apps[0], 10, email);
    await fail(apps[0], 1, unknown);
    const keys = await redis.keys('atrium:sign-in-account:*');
    expect(keys).toContain(`atrium:sign-in-account:${id}`);
    expect(keys.join()).not.toContain(unknown.split('@', 1)[0]);
    const key = `atrium:sign-in-account:${id}`;
    expect(await redis.ttl(key)).toBeGreaterThan(840);
    await redis.expire(key, 100);
    const refused = await logIn(apps[1], email, PASSWORD);
    expectRefusal(refused, 429, 'too_many_requests');
    expect(refused.headers['retry-after']).toMatch(/^(\d\d|100)$/);
    await redis.pexpire(key, 1);
    await eventually(async () => (await redis.exists(key)) === 0);
    expect((await logIn(apps[1], email, PASSWORD)).status).toBe(200);
  });
}

function whileRedisIsAway(url: string): void {
  let app: TestApp;
  let proxy: TcpProxy;
  let redis: Redis;

  beforeAll(async () => {
    redis = new Redis(url);
    proxy = await TcpProxy.create(url);
    app = await startLimitedApp({ REDIS_URL: `redis://127.0.0.1:${String(proxy.port)}` });
  });

  beforeEach(async () => {
    await proxy.open();
    await eventually(isCountedInRedis);
  });

  afterAll(async () => {
    await proxy.cut();
    await app.stop();
    await redis.quit();
  });

  const logIn = (email: string, password = PASSWORD): Promise<Response> => at(app).post(LOGIN, { email, password });

  async function isCountedInRedis(): Promise<boolean> {
    const { id, email } = await app.factory.person();
    await logIn(email, 'wrong');
    return (await redis.exists(`atrium:sign-in-account:${id}`)) === 1;
  }

  it.each<[string, () => Promise<void>]>([
    ['is down', () => proxy.cut()],
    ['takes connections and says nothing', () => proxy.fallSilent()],
    [
      'is frozen',
      () => {
        proxy.freeze();
        return Promise.resolve();
      },
    ],
  ])('%s, people sign in, and failures are bounded all the same', async (_, goAway) => {
    const { email } = await app.factory.person();
    await goAway();
    await expectBounded(app, email);
  });
}

describe('While Redis was never there', () => {
  it('people sign in, and failures are bounded all the same', async () => {
    const app = await startLimitedApp({ REDIS_URL: `redis://127.0.0.1:${String(await freePort())}` });
    try {
      const { email } = await app.factory.person();
      await expectBounded(app, email);
    } finally {
      await app.stop();
    }
  });
});

const url = REDIS;
if (url !== undefined) {
  describe('Limits in Redis', () => {
    limitsInRedis(url);
  });
  describe('While Redis', () => {
    whileRedisIsAway(url);
  });
}
