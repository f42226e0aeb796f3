import { Logger } from '@nestjs/common';
import { readConfig } from '../../src/core/config/config.js';
import { runInContext } from '../../src/core/http/request-context.js';
import { NO_METRICS } from '../../src/core/metrics/metrics.js';
import { NO_TRACING } from '../../src/core/tracing/no-tracing.js';
import type { Database } from '../../src/core/prisma/database.js';
import { PrismaService } from '../../src/core/prisma/prisma.service.js';
import { RecentWrites } from '../../src/core/prisma/recent-writes.js';
import { Replica } from '../../src/core/prisma/replica.js';

/** Nothing listens there: these tests say what the databases answer. */
const URL_OF_NONE = 'postgresql://postgres@127.0.0.1:1/none';

const config = readConfig({ NODE_ENV: 'test', DATABASE_URL: URL_OF_NONE, DATABASE_REPLICA_URL: URL_OF_NONE });

const { now: realNow } = performance as { now: () => number };
const { log: realLog, warn: realWarn } = Logger.prototype as object as Record<'log' | 'warn', () => void>;

let now = 0;
/** What the replica answers about its lag, and the positions that the primary gives. */
let state: { isReplica: boolean; isReached: boolean } | Error;
let positions: number;
let asked: unknown[];
let replica: Replica;
let writes: RecentWrites;
let primary: Database;
const logged: string[] = [];

beforeEach(() => {
  now = 1_000_000;
  positions = 0;
  asked = [];
  logged.length = 0;
  state = { isReplica: true, isReached: true };
  performance.now = () => now;
  Logger.prototype.log = (text: unknown) => void logged.push(`log ${String(text)}`);
  Logger.prototype.warn = (text: unknown) => void logged.push(`warn ${String(text)}`);
  const query = (): Promise<unknown> => Promise.resolve({ rows: [{ lsn: `0/${String(++positions)}` }] });
  primary = { pool: { query }, longestRequest: Infinity } as unknown as Database;
  writes = new RecentWrites();
  replica = new Replica(config, primary, writes, NO_METRICS, NO_TRACING);
  Object.assign(replica.pool ?? {}, {
    query: (_: string, values: unknown[]) => {
      asked.push(...values);
      return state instanceof Error ? Promise.reject(state) : Promise.resolve({ rows: [state] });
    },
  });
});

afterEach(async () => {
  performance.now = realNow;
  Object.assign(Logger.prototype, { log: realLog, warn: realWarn });
  await replica.onApplicationShutdown();
});

const after = (seconds: number): void => {
  now += seconds * 1000;
};

const asCaller = <T>(callerId: string, work: () => T): T =>
  runInContext({ requestId: 'request', remoteIp: '127.0.0.1', userAgent: '', callerId }, work);

