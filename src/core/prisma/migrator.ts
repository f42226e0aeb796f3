import pg from 'pg';
import { type Migration, MIGRATIONS_DIRECTORY, migrationList, readMigrations } from './migration-files.js';
import { allowLongStatements } from './connection-timeout.js';
import { withSchemaEngine } from './schema-engine.js';

/** The lock the Prisma CLI takes as well, so that it and Atrium keep out of each other's way. */
const ADVISORY_LOCK = 72707369;

const UNDEFINED_TABLE = '42P01';

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
 * `_prisma_migrations`. Any number of processes may do so at once. Costs one small statement when nothing is missing.
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

/** Runs `work` on a connection of its own that holds the lock, alone among all processes. */
async function withLock<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  // A connection that is lost between two statements emits this event, which would end the process without a listener.
  const ignore = (): void => undefined;
  client.on('error', ignore);
  allowLongStatements(client);
  try {
    // Another process may take longer to migrate than a request waits for a lock.
    await client.query('BEGIN');
    await client.query('SET LOCAL lock_timeout = 0');
    await client.query('SELECT pg_advisory_lock($1)', [ADVISORY_LOCK]);
    await client.query('COMMIT');
    const result = await work(client);
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

async function applyMissing(client: pg.PoolClient, migrations: readonly Migration[]): Promise<string[]> {
  const history = await readHistory(client);
  refuseFailed(history);
  refuseEdited(migrations, history);
  const present = new Set(history.map(({ name }) => name));
  const missing = migrations.filter(({ name }) => !present.has(name));
  for (const { name } of missing) {
    present.add(name);
    await applyOne(
      client,
      name,
      migrations.filter((migration) => present.has(migration.name)),
    );
  }
  return missing.map(({ name }) => name);
}

/** One transaction a migration: a later one may use what only a committed one gives it (a new value of an enum). */
async function applyOne(client: pg.PoolClient, name: string, upToIt: readonly Migration[]): Promise<void> {
  const input = { migrationsList: migrationList(upToIt), filters: { externalTables: [], externalEnums: [] } };
  try {
    await client.query('BEGIN');
    await withSchemaEngine(client, (engine) => engine.applyMigrations(input));
    await client.query('COMMIT');
  } catch (error) {
    throw new MigrationError(`Migration ${name} failed, and nothing of it stays: ${describe(error)}`, { cause: error });
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
