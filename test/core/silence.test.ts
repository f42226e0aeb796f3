import { PassThrough } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { isDatabaseUnavailable } from '../../src/core/prisma/failures.js';
import { allowLongStatements, endUnresponsiveConnections } from '../../src/core/prisma/connection-timeout.js';
import { answersAgain, expectUnavailable, ProxiedApp } from '../support/app/proxied-app.js';
import { PASSWORD } from '../support/data/factory.js';
import { TcpProxy } from '../support/network/tcp-proxy.js';
import { Stopwatch } from '../support/time/stopwatch.js';

/** Milliseconds of silence that are borne; a busy machine may need some hundred for an answer. */
const LONGEST = 1000;

const LONGER = `SELECT pg_sleep(${2 * LONGEST} / 1000.0)`;

function onPostgreSQL(server: string): void {
  let proxy: TcpProxy;
  let pool: pg.Pool;

  beforeEach(async () => {
    proxy = await TcpProxy.create(server);
    await proxy.open();
    const url = new URL(server);
    url.host = `127.0.0.1:${proxy.port}`;
    pool = new pg.Pool({ connectionString: url.href, max: 1 });
    pool.on('error', () => undefined);
    endUnresponsiveConnections(pool, LONGEST);
  });

  afterEach(async () => {
    await pool.end();
    await proxy.cut();
  });

  async function failure(query: Promise<unknown>): Promise<unknown> {
    return query.then(
      () => undefined,
      (error: unknown) => error,
    );
  }

  it('is ended, which means that the database cannot be reached, and another one takes its place', async () => {
    await pool.query('SELECT 1');
    proxy.freeze();
    const before = performance.now();
    const error = await failure(pool.query('SELECT 1'));
    expect(error).toMatchObject({ code: 'ETIMEDOUT', message: 'The database has said nothing for 1 s' });
    expect(isDatabaseUnavailable(error)).toBe(true);
    expect(performance.now() - before).toBeGreaterThan(LONGEST * 0.9);
    expect(pool.totalCount).toBe(0);
    expect((await pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
  });

  it('is ended in a transaction, and cannot be gone on with', async () => {
    const client = await pool.connect();
    client.on('error', () => undefined);
    await client.query('BEGIN');
    proxy.freeze();
    expect(await failure(client.query('SELECT 1'))).toMatchObject({ code: 'ETIMEDOUT' });
    expect(isDatabaseUnavailable(await failure(client.query('ROLLBACK')))).toBe(true);
    client.release();
    expect(pool.totalCount).toBe(0);
  });

  it('is no silence while it is not in use', async () => {
    const pid = async (): Promise<unknown> => (await pool.query('SELECT pg_backend_pid()')).rows;
    const first = await pid();
    await setTimeout(2 * LONGEST);
    expect(await pid()).toEqual(first);
  });

  it('is no silence as long as there are answers, however many it takes', async () => {
    const client = await pool.connect();
    for (const until = Date.now() + 2 * LONGEST; Date.now() < until;) {
      await client.query('SELECT pg_sleep(0.05)');
    }
    client.release();
    expect(pool.totalCount).toBe(1);
  });

  it('is borne where it is allowed, until the connection is given back', async () => {
    const client = await pool.connect();
    allowLongStatements(client);
    await client.query(LONGER);
    client.release();
    expect(await failure(pool.query(LONGER))).toMatchObject({ code: 'ETIMEDOUT' });
  });

  it('lets no request of the application wait for ever', async () => {
    const app = await ProxiedApp.launch();
    await app.proxy.open();
    await app.started;
    const anonymous = await app.client();
    const { email } = await app.factory.person();
    const somebody = await anonymous.logIn(email);
    await Promise.all(Array.from({ length: 12 }, () => somebody.get('/api/v1/auth/me')));
    app.proxy.freeze();
    // They need the database in three ways: the caller's look-up, a transaction, a read.
    const login = { email, password: PASSWORD };
    const waited = new Stopwatch();
    const answers = await Promise.all([
      somebody.get('/api/v1/auth/me'),
      anonymous.post('/api/v1/auth/login', login),
      anonymous.get('/health/ready'),
    ]);
    answers.forEach(expectUnavailable);
    expect(waited.stop()).toBeLessThan(30_000);
    await answersAgain(somebody, '/api/v1/auth/me');
    expect((await anonymous.post('/api/v1/auth/login', login)).status).toBe(200);
    await app.stop();
  });
}

describe('A connection on which nothing is said', () => {
  const server = process.env.TEST_DATABASE_URL;
  if (server) {
    describe('on PostgreSQL', () => onPostgreSQL(server));
  }

  it('is none that the embedded database has', () => {
    const stream = new PassThrough();
    allowLongStatements({ connection: { stream } } as unknown as pg.PoolClient);
    expect(stream.destroyed).toBe(false);
  });
});
