import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { embeddedPool } from '../../src/core/prisma/database.js';
import { EmbeddedDatabase } from '../../src/core/prisma/embedded.js';
import { MIGRATIONS_DIRECTORY, readMigrations } from '../../src/core/prisma/migration-files.js';
import { applyMigrations } from '../../src/core/prisma/migrator.js';
import { copySnapshot } from '../../src/core/prisma/snapshot.js';
import { DIRECTORY_PREFIX } from '../runner/names.js';

let parent: string;
let directory: string;

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), DIRECTORY_PREFIX));
  directory = join(parent, 'db');
});

afterEach(() => {
  rmSync(parent, { recursive: true });
});

async function withDatabase(work: (pool: pg.Pool) => Promise<void>): Promise<void> {
  const embedded = new EmbeddedDatabase(directory, { make: copySnapshot });
  const pool = embeddedPool(embedded);
  try {
    await work(pool);
  } finally {
    await pool.end();
    await embedded.close();
  }
}

describe('The snapshot that the build makes', () => {
  it('becomes a database with all migrations and without users, for the eyes of its owner', async () => {
    await withDatabase(async (pool) => {
      expect(await applyMigrations(pool)).toEqual([]);
      const { rows } = await pool.query('SELECT migration_name FROM _prisma_migrations ORDER BY migration_name');
      const names = (await readMigrations(MIGRATIONS_DIRECTORY)).map(({ name }) => name);
      expect(rows).toEqual(names.map((name) => ({ migration_name: name })));
      expect((await pool.query('SELECT id FROM "User"')).rows).toEqual([]);
    });
    expect(statSync(directory).mode & 0o777).toBe(0o700);
    expect(readdirSync(parent)).toEqual(['db']);
  });

  it('is copied although a process was killed while it copied', async () => {
    const unfinished = `${directory}.new`;
    await copySnapshot(unfinished);
    writeFileSync(join(unfinished, 'global', 'pg_control'), '');
    await withDatabase(async (pool) => {
      expect((await pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
    });
    expect(existsSync(unfinished)).toBe(false);
  });

  it('is not replaced by another: a database that exists is opened', async () => {
    await withDatabase(async (pool) => {
      await pool.query('CREATE TABLE kept ()');
    });
    await withDatabase(async (pool) => {
      expect((await pool.query('SELECT * FROM kept')).rows).toEqual([]);
    });
  });
});
