import { setTimeout } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { readConfig } from '../../src/core/config/config.js';
import { Encryption } from '../../src/core/crypto/encryption.js';
import type { AutoResetEvent } from '../../src/core/jobs/auto-reset-event.js';
import { JobWorker } from '../../src/core/jobs/job-worker.js';
import { Jobs } from '../../src/core/jobs/jobs.js';
import { SealedColumns } from '../../src/core/crypto/sealed-columns.js';
import { Database } from '../../src/core/prisma/database.js';
import type { Job } from '../../src/core/prisma/generated/client.js';
import { PrismaService } from '../../src/core/prisma/prisma.service.js';
import { createTestDatabase, type TestDatabase } from '../support/database/template.js';
import { eventually } from '../support/time/eventually.js';

/** Milliseconds; longer than a test waits. */
const LONGER = 90_000;

let testDatabase: TestDatabase;
let database: Database;
let prisma: PrismaService;
let encryption: Encryption;
let workers: JobWorker[];
let worker: JobWorker;
let jobs: Jobs;
/** What the handler of the kind "work" was given. */
let done: unknown[];
let logged: string[];
/** When the test did. */
let began: number;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  const config = readConfig({ NODE_ENV: 'test', ...testDatabase.variables });
  database = new Database(config);
  prisma = new PrismaService(database);
  encryption = new Encryption(config);
});

beforeEach(() => {
  logged = [];
  const note =
    (level: string) =>
    (message: unknown): void =>
      void logged.push(`${level}: ${String(message)}`);
  Logger.overrideLogger({ log: note('log'), warn: note('warn'), error: note('error') });
  workers = [];
  worker = makeWorker();
  jobs = new Jobs(prisma, encryption, worker, new SealedColumns());
  done = [];
  began = Date.now();
});

afterEach(async () => {
  await Promise.all(workers.map((each) => each.beforeApplicationShutdown()));
  await prisma.db.job.deleteMany();
});

afterAll(async () => {
  await database.onApplicationShutdown();
  await testDatabase.remove();
});

/** A worker as another instance has it. It is stopped after the test. */
function makeWorker(): JobWorker {
  const made = new JobWorker(database, encryption);
  made.register('work', async (payload) => Promise.resolve(void done.push(payload)));
  workers.push(made);
  return made;
}

async function onlyJob(): Promise<Job> {
  return prisma.db.job.findFirstOrThrow();
}

async function isEmpty(): Promise<boolean> {
  return (await prisma.db.job.count()) === 0;
}

/** Lets the waiting time of every job pass. */
async function passTime(): Promise<void> {
  await prisma.db.job.updateMany({ data: { runAt: new Date(Date.now() - 1000) } });
  workers.forEach((each) => each.wake());
}

/** Milliseconds from the beginning of the test to the time when the only job is due, and from now. */
async function delays(): Promise<[fromBeginning: number, fromNow: number]> {
  const due = (await onlyJob()).runAt.getTime();
  return [due - began, due - Date.now()];
}

/** From now on the worker looks for jobs when it is woken, and at no other time. */
function lookOnlyWhenWoken({ bell }: { bell: AutoResetEvent }): void {
  const sleep = bell.sleep.bind(bell);
  bell.sleep = () => sleep(LONGER);
}

/** The database refuses every statement outside of transactions, until the returned function is called. */
function takeDatabaseAway(): () => void {
  const refused = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
  Object.assign(database.pool, { query: () => Promise.reject(refused) });
  return () => void Reflect.deleteProperty(database.pool, 'query');
}

