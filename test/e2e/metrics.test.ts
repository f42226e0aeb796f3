import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, openSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RouteInventory } from '../../src/access/route-inventory.js';
import { Passwords } from '../../src/core/crypto/passwords.js';
import { readConfig } from '../../src/core/config/config.js';
import { LogOutput } from '../../src/core/logging/log-output.js';
import { cached } from '../../src/core/metrics/cached.js';
import { NO_METRICS } from '../../src/core/metrics/metrics.js';
import { metricsFor } from '../../src/core/metrics/metrics-for.js';
import { DIRECTORY_PREFIX } from '../runner/names.js';
import { TestApp } from '../support/app/app.js';
import { ShippedApp } from '../support/app/shipped-app.js';
import { PASSWORD, type Person } from '../support/data/factory.js';
import { scrape, total, urlOf } from '../support/metrics/scrape.js';
import { freePort } from '../support/network/free-port.js';
import { eventually } from '../support/time/eventually.js';

const LOGIN = '/api/v1/auth/login';
const REQUESTS = 'atrium_http_request_duration_seconds_count';
const STATEMENTS = 'atrium_database_statement_duration_seconds_count';
const SIGN_INS = 'atrium_sign_ins_total';

let app: TestApp;
let sasha: Person;

beforeAll(async () => {
  app = await TestApp.start({ METRICS_PORT: '0', HOST: '127.0.0.1', RATE_LIMIT_SIGN_IN: '4;w=600' });
  sasha = await app.factory.person();
});

afterAll(() => app.stop());

async function value(name: string, labels?: Readonly<Record<string, string>>): Promise<number> {
  return total((await scrape(app)).series, name, labels);
}

/** By how much a metric grows while the work is done. */
async function growth(name: string, labels: Readonly<Record<string, string>>, work: () => unknown): Promise<number> {
  const before = await value(name, labels);
  await work();
  return (await value(name, labels)) - before;
}

/** A user who is notified of a new password. */
async function changedPassword(address?: string): Promise<Person> {
  const person = await app.factory.person(address === undefined ? {} : { email: address });
  const body = { currentPassword: PASSWORD, newPassword: randomUUID() };
  expect((await (await app.signedIn(person)).patch('/api/v1/users/me/password', body)).status).toBe(200);
  return person;
}

