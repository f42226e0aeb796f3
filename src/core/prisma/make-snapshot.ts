import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { embeddedPool } from './database.js';
import { EmbeddedDatabase } from './embedded.js';
import { applyMigrations } from './migrator.js';
import { snapshotName, SNAPSHOTS_DIRECTORY } from './snapshot.js';

/**
 * Makes the snapshot of today’s migrations unless it exists, and removes older ones. It gets its name when it is whole: of
 * several processes that make it at once the first one’s is used, and one that is killed leaves nothing that is taken for one.
 */
export async function makeSnapshot(): Promise<void> {
  const name = await snapshotName();
  const snapshot = join(SNAPSHOTS_DIRECTORY, name);
  if (existsSync(snapshot)) {
    return;
  }
  await mkdir(SNAPSHOTS_DIRECTORY, { recursive: true });
  await removeOthers(name);
  const workplace = await mkdtemp(`${snapshot}.`);
  try {
    await migrate(join(workplace, 'db'));
    await rename(join(workplace, 'db'), snapshot);
  } catch (error) {
    if (!existsSync(snapshot)) {
      throw error;
    }
  } finally {
    await rm(workplace, { recursive: true });
  }
}

async function removeOthers(name: string): Promise<void> {
  const others = (await readdir(SNAPSHOTS_DIRECTORY)).filter((entry) => !entry.startsWith(name));
  await Promise.all(others.map((entry) => rm(join(SNAPSHOTS_DIRECTORY, entry), { recursive: true })));
}

async function migrate(directory: string): Promise<void> {
  const database = new EmbeddedDatabase(directory);
  const pool = embeddedPool(database);
  try {
    await applyMigrations(pool);
  } finally {
    await pool.end();
    await database.close();
  }
}
