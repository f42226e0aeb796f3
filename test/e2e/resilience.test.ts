import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Response } from 'supertest';
import { readConfig } from '../../src/core/config/config.js';
import type { Job } from '../../src/core/prisma/generated/client.js';
import { storageFor } from '../../src/core/storage/storage-for.js';
import type { DemoCredentials } from '../../src/modules/demo/demo.service.js';
import { MailsService } from '../../src/modules/mails/mails.service.js';
import { start } from '../../src/start.js';
import { TestApp } from '../support/app/app.js';
import { bootstrapApp } from '../support/app/bootstrap.js';
import { captureLog, type LogLines } from '../support/app/log-lines.js';
import { answersAgain, expectUnavailable, ProxiedApp } from '../support/app/proxied-app.js';
import { ShippedApp } from '../support/app/shipped-app.js';
import type { Client } from '../support/clients/client.js';
import { PASSWORD, type Person } from '../support/data/factory.js';
import { createTestDatabase, type TestDatabase } from '../support/database/template.js';
import { expectProblem } from '../support/expectations/problem.js';
import { HangingMailServer } from '../support/mail/hanging-mail-server.js';
import { answers } from '../support/network/answers.js';
import { freePort } from '../support/network/free-port.js';
import { TcpProxy } from '../support/network/tcp-proxy.js';
import { expectStorageUnavailable } from '../support/storage/unavailable-storage.js';
import { eventually } from '../support/time/eventually.js';
import { Stopwatch } from '../support/time/stopwatch.js';

const ME = '/api/v1/auth/me';
const LOGIN = '/api/v1/auth/login';

