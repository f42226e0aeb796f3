import type { NestExpressApplication } from '@nestjs/platform-express';
import { SessionToken } from '../../../src/access/session-token.js';
import { Config } from '../../../src/core/config/config.js';
import { Database } from '../../../src/core/prisma/database.js';
import type { Prisma } from '../../../src/core/prisma/generated/client.js';
import { PrismaService } from '../../../src/core/prisma/prisma.service.js';
import { Client } from '../clients/client.js';
import { OpenApi } from '../clients/openapi.js';
import { Factory, type Person } from '../data/factory.js';
import type { MailCatcher } from '../mail/mail-catcher.js';
import { RunningApp } from './running-app.js';
import { giveBack, takeSharedApp } from './shared-app.js';

/** What a file of tests has of an app: the app itself, ways to fill its database, and clients. */
export class TestApp {
  readonly factory: Factory;

  private constructor(
    private running: RunningApp | undefined,
    private readonly end: (running: RunningApp) => Promise<void>,
    readonly openapi: OpenApi,
  ) {
    this.factory = new Factory(() => this.prisma);
  }

  /**
   * An app whose database is empty.
   *
   * @param variables of the environment, for an app of the file's own. Give one, if empty, where the tests break the app
   */
  static async start(variables?: Readonly<Record<string, string>>): Promise<TestApp> {
    const running = await (variables ? RunningApp.start(variables) : takeSharedApp());
    const end = variables ? (own: RunningApp): Promise<void> => own.stop() : giveBack;
    return new TestApp(running, end, await OpenApi.load(running.baseUrl));
  }

  private get current(): RunningApp {
    if (!this.running) {
      throw new Error('This app was stopped');
    }
    return this.running;
  }

  /** @throws Error when it was stopped */
  get nest(): NestExpressApplication {
    return this.current.nest;
  }

  get baseUrl(): string {
    return this.current.baseUrl;
  }

  /** What was mailed, unless the environment names another server, or none. */
  get mails(): MailCatcher {
    return this.current.mails;
  }

  get dataDir(): string {
    return this.current.database.dataDir;
  }

  get prisma(): PrismaService {
    return this.nest.get(PrismaService);
  }

  get database(): Database {
    return this.nest.get(Database);
  }

  get config(): Config {
    return this.nest.get(Config);
  }

  /** A client that sends no credential. */
  get anonymous(): Client {
    return new Client(this.baseUrl, this.openapi, {}, this.current.connections);
  }

  /** A client with a new session of the person, in the organization that is his primary one. */
  async signedIn(person: Person, fields: Partial<Prisma.SessionUncheckedCreateInput> = {}): Promise<Client> {
    const now = new Date();
    const expiresAt = new Date(now.getTime() + this.config.session.absolute * 1000);
    const times = { authTime: now, createdAt: now, lastUsedAt: now, expiresAt };
    const session = await this.factory.login(person, { ...times, ...fields });
    return this.anonymous.withToken(this.nest.get(SessionToken).sign(session));
  }

  /** A client with a new session of the person, just stepped up with the best that the person has. */
  steppedUp(person: Person): Promise<Client> {
    return this.signedIn(person, { stepUpAt: new Date(), stepUpMethod: 'totp' });
  }

  /** Makes all sessions of the person look as if they had just been stepped up with a second factor. */
  async confirmWithFactor({ id }: Person): Promise<void> {
    await this.prisma.db.$executeRaw`
      UPDATE "Session" SET "stepUpAt" = clock_timestamp(), "stepUpMethod" = 'totp' WHERE "userId" = ${id}::uuid`;
  }

  /** A file's variables live as long as the process, so this lets go of what takes much memory. */
  async stop(): Promise<void> {
    const running = this.current;
    this.running = undefined;
    await this.end(running);
  }
}
