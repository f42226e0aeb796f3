import { Database } from '../core/prisma/database.js';
import type { Config } from '../core/config/config.js';
import { migrateDatabase } from '../core/prisma/migrate-database.js';
import { missingMigrations } from '../core/prisma/migrator.js';
import { MIGRATIONS_DIRECTORY, readMigrations } from '../core/prisma/migration-files.js';
import { locationOf } from '../core/prisma/prepare-database.js';
import { loadConfig } from './environment.js';
import { CliError } from './exit.js';

/** Applies or lists the migrations. @throws CliError for `--status` when one is missing */
export async function migrateCommand({ status = false }: { status?: boolean }): Promise<void> {
  const config = loadConfig();
  const database = new Database(config);
  try {
    await database.embedded?.open();
    await (status ? list(database) : apply(database, config));
  } finally {
    await database.onApplicationShutdown();
  }
}

async function apply(database: Database, config: Config): Promise<void> {
  const applied = await migrateDatabase(database, config);
  const result = applied.length > 0 ? `applied ${applied.join(', ')}` : 'nothing to apply';
  process.stdout.write(`${locationOf(config)}: ${result}\n`);
}

async function list({ pool }: Database): Promise<void> {
  const missing = new Set(await missingMigrations(pool));
  for (const { name } of await readMigrations(MIGRATIONS_DIRECTORY)) {
    process.stdout.write(`${missing.has(name) ? 'missing' : 'applied'}  ${name}\n`);
  }
  if (missing.size > 0) {
    throw new CliError(`Missing migrations: ${missing.size}`);
  }
}
