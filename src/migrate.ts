import 'reflect-metadata';
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readConfig } from './core/config/config.js';
import { Database, embeddedPool } from './core/prisma/database.js';
import { EmbeddedDatabase } from './core/prisma/embedded.js';
import { applyMigrations } from './core/prisma/migrator.js';
import { newMigration } from './core/prisma/new-migration.js';
import { locationOf, reason } from './core/prisma/prepare-database.js';

const USAGE = `Usage:
  node dist/migrate.js                       applies the migrations the database does not have yet
  node dist/migrate.js new <name> [--empty]  writes the migration that leads to prisma/schema`;

async function main(): Promise<string> {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { empty: { type: 'boolean' } } });
  const [command, name, ...rest] = positionals;
  if (command === undefined && !values.empty) {
    return apply();
  }
  if (command === 'new' && name !== undefined && rest.length === 0) {
    return create(name, values.empty);
  }
  throw new Error(USAGE);
}

async function apply(): Promise<string> {
  if (existsSync('.env')) {
    process.loadEnvFile('.env');
  }
  const config = readConfig(process.env);
  const database = new Database(config);
  const location = locationOf(config);
  try {
    const applied = await applyMigrations(database.pool);
    return applied.length > 0 ? `${location}: applied ${applied.join(', ')}` : `${location}: nothing to apply`;
  } catch (error) {
    throw new Error(`${location}: ${reason(error)}`, { cause: error });
  } finally {
    await database.onApplicationShutdown();
  }
}

async function create(name: string, empty = false): Promise<string> {
  const shadow = new EmbeddedDatabase('memory');
  const pool = embeddedPool(shadow);
  try {
    const file = await newMigration(name, pool, { empty });
    return file === undefined ? 'The migrations lead to prisma/schema already: nothing written' : `Wrote ${file}`;
  } finally {
    await pool.end();
    await shadow.close();
  }
}

main().then(console.log, (error: unknown) => {
  console.error(reason(error));
  process.exitCode = 1;
});
