import { setTimeout } from 'node:timers/promises';
import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import type pg from 'pg';
import { Config } from '../config/config.js';
import { Metrics } from '../metrics/metrics.js';
import { Tracing } from '../tracing/tracing.js';
import { Database, type Statement } from './database.js';
import { describeFailure } from './failures.js';
import { placeOf } from './place-of.js';
import { RecentWrites, SECONDS_OF_OWN_WRITES } from './recent-writes.js';
import { serverPool } from './server-pool.js';
import { timeLeft } from './time-limit.js';
import { tracePool } from './trace-pool.js';

/** Milliseconds by which the replica may be behind the primary. What a caller wrote that long ago, the replica has. */
const LONGEST_LAG_MS = SECONDS_OF_OWN_WRITES * 1000;

/** Milliseconds that a read waits for the replica. Then the primary does it. */
const LONGEST_READ_MS = 2_000;

/** Milliseconds between two measurements of the lag, while there are reads. */
const MEASURE_EVERY_MS = 1_000;

const REACHED =
  'SELECT pg_is_in_recovery() AS "isReplica", COALESCE(pg_last_wal_replay_lsn() >= $1::pg_lsn, false) AS "isReached"';

interface Reached {
  readonly isReplica: boolean;
  readonly isReached: boolean;
}

/** A position of the primary's log, and the time when it was there. */
interface Position {
  readonly lsn: string;
  readonly at: number;
}

/**
 * A replica of the database (`DATABASE_REPLICA_URL`), for reads that may be a few seconds old. Whether the replica serves a read
 * is decided here alone:
 *
 * - It is at most 10 seconds behind the primary, by the last measurement.
 * - The caller has changed nothing for 10 seconds, so callers read what they wrote.
 *
 * Otherwise, and when the replica fails or does not answer in 2 seconds, the primary does the read.
 */
@Injectable()
export class Replica implements OnApplicationShutdown {
  /** Undefined: there is no replica. */
  readonly pool: pg.Pool | undefined;
  private readonly place: string;
  private readonly logger = new Logger('Replica');
  /** The age of the replica's state: it has all that was committed by then, a time of `performance.now()`. */
  private asOf = -Infinity;
  /** The position that the replica is expected to reach. */
  private next: Position | undefined;
  private lastMeasurement = -Infinity;
  private isUsable = true;

  constructor(
    config: Config,
    private readonly primary: Database,
    private readonly writes: RecentWrites,
    private readonly metrics: Metrics,
    tracing: Tracing,
  ) {
    const { databaseReplicaUrl } = config;
    this.place = databaseReplicaUrl === undefined ? '' : placeOf(databaseReplicaUrl);
    this.pool = databaseReplicaUrl === undefined ? undefined : serverPool(config, databaseReplicaUrl);
    if (this.pool) {
      tracePool(this.pool, tracing);
      this.pool.on('error', (error) => {
        this.logger.warn(`An idle connection to the replica was lost: ${error.message}`);
      });
    }
  }

  /** Measures the replica for the first time, and warns about a database that is no replica. */
  async begin(): Promise<void> {
    if (this.pool && (await this.measure()) === false) {
      this.logger.warn(
        `The database at ${this.place} is no replica: it is not in recovery. Its lag is unknown (DATABASE_REPLICA_URL).`,
      );
    }
  }

  /** Whether a read of the running request goes to the replica. */
  async serves(): Promise<boolean> {
    if (!this.pool) {
      return false;
    }
    const now = performance.now();
    if (now - this.lastMeasurement > MEASURE_EVERY_MS) {
      void this.measure();
    }
    const isFresh = now - this.asOf <= LONGEST_LAG_MS;
    if (isFresh && !(await this.writes.hasCaller())) {
      return true;
    }
    this.metrics.replicaReads.inc({ result: isFresh ? 'own_write' : 'behind' });
    return false;
  }

  /** Reads from the replica. @throws what `read` throws, and after 2 seconds an error that `isDatabaseUnavailable` recognizes */
  async run<T>(read: () => Promise<T>): Promise<T> {
    const result = await within(LONGEST_READ_MS, read());
    this.metrics.replicaReads.inc({ result: 'served' });
    return result;
  }

  /** Records that the primary does a read that the replica failed to do. The next read measures the replica. */
  failed(): void {
    this.metrics.replicaReads.inc({ result: 'failed' });
    this.lastMeasurement = -Infinity;
  }

  /** Runs a named prepared statement. @throws an error when the request has used its time */
  async query<Row extends pg.QueryResultRow>(statement: Statement, values: readonly unknown[]): Promise<Row[]> {
    timeLeft(this.primary.longestRequest);
    const { rows = [] } = (await this.pool?.query<Row>({ ...statement, values: [...values] })) ?? {};
    return rows;
  }

  /** Measures how old the replica is. @returns whether it is a replica. Undefined: this cannot be found out */
  async measure(): Promise<boolean | undefined> {
    this.lastMeasurement = performance.now();
    try {
      this.next ??= await this.position();
    } catch {
      // Without the primary, no request is answered.
      return undefined;
    }
    try {
      return await within(LONGEST_READ_MS, this.compare(this.next));
    } catch (error) {
      this.asOf = -Infinity;
      this.declare(false, `cannot serve reads (${describeFailure(error)})`);
      return undefined;
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool?.end();
  }

  private async position(): Promise<Position> {
    const at = performance.now();
    const { rows } = await this.primary.pool.query<{ lsn: string }>('SELECT pg_current_wal_insert_lsn() AS lsn');
    return { lsn: rows[0]?.lsn ?? '', at };
  }

  /** Whether the replica has reached the position by now. It does not wait for it. */
  private async compare({ lsn, at }: Position): Promise<boolean> {
    const asked = performance.now();
    const rows = await this.pool?.query<Reached>(REACHED, [lsn]);
    const { isReplica = false, isReached = false } = rows?.rows[0] ?? {};
    if (!isReplica || isReached) {
      this.asOf = at;
      this.next = undefined;
      this.declare(true);
    } else if (asked - at > LONGEST_LAG_MS) {
      // The position of a primary before a failover may never be reached.
      this.next = undefined;
      this.declare(false, `is more than ${SECONDS_OF_OWN_WRITES.toString()} s behind`);
    }
    return isReplica;
  }

  /** Logs when the replica ceases to serve reads, and when it serves them again. */
  private declare(isUsable: boolean, reason = ''): void {
    if (isUsable === this.isUsable) {
      return;
    }
    this.isUsable = isUsable;
    if (isUsable) {
      this.logger.log(`The replica at ${this.place} serves reads again`);
    } else {
      this.logger.warn(`The replica at ${this.place} ${reason}. The primary serves all reads.`);
    }
  }
}

/** Whether the database of the pool is a replica, as PostgreSQL knows it. */
export async function isInRecovery(pool: pg.Pool): Promise<boolean> {
  const { rows } = await pool.query<{ isReplica: boolean }>('SELECT pg_is_in_recovery() AS "isReplica"');
  return rows[0]?.isReplica ?? false;
}

/** The result of `work`, unless it takes longer. @throws an error that `isDatabaseUnavailable` recognizes */
async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  const timer = new AbortController();
  const late = setTimeout(milliseconds, undefined, { signal: timer.signal }).then(() => {
    const error = new Error(`The replica has not answered for ${(milliseconds / 1000).toString()} s`);
    throw Object.assign(error, { code: 'ETIMEDOUT' });
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    timer.abort();
  }
}