describe('A job', () => {
  it('is done once its transaction has committed, without waiting for the next look, and then it is gone', async () => {
    lookOnlyWhenWoken(worker as unknown as { bell: AutoResetEvent });
    worker.start();
    await prisma.transaction(async () => {
      await jobs.enqueue('work', { number: 1 });
      await setTimeout(50);
      expect(done).toEqual([]);
    });
    await eventually(() => done.length > 0);
    expect(done).toEqual([{ number: 1 }]);
    await eventually(isEmpty);
  });

  it('does not exist when its transaction is rolled back', async () => {
    worker.start();
    const rolledBack = prisma.transaction(async () => {
      await jobs.enqueue('work', 'never');
      throw new Error('changed my mind');
    });
    await expect(rolledBack).rejects.toThrow('changed my mind');
    await jobs.enqueue('work', 'after');
    await eventually(() => done.length > 0);
    expect(done).toEqual(['after']);
  });

  it('waits until it is due', async () => {
    worker.start();
    await jobs.enqueue('work', 'later', { delay: 3_600 });
    await jobs.enqueue('work', 'now');
    await eventually(() => done.length > 0);
    expect(done).toEqual(['now']);
    expect((await onlyJob()).runAt.getTime()).toBeGreaterThan(Date.now() + 3_000_000);
  });

  it('cannot be read in the table', async () => {
    await jobs.enqueue('work', { secret: 'hush hush' });
    const { payloadSealed } = await onlyJob();
    expect(Buffer.from(payloadSealed ?? []).toString('latin1')).not.toMatch(/secret|hush/);
  });

  it('stays for another instance when this one has no handler for it', async () => {
    worker.start();
    await jobs.enqueue('newer', {});
    await jobs.enqueue('work', {});
    await eventually(() => done.length > 0);
    await eventually(async () => (await prisma.db.job.count()) === 1);
    expect(await onlyJob()).toMatchObject({ kind: 'newer', attempts: 0 });
  });

  it('is done once by any number of workers', async () => {
    const another = makeWorker();
    await prisma.transaction(async () => {
      for (let number = 0; number < 50; number++) {
        await jobs.enqueue('work', number);
      }
    });
    worker.start();
    another.start();
    await eventually(isEmpty);
    expect(done).toHaveLength(50);
    expect(new Set(done).size).toBe(50);
  });

  it('is taken over when the instance that had it died', async () => {
    await jobs.enqueue('work', 'orphan');
    await prisma.db.job.updateMany({ data: { attempts: 1, runAt: new Date(Date.now() + 120_000) } });
    worker.start();
    await setTimeout(100);
    expect(done).toEqual([]);
    await passTime();
    await eventually(isEmpty);
    expect(done).toEqual(['orphan']);
  });

  it('that was taken over is not changed by its former worker', async () => {
    worker.register('slow', async () => {
      await prisma.db.job.updateMany({ data: { attempts: { increment: 1 } } });
    });
    worker.start();
    await jobs.enqueue('slow', {});
    await eventually(async () => (await onlyJob()).attempts === 2);
    await worker.beforeApplicationShutdown();
    expect(await onlyJob()).toMatchObject({ attempts: 2, lastError: null, failedAt: null });
  });
});

describe('A job that fails', () => {
  let isMended: boolean;

  beforeEach(async () => {
    isMended = false;
    worker.register('frail', async (payload) => {
      if (!isMended) {
        throw new Error('It broke');
      }
      return Promise.resolve(void done.push(payload));
    });
    await jobs.enqueue('frail', { secret: 'hush' });
  });

  it('is tried again later, and the table tells why', async () => {
    worker.start();
    await eventually(async () => (await onlyJob()).lastError !== null);
    const { attempts, lastError, failedAt } = await onlyJob();
    expect({ attempts, lastError, failedAt }).toEqual({ attempts: 1, lastError: 'It broke', failedAt: null });
    const [fromBeginning, fromNow] = await delays();
    expect(fromBeginning).toBeGreaterThan(4_900);
    expect(fromNow).toBeLessThan(6_300);
    isMended = true;
    await passTime();
    await eventually(isEmpty);
    expect(done).toEqual([{ secret: 'hush' }]);
  });

  it('waits longer each time, up to an hour', async () => {
    await prisma.db.job.updateMany({ data: { attempts: 9 } });
    worker.start();
    await eventually(async () => (await onlyJob()).lastError !== null);
    const [fromBeginning, fromNow] = await delays();
    expect(fromBeginning).toBeGreaterThan(2_800_000);
    expect(fromNow).toBeLessThanOrEqual(3_600_000);
  });

  it('is given up after twelve tries, stays to be looked at, and is told as an error', async () => {
    await prisma.db.job.updateMany({ data: { attempts: 11 } });
    worker.start();
    await eventually(async () => (await onlyJob()).failedAt !== null);
    isMended = true;
    await passTime();
    await setTimeout(100);
    expect(await onlyJob()).toMatchObject({ attempts: 12, lastError: 'It broke' });
    const [error] = logged.filter((line) => line.startsWith('error'));
    expect(error).toMatch(/^error: The try 12 of the job frail [\w-]+ failed: It broke\. It was the last\.$/);
    expect(logged.join()).not.toContain('hush');
  });

  it('is not run once more when it took its process along at the last try', async () => {
    isMended = true;
    await prisma.db.job.updateMany({ data: { attempts: 12 } });
    worker.start();
    await eventually(async () => (await onlyJob()).failedAt !== null);
    expect(done).toEqual([]);
  });
});

