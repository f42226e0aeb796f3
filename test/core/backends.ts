import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import pg from 'pg';
import { embeddedPool } from '../../src/core/prisma/database.js';
import { EmbeddedDatabase } from '../../src/core/prisma/embedded.js';
import { DATABASE_PREFIX } from '../runner/names.js';
import { createEmbedded, createOnServer } from '../support/database/template.js';

/** A database of a test's own, reached without the application. */
export interface OpenDatabase {
  pool: pg.Pool;
  close: () => Promise<void>;
}

export interface Backend {
  /** Makes a database without any table. */
  readonly empty: () => Promise<OpenDatabase>;
  /** Makes a database with all shipped migrations: copied, as applying them takes seconds. */
  readonly migrated: () => Promise<OpenDatabase>;
}

const PGLITE: Backend = {
  // PostgreSQL's own template is beside the database that is migrated, and empty. To make another takes seconds.
  empty: () => openEmbedded('template1'),
  migrated: () => openEmbedded('postgres'),
};

async function openEmbedded(name: string): Promise<OpenDatabase> {
  const files = await createEmbedded();
  const embedded = new EmbeddedDatabase(join(files.dataDir, 'db'), { database: name });
  const pool = embeddedPool(embedded);
  return {
    pool,
    close: async () => {
      await pool.end();
      await embedded.close();
      await files.remove();
    },
  };
}

async function emptyOnServer(server: string): Promise<OpenDatabase> {
  const name = `${DATABASE_PREFIX}${randomUUID().replaceAll('-', '')}`;
  const url = new URL(server);
  const administrator = new pg.Pool({ connectionString: url.href, max: 1 });
  await administrator.query(`CREATE DATABASE ${name}`);
  url.pathname = name;
  return openOnServer(url.href, async () => {
    await administrator.query(`DROP DATABASE ${name} WITH (FORCE)`);
    await administrator.end();
  });
}

async function migratedOnServer(server: string): Promise<OpenDatabase> {
  const database = await createOnServer(server);
  return openOnServer(database.variables.DATABASE_URL ?? '', () => database.remove());
}

function openOnServer(connectionString: string, remove: () => Promise<void>): OpenDatabase {
  const pool = new pg.Pool({ connectionString, max: 8 });
  // A connection that is still closing when its database is dropped reports it.
  pool.on('error', () => undefined);
  return {
    pool,
    close: async () => {
      await pool.end();
      await remove();
    },
  };
}

const server = process.env.TEST_DATABASE_URL;

/** Where the tests of this folder run: always on PGlite, on PostgreSQL too when TEST_DATABASE_URL names one. */
export const BACKENDS: [string, Backend][] = [['PGlite', PGLITE]];
if (server) {
  BACKENDS.push(['PostgreSQL', { empty: () => emptyOnServer(server), migrated: () => migratedOnServer(server) }]);
}
