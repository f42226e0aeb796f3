import { setTimeout } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import type { Config } from '../config/config.js';
import type { Database } from './database.js';
import { isDatabaseUnavailable } from './failures.js';
import { migrateDatabase } from './migrate-database.js';
import { placeOf } from './place-of.js';

/** Milliseconds between tries to reach the database: doubled each time, up to the longest. */
const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 2_000;

const logger = new Logger('Database');

/**
 * Brings the database up to date, waiting for it as long as it cannot be reached.
 *
 * @param signal ends the waiting when the process is stopping
 * @throws MigrationError, DirectoryLockedError, or another error that waiting does not repair
 */
export async function prepareDatabase(database: Database, config: Config, signal?: AbortSignal): Promise<void> {
  for (let delay = FIRST_DELAY_MS; ; delay = Math.min(delay * 2, LONGEST_DELAY_MS)) {
    try {
      // To make one takes longer than a request waits for a connection.
      await database.embedded?.open();
      const applied = await migrateDatabase(database, config);
      applied.forEach((name) => {
        logger.log(`Applied the migration ${name}`);
      });
      return;
    } catch (error) {
      // A process that is stopping has closed the pool under the work's feet.
      signal?.throwIfAborted();
      if (!isDatabaseUnavailable(error)) {
        throw error;
      }
      const seconds = (delay / 1000).toString();
      logger.warn(
        `The database at ${locationOf(config)} cannot be reached (${reason(error)}). Next try in ${seconds} s.`,
      );
      await setTimeout(delay, undefined, signal ? { signal } : {});
    }
  }
}

/** Where the database is, fit for a log: without user, password and options. */
export function locationOf({ databaseUrl, dataDir }: Config): string {
  if (databaseUrl === undefined) {
    return `${dataDir}/db`;
  }
  return placeOf(databaseUrl);
}

/** Why something failed, in a line. A host name with several addresses fails with an error for each. */
export function reason(error: unknown): string {
  if (error instanceof AggregateError) {
    return [...new Set(error.errors.map(reason))].join(', ');
  }
  return error instanceof Error ? error.message : String(error);
}
