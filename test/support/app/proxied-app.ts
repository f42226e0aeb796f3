import type { NestExpressApplication } from '@nestjs/platform-express';
import pg from 'pg';
import { Config } from '../../../src/core/config/config.js';
import type { Prisma } from '../../../src/core/prisma/generated/client.js';
import { PrismaService } from '../../../src/core/prisma/prisma.service.js';
import { start } from '../../../src/start.js';
import { Client } from '../clients/client.js';
import { OpenApi } from '../clients/openapi.js';
import { Factory } from '../data/factory.js';
import { createTestDatabase, type TestDatabase } from '../database/template.js';
import { expectProblem } from '../expectations/problem.js';
import { answers } from '../network/answers.js';
import { freePort } from '../network/free-port.js';
import { TcpProxy } from '../network/tcp-proxy.js';
import { eventually } from '../time/eventually.js';
import { bootstrapApp } from './bootstrap.js';

/** The application on PostgreSQL, with a proxy in between that can be taken away. */
export class ProxiedApp {
  private readonly stopping = new AbortController();
  /** What becomes of the start. */
  readonly started: Promise<string | undefined>;

  private constructor(
    private readonly nest: NestExpressApplication,
    private readonly testDatabase: TestDatabase,
    readonly proxy: TcpProxy,
    /** Where the application believes the database to be. */
    readonly databaseUrl: URL,
    /** Its own connections, past the proxy. */
    readonly server: pg.Pool,
  ) {
    this.started = start(nest, this.stopping.signal);
    // Whoever wants to know asks; most tests stop it before it is ready, or after.
    this.started.catch(() => undefined);
  }

  /** Starts the application while the database is down; its health checks are answered already. */
  static async launch(): Promise<ProxiedApp> {
    const testDatabase = await createTestDatabase();
    const { DATABASE_URL: direct = '' } = testDatabase.variables;
    const proxy = await TcpProxy.create(direct);
    const databaseUrl = new URL(direct);
    databaseUrl.host = `127.0.0.1:${proxy.port}`;
    databaseUrl.password ||= 'not-for-the-log';
    const nest = await bootstrapApp({
      ...testDatabase.variables,
      DATABASE_URL: databaseUrl.href,
      HOST: '127.0.0.1',
      PORT: String(await freePort()),
    });
    const server = new pg.Pool({ connectionString: direct, application_name: 'test' });
    const app = new ProxiedApp(nest, testDatabase, proxy, databaseUrl, server);
    await eventually(() => answers(`${app.baseUrl}/health/live`));
    return app;
  }

  /** How many organizations there are. */
  organizations(where: Prisma.OrganizationWhereInput): Promise<number> {
    return this.nest.get(PrismaService).db.organization.count({ where });
  }

  get factory(): Factory {
    return new Factory(() => this.nest.get(PrismaService));
  }

  async client(): Promise<Client> {
    return new Client(this.baseUrl, await OpenApi.load(this.baseUrl));
  }

  /** How many of its connections are waiting for a lock. */
  async waiting(): Promise<number> {
    const { rowCount } = await this.server.query(
      `SELECT FROM pg_stat_activity WHERE ${OWN} AND wait_event_type = 'Lock'`,
    );
    return rowCount ?? 0;
  }

  /** Ends its connections as an administrator of the server does. @returns how many there were */
  async terminateConnections(): Promise<number> {
    const { rowCount } = await this.server.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE ${OWN}`);
    return rowCount ?? 0;
  }

  /** Like the signal of a terminal: it gives up waiting for the database. */
  async stop(): Promise<void> {
    if (this.stopping.signal.aborted) {
      return;
    }
    this.stopping.abort();
    await this.nest.close();
    await this.proxy.cut();
    await this.server.end();
    await this.testDatabase.remove();
  }

  private get baseUrl(): string {
    return `http://127.0.0.1:${this.nest.get(Config).port}`;
  }
}

/** The application's own connections to the test's own database. */
const OWN = `datname = current_database() AND application_name = 'atrium'`;

/** Expects an answer that tells to come back in a few seconds. */
export function expectUnavailable(answer: Parameters<typeof expectProblem>[0]): void {
  expectProblem(answer, 503, 'unavailable');
  expect(answer.headers['retry-after']).toBe('5');
}

/** Asks until the answer is 200, and expects nothing but 503 `unavailable` until then. */
export async function answersAgain(client: Client, path: string): Promise<void> {
  await eventually(async () => {
    const response = await client.get(path);
    if (response.status !== 200) {
      expectUnavailable(response);
    }
    return response.status === 200;
  });
}
