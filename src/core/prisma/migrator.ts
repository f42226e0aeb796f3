import { setTimeout } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import pg from 'pg';
import { type Migration, MIGRATIONS_DIRECTORY, migrationList, readMigrations } from './migration-files.js';
import { allowLongStatements } from './connection-timeout.js';
import { withSchemaEngine } from './schema-engine.js';

/** The lock the Prisma CLI takes as well, so that it and Atrium keep out of each other's way. */
const ADVISORY_LOCK = 72707369;

/** Milliseconds until the lock that another process holds is tried again. */
const LOCK_RETRY_MS = 250;

/** Milliseconds that a migration waits for a table: what others want of the table waits as long behind it. */
const TABLE_TIMEOUT_MS = 1000;

/** Milliseconds until a migration tries again to lock a table that was in use. */
const TABLE_RETRY_MS = 2000;
const TABLE_TRIES = 100;

/** PostgreSQL's error codes (appendix A of its documentation). */
const UNDEFINED_TABLE = '42P01';
const LOCK_NOT_AVAILABLE = '55P03';

/** The whole of a migration that makes an index while the table is written to. */
const CONCURRENT_INDEX = /^CREATE (?:UNIQUE )?INDEX CONCURRENTLY "(?<index>\w+)" ON [^;]+;?$/;

const logger = new Logger('Migrations');

/** Why the database cannot be brought up to date, naming the migration. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError';
}

/** A row of `_prisma_migrations` that was not rolled back. */
interface HistoryEntry {
  name: string;
  checksum: string;
  finished: boolean;
}

/**
 * Applies the migrations the database does not have yet, each whole or not at all, and keeps Prisma's ordinary
 * `_prisma_migrations`. Any number of processes may do so at once, while others use the database, and a process may be killed at
 * any moment. Costs one small statement when nothing is missing.
 *
 * @returns the names of the migrations this call applied
 * @throws MigrationError when one fails, failed earlier, or was edited after it was applied
 */
export async function applyMigrations(pool: pg.Pool, directory = MIGRATIONS_DIRECTORY): Promise<string[]> {
  const migrations = await readMigrations(directory);
  if (isUpToDate(migrations, await readHistory(pool))) {
    return [];
  }
  return withLock(pool, (client) => applyMissing(client, migrations));
}

/** The names of the migrations that the database does not have, without applying them. @throws MigrationError as {@link applyMigrations} */
export async function missingMigrations(pool: pg.Pool, directory = MIGRATIONS_DIRECTORY): Promise<string[]> {
  const migrations = await readMigrations(directory);
  const history = await readHistory(pool);
  refuseFailed(history);
  refuseEdited(migrations, history);
  const present = new Set(history.map(({ name }) => name));
  return migrations.map(({ name }) => name).filter((name) => !present.has(name));
}

/** Runs `work` on a connection of its own that holds the lock, alone among all processes. */
async function withLock<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  // A connection that is lost between two statements emits this event, which would end the process without a listener.
  const ignore = (): void => undefined;
  client.on('error', ignore);
  allowLongStatements(client);
  try {
    await client.query('SET statement_timeout = 0');
    await takeLock(client);
    const result = await work(client);
    await client.query('RESET statement_timeout');
    // The engine took the lock again for every migration.
    await client.query('SELECT pg_advisory_unlock_all()');
    client.off('error', ignore).release();
    return result;
  } catch (error) {
    // Closed rather than given back: the lock, and the transaction of the migration that failed, end with it.
    client.release(true);
    throw error;
  }
}

/** Asks again and again: a statement that waited would be one that an index which is made concurrently waits for. */
async function takeLock(client: pg.PoolClient): Promise<void> {
  const text = 'SELECT pg_try_advisory_lock($1) AS "taken"';
  while (!(await client.query<{ taken: boolean }>(text, [ADVISORY_LOCK])).rows[0]?.taken) {
    await setTimeout(LOCK_RETRY_MS);
  }
}

async function applyMissing(client: pg.PoolClient, migrations: readonly Migration[]): Promise<string[]> {
  const history = await readHistory(client);
  refuseFailed(history);
  refuseEdited(migrations, history);
  const present = new Set(history.map(({ name }) => name));
  const missing = migrations.filter(({ name }) => !present.has(name));
  for (const migration of missing) {
    present.add(migration.name);
    await applyOne(
      client,
      migration,
      migrations.filter(({ name }) => present.has(name)),
    );
  }
  return missing.map(({ name }) => name);
}

