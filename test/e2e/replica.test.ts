import pg from 'pg';
import { observeStatements } from '../../src/core/prisma/observe-statements.js';
import { Replica } from '../../src/core/prisma/replica.js';
import { TestApp } from '../support/app/app.js';
import { captureLog, type LogLines } from '../support/app/log-lines.js';
import type { Client, Method } from '../support/clients/client.js';
import type { Organization, Person } from '../support/data/factory.js';
import { createStaleReplica, type StaleReplica } from '../support/database/replica.js';
import { scrape, total } from '../support/metrics/scrape.js';
import { TcpProxy } from '../support/network/tcp-proxy.js';

const TEAMS = '/api/v1/org/teams';
const READS = 'atrium_replica_reads_total';
const STALE = 'A name of before';

let databases: StaleReplica;
let proxy: TcpProxy;
let app: TestApp;
let log: LogLines;
let replica: Replica;
let organization: Organization;
let asAdministrator: Client;

/** The statements that the replica got. */
const onReplica: string[] = [];

beforeAll(async () => {
  databases = await createStaleReplica();
  proxy = await TcpProxy.create(databases.replicaUrl);
  await proxy.open();
  const url = new URL(databases.replicaUrl);
  url.port = String(proxy.port);
  log = captureLog();
  app = await TestApp.start({
    ...databases.variables,
    DATABASE_REPLICA_URL: url.href,
    METRICS_PORT: '0',
    HOST: '127.0.0.1',
    LOG_LEVEL: 'info',
  });
  replica = app.nest.get(Replica);
  observeStatements(poolOf(replica), ({ text }) => {
    onReplica.push(text);
    return () => undefined;
  });
  organization = await app.factory.organization();
  await member({ role: 'OrganizationAdmin', appRole: 'AppAdmin' });
  await copyRows(app.database.pool, databases.replicaUrl);
  await replica.begin();
}, 60_000);

afterAll(async () => {
  await app.stop();
  log.stop();
  await proxy.cut();
  await databases.remove();
});

beforeEach(async () => {
  // A caller of each test's own has changed nothing before.
  asAdministrator = await callerLike({ role: 'OrganizationAdmin', appRole: 'AppAdmin' });
  onReplica.length = 0;
});

type Rights = Parameters<TestApp['factory']['membership']>[2];

async function member(rights: Rights): Promise<Person> {
  const person = await app.factory.person();
  await app.factory.membership(person, organization, rights);
  return person;
}

/** A caller whom the replica does not know. */
async function callerLike(rights: Rights): Promise<Client> {
  return (await app.steppedUp(await member({ ...rights, isPrimary: true }))).inOrganization(organization.slug);
}

function poolOf({ pool }: Replica): pg.Pool {
  if (!pool) {
    throw new Error('The application has no replica');
  }
  return pool;
}

/** Copies all rows, with other names of persons: an answer shows where it comes from. */
async function copyRows(from: pg.Pool, to: string): Promise<void> {
  const target = new pg.Client({ connectionString: to });
  await target.connect();
  const { rows: tables } = await from.query<{ name: string; columns: string }>(`
    SELECT table_name AS name, string_agg(format('%I', column_name), ', ') AS columns
    FROM information_schema.columns
    WHERE table_schema = 'public' AND is_generated = 'NEVER' AND table_name NOT IN ('_prisma_migrations', 'Role')
    GROUP BY table_name`);
  await target.query('SET session_replication_role = replica');
  for (const { name, columns } of tables) {
    const { rows } = await from.query<{ rows: unknown }>(`SELECT json_agg(t) AS rows FROM "${name}" t`);
    await target.query(
      `INSERT INTO "${name}" (${columns}) SELECT ${columns} FROM json_populate_recordset(NULL::"${name}", $1)`,
      [JSON.stringify(rows[0]?.rows ?? [])],
    );
  }
  await target.query(`UPDATE "User" SET "displayName" = '${STALE}'`);
  await target.end();
}

/** Asks, and expects the status. */
async function answered<Body>(
  client: Client,
  method: Method,
  path: string,
  body?: object,
  status = 200,
): Promise<Body> {
  const response = await client.send(method, path, body);
  expect([method, path, response.status, response.text]).toEqual([method, path, status, response.text]);
  return response.body as Body;
}

async function namesSeen(client: Client): Promise<string[]> {
  const path = `/api/v1/orgs/${organization.slug}/members`;
  const { items } = await answered<{ items: { displayName: string }[] }>(client, 'get', path);
  return items.map(({ displayName }) => displayName);
}

async function reads(result: string): Promise<number> {
  return total((await scrape(app)).series, READS, { result });
}