function onPostgreSQL(): void {
  let app: ProxiedApp;
  let log: LogLines;
  let anonymous: Client;

  beforeEach(async () => {
    log = captureLog();
    app = await ProxiedApp.launch();
    anonymous = await app.client();
  });

  afterEach(async () => {
    await app.stop();
    log.stop();
  });

  describe('that is down at the start', () => {
    it('is waited for, while health checks and the API say so', async () => {
      const live = await anonymous.get('/health/live');
      expect({ status: live.status, body: live.body }).toEqual({ status: 200, body: { status: 'ok' } });
      expectUnavailable(await anonymous.get('/health/ready'));
      expectUnavailable(await anonymous.get('/api/v1/me'));
      expectUnavailable(await anonymous.post(LOGIN, { email: 'a@example.com', password: 'x' }));
      expectUnavailable(await anonymous.get('/api/v1/nothing'));

      await app.proxy.open();
      expect(await app.started).toContain('Atrium is ready.');
      const ready = await anonymous.get('/health/ready');
      expect({ status: ready.status, body: ready.body }).toEqual({ status: 200, body: { status: 'ok' } });
      expectProblem(await anonymous.get('/api/v1/me'), 401, 'unauthenticated');
    });

    it('is named in the log, without the password', async () => {
      const { host, pathname, password } = app.databaseUrl;
      // Apps that other tests of this file use write to the same log.
      const waits = () => log.lines().filter(({ level, context }) => level === 40 && context === 'Database');
      await eventually(() => waits().length >= 2);
      const [first, second] = waits();
      const line = (seconds: string): object => ({
        context: 'Database',
        msg: expect.stringMatching(
          // Node's own errors are no `Error` of the test's realm, and print themselves with their name.
          `^The database at ${host}${pathname} cannot be reached \\((Error: )?connect ECONNREFUSED ${host}\\)\\. Next try in ${seconds} s\\.$`,
        ),
      });
      expect([first, second]).toMatchObject([line('0.5'), line('1')]);
      expect(JSON.stringify(log.lines())).not.toContain(password);
    });

    it('does not keep the process from stopping', async () => {
      const ended = expect(app.started).rejects.toMatchObject({ name: 'AbortError' });
      await app.stop();
      await ended;
    });
  });

  describe('that goes away', () => {
    let sasha: Person;
    let asSasha: Client;

    beforeEach(async () => {
      await app.proxy.open();
      await app.started;
      sasha = await app.factory.person();
      asSasha = anonymous.withToken((await login()).body.token);
      // Enough at once that the pool has several connections to lose.
      await Promise.all(Array.from({ length: 12 }, () => asSasha.get(ME)));
    });

    function login(): ReturnType<Client['post']> {
      return anonymous.post(LOGIN, { email: sasha.email, password: PASSWORD });
    }

    /** Holds the table, and requests that need it three different ways: the caller's look-up, a read, a transaction. */
    async function whileWaitingFor(table: string, happens: () => Promise<unknown>) {
      const lock = await app.server.connect();
      try {
        await lock.query(`BEGIN; LOCK TABLE "${table}" IN ACCESS EXCLUSIVE MODE`);
        const requests: Promise<Response>[] = [];
        for (const ask of [() => asSasha.get(ME), login, () => asSasha.get('/api/v1/user')]) {
          requests.push(ask());
          // Those that come in the same turn share a statement.
          await eventually(async () => (await app.waiting()) === requests.length);
        }
        await happens();
        return await Promise.all(requests);
      } finally {
        lock.release(true);
      }
    }

    it('between requests is missed by readiness and the API, not by liveness', async () => {
      await app.proxy.cut();
      expectUnavailable(await anonymous.get('/health/ready'));
      expectUnavailable(await asSasha.get(ME));
      expectUnavailable(await asSasha.get('/api/v1/user'));
      expectUnavailable(await login());
      expect((await anonymous.get('/health/live')).status).toBe(200);
      expectProblem(await anonymous.get('/api/v1/me'), 401, 'unauthenticated');
    });

    it('between requests is used again when it is back', async () => {
      await app.proxy.cut();
      expectUnavailable(await asSasha.get(ME));
      await app.proxy.open();
      await answersAgain(asSasha, ME);
      await answersAgain(anonymous, '/health/ready');
      expect((await login()).status).toBe(200);
    });

    it.each(['Session', 'UserEmail'])(
      'while requests wait for %s fails these, and answers later ones',
      async (table) => {
        const results = await whileWaitingFor(table, () => app.proxy.cut());
        results.forEach(expectUnavailable);
        expect((await anonymous.get('/health/live')).status).toBe(200);
        await app.proxy.open();
        await answersAgain(asSasha, ME);
        expect((await login()).status).toBe(200);
      },
    );

    it('by an administrator ending all connections is used again at once', async () => {
      expect(await app.terminateConnections()).toBeGreaterThan(1);
      await answersAgain(asSasha, ME);
      await answersAgain(anonymous, '/health/ready');
      expect((await login()).status).toBe(200);
    });

    it.each(['Session', 'UserEmail'])(
      'by an administrator ending connections that wait for %s fails these, and answers later ones',
      async (table) => {
        const results = await whileWaitingFor(table, () => app.terminateConnections());
        results.forEach(expectUnavailable);
        await answersAgain(asSasha, ME);
        expect((await login()).status).toBe(200);
      },
    );

    it('and takes connections without a word is given up after five seconds', async () => {
      await app.proxy.fallSilent();
      const waited = new Stopwatch();
      const results = await Promise.all([asSasha.get(ME), login(), anonymous.get('/health/ready')]);
      results.forEach(expectUnavailable);
      expect(waited.stop()).toBeLessThan(8_000);
      await app.proxy.open();
      await answersAgain(asSasha, ME);
    });

    it('and needs a second for each message is given up within ten seconds, and nothing is changed', async () => {
      await app.proxy.delay(1_000);
      const slug = 'slow-database';
      const waited = new Stopwatch();
      const [created, signedIn] = await Promise.all([asSasha.post('/api/v1/orgs', { name: slug, slug }), login()]);
      expectUnavailable(created);
      expectUnavailable(signedIn);
      expect(waited.stop()).toBeLessThan(10_000);
      await app.proxy.open();
      await answersAgain(asSasha, ME);
      expect(await app.organizations({ slug })).toBe(0);
    });

    it('time and again is missed and used again each time', async () => {
      for (let i = 0; i < 3; i++) {
        await app.proxy.cut();
        (await Promise.all(Array.from({ length: 8 }, () => asSasha.get(ME)))).forEach(expectUnavailable);
        await app.proxy.open();
        await answersAgain(asSasha, ME);
      }
      const levels = new Set(log.lines().map(({ level }) => level));
      expect([...levels].every((level) => Number(level) < 50)).toBe(true);
    });
  });
}

