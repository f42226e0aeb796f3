import { join } from 'node:path';
import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import { Config } from '../config/config.js';
import { Metrics, NO_METRICS } from '../metrics/metrics.js';
import { NO_TRACING } from '../tracing/no-tracing.js';
import { Tracing } from '../tracing/tracing.js';
import { EmbeddedDatabase } from './embedded.js';
import { measurePool } from './measure-pool.js';
import { serverPool } from './server-pool.js';
import { copySnapshot } from './snapshot.js';
import { timeLeft } from './time-limit.js';
import { tracePool } from './trace-pool.js';

/** A statement of the hot path. Its name makes PostgreSQL parse and plan it once a connection. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

/**
 * The one pool of the process. Prisma's adapter and the few hand-written statements share it, so that a statement every
 * request runs does not pay for Prisma's client (0.3 to 0.5 ms of CPU a query; a named prepared statement costs a tenth).
 */
@Injectable()
export class Database implements OnApplicationShutdown {
  readonly pool: pg.Pool;
  readonly embedded: EmbeddedDatabase | undefined;
  /** Milliseconds that waiting for a connection takes at most. The pool gives up a little earlier, with the reason. */
  readonly longestWait: number;
  /** Milliseconds in which the statements of a request must have begun. */
  readonly longestRequest: number;
  private readonly logger = new Logger('Database');

  constructor(config: Config, metrics: Metrics = NO_METRICS, tracing: Tracing = NO_TRACING) {
    this.embedded = config.databaseUrl
      ? undefined
      : new EmbeddedDatabase(join(config.dataDir, 'db'), { make: copySnapshot });
    this.pool = this.embedded ? embeddedPool(this.embedded, config) : serverPool(config, config.databaseUrl);
    measurePool(this.pool, metrics);
    tracePool(this.pool, tracing);
    this.longestWait = config.databasePoolTimeout * 1000 + 1000;
    this.longestRequest = config.databaseStatementTimeout * 1000 || Infinity;
    // Without a listener, PostgreSQL closing an idle connection (a restart, an administrator) would end the process.
    this.pool.on('error', (error) => {
      this.logger.warn(`An idle database connection was lost: ${error.message}`);
    });
  }

  /** Runs a named prepared statement outside any transaction. @throws an error when the request has used its time */
  async query<Row extends pg.QueryResultRow>(statement: Statement, values: readonly unknown[]): Promise<Row[]> {
    timeLeft(this.longestRequest);
    const { rows } = await this.pool.query<Row>({ name: statement.name, text: statement.text, values: [...values] });
    return rows;
  }

  /** Resolves when the database answers. @throws the driver's error when it does not */
  async ping(): Promise<void> {
    await this.pool.query('SELECT 1');
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
    await this.embedded?.close();
  }
}

/**
 * A pool of the one connection that an embedded database has. Locks are never waited for: there is no other connection.
 */
export function embeddedPool(
  embedded: EmbeddedDatabase,
  { databasePoolTimeout }: Pick<Config, 'databasePoolTimeout'> = { databasePoolTimeout: 0 },
): pg.Pool {
  return new pg.Pool({
    connectionTimeoutMillis: databasePoolTimeout * 1000,
    stream: () => embedded.connect(),
    user: 'postgres',
    database: 'postgres',
    // The embedded database has one session; its client is kept, so that prepared statements stay.
    max: 1,
    idleTimeoutMillis: 0,
  });
}