describe('A replica', () => {
  it('serves a list, with what it has, to a caller that only the primary knows', async () => {
    const before = await reads('served');
    expect(await namesSeen(asAdministrator)).toEqual([STALE]);
    expect(await reads('served')).toBe(before + 1);
  });

  it.each([
    ['numbered members', '/api/v1/app/user?page=1&page_size=20'],
    ['search of members', '/api/v1/app/user?q=person'],
    ['users', '/api/v1/org/users'],
    ['export of users', '/api/v1/org/users/export'],
    ['members', '/api/v1/orgs/SLUG/members'],
    ['invitations', '/api/v1/orgs/SLUG/invitations'],
    ['API keys', '/api/v1/orgs/SLUG/api-keys'],
    ['audit log', '/api/v1/orgs/SLUG/audit'],
    ['service accounts', '/api/v1/org/service-accounts'],
    ['teams', TEAMS],
    ['roles', '/api/v1/org/roles'],
  ])('serves the list: %s', async (_, path) => {
    await answered(asAdministrator, 'get', path.replace('SLUG', organization.slug));
    expect(onReplica).not.toEqual([]);
  });

  it.each([
    ['caller', '/api/v1/auth/me'],
    ['own sessions', '/api/v1/me/logins'],
    ['own API keys', '/api/v1/api-keys'],
    ['visible projects', '/api/v1/app/project?page=1&page_size=20'],
  ])('does not serve what decides about access or belongs to the caller: %s', async (_, path) => {
    await answered(asAdministrator, 'get', path);
    expect(onReplica).toEqual([]);
  });

  it('serves the members of a team and of a project, which the primary found', async () => {
    const { id: team } = await answered<{ id: string }>(asAdministrator, 'post', TEAMS, { name: 'Team' }, 201);
    const project = { name: 'Project', visibility: 'Public' };
    const { id } = await answered<{ id: string }>(asAdministrator, 'post', '/api/v1/app/project', project, 201);
    const other = await callerLike({ role: 'OrganizationAdmin', appRole: 'AppAdmin' });
    for (const path of [
      `${TEAMS}/${team}/members`,
      `/api/v1/app/project/${id}/member`,
      `/api/v1/app/project/${id}/artifact`,
    ]) {
      onReplica.length = 0;
      await answered(other, 'get', path);
      expect([path, onReplica.length > 0]).toEqual([path, true]);
    }
  });

  it('does not decide about access: a right that ended on the primary cannot be used', async () => {
    const demoted = await member({ role: 'OrganizationAdmin', isPrimary: true });
    const client = (await app.signedIn(demoted)).inOrganization(organization.slug);
    await answered(client, 'get', '/api/v1/org/service-accounts');
    await app.prisma.db.membership.updateMany({ where: { userId: demoted.id }, data: { state: 'Inactive' } });
    await answered(client, 'get', '/api/v1/org/service-accounts', undefined, 403);
  });

  it('gets no writes, and a caller reads the own write from the primary', async () => {
    const { id } = await answered<{ id: string }>(asAdministrator, 'post', TEAMS, { name: 'New' }, 201);
    const ids = async (client: Client): Promise<string[]> => {
      const { items } = await answered<{ items: { id: string }[] }>(client, 'get', TEAMS);
      return items.map((team) => team.id);
    };
    expect(onReplica).toEqual([]);
    const before = await reads('own_write');
    expect(await ids(asAdministrator)).toContain(id);
    expect(await reads('own_write')).toBe(before + 1);
    const other = await callerLike({ role: 'OrganizationAdmin' });
    expect(await ids(other)).not.toContain(id);
  });

  it('is replaced by the primary after a refused request that may have written', async () => {
    await answered(asAdministrator, 'post', TEAMS, { name: '' }, 400);
    expect(await namesSeen(asAdministrator)).not.toContain(STALE);
  });

  it('is replaced by the primary while it is away, logs that once, and serves again', async () => {
    await proxy.cut();
    for (let request = 0; request < 3; request++) {
      expect(await namesSeen(asAdministrator)).not.toContain(STALE);
      await replica.measure();
    }
    expect(await reads('failed')).toBeGreaterThan(0);
    expect(await reads('behind')).toBeGreaterThan(0);
    expect(warnings(/cannot serve reads \(ECONN.*The primary serves all reads/)).toHaveLength(1);
    expect(log.text()).not.toContain('postgres@');

    await proxy.open();
    await replica.measure();
    expect(await namesSeen(asAdministrator)).toContain(STALE);
  });

  it('is replaced by the primary when it does not answer', async () => {
    await replica.measure();
    proxy.freeze();
    expect(await namesSeen(asAdministrator)).not.toContain(STALE);
    await proxy.open();
    await replica.measure();
    expect(await namesSeen(asAdministrator)).toContain(STALE);
  });

  it('that is a database of its own is used with a warning', () => {
    expect(warnings(/is no replica: it is not in recovery/)).toHaveLength(1);
  });
});

function warnings(pattern: RegExp): unknown[] {
  return log.lines().filter(({ level, msg }) => level === 40 && pattern.test(String(msg)));
}
