import { availableParallelism } from 'node:os';
import type { Response } from 'supertest';
import { Passwords } from '../../src/core/crypto/passwords.js';
import { TestApp } from '../support/app.js';
import { PASSWORD } from '../support/factory.js';
import { expectRefusal } from '../support/refusals.js';

const LOGIN = '/api/v1/auth/login';

/** What takes work in. */
interface Queue {
  enqueue: (work: () => Promise<void>) => Promise<void>;
}

/** Keeps every thread hashing and the queue full, until it is stopped. */
class Crowd {
  /** Milliseconds that each of its hashes took. */
  readonly times: number[] = [];
  private readonly passwords = new Passwords();
  private readonly work: Promise<void>[] = [];
  private stopped = false;

  constructor(private readonly queue: Queue) {
    for (let thread = 0; thread < availableParallelism(); thread++) {
      this.ask(() => this.hashOn());
    }
    while (this.ask(() => Promise.resolve()));
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

  /** @returns false when too many wait already */
  private ask(work: () => Promise<void>): boolean {
    try {
      this.work.push(this.queue.enqueue(work));
      return true;
    } catch {
      return false;
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
    crowd = new Crowd(app.nest.get<unknown, Queue>(Passwords));
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

  it('whoever needs one more hash is told to come back', async () => {
    const email = 'newcomer@example.com';
    expectBusy(await app.anonymous.post(LOGIN, { email, password: PASSWORD }));
    expectBusy(await app.anonymous.post('/api/v1/auth/register', { email, password: PASSWORD }));
    expect(await app.prisma.db.oneTimeToken.count()).toBe(0);
  });

  it('a password cannot be changed, but the session goes on', async () => {
    const client = await app.signedIn(await app.factory.person());
    const passwords = { currentPassword: PASSWORD, newPassword: 'another password of mine' };
    expectBusy(await client.patch('/api/v1/users/me/password', passwords));
    expectBusy(await client.post('/api/v1/auth/step-up', { method: 'password', password: PASSWORD }));
    expect((await client.get('/api/v1/user')).status).toBe(200);
  });

  it('nobody is held to have failed, and once they are gone everybody signs in', async () => {
    const { email } = await app.factory.person();
    for (let count = 0; count < 12; count++) {
      expectBusy(await app.anonymous.post(LOGIN, { email, password: PASSWORD }));
    }
    await crowd.stop();
    expect((await app.anonymous.post(LOGIN, { email, password: PASSWORD })).status).toBe(200);
    expect(await app.prisma.db.auditEvent.count({ where: { action: 'authentication.failed' } })).toBe(0);
  });
});