async function applyOne(client: pg.PoolClient, migration: Migration, upToIt: readonly Migration[]): Promise<void> {
  try {
    const index = CONCURRENT_INDEX.exec(migration.script.trim())?.groups?.index;
    await (index === undefined
      ? retryLocked(client, migration.name, () => applyInTransaction(client, upToIt))
      : makeIndex(client, index, migration));
  } catch (error) {
    const { name } = migration;
    throw new MigrationError(`Migration ${name} failed, and nothing of it stays: ${describe(error)}`, { cause: error });
  }
}

/** One transaction a migration: a later one may use what only a committed one gives it (a new value of an enum). */
async function applyInTransaction(client: pg.PoolClient, upToIt: readonly Migration[]): Promise<void> {
  const input = { migrationsList: migrationList(upToIt), filters: { externalTables: [], externalEnums: [] } };
  await client.query('BEGIN');
  await client.query(`SET LOCAL lock_timeout = ${TABLE_TIMEOUT_MS.toString()}`);
  await withSchemaEngine(client, (engine) => engine.applyMigrations(input));
  await client.query('COMMIT');
}

/**
 * Makes an index outside of a transaction, as PostgreSQL requires it of one that does not lock out writes. One that a killed
 * process left invalid is made again.
 */
async function makeIndex(client: pg.PoolClient, index: string, { name, script, checksum }: Migration): Promise<void> {
  // It waits for the transactions that run, and nothing waits for it.
  await client.query('SET lock_timeout = 0');
  await client.query(`DROP INDEX CONCURRENTLY IF EXISTS "${index}"`);
  try {
    await client.query(script);
  } catch (error) {
    await client.query(`DROP INDEX CONCURRENTLY IF EXISTS "${index}"`);
    throw error;
  }
  await client.query(
    `INSERT INTO "_prisma_migrations" ("id", "checksum", "migration_name", "finished_at", "applied_steps_count")
     VALUES (gen_random_uuid(), $1, $2, now(), 1)`,
    [checksum, name],
  );
  await client.query('RESET lock_timeout');
}

/** Tries again when a table is in use for longer than others may wait behind the migration. */
async function retryLocked(client: pg.PoolClient, name: string, work: () => Promise<void>): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await work();
      return;
    } catch (error) {
      if (!(error instanceof pg.DatabaseError && error.code === LOCK_NOT_AVAILABLE) || tries === TABLE_TRIES) {
        throw error;
      }
      await client.query('ROLLBACK');
      logger.warn(`The migration ${name} waits for a table that is in use`);
      await setTimeout(TABLE_RETRY_MS);
    }
  }
}

function isUpToDate(migrations: readonly Migration[], history: readonly HistoryEntry[]): boolean {
  const checksums = new Map(history.map(({ name, checksum }) => [name, checksum]));
  return (
    history.every(({ finished }) => finished) &&
    migrations.every(({ name, checksum }) => checksums.get(name) === checksum)
  );
}

function refuseFailed(history: readonly HistoryEntry[]): void {
  const failed = history.find(({ finished }) => !finished);
  if (failed) {
    throw new MigrationError(
      `Migration ${failed.name} was begun by another tool and not finished. Undo by hand what it did, then mark it as ` +
        `undone: UPDATE "_prisma_migrations" SET "rolled_back_at" = now() WHERE "migration_name" = '${failed.name}'`,
    );
  }
}

function refuseEdited(migrations: readonly Migration[], history: readonly HistoryEntry[]): void {
  const checksums = new Map(migrations.map(({ name, checksum }) => [name, checksum]));
  const edited = history.find(({ name, checksum }) => checksums.has(name) && checksums.get(name) !== checksum);
  if (edited) {
    throw new MigrationError(
      `Migration ${edited.name} was edited after this database got it. Put it back as it was and write a new migration`,
    );
  }
}

async function readHistory(database: pg.Pool | pg.PoolClient): Promise<HistoryEntry[]> {
  try {
    const { rows } = await database.query<HistoryEntry>(
      `SELECT "migration_name" AS "name", "checksum", "finished_at" IS NOT NULL AS "finished"
       FROM "_prisma_migrations" WHERE "rolled_back_at" IS NULL`,
    );
    return rows;
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === UNDEFINED_TABLE) {
      return [];
    }
    throw error;
  }
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
