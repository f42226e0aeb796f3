import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copySnapshot } from '../../../src/core/prisma/snapshot.js';
import { DATABASE_PREFIX, DIRECTORY_PREFIX, SHARED_MEMORY } from '../../runner/names.js';
import { administer, SERVER, TEMPLATE_NAME, withDatabase } from './database-server.js';

/** As much as it must have left for a database, in bytes. One takes 40 MB. */
const ENOUGH = 512 * 1024 ** 2;

/** A database of one test file's own. */
export interface TestDatabase {
  /** For the app's environment. */
  readonly variables: Readonly<Record<string, string>>;
  readonly dataDir: string;
  remove(): Promise<void>;
}

/** A fresh copy of the migrated template: 0.1 to 0.3 s, where migrating takes seconds. */
export function createTestDatabase(): Promise<TestDatabase> {
  return SERVER ? createOnServer(SERVER) : createEmbedded();
}

/** {@link createTestDatabase} for the embedded database. */
export async function createEmbedded(): Promise<TestDatabase> {
  const dataDir = mkdtempSync(join(placeForData(), DIRECTORY_PREFIX));
  await copySnapshot(join(dataDir, 'db'));
  return {
    variables: { DATA_DIR: dataDir },
    dataDir,
    remove: async () => {
      removeFolder(dataDir);
      return Promise.resolve();
    },
  };
}

/** {@link createTestDatabase} on a PostgreSQL server. */
export async function createOnServer(server: string): Promise<TestDatabase> {
  const dataDir = mkdtempSync(join(placeForData(), DIRECTORY_PREFIX));
  const name = `${DATABASE_PREFIX}${randomUUID().replaceAll('-', '')}`;
  await administer(server, `CREATE DATABASE ${name} TEMPLATE ${TEMPLATE_NAME}`);
  return {
    variables: { DATA_DIR: dataDir, DATABASE_URL: withDatabase(server, name), DATABASE_POOL_SIZE: '20' },
    dataDir,
    remove: async () => {
      removeFolder(dataDir);
      await administer(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    },
  };
}

function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

function placeForData(): string {
  if (!existsSync(SHARED_MEMORY)) {
    return tmpdir();
  }
  const { bavail, bsize } = statfsSync(SHARED_MEMORY);
  return bavail * bsize > ENOUGH ? SHARED_MEMORY : tmpdir();
}
