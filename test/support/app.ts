import type { NestExpressApplication } from '@nestjs/platform-express';
import { bootstrap } from '../../src/bootstrap.js';
import { Config, readConfig } from '../../src/core/config/config.js';
import { Readiness } from '../../src/core/http/readiness.js';
import { JobWorker } from '../../src/core/jobs/job-worker.js';
import { Database } from '../../src/core/prisma/database.js';
import { PrismaService } from '../../src/core/prisma/prisma.service.js';
import { type OpenedSession, SessionsService } from '../../src/modules/sessions/sessions.service.js';
import { Client } from './client.js';
import { Factory, type Person } from './factory.js';
import { freePort } from './free-port.js';
import { OpenApi } from './openapi.js';
import { createTestDatabase, type TestDatabase } from './template.js';

/** The app as it ships, on a free port of this machine and a database of its own. */
export class TestApp {
  readonly factory: Factory;

  private constructor(
    private running: NestExpressApplication | undefined,
    readonly baseUrl: string,
    readonly dataDir: string,
    readonly openapi: OpenApi,
    private readonly testDatabase: TestDatabase,
  ) {
    this.factory = new Factory(() => this.prisma);
  }

  /** @param variables of the environment, on top of what every test has */
  static async start(variables: Record<string, string> = {}): Promise<TestApp> {
    const testDatabase = await createTestDatabase();
    const port = await freePort();
    const environment = {
      NODE_ENV: 'test',
      LOG_LEVEL: 'silent',
      PORT: String(port),
      ...testDatabase.variables,
      ...variables,
    };
    const nest = await bootstrap(readConfig(environment));
    await nest.listen(port, '127.0.0.1');
    nest.get(Readiness).declareReady();
    await nest.get(Database).ping();
    nest.get(JobWorker).start();
    const baseUrl = `http://127.0.0.1:${String(port)}`;
    return new TestApp(nest, baseUrl, testDatabase.dataDir, await OpenApi.load(baseUrl), testDatabase);
  }

  /** @throws Error when it was stopped */
  get nest(): NestExpressApplication {
    if (!this.running) {
      throw new Error('This app was stopped');
    }
    return this.running;
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
    return new Client(this.baseUrl, this.openapi);
  }

  /** A client with a new session of the person. */
  async signedIn(person: Person): Promise<Client> {
    const { token } = await this.openSession(person);
    return this.anonymous.withToken(token);
  }

  /** A client with a new session of the person, who has just confirmed that it is he. */
  async steppedUp(person: Person): Promise<Client> {
    const { id, token } = await this.openSession(person);
    await this.prisma.db.session.update({ where: { id }, data: { stepUpAt: new Date() } });
    return this.anonymous.withToken(token);
  }

  private openSession({ id }: Person): Promise<OpenedSession> {
    const device = { deviceId: 'test', remoteIp: '127.0.0.1', userAgent: 'test' };
    return this.nest.get(SessionsService).open(id, ['pwd'], device);
  }

  /** A file's variables live as long as the process, so this lets go of what takes much memory. */
  async stop(): Promise<void> {
    await this.nest.close();
    this.running = undefined;
    await this.testDatabase.remove();
  }
}
