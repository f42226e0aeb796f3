import { EventEmitter, once } from 'node:events';
import type { LimitFunction } from 'p-limit';
import type { Response } from 'supertest';
import { Passwords } from '../../src/core/crypto/passwords.js';
import type { HashQueue } from '../../src/core/metrics/metrics.js';
import { TestApp } from '../support/app/app.js';
import { PASSWORD } from '../support/data/factory.js';
import { expectRefusal } from '../support/expectations/refusals.js';

const LOGIN = '/api/v1/auth/login';

/** The queues of the service under test. */
interface Queueing {
  readonly queues: Readonly<Record<HashQueue, LimitFunction>>;
}

/** Waiting hashes that a queue takes; whoever comes next is refused. */
const LONGEST_QUEUE = 200;

/** Fills the queue with work that waits. @returns what lets it end */
function fill(queue: LimitFunction): () => Promise<void> {
  const released = new EventEmitter();
  const wait = () => once(released, 'release');
  const work = [
    ...Array.from({ length: queue.concurrency }, () => queue(wait)),
    ...Array.from({ length: LONGEST_QUEUE }, () => queue(() => Promise.resolve())),
  ];
  return async () => {
    released.emit('release');
    await Promise.all(work);
  };
}

/** Keeps every thread hashing and the queue full, until it is stopped. */
class Crowd {
  /** Milliseconds that each of its hashes took. */
  readonly times: number[] = [];
  private readonly passwords = new Passwords();
  private readonly work: Promise<void>[];
  private stopped = false;

  constructor(queue: LimitFunction) {
    const threads = Array.from({ length: queue.concurrency }, () => queue(() => this.hashOn()));
    const waiting = Array.from({ length: LONGEST_QUEUE }, () => queue(() => Promise.resolve()));
    this.work = [...threads, ...waiting];
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await Promise.all(this.work);
  }

  private async hashOn(): Promise<void> {
    while (!this.stopped) {
      const before = performance.now();
      await this.passwords.hash('one of the crowd');
      this.times.push(performance.now() - before);
    }
  }
}

function expectBusy(response: Response): void {
  expectRefusal(response, 503, 'unavailable');
  expect(response.headers['retry-after']).toBe('5');
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Infinity;
}

describe('While more passwords wait than can be hashed', () => {
  let app: TestApp;
  let crowd: Crowd;

  beforeAll(async () => {
    app = await TestApp.start();
    await app.factory.person();
    crowd = new Crowd(app.nest.get<unknown, Queueing>(Passwords).queues.sign_in);
  });

  afterAll(() => app.stop());

  it('the service says within a tenth of a second that it lives', async () => {
    const times: number[] = [];
    while (times.length < 50) {
      const before = performance.now();
      expect((await fetch(`${app.baseUrl}/health/live`)).status).toBe(200);
      times.push(performance.now() - before);
    }
    // A hash that held up the others would do so for as long as it takes, and on a busy machine that is longer.
    expect(median(times)).toBeLessThan(Math.max(100, median(crowd.times)));
  });

  it('one more request for a hash is asked to retry later', async () => {
    expectBusy(await app.anonymous.post(LOGIN, { email: 'nobody@example.com', password: PASSWORD }));
  });

  it('a password cannot be changed, but the session goes on', async () => {
    const client = await app.signedIn(await app.factory.person());
    const passwords = { currentPassword: PASSWORD, newPassword: 'another password of mine' };
    expectBusy(await client.patch('/api/v1/users/me/password', passwords));
    expectBusy(await client.post('/api/v1/auth/step-up', { method: 'password', password: PASSWORD }));
    expect((await client.get('/api/v1/user')).status).toBe(200);
  });

  it('no failure is counted, and later sign-ins succeed', async () => {
    const { email } = await app.factory.person();
    for (let count = 0; count < 12; count++) {
      expectBusy(await app.anonymous.post(LOGIN, { email, password: PASSWORD }));
    }
    await crowd.stop();
    expect((await app.anonymous.post(LOGIN, { email, password: PASSWORD })).status).toBe(200);
    expect(await app.prisma.db.auditEvent.count({ where: { action: 'authentication.failed' } })).toBe(0);
  });
});

describe('While more registrations wait than can be hashed', () => {
  const newcomer = { email: 'newcomer@example.com', password: PASSWORD };
  let app: TestApp;
  let release: () => Promise<void>;

  beforeAll(async () => {
    app = await TestApp.start();
    release = fill(app.nest.get<unknown, Queueing>(Passwords).queues.registration);
  });

  afterAll(() => app.stop());

  it('a registration is asked to retry later, and nothing is stored', async () => {
    expectBusy(await app.anonymous.post('/api/v1/auth/register', newcomer));
    expect(await app.prisma.db.oneTimeToken.count()).toBe(0);
  });

  it('a sign-in does not wait behind them', async () => {
    const { email } = await app.factory.person();
    expect((await app.anonymous.post(LOGIN, { email, password: PASSWORD })).status).toBe(200);
  });

  it('a password change succeeds', async () => {
    const client = await app.signedIn(await app.factory.person());
    const passwords = { currentPassword: PASSWORD, newPassword: 'another password of mine' };
    expect((await client.patch('/api/v1/users/me/password', passwords)).status).toBe(200);
  });

  it('later registrations succeed', async () => {
    await release();
    expect((await app.anonymous.post('/api/v1/auth/register', newcomer)).status).toBe(202);
  });
});
