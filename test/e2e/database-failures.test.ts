import pg from 'pg';
import { describeFailure, isDatabaseUnavailable } from '../../src/core/prisma/failures.js';
import { TestApp } from '../support/app/app.js';
import { captureLog, type LogLines } from '../support/app/log-lines.js';
import { expectUnavailable } from '../support/app/proxied-app.js';
import type { Client } from '../support/clients/client.js';
import { PASSWORD, type Person } from '../support/data/factory.js';
import { eventually } from '../support/time/eventually.js';

const ME = '/api/v1/user';
const LOGIN = '/api/v1/auth/login';
const NAME = { displayName: 'Another name' };

let app: TestApp;
let log: LogLines;
let sasha: Person;
let asSasha: Client;

beforeAll(async () => {
  log = captureLog();
  app = await TestApp.start({
    LOG_LEVEL: 'warn',
    DATABASE_POOL_SIZE: '3',
    DATABASE_POOL_TIMEOUT_SECONDS: '2',
    DATABASE_LOCK_TIMEOUT_SECONDS: '1',
    DATABASE_STATEMENT_TIMEOUT_SECONDS: '4',
  });
  sasha = await app.factory.person();
  asSasha = await app.signedIn(sasha);
}, 60_000);

afterAll(async () => {
  await app.stop();
  log.stop();
});

/** Expects that what was logged last names the cause, as a warning. */
function expectLogged(cause: RegExp): void {
  const line = log.lines().findLast(({ context }) => context === 'Error');
  expect(line).toMatchObject({ level: 40, msg: expect.stringMatching(cause) });
}

function updateName(): ReturnType<Client['patch']> {
  return asSasha.patch(ME, NAME);
}

describe('While the database is read-only, as during a failover', () => {
  const connections = new Set<pg.PoolClient>();

  beforeAll(async () => {
    // All connections: also one that a job uses at this moment, and those that are opened later.
    const { pool } = app.database;
    pool.on('connect', onConnect);
    const taken = await Promise.all(Array.from({ length: pool.options.max }, () => pool.connect()));
    await Promise.all(taken.map(makeReadOnly));
    taken.forEach((client) => client.release());
  });

  afterAll(async () => {
    app.database.pool.off('connect', onConnect);
    await Promise.all([...connections].map((client) => client.query('SET default_transaction_read_only = off')));
  });

  function onConnect(client: pg.PoolClient): void {
    void makeReadOnly(client);
  }

  async function makeReadOnly(client: pg.PoolClient): Promise<void> {
    connections.add(client);
    client.once('end', () => connections.delete(client));
    await client.query('SET default_transaction_read_only = on');
  }

  it('a write is answered with 503, and the log says why', async () => {
    expectUnavailable(await updateName());
    expectLogged(/^The database cannot answer now: 25006: cannot execute /);
  });

  it('a sign-in is answered with 503, and does not count as a failure', async () => {
    for (let tries = 0; tries < 12; tries++) {
      expectUnavailable(await app.anonymous.post(LOGIN, { email: sasha.email, password: PASSWORD }));
    }
  });

  it('what only reads is answered', async () => {
    expect((await asSasha.get(ME)).status).toBe(200);
  });
});

describe('While every connection is in use', () => {
  it('a request is answered with 503 once it has waited long enough, and the log says why', async () => {
    const taken = await Promise.all(
      Array.from({ length: app.database.pool.options.max }, () => app.database.pool.connect()),
    );
    try {
      const answers = await Promise.all([
        asSasha.get(ME),
        updateName(),
        app.anonymous.post(LOGIN, { email: sasha.email, password: PASSWORD }),
      ]);
      answers.forEach(expectUnavailable);
      expectLogged(/^The database cannot answer now: timeout exceeded when trying to connect$/);
    } finally {
      taken.forEach((client) => client.release());
    }
    expect((await asSasha.get(ME)).status).toBe(200);
  });
});

