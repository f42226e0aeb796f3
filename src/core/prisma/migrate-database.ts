import { Logger } from '@nestjs/common';
import type { Config } from '../config/config.js';
import type { Database } from './database.js';
import { applyMigrations } from './migrator.js';
import { serverPool } from './server-pool.js';

/**
 * Applies the migrations that the database does not have. They need a session of the server for their lock and their settings, so
 * `DATABASE_DIRECT_URL` leads them past a pooler that gives a connection for a transaction only.
 *
 * @returns the names of the migrations this call applied
 * @throws MigrationError
 */
export async function migrateDatabase({ pool }: Database, config: Config): Promise<string[]> {
  if (config.databaseDirectUrl === undefined) {
    return applyMigrations(pool);
  }
  const direct = serverPool(config, config.databaseDirectUrl);
  // Without a listener, a connection that the server closes would end the process.
  direct.on('error', (error) => {
    new Logger('Migrations').warn(`An idle connection was lost: ${error.message}`);
  });
  try {
    return await applyMigrations(direct);
  } finally {
    await direct.end();
  }
}
