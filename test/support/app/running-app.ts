import { Agent } from 'node:http';
import { Logger } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Readiness } from '../../../src/core/http/readiness.js';
import { JobWorker } from '../../../src/core/jobs/job-worker.js';
import { Database } from '../../../src/core/prisma/database.js';
import { createTestDatabase, type TestDatabase } from '../database/template.js';
import { MailCatcher } from '../mail/mail-catcher.js';
import { freePort } from '../network/free-port.js';
import { bootstrapApp } from './bootstrap.js';

/** What the operators of all apps here have set. */
export const ROOT_KEY = 'the operator keeps this key in a safe';
export const FEATURE_FLAGS = { beta: false, projects: true };

/** The app as it ships, on a free port of this machine, with a database and a mail server of its own. */
export class RunningApp {
  /** Keeps connections for the next request: opening one takes longer than most answers. */
  readonly connections = new Agent({ keepAlive: true });

  private constructor(
    readonly nest: NestExpressApplication,
    readonly baseUrl: string,
    readonly database: TestDatabase,
    /** Where its mails go, unless the environment names another server, or none. */
    readonly mails: MailCatcher,
  ) {}

  /** @param variables of the environment, on top of what every test has */
  static async start(variables: Readonly<Record<string, string>>): Promise<RunningApp> {
    const database = await createTestDatabase();
    const mails = await MailCatcher.start();
    const port = await freePort();
    const environment = {
      LOG_LEVEL: 'silent',
      PORT: String(port),
      ROOT_KEY,
      FEATURE_FLAGS: JSON.stringify(FEATURE_FLAGS),
      MAIL_URL: mails.url,
      // All tests call from one address.
      RATE_LIMIT_SIGN_IN: 'off',
      // On a busy machine, opening the embedded database and its statements may take longer than a request should wait.
      DATABASE_POOL_TIMEOUT_SECONDS: '30',
      DATABASE_LOCK_TIMEOUT_SECONDS: '5',
      DATABASE_STATEMENT_TIMEOUT_SECONDS: '30',
    };
    const nest = await bootstrapApp({ ...environment, ...database.variables, ...variables });
    await nest.listen(port, '127.0.0.1');
    nest.get(Readiness).declareReady();
    await nest.get(Database).ping();
    nest.get(JobWorker).start();
    return new RunningApp(nest, `http://127.0.0.1:${String(port)}`, database, mails);
  }

  async stop(): Promise<void> {
    this.connections.destroy();
    await this.nest.close();
    // The log is the process's: the next file has not asked for what this app logs.
    Logger.overrideLogger(false);
    await this.mails.stop();
    await this.database.remove();
  }
}
