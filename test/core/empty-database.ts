import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { embeddedPool } from '../../src/core/prisma/database.js';
import { EmbeddedDatabase } from '../../src/core/prisma/embedded.js';
import { DATABASE_PREFIX } from '../runner/names.js';

/** A database of its own for one test, without any table. */
export interface EmptyDatabase {
  pool: pg.Pool;
  close: () => Promise<void>;
}

/** Making a PGlite takes seconds, loading a dumped one tenths of a second. */
let emptyDump: Promise<Blob> | undefined;

async function emptyEmbedded(): Promise<EmptyDatabase> {
  emptyDump ??= dumpEmpty();
  const embedded = new EmbeddedDatabase('memory', { loadDataDir: await emptyDump });
  const pool = embeddedPool(embedded);
  return {
    pool,
    close: async () => {
      await pool.end();
      await embedded.close();
    },
  };
}

async function dumpEmpty(): Promise<Blob> {
  const embedded = new EmbeddedDatabase('memory');
  const dump = await (await embedded.open()).dumpDataDir('none');
  await embedded.close();
  return dump;
}

async function emptyOnServer(server: string): Promise<EmptyDatabase> {
  const name = `${DATABASE_PREFIX}${randomUUID().replaceAll('-', '')}`;
  const url = new URL(server);
  const administrator = new pg.Pool({ connectionString: url.href, max: 1 });
  await administrator.query(`CREATE DATABASE ${name}`);
  url.pathname = name;
  const pool = new pg.Pool({ connectionString: url.href, max: 8 });
  // A connection that is still closing when its database is dropped reports it.
  pool.on('error', () => undefined);
  return {
    pool,
    close: async () => {
      await pool.end();
      await administrator.query(`DROP DATABASE ${name} WITH (FORCE)`);
      await administrator.end();
    },
  };
}

const server = process.env.TEST_DATABASE_URL;

/** Where the tests of this folder run: always on PGlite, on PostgreSQL too when TEST_DATABASE_URL names one. */
export const BACKENDS: [string, () => Promise<EmptyDatabase>][] = [['PGlite', emptyEmbedded]];
if (server) {
  BACKENDS.push(['PostgreSQL', () => emptyOnServer(server)]);
}
