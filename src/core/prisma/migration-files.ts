import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { MigrationList, SchemaContainer } from '@prisma/schema-engine-wasm/schema_engine_bg';
import { INSTALLATION } from '../config/installation.js';

export const PRISMA_DIRECTORY = join(INSTALLATION, 'prisma');

/** The migrations Atrium ships. */
export const MIGRATIONS_DIRECTORY = join(PRISMA_DIRECTORY, 'migrations');

const SCHEMA_DIRECTORY = join(PRISMA_DIRECTORY, 'schema');

/** One folder of `prisma/migrations`. */
export interface Migration {
  readonly name: string;
  readonly script: string;
  /** What Prisma keeps in `_prisma_migrations.checksum`. */
  readonly checksum: string;
}

/** The migrations of a folder, oldest first. */
export async function readMigrations(directory: string): Promise<Migration[]> {
  const entries = await readdir(directory, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(names.sort().map((name) => readMigration(directory, name)));
}

/** The files of `prisma/schema`. */
export async function readSchema(): Promise<SchemaContainer[]> {
  const names = (await readdir(SCHEMA_DIRECTORY)).filter((name) => name.endsWith('.prisma'));
  return Promise.all(
    names.sort().map(async (path) => ({ path, content: await readFile(join(SCHEMA_DIRECTORY, path), 'utf8') })),
  );
}

/** Migrations as the schema engine takes them. */
export function migrationList(migrations: readonly Migration[]): MigrationList {
  return {
    baseDir: MIGRATIONS_DIRECTORY,
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories: migrations.map(({ name, script }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: script } },
    })),
  };
}

async function readMigration(directory: string, name: string): Promise<Migration> {
  const text = await readFile(join(directory, name, 'migration.sql'), 'utf8');
  // A checkout with Windows' line ends is the same migration.
  const script = text.replaceAll('\r\n', '\n');
  return { name, script, checksum: createHash('sha256').update(script).digest('hex') };
}
