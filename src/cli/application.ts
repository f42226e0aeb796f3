import { type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app.module.js';
import type { Config } from '../core/config/config.js';
import { EncryptionKeys } from '../core/crypto/encryption-keys.js';
import { Database } from '../core/prisma/database.js';
import { migrateDatabase } from '../core/prisma/migrate-database.js';
import { loadConfig } from './environment.js';

/**
 * Runs `work` with the services of the application, on a migrated database whose keys are there. Nothing listens, and no job runs.
 *
 * @throws ConfigError, DirectoryLockedError, MigrationError, EncryptionKeyError, and what `work` throws
 */
export async function withApplication<T>(
  work: (app: INestApplicationContext, config: Config) => Promise<T>,
): Promise<T> {
  const config = loadConfig();
  const app = await NestFactory.createApplicationContext(AppModule.configured(config), {
    logger: false,
    abortOnError: false,
  });
  try {
    const database = app.get(Database);
    // To create one takes longer than the pool waits for a connection.
    await database.embedded?.open();
    await migrateDatabase(database, config);
    await app.get(EncryptionKeys).verify();
    return await work(app, config);
  } finally {
    await app.close();
  }
}