describe('Metrics', () => {
  it('are served as the text of Prometheus, at one path of their own port', async () => {
    const answer = await fetch(urlOf(app));
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    expect(await answer.text()).toMatch(/^# HELP /);
    expect((await fetch(urlOf(app), { method: 'POST' })).status).toBe(405);
    expect((await fetch(new URL('/', urlOf(app)))).status).toBe(404);
    expect((await app.anonymous.get('/metrics')).status).toBe(404);
  });

  it('count requests by the template of the route, by method and status', async () => {
    const labels = { route: '/api/v1/orgs/:slug/members', method: 'GET', status: '401' };
    expect(await growth(REQUESTS, labels, () => app.anonymous.get('/api/v1/orgs/aurora/members'))).toBe(1);
  });

  it('count requests to unknown paths as one route', async () => {
    const paths = ['/unknown', '/anna@example.com', `/${randomUUID()}`, '/api/v1/orgs/aurora/secrets'];
    const work = (): Promise<unknown> => Promise.all(paths.map((path) => app.anonymous.get(path)));
    expect(await growth(REQUESTS, { route: 'none', method: 'other', status: '404' }, work)).toBe(4);
  });

  it('count methods that a route does not have as one method', async () => {
    const ask = (method: string) => fetch(`${app.baseUrl}/api/v1/user`, { method });
    const work = (): Promise<unknown> => Promise.all(['PROPFIND', 'LINK'].map(ask));
    expect(await growth(REQUESTS, { route: '/api/v1/user', method: 'other', status: '405' }, work)).toBe(2);
  });

  it('count tries of sign-ins by result, and the limits that were hit', async () => {
    const logIn = (password: string) => () => app.anonymous.post(LOGIN, { email: sasha.email, password });
    expect(await growth(SIGN_INS, { method: 'password', result: 'succeeded' }, logIn(PASSWORD))).toBe(1);
    expect(await growth(SIGN_INS, { method: 'password', result: 'failed' }, logIn('wrong'))).toBe(1);
    const logInUntilLimited = async (): Promise<void> => {
      while ((await logIn('wrong')()).status !== 429);
    };
    expect(await growth('atrium_limits_hit_total', { limit: 'public-client' }, logInUntilLimited)).toBe(1);
  });

  it('count tries for an account that is locked', async () => {
    const caller = await app.signedIn(await app.factory.person());
    const body = { currentPassword: 'wrong', newPassword: randomUUID() };
    const change = (): Promise<unknown> => caller.patch('/api/v1/users/me/password', body);
    for (let failures = 0; failures < 10; failures++) {
      await change();
    }
    expect(await growth(SIGN_INS, { method: 'password_change', result: 'limited' }, change)).toBe(1);
    expect(await value('atrium_limits_hit_total', { limit: 'sign-in-account' })).toBe(1);
  });

  it('count mails, and the jobs that sent them, by result', async () => {
    const { email } = await changedPassword();
    await app.mails.waitFor({ to: email });
    await eventually(async () => (await value('atrium_mails_total', { result: 'sent' })) > 0);
    const labels = { kind: 'mail', result: 'succeeded' };
    await eventually(async () => (await value('atrium_job_duration_seconds_count', labels)) > 0);
  });

  it('count mails to mailboxes that the server refuses', async () => {
    app.mails.unknown.add('refused@example.com');
    await changedPassword('refused@example.com');
    await eventually(async () => (await value('atrium_mails_total', { result: 'refused' })) === 1);
    const labels = { kind: 'mail', result: 'given_up' };
    await eventually(async () => (await value('atrium_job_duration_seconds_count', labels)) === 1);
  });

  it('show the pool, its statements and the queues of hashes', async () => {
    const ping = (): Promise<unknown> => app.anonymous.get('/health/ready');
    expect(await growth(STATEMENTS, { operation: 'select' }, ping)).toBeGreaterThan(0);
    expect(await value('atrium_database_connections')).toBeGreaterThan(0);
    expect(await value('atrium_database_connections_limit')).toBe(app.database.pool.options.max);
    const hash = (): Promise<unknown> => app.nest.get(Passwords).hashForRegistration(PASSWORD);
    expect(await growth('atrium_password_hash_wait_seconds_count', { queue: 'registration' }, hash)).toBe(1);
    expect(await value('atrium_password_hash_queue_length')).toBe(0);
  });
});

describe('Log lines that were dropped', () => {
  it('are counted', async () => {
    const name = 'atrium_log_lines_dropped_total';
    const before = await value(name);
    // It stays open: the log tries again, and must not write to another file of this number.
    const output = new LogOutput(openSync('/dev/full', 'w'));
    const line = `${'x'.repeat(1024 * 1024)}\n`;
    output.write(line);
    output.write(line);
    expect((await value(name)) - before).toBe(2);
  });
});

describe('The gauges of jobs', () => {
  it('have the jobs that wait, the age of the oldest, and those whose last try failed', async () => {
    const { pool } = app.database;
    const insert = `INSERT INTO "Job" (id, kind, "payloadSealed", "runAt", "failedAt")`;
    await pool.query(`${insert} VALUES (gen_random_uuid(), 'sam@example.com', '', now() - interval '1 hour', NULL)`);
    await pool.query(`${insert} VALUES (gen_random_uuid(), 'aurora', '', now() + interval '1 hour', NULL)`);
    await pool.query(`${insert} VALUES (gen_random_uuid(), 'aurora', '', now(), now() - interval '23 hours')`);
    await pool.query(`${insert} VALUES (gen_random_uuid(), 'aurora', '', now(), now() - interval '25 hours')`);
    // Jobs of a kind that this version does not have are shown together.
    const kind = 'other';
    await eventually(async () => (await value('atrium_jobs_waiting', { kind })) === 1);
    const age = await value('atrium_jobs_oldest_age_seconds', { kind });
    expect(age).toBeGreaterThanOrEqual(3600);
    expect(age).toBeLessThan(3600 + 300);
    expect(await value('atrium_jobs_given_up', { kind })).toBe(1);
  });

  it('have a value for a kind without jobs', async () => {
    const { series } = await scrape(app);
    expect(series).toContainEqual({ name: 'atrium_jobs_waiting', labels: { kind: 'picture_sweep' }, value: 0 });
  });

  it('are read once in some seconds, however often they are asked for', async () => {
    let reads = 0;
    const read = cached(600_000, () => Promise.resolve(++reads));
    expect(await Promise.all([read(), read()])).toEqual([1, 1]);
    expect(await read()).toBe(1);
    const always = cached(0, () => Promise.resolve(++reads));
    expect([await always(), await always()]).toEqual([2, 3]);
  });
});

/** All values that each label may have. */
function closedSets(): Readonly<Record<string, RegExp>> {
  const one = (...values: readonly string[]): RegExp =>
    new RegExp(`^(?:${values.map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})$`);
  const routes = app.nest.get(RouteInventory).list();
  const methods = routes.map(({ method }) => method);
  const checks = ['password', 'second_factor', 'step_up', 'password_change', 'passkey'];
  return {
    route: one('none', '/openapi.json', '/docs', '/docs/', ...routes.map(({ path }) => path)),
    method: one('other', 'HEAD', ...methods, ...checks),
    status: /^[1-5]\d\d$/,
    le: /^(?:[\d.]+|\+Inf)$/,
    operation: one('select', 'insert', 'update', 'delete', 'with', 'begin', 'commit', 'rollback', 'other'),
    queue: one('sign_in', 'registration'),
    state: one('in_use', 'idle'),
    kind: one(...JOBS, 'other', 'minor', 'major', 'incremental', 'weakcb'),
    result: one('succeeded', 'failed', 'given_up', 'limited', 'sent', 'refused', 'served', 'own_write', 'behind'),
    limit: one('public-client', 'sign-in-account', 'sign-in-client', 'mail-budget'),
    // Of the process: kinds of handles, spaces of the heap, and the version of Node.
    type: /^[A-Z][A-Za-z]+$/,
    space: /^[a-z_]+$/,
    version: /^v[\d.]+$/,
    major: /^\d+$/,
    minor: /^\d+$/,
    patch: /^\d+$/,
  };
}

const JOBS = [
  'account_purge',
  'account_released',
  'artifact_sweep',
  'clear_expired',
  'mail',
  'password_forgotten',
  'picture_sweep',
  'role_permissions',
  'user.welcome',
];

describe('The labels of metrics', () => {
  it('come from closed sets, whatever clients send', async () => {
    const organization = await app.factory.organization();
    await app.factory.membership(sasha, organization, { isPrimary: true });
    const caller = (await app.steppedUp(sasha)).inOrganization(organization.slug);
    const values = [organization.slug, sasha.id, sasha.email, 'Ünknown name', '..%2f'];
    const headers = { authorization: `Bearer ${caller.token}`, 'x-org': organization.slug };
    for (const [index, { method, path }] of app.nest.get(RouteInventory).list().entries()) {
      const parameter = encodeURIComponent(values[index % values.length] ?? '');
      const target = `${path.replace(/:\w+/g, parameter)}?search=${parameter}`;
      await fetch(`${app.baseUrl}${target}`, { method, headers }).then((answer) => answer.arrayBuffer());
      await fetch(`${app.baseUrl}${target}/${parameter}`, { method: 'PROPFIND', headers });
    }
    await fetch(`${app.baseUrl}/docs/`);
    const { text, series } = await scrape(app);
    const sets = closedSets();
    const open = series.flatMap(({ labels }) =>
      Object.entries(labels).filter(([label, labelValue]) => !sets[label]?.test(labelValue)),
    );
    expect(open).toEqual([]);
    expect(values.filter((secret) => text.includes(secret) || text.includes(encodeURIComponent(secret)))).toEqual([]);
    expect(text).not.toMatch(/@|[0-9a-f]{8}-[0-9a-f]{4}/);
    expect(new Set(series.map(({ labels }) => labels.route)).size).toBeGreaterThan(100);
  });
});

describe('Without METRICS_PORT', () => {
  it('nothing is measured', async () => {
    expect(await metricsFor(readConfig({ DATA_DIR: app.dataDir }))).toBe(NO_METRICS);
    expect(NO_METRICS.exposition).toBeUndefined();
  });
});

describe('A port for metrics that is in use', () => {
  let dataDir: string;

  beforeAll(() => {
    dataDir = mkdtempSync(join(tmpdir(), DIRECTORY_PREFIX));
  });

  afterAll(() => {
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('ends the start with one line that names the variable', async () => {
    const port = await freePort();
    const other = createServer().listen(port, '127.0.0.1');
    await once(other, 'listening');
    const shipped = await ShippedApp.launch(dataDir, { METRICS_PORT: String(port) });
    expect(await shipped.ended()).toBe(1);
    other.close();
    const line = `The configuration cannot be used: METRICS_PORT ${String(port)} is in use by another process`;
    expect(shipped.output.trimEnd().split('\n')).toEqual([line]);
  });
});
