import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Logger } from '@nestjs/common';
import { readConfig } from '../../../src/core/config/config.js';
import { Database } from '../../../src/core/prisma/database.js';
import { makeSnapshot } from '../../../src/core/prisma/make-snapshot.js';
import { prepareDatabase } from '../../../src/core/prisma/prepare-database.js';
import { DATABASE_PREFIX, DIRECTORY_PREFIX } from '../../runner/names.js';
import { administer, SERVER, TEMPLATE_NAME, withDatabase } from './database-server.js';

/**
 * Makes the migrated databases that tests copy, where they are missing. A database gets its name when it is whole: of several
 * runs at once the first one's is used, and one that is killed leaves nothing that another would wait for.
 */
export async function makeTemplates(): Promise<void> {
  Logger.overrideLogger(['warn', 'error']);
  await Promise.all([makeSnapshot(), SERVER && makeOnServer(SERVER)]);
}

async function makeOnServer(server: string): Promise<void> {
  if (await isOnServer(server)) {
    return;
  }
  const unfinished = `${DATABASE_PREFIX}${randomUUID().replaceAll('-', '')}`;
  await administer(server, `CREATE DATABASE ${unfinished}`);
  await migrate({
    DATABASE_URL: withDatabase(server, unfinished),
    DATA_DIR: mkdtempSync(join(tmpdir(), DIRECTORY_PREFIX)),
  });
  try {
    await administer(server, `ALTER DATABASE ${unfinished} RENAME TO ${TEMPLATE_NAME}`);
  } catch (error) {
    // Another run was faster; its template is as good.
    if (!(await isOnServer(server))) {
      throw error;
    }
  }
}

async function isOnServer(server: string): Promise<boolean> {
  return (await administer(server, `SELECT FROM pg_database WHERE datname = '${TEMPLATE_NAME}'`)) === 1;
}

async function migrate(variables: Record<string, string>): Promise<void> {
  const config = readConfig({ NODE_ENV: 'test', ...variables });
  const database = new Database(config);
  await prepareDatabase(database, config);
  await database.onApplicationShutdown();
}
