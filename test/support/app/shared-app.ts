import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { Database } from '../../../src/core/prisma/database.js';
import { SignInAttempts } from '../../../src/modules/sessions/protection/sign-in-attempts.js';
import { files } from '../../runner/files.js';
import { RunningApp } from './running-app.js';

/** Milliseconds the app waits for the next file where Jest runs the files in its own process, which is to end by itself. */
const LINGER = 250;

/**
 * One app that the files a process runs use in turn, emptied between them: to start one and warm it up takes longer than most
 * files' tests. It stands behind a proxy, so that tests can be clients of many addresses.
 */
let idle: RunningApp | undefined;

let closing: NodeJS.Timeout | undefined;

if (!process.send) {
  files.on('begin', () => {
    clearTimeout(closing);
  });
  files.on('end', () => {
    closing = setTimeout(() => {
      void idle?.stop();
      idle = undefined;
    }, LINGER);
  });
}

/** The app that waits, or a new one. It belongs to the caller until he gives it back. */
export async function takeSharedApp(): Promise<RunningApp> {
  const app = idle;
  idle = undefined;
  return app ?? startShared();
}

export async function giveBack(app: RunningApp): Promise<void> {
  if (idle) {
    await app.stop();
  } else {
    await empty(app);
    await expectSameThings(app);
    idle = app;
  }
}

async function startShared(): Promise<RunningApp> {
  const app = await RunningApp.start({ TRUSTED_PROXIES: '127.0.0.1' });
  await app.nest.get(Database).pool.query(KEEP_ROLES);
  things = await countThings(app);
  return app;
}

/** How many tables, indices, functions and triggers the database has. */
let things: string | undefined;

async function countThings({ nest }: RunningApp): Promise<string | undefined> {
  const { rows } = await nest.get(Database).pool.query<{ count: string }>(`
    SELECT (SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace)
      + (SELECT count(*) FROM pg_proc WHERE pronamespace = 'public'::regnamespace)
      + (SELECT count(*) FROM pg_trigger) AS count`);
  return rows[0]?.count;
}

/** @throws Error when a file has left something that is not emptied */
async function expectSameThings(app: RunningApp): Promise<void> {
  if ((await countThings(app)) !== things) {
    await app.stop();
    throw new Error(
      'This file leaves a table, an index, a function or a trigger in the database that others use after it',
    );
  }
}

/** The roles that a migration made. */
const KEEP_ROLES = `CREATE SCHEMA kept; CREATE TABLE kept."Role" AS TABLE "Role"`;

/**
 * What a file leaves is little, and deleting it takes a tenth of the time that PostgreSQL needs to make the files of fifty
 * tables anew. Where it is much, the pages of deleted rows would slow down the next file.
 */
const NO_ROWS = `
  DO $$
  DECLARE
    tables oid[] := array(
      SELECT oid FROM pg_class
      WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname NOT IN ('_prisma_migrations', 'Job')
    );
    tbl regclass;
  BEGIN
    IF (SELECT max(pg_relation_size(t)) > 1024 ^ 2 FROM unnest(tables) t) THEN
      EXECUTE 'TRUNCATE ' || array_to_string(tables::regclass[], ', ');
      RETURN;
    END IF;
    -- Every table is emptied: no trigger need look after the others.
    SET LOCAL session_replication_role = replica;
    FOREACH tbl IN ARRAY tables LOOP
      EXECUTE 'DELETE FROM ' || tbl;
    END LOOP;
  END $$`;

/** But those that come again and again, whose ids are made of their names (UUIDv5). */
const NO_JOBS = `DELETE FROM "Job" WHERE id::text NOT LIKE '________-____-5%'`;

/** Takes away whatever the last file left, in the database, in files, in mails and in memory. */
async function empty({ nest, database, mails }: RunningApp): Promise<void> {
  const { pool } = nest.get(Database);
  await pool.query(NO_ROWS);
  await pool.query(NO_JOBS);
  await pool.query('INSERT INTO "Role" SELECT * FROM kept."Role"');
  rmSync(join(database.dataDir, 'files'), { recursive: true, force: true });
  mails.forget();
  await forgetFailures(nest.get<unknown, Counting>(SignInAttempts));
}

interface Counting {
  perClient: { limiter: { delete: (key: string) => Promise<unknown> } };
}

/** All tests sign in from one address, which may fail fifty times. */
async function forgetFailures({ perClient }: Counting): Promise<void> {
  await perClient.limiter.delete('127.0.0.1');
}