describe('A replica', () => {
  it('serves no reads before its lag was measured', async () => {
    expect(await replica.serves()).toBe(false);
  });

  it('serves reads for ten seconds after it had reached the position of the primary', async () => {
    await replica.measure();
    after(10);
    // A measurement that the read below starts changes what the next read gets.
    state = { isReplica: true, isReached: false };
    expect(await replica.serves()).toBe(true);
    after(0.001);
    expect(await replica.serves()).toBe(false);
  });

  it('is as old as the position that it has reached, not as the answer', async () => {
    state = { isReplica: true, isReached: false };
    await replica.measure();
    after(9);
    state = { isReplica: true, isReached: true };
    await replica.measure();
    expect(await replica.serves()).toBe(true);
    after(1.001);
    state = { isReplica: true, isReached: false };
    expect(await replica.serves()).toBe(false);
    expect(asked.slice(0, 2)).toEqual(['0/1', '0/1']);
  });

  it('that stays behind is logged once, and expected to reach a later position', async () => {
    state = { isReplica: true, isReached: false };
    await replica.measure();
    after(10.001);
    await replica.measure();
    await replica.measure();
    expect(asked).toEqual(['0/1', '0/1', '0/2']);
    expect(logged).toEqual([expect.stringMatching(/^warn The replica at 127.0.0.1:1\/none is more than 10 s behind/)]);
    state = { isReplica: true, isReached: true };
    await replica.measure();
    expect(logged).toEqual([expect.anything(), 'log The replica at 127.0.0.1:1/none serves reads again']);
    expect(await replica.serves()).toBe(true);
  });

  it('that was not measured for long, as there were no reads, is not called behind', async () => {
    await replica.measure();
    after(3600);
    expect(await replica.serves()).toBe(false);
    // The read has started a measurement.
    await new Promise((resolve) => setImmediate(resolve));
    expect(logged).toEqual([]);
    expect(await replica.serves()).toBe(true);
  });

  it('is measured once a second at most', async () => {
    await replica.measure();
    after(1);
    await replica.serves();
    expect(asked).toHaveLength(1);
    after(0.001);
    await replica.serves();
    await replica.serves();
    expect(asked).toHaveLength(2);
  });

  it('is not accused when the primary does not answer', async () => {
    Object.assign(primary.pool, { query: () => Promise.reject(new Error('no primary')) });
    expect(await replica.measure()).toBeUndefined();
    expect(logged).toEqual([]);
  });

  it('that fails serves no reads until a measurement succeeds', async () => {
    await replica.measure();
    state = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
    await replica.measure();
    expect(await replica.serves()).toBe(false);
    state = { isReplica: true, isReached: true };
    await replica.measure();
    expect(await replica.serves()).toBe(true);
  });

  it.each([
    ['warns about a database that is not in recovery', false, 1],
    ['accepts a database in recovery without a warning', true, 0],
  ])('%s', async (_, isReplica, warnings) => {
    state = { isReplica, isReached: isReplica };
    await replica.begin();
    expect(logged.filter((line) => line.includes('is no replica'))).toHaveLength(warnings);
    expect(await replica.serves()).toBe(true);
  });

  it('does not serve a caller for ten seconds after a change, but other callers', async () => {
    await replica.measure();
    await asCaller('a', () => writes.add());
    expect(await asCaller('a', () => replica.serves())).toBe(false);
    expect(await asCaller('b', () => replica.serves())).toBe(true);
    after(10);
    await replica.measure();
    expect(await asCaller('a', () => replica.serves())).toBe(true);
  });

  it('takes part in no transaction', async () => {
    const prisma = new PrismaService(primary, replica);
    await replica.measure();
    await expect(prisma.list(() => prisma.transaction(() => Promise.resolve()))).rejects.toThrow(
      'A list begins no transaction',
    );
  });

  it('passes on an error of the read itself, without a second try', async () => {
    const prisma = new PrismaService(primary, replica);
    await replica.measure();
    let reads = 0;
    const read = (): Promise<never> => Promise.reject(new Error(`a wrong statement: ${String(++reads)}`));
    await expect(prisma.list(read)).rejects.toThrow('a wrong statement: 1');
    expect(reads).toBe(1);
  });
});

describe('Recent writes', () => {
  const redisOf = (commands: object): RecentWrites => new RecentWrites(commands as never);

  it('are shared by instances in Redis for ten seconds', async () => {
    const stored = new Map<string, unknown[]>();
    const redis = {
      set: (key: string, ...rest: unknown[]) => Promise.resolve(stored.set(key, rest)),
      exists: (key: string) => Promise.resolve(stored.has(key) ? 1 : 0),
    };
    await asCaller('a', () => redisOf(redis).add());
    expect([...stored]).toEqual([['atrium:wrote:a', ['', 'EX', 10]]]);
    expect(await asCaller('a', () => redisOf(redis).hasCaller())).toBe(true);
    expect(await asCaller('b', () => redisOf(redis).hasCaller())).toBe(false);
  });

  it('count as there while Redis does not answer, and a change is recorded without it', async () => {
    const fail = (): Promise<never> => Promise.reject(new Error('no Redis'));
    const without = redisOf({ set: fail, exists: fail });
    expect(await asCaller('a', () => without.hasCaller())).toBe(true);
    await asCaller('a', () => without.add());
    expect(await asCaller('a', () => without.hasCaller())).toBe(true);
  });
});