describe('A transaction that conflicts with another', () => {
  const conflict = (code: string) =>
    app.prisma.db.$executeRawUnsafe(`DO $$ BEGIN RAISE EXCEPTION 'conflict' USING ERRCODE = '${code}'; END $$`);

  it.each(['40P01', '40001'])('is run again after %s, with all it does', async (code) => {
    const { id } = await app.factory.organization();
    let tries = 0;
    await app.prisma.transaction(async () => {
      tries++;
      await app.prisma.db.organization.update({ where: { id }, data: { name: `try ${tries}` } });
      await (tries < 3 ? conflict(code) : undefined);
    });
    expect(await app.prisma.db.organization.findUnique({ where: { id } })).toMatchObject({ name: 'try 3' });
    expect(tries).toBe(3);
  });

  it.each(['40P01', '40001'])('is unavailable, not an error, when it meets %s at each try', async (code) => {
    let tries = 0;
    const failed = app.prisma.transaction(async () => {
      tries++;
      await conflict(code);
    });
    const error = await failed.catch((thrown: unknown) => thrown);
    expect(isDatabaseUnavailable(error)).toBe(true);
    expect(tries).toBe(5);
  });

  it('is not run again after another failure', async () => {
    let tries = 0;
    const failed = app.prisma.transaction(async () => {
      tries++;
      await conflict('55P03');
    });
    await expect(failed).rejects.toThrow('conflict');
    expect(tries).toBe(1);
  });
});

// The embedded database has one session, in which nothing waits for a lock.
if (process.env.TEST_DATABASE_URL) {
  describe('While another transaction locks the table', () => {
    let other: pg.Client;

    beforeEach(async () => {
      other = new pg.Client({ connectionString: app.config.databaseUrl, application_name: 'test' });
      await other.connect();
      await other.query('BEGIN; LOCK TABLE "User" IN ACCESS EXCLUSIVE MODE');
    });

    afterEach(() => other.end());

    /** Does something to the connections of the application that wait for a lock, once there is one. */
    async function toWaiting(action: 'pg_cancel_backend' | 'pg_terminate_backend'): Promise<void> {
      await eventually(async () => {
        const { rowCount } = await other.query(
          `SELECT ${action}(pid) FROM pg_stat_activity
         WHERE datname = current_database() AND application_name = 'atrium' AND wait_event_type = 'Lock'`,
        );
        return rowCount !== 0;
      });
    }

    it('a request is answered with 503 after the lock timeout, and the log says why', async () => {
      expectUnavailable(await updateName());
      expectLogged(/^The database cannot answer now: 55P03: canceling statement due to lock timeout$/);
    });

    it('a request whose statement is cancelled is answered with 503, and the log says why', async () => {
      const [answer] = await Promise.all([updateName(), toWaiting('pg_cancel_backend')]);
      expectUnavailable(answer);
      expectLogged(/^The database cannot answer now: 57014: canceling statement due to user request$/);
    });

    it('a request whose connection is terminated is answered with 503, and the log says why', async () => {
      const [answer] = await Promise.all([updateName(), toWaiting('pg_terminate_backend')]);
      expectUnavailable(answer);
      expectLogged(/^The database cannot answer now: 57P01: terminating connection/);
    });

    it('a statement that runs longer than its limit is unavailable, not an error', async () => {
      const failed = app.prisma.db.$queryRaw`SELECT pg_sleep(60)`;
      const error = await failed.catch((thrown: unknown) => thrown);
      expect(isDatabaseUnavailable(error)).toBe(true);
      expect(describeFailure(error)).toBe('57014: canceling statement due to statement timeout');
    });

    it('a transaction that expires is unavailable, not an error', async () => {
      const failed = app.prisma.transaction(async () => {
        await app.prisma.db.$executeRaw`SET LOCAL lock_timeout = 0`;
        await app.prisma.db.user.count();
      });
      expect(isDatabaseUnavailable(await failed.catch((error: unknown) => error))).toBe(true);
    });
  });
}
