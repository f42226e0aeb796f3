import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Pool, PoolClient } from 'pg';
import { MIGRATIONS_DIRECTORY, readSchema } from './migration-files.js';
import { applyMigrations } from './migrator.js';
import { withSchemaEngine } from './schema-engine.js';

/** The exit code of the engine for two schemas that differ, as for `diff`. */
const DIFFERENT = 2;

/**
 * Writes a new migration: the SQL that leads from the existing migrations to `prisma/schema`. What the migrations made by
 * hand (checks, partial and expression indices, functions, triggers) the engine does not drop. Read what it wrote all the
 * same: a new index on the columns of a partial one comes out as a rename of that.
 *
 * @param shadow an empty database, to which the existing migrations are applied
 * @param options `empty` writes an empty migration, to be filled by hand, when there is no difference
 * @returns the path of the migration's file, or undefined when there is no difference
 */
export async function newMigration(
  name: string,
  shadow: Pool,
  { empty = false, directory = MIGRATIONS_DIRECTORY } = {},
): Promise<string | undefined> {
  if (!/^[a-z0-9]+(_[a-z0-9]+)*$/.test(name)) {
    throw new Error('The name of a migration is made of small letters, digits and single underscores');
  }
  await applyMigrations(shadow, directory);
  const script = await difference(shadow);
  return script === undefined && !empty ? undefined : write(join(directory, `${timestamp()}_${name}`), script ?? '');
}

async function difference(shadow: Pool): Promise<string | undefined> {
  const client = await shadow.connect();
  try {
    return await scriptToSchema(client);
  } finally {
    client.release();
  }
}

async function scriptToSchema(client: PoolClient): Promise<string | undefined> {
  const files = await readSchema();
  const { exitCode, stdout } = await withSchemaEngine(client, (engine) =>
    engine.diff({
      from: { tag: 'schemaDatasource', files, configDir: '' },
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: true,
      filters: { externalTables: [], externalEnums: [] },
    }),
  );
  return exitCode === DIFFERENT && stdout !== null ? stdout : undefined;
}

async function write(folder: string, script: string): Promise<string> {
  const file = join(folder, 'migration.sql');
  await mkdir(folder);
  await writeFile(file, script);
  return file;
}

function timestamp(): string {
  return new Date().toISOString().replace(/\D/g, '').slice(0, 14);
}
