import pg from 'pg';
import type { Config } from '../config/config.js';
import { endUnresponsiveConnections } from './connection-timeout.js';

/**
 * Milliseconds after which a silent connection is closed where no statement has a time limit: no transaction lasts as long, and
 * idle connections are closed after ten seconds.
 */
const INACTIVITY_TIMEOUT_MS = 20_000;

/** Milliseconds that an answer may arrive after the time limit of its statement. */
const TRANSFER_MS = 3_000;

/** Milliseconds until the kernel asks whether the other side of an idle connection is there. It gives up ten seconds later. */
const KEEP_ALIVE_DELAY_MS = 10_000;

/**
 * Seconds after which an idle connection is replaced. After a failover, connections to the former primary, which is
 * read-only now, end.
 */
const LONGEST_LIFE_SECONDS = 300;

/** The connections to a PostgreSQL server, with the limits of the configuration. */
export function serverPool(config: Config, url: string | undefined): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: config.databasePoolSize,
    connectionTimeoutMillis: config.databasePoolTimeout * 1000,
    maxLifetimeSeconds: LONGEST_LIFE_SECONDS,
    // Parameters of the connection, which some poolers refuse: 0 leaves them out.
    lock_timeout: config.databaseLockTimeout * 1000,
    statement_timeout: config.databaseStatementTimeout * 1000,
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE_DELAY_MS,
    application_name: 'atrium',
  });
  endUnresponsiveConnections(pool, inactivityTimeout(config));
  return pool;
}

function inactivityTimeout({ databaseStatementTimeout }: Config): number {
  return databaseStatementTimeout > 0 ? databaseStatementTimeout * 1000 + TRANSFER_MS : INACTIVITY_TIMEOUT_MS;
}