describe('The worker', () => {
  it('does four jobs of a kind at a time, and lets none of another kind wait for them', async () => {
    let started = 0;
    let finish = (): void => undefined;
    const finished = new Promise<void>((resolve) => (finish = resolve));
    worker.register('hanging', async () => {
      started++;
      await finished;
    });
    worker.start();
    for (let count = 0; count < 6; count++) {
      await jobs.enqueue('hanging', {});
    }
    await jobs.enqueue('work', 'meanwhile');
    await eventually(() => done.length > 0);
    expect(started).toBe(4);
    finish();
    await eventually(isEmpty);
    expect(started).toBe(6);
  });

  it('gives up a job that takes too long, and tells it so', async () => {
    const limit = new AbortController();
    const timeout = AbortSignal.timeout.bind(AbortSignal);
    AbortSignal.timeout = () => limit.signal;
    let given: AbortSignal | undefined;
    worker.register('endless', async (_payload, { signal }) => {
      given = signal;
      await new Promise(() => undefined);
    });
    worker.start();
    await jobs.enqueue('endless', {});
    await eventually(() => given !== undefined);
    AbortSignal.timeout = timeout;
    limit.abort();
    await eventually(async () => (await onlyJob()).lastError === 'It took too long');
    expect(given?.aborted).toBe(true);
  });

  it('waits for a database that is away, and says so once', async () => {
    worker.start();
    await jobs.enqueue('work', 'first');
    await eventually(isEmpty);
    const bringBack = takeDatabaseAway();
    for (let looks = 0; looks < 5; looks++) {
      worker.wake();
      await setTimeout(20);
    }
    await eventually(() => logged.length > 0);
    bringBack();
    await jobs.enqueue('work', 'second');
    await eventually(() => done.length > 1);
    expect(logged).toEqual([
      'warn: Jobs wait, because none can be taken: connect ECONNREFUSED',
      'log: Jobs are taken again',
    ]);
  });

  it('does not do a job again because the database was away when it had been done', async () => {
    let runs = 0;
    let bringBack = (): void => undefined;
    worker.register('interrupted', async () => {
      runs++;
      bringBack = takeDatabaseAway();
      return Promise.resolve();
    });
    worker.start();
    await jobs.enqueue('interrupted', {});
    await eventually(() => runs > 0);
    await setTimeout(100);
    bringBack();
    await eventually(isEmpty);
    expect(runs).toBe(1);
  });

  it('lets the jobs under way end before it stops, and takes no more', async () => {
    let isUnderWay = false;
    worker.register('slow', async (payload) => {
      isUnderWay = true;
      await setTimeout(300);
      done.push(payload);
    });
    worker.start();
    await jobs.enqueue('slow', 'under way');
    await eventually(() => isUnderWay);
    await worker.beforeApplicationShutdown();
    expect(done).toEqual(['under way']);
    expect(await isEmpty()).toBe(true);
    await jobs.enqueue('work', 'too late');
    await setTimeout(100);
    expect(done).toEqual(['under way']);
  });
});

describe('Periodic work', () => {
  let runs: number;

  beforeEach(() => {
    runs = 0;
    const another = makeWorker();
    for (const each of [worker, another]) {
      each.every('clean-up', 600, async () => {
        await setTimeout(50);
        runs++;
      });
      each.start();
    }
  });

  it('is done once an interval, however many instances there are', async () => {
    await eventually(async () => runs > 0 && (await onlyJob()).attempts === 0);
    workers.forEach((each) => each.wake());
    await setTimeout(200);
    expect(runs).toBe(1);
    expect((await delays())[0]).toBeGreaterThan(599_900);
    await passTime();
    await eventually(() => runs > 1);
    await setTimeout(200);
    expect(runs).toBe(2);
    expect(await prisma.db.job.count()).toBe(1);
  });

  it('has no sealed payload, also where an earlier version gave it one that no key opens', async () => {
    await eventually(async () => runs > 0 && (await onlyJob()).attempts === 0);
    await prisma.db.job.updateMany({ data: { payloadSealed: new Uint8Array(40) } });
    worker.every('clean-up', 600, async () => {
      runs++;
      return Promise.resolve();
    });
    await eventually(async () => (await onlyJob()).payloadSealed === null);
    await passTime();
    await eventually(() => runs > 1);
    expect((await onlyJob()).lastError).toBeNull();
  });

  it('is never given up', async () => {
    await eventually(async () => runs > 0 && (await onlyJob()).attempts === 0);
    workers.forEach((each) => each.every('clean-up', 600, () => Promise.reject(new Error('It broke'))));
    await prisma.db.job.updateMany({ data: { attempts: 20 } });
    await passTime();
    await eventually(async () => (await onlyJob()).lastError !== null);
    expect((await onlyJob()).failedAt).toBeNull();
    expect((await delays())[1]).toBeLessThanOrEqual(3_600_000);
  });
});