function onTheEmbeddedDatabase(): void {
  let database: TestDatabase;
  let dataDir: string;
  let pidFile: string;
  /** The process that has the database. Starting one takes as long as all the rest of a test. */
  let owner: ShippedApp;
  const processes: ShippedApp[] = [];

  beforeAll(async () => {
    database = await createTestDatabase();
    dataDir = database.dataDir;
    pidFile = join(dataDir, 'db.pid');
    owner = await startProcess();
  });

  afterAll(async () => {
    await Promise.all(processes.map((app) => app.stop('SIGKILL')));
    await database.remove();
  });

  async function launch(): Promise<ShippedApp> {
    const app = await ShippedApp.launch(dataDir);
    processes.push(app);
    return app;
  }

  async function startProcess(): Promise<ShippedApp> {
    const app = await launch();
    await app.ready();
    return app;
  }

  it('is refused to a second process, which says so and ends, and the first goes on', async () => {
    expect(readFileSync(pidFile, 'utf8')).toBe(String(owner.pid));
    const second = await launch();
    expect(await second.ended()).toBe(1);
    expect(second.output).toBe(
      `The embedded database in ${dataDir}/db is in use by process ${owner.pid}. ` +
        'Stop that process, or choose another DATA_DIR.\n',
    );
    expect(await answers(`${owner.baseUrl}/health/ready`)).toBe(true);
  });

  it('is refused to a second instance in the same process', async () => {
    const first = await TestApp.start();
    await first.database.ping();
    const port = String(await freePort());
    const environment = {
      RATE_LIMIT_SIGN_IN: 'off',
      LOG_LEVEL: 'silent',
      HOST: '127.0.0.1',
      PORT: port,
      DATA_DIR: first.dataDir,
    };
    const second = await bootstrapApp(environment);
    try {
      await expect(start(second)).rejects.toThrow(`is in use by process ${process.pid}`);
      expect((await first.anonymous.get('/health/ready')).status).toBe(200);
    } finally {
      await second.close();
      await first.stop();
    }
  });

  it('loses nothing that was acknowledged when the process is killed', async () => {
    const tokens: string[] = [];
    const callers = [1, 2, 3].map(() => signInUntilItDies(owner.baseUrl, tokens));
    await eventually(() => tokens.length >= 50);
    await setTimeout(Math.random() * 100);
    await owner.stop('SIGKILL');
    await Promise.all(callers);
    // What the dead process left behind does not lock its successor out.
    expect(readFileSync(pidFile, 'utf8')).toBe(String(owner.pid));
    owner = await startProcess();
    const statuses = await Promise.all(tokens.map((token) => statusOf(owner.baseUrl + ME, token)));
    expect(tokens.length).toBeGreaterThanOrEqual(50);
    expect(new Set(statuses)).toEqual(new Set([200]));
  }, 180_000);

  it('is free once the process was told to stop', async () => {
    expect(await owner.stop()).toBe(0);
    expect(existsSync(pidFile)).toBe(false);
  });

  /** Signs in again and again, keeping each token whose answer arrived whole. */
  async function signInUntilItDies(baseUrl: string, tokens: string[]): Promise<void> {
    const { password, users } = JSON.parse(readFileSync(join(dataDir, 'demo.json'), 'utf8')) as DemoCredentials;
    const body = JSON.stringify({ email: users[0]?.email, password });
    const request = { method: 'POST', headers: { 'content-type': 'application/json' }, body };
    try {
      for (;;) {
        const response = await fetch(baseUrl + LOGIN, request);
        const { token } = (await response.json()) as { token: string };
        expect(response.status).toBe(200);
        tokens.push(token);
      }
    } catch (error) {
      // The connection ends with the process; anything else is a finding.
      expect(error).toHaveProperty('name', 'TypeError');
    }
  }

  async function statusOf(url: string, token: string): Promise<number> {
    const { status } = await fetch(url, { headers: { authorization: token } });
    return status;
  }
}

/** What never answers is given up after ten seconds, for which the other tests of this file need not wait. */
let post: TestApp;
let hanging: HangingMailServer;
let bucket: TcpProxy;
let bucketGivenUp: Promise<number>;

beforeAll(async () => {
  hanging = await HangingMailServer.start();
  post = await TestApp.start({ MAIL_URL: hanging.url });
  bucket = await TcpProxy.create('http://127.0.0.1');
  await bucket.fallSilent();
  bucketGivenUp = giveUpBucket();
  bucketGivenUp.catch(() => undefined);
});

afterAll(async () => {
  await post.stop();
  await hanging.stop();
  await bucket.cut();
});

/** @returns after how many milliseconds the store was said to be unavailable */
async function giveUpBucket(): Promise<number> {
  const url = `s3://key:secret@bucket?endpoint=http://127.0.0.1:${String(bucket.port)}&forcePathStyle=true`;
  const storage = await storageFor(readConfig({ NODE_ENV: 'test', LOG_LEVEL: 'silent', STORAGE_URL: url }));
  const waited = new Stopwatch();
  const calls = [storage.put('key', Buffer.from('x'), 'text/plain'), storage.get('key'), storage.delete('key')];
  await Promise.all(calls.map(expectStorageUnavailable));
  return waited.stop();
}

/** The mails that a try did not send. */
function failedMails(): Promise<Job[]> {
  return post.prisma.db.job.findMany({ where: { kind: 'mail', lastError: { not: null } } });
}

describe('A mail server that hangs after its greeting', () => {
  it('holds up neither requests nor other jobs', async () => {
    const { email } = await post.factory.person();
    for (let count = 0; count < 3; count++) {
      await post.nest.get(MailsService).queue({ template: 'password_changed', to: email });
    }
    await eventually(() => hanging.connections === 3);

    const { status } = await post.anonymous.post('/api/v1/auth/password/forgot', { email });
    expect(status).toBe(202);
    // The request made a job that made the mail.
    await eventually(() => hanging.connections === 4);
    // The first three still hang.
    expect(await failedMails()).toEqual([]);
  });
});

// Neither half is skipped in silence: where the one cannot run, the other does.
if (process.env.TEST_DATABASE_URL) {
  describe('PostgreSQL', onPostgreSQL);
} else {
  describe('The embedded database', onTheEmbeddedDatabase);
}

describe('Work without an answer is given up:', () => {
  it('the mail server, whose mails wait', async () => {
    await eventually(async () => (await failedMails()).length === 4);
    expect((await failedMails())[0]?.lastError).toMatch(/time/i);
  });

  it('the bucket', async () => {
    expect(await bucketGivenUp).toBeLessThan(12_000);
  });
});
