import { Logger } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Config } from './core/config/config.js';
import { EncryptionKeys } from './core/crypto/encryption-keys.js';
import { Readiness } from './core/http/readiness.js';
import { JobWorker } from './core/jobs/job-worker.js';
import { Database } from './core/prisma/database.js';
import { Replica } from './core/prisma/replica.js';
import { prepareDatabase } from './core/prisma/prepare-database.js';
import { CONSOLE_PATH } from './core/web/console-path.js';
import { listen } from './listen.js';
import { StoredAddressesService } from './modules/emails/stored-addresses.service.js';
import { type DemoCredentials, DemoService } from './modules/demo/demo.service.js';
import { startWarnings } from './start-warnings.js';

const logger = new Logger('Start');

/**
 * Lets the application listen at once, so that health checks are answered while the database cannot be reached, and
 * answer the API when the database is up to date, stored addresses have the form of today and, where it is wanted, the demo is
 * there.
 *
 * @param signal ends the waiting for the database when the process is stopping
 * @returns what the person at the terminal wants to know; in production, where standard output holds JSON lines alone, nothing
 * @throws ConfigError, MigrationError, DirectoryLockedError, EncryptionKeyError, or another error that waiting does not repair
 */
export async function start(app: NestExpressApplication, signal?: AbortSignal): Promise<string | undefined> {
  const config = app.get(Config);
  await listen(app.getHttpServer(), config);
  startWarnings(config).forEach((text) => {
    logger.warn(text);
  });
  await prepareDatabase(app.get(Database), config, signal);
  await app.get(Replica).begin();
  await app.get(EncryptionKeys).verify();
  await app.get(StoredAddressesService).renew();
  const demo = config.demo ? app.get(DemoService) : undefined;
  const credentials = await demo?.makeOnce();
  app.get(Readiness).declareReady();
  app.get(JobWorker).start();
  if (config.production) {
    logger.log(`Atrium is ready at ${config.publicUrl}`);
    return undefined;
  }
  return welcome(config, credentials, demo?.existing());
}

function welcome(config: Config, credentials: DemoCredentials | undefined, kept: string | undefined): string {
  const lines = [
    `Atrium is ready.`,
    `  Console      ${config.publicUrl}${CONSOLE_PATH}/`,
    `  Swagger UI   ${config.publicUrl}/docs`,
  ];
  if (credentials) {
    lines.push(
      `  Sign in      ${credentials.users[0]?.email ?? ''}`,
      `  Password     ${credentials.password}`,
      `  API key      ${credentials.apiKey}`,
      `  Organization ${credentials.users[0]?.organization ?? ''}`,
      ...(config.mailUrl === undefined ? [`  Mails        http://localhost:${config.port.toString()}/mail`] : []),
    );
  }
  if (kept !== undefined) {
    lines.push(`  The demo’s credentials are kept in ${kept}`);
  }
  return `\n${lines.join('\n')}\n`;
}
