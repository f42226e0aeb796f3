import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { Database } from '../../src/core/prisma/database.js';
import { SignInAttempts } from '../../src/modules/sessions/sign-in-attempts.js';
import { RunningApp } from './running-app.js';

/** Milliseconds the app waits for the next file. The process ends soon after its last one. */
const LINGER = 250;

/**
 * One app that the files a process runs use in turn, emptied between them: to start one and warm it up takes longer than most
 * files' tests.
 */
let idle: RunningApp | undefined;

/** How many files' apps run now, shared or not. While one does, there will be another file. */
let inUse = 0;

let closing: NodeJS.Timeout | undefined;

/** To be told when a file starts an app of whatever kind, and when it is done with it. */
export function countApp(change: 1 | -1): void {
  inUse += change;
  clearTimeout(closing);
  if (inUse === 0 && idle) {
    closing = setTimeout(() => {
      void idle?.stop();
      idle = undefined;
    }, LINGER);
  }
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
    idle = app;
  }
}

async function startShared(): Promise<RunningApp> {
  const app = await RunningApp.start({});
  await app.nest.get(Database).pool.query(KEEP_ROLES);
  return app;
}

/** The roles that a migration made. */
const KEEP_ROLES = `CREATE SCHEMA kept; CREATE TABLE kept."Role" AS TABLE "Role"`;

const TABLES = `
  SELECT string_agg(format('%I', tablename), ', ') AS names FROM pg_tables
  WHERE schemaname = 'public' AND tablename NOT IN ('_prisma_migrations', 'Job')`;

/** But those that come again and again, whose ids are made of their names (UUIDv5). */
const NO_JOBS = `DELETE FROM "Job" WHERE id::text NOT LIKE '________-____-5%'`;

/** Takes away whatever the last file left, in the database, in files, in mails and in memory. */
async function empty({ nest, database, mails }: RunningApp): Promise<void> {
  const { pool } = nest.get(Database);
  const { rows } = await pool.query<{ names: string }>(TABLES);
  await pool.query(`TRUNCATE ${rows[0]?.names ?? ''}`);
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
