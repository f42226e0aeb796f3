import pg from 'pg';
import { lockOf } from '../../src/access/caller-check.queries.js';
import { KEY_USED, SESSION_USED } from '../../src/access/last-use.queries.js';
import type { Principal } from '../../src/access/principal.js';
import { BY_KEY, ORGANIZATION_BY_ID, ORGANIZATION_BY_SLUG } from '../../src/access/who-is-calling.queries.js';
import { SealedColumns } from '../../src/core/crypto/sealed-columns.js';
import { lockNextOlder, replaceSealed } from '../../src/core/crypto/sealed-columns.queries.js';
import { Retention } from '../../src/core/jobs/retention.js';
import type { Statement } from '../../src/core/prisma/database.js';
import type { Prisma, Totp } from '../../src/core/prisma/generated/client.js';
import { eraseAuditEvents } from '../../src/modules/account-deletion/account-purge.queries.js';
import {
  formlessAddresses,
  formlessCopies,
  ownersOf as ownersOfForms,
  renewCopies,
} from '../../src/modules/emails/stored-addresses.queries.js';
import { deleteIntegration } from '../../src/modules/integrations/integrations.queries.js';
import { exhaustedBudgets, remainingTime } from '../../src/modules/mails/mail-budget.queries.js';
import { endTokens } from '../../src/modules/one-time-tokens/one-time-tokens.queries.js';
import { insertEventOfAccount } from '../../src/modules/audit/audit.queries.js';
import {
  insertOrganization,
  organizationsAfter,
  reserveSlug,
} from '../../src/modules/organizations/organizations.queries.js';
import { ownRoleNamed } from '../../src/modules/roles/custom-roles.queries.js';
import { sessionsAfter } from '../../src/modules/sessions/devices/session-list.queries.js';
import { teamNamed } from '../../src/modules/teams/teams.queries.js';
import { PicturesService } from '../../src/modules/files/pictures.service.js';
import { nameOwner } from '../../src/modules/projects/project.queries.js';
import { insertNotice } from '../../src/modules/sessions/devices/known-devices.queries.js';
import { replaceSecret, useStep as markStepUsed } from '../../src/modules/sessions/second-factor/totp.queries.js';
import { IDENTITY } from '../../src/modules/sessions/sign-in/identity.queries.js';
import { insertAddresses, insertUsers, ownersOf } from '../../src/modules/users/imports/bulk-provisioning.queries.js';
import { type MemberFilter, memberPageFromEnd } from '../../src/modules/users/members/members.queries.js';
import { TestApp } from '../support/app/app.js';
import type { Client, Method } from '../support/clients/client.js';
import type { Organization, Person } from '../support/data/factory.js';
import { eventually } from '../support/time/eventually.js';
import { statementTexts, withSingleSpaces } from '../support/source/statement-texts.js';

/** Rows of each table: enough that PostgreSQL prefers an index where there is one. */
const ROWS = 3000;

/** Tables that stay small in every installation, or have no rows but those of this moment. */
const SMALL = ['Role', 'Job', 'BulkTurn', '_prisma_migrations'];

interface Column {
  readonly table: string;
  readonly column: string;
  readonly type: string;
  readonly nullable: boolean;
  readonly first: string | null;
}

/** A node of a plan, as EXPLAIN (FORMAT JSON) gives it. */
interface Plan {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Cond'?: string;
  readonly 'Recheck Cond'?: string;
  readonly Plans?: readonly Plan[];
}

let app: TestApp;

/** The statements that ran since the test began, with the values of their first run. */
const statements = new Map<string, unknown[]>();

/** The text of each statement that ran in any test of the file. */
const everRun = new Set<string>();

const isPlannable = (text: string): boolean => /^\s*(SELECT|WITH|INSERT|UPDATE|DELETE)\b/i.test(text);

function record(query: string | pg.QueryConfig, values: unknown): void {
  const text = typeof query === 'string' ? query : query.text;
  everRun.add(withSingleSpaces(text));
  if (isPlannable(text) && !statements.has(text)) {
    const given = typeof query === 'string' ? values : query.values;
    statements.set(text, Array.isArray(given) ? [...(given as unknown[])] : []);
  }
}

/** Any value of a column's type. A thing and what refers to it have the same. A column that may be null is in every second row. */
function valueOf({ type, nullable, first }: Column): string {
  const values: Record<string, string> = {
    uuid: `md5(n::text)::uuid`,
    text: `md5(n::text)`,
    bytea: `decode(md5(n::text), 'hex')`,
    jsonb: `'{}'::jsonb`,
    boolean: `n % 2 = 0`,
    'timestamp with time zone': `now() + n * interval '1 minute'`,
    date: `current_date`,
    ARRAY: `'{}'`,
  };
  const value = values[type] ?? (first === null ? 'n' : `'${first}'`);
  return nullable && type !== 'ARRAY' ? `CASE n % 2 WHEN 0 THEN ${value} END` : value;
}

/** Fills all tables, without their triggers and what they check. */
async function fill(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<Column>(`
    SELECT c.table_name AS "table", c.column_name AS "column", c.data_type AS "type",
      c.is_nullable = 'YES' AS "nullable",
      (SELECT enumlabel FROM pg_enum e JOIN pg_type t ON t.oid = e.enumtypid WHERE t.typname = c.udt_name ORDER BY enumsortorder LIMIT 1) AS "first"
    FROM information_schema.columns c WHERE c.table_schema = 'public' AND c.is_generated = 'NEVER'`);
  const client = await pool.connect();
  await client.query('SET session_replication_role = replica');
  const checks = await client.query<{ drop: string }>(`
    SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS "drop"
    FROM pg_constraint WHERE contype = 'c' AND connamespace = 'public'::regnamespace`);
  for (const { drop } of checks.rows) {
    await client.query(drop);
  }
  for (const table of new Set(rows.map((row) => row.table).filter((name) => !SMALL.includes(name)))) {
    const columns = rows.filter((row) => row.table === table);
    await client.query(`
      INSERT INTO "${table}" (${columns.map(({ column }) => `"${column}"`).join()})
      SELECT ${columns.map(valueOf).join()} FROM generate_series(1, ${ROWS}) n ON CONFLICT DO NOTHING`);
  }
  await client.query('SET session_replication_role = origin');
  await client.query('ANALYZE');
  client.release();
}

/** Where a plan reads a whole table, or a whole index, of those that grow. */
function wholeReads(plan: Plan): string[] {
  const { 'Node Type': kind, 'Relation Name': table = '' } = plan;
  const isWhole = kind === 'Seq Scan' || (/^Index (Only )?Scan/.test(kind) && plan['Index Cond'] === undefined);
  const own = isWhole && !SMALL.includes(table) ? [`${kind} on ${table}`] : [];
  return [...own, ...(plan.Plans ?? []).flatMap(wholeReads)];
}

/** What a statement reads whole. Its plan is made for its values, as PostgreSQL does. */
async function faultsOf(text: string, values: unknown[]): Promise<string[]> {
  const { rows } = await app.database.pool.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(
    `EXPLAIN (FORMAT JSON) ${text}`,
    values,
  );
  return rows.flatMap((row) => wholeReads(row['QUERY PLAN'][0].Plan)).map((fault) => `${fault}: ${text}`);
}

/** The same for a statement whose plan is made once for all values, as for one that is prepared. */
async function genericFaultsOf(text: string): Promise<string[]> {
  const client = await app.database.pool.connect();
  try {
    await client.query('SET plan_cache_mode = force_generic_plan');
    await client.query(`PREPARE explained AS ${text}`);
    const { rows } = await client.query<{ count: number }>(
      `SELECT cardinality(parameter_types) AS count FROM pg_prepared_statements WHERE name = 'explained'`,
    );
    const values = Array.from({ length: rows[0]?.count ?? 0 }, () => 'NULL').join();
    const plans = await client.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(
      `EXPLAIN (FORMAT JSON) EXECUTE explained ${values && `(${values})`}`,
    );
    return plans.rows.flatMap((row) => wholeReads(row['QUERY PLAN'][0].Plan)).map((fault) => `${fault}: ${text}`);
  } finally {
    await client.query('DEALLOCATE ALL');
    await client.query('RESET plan_cache_mode');
    client.release();
  }
}

async function faults(): Promise<string[]> {
  const found = [...statements].map(([text, values]) => faultsOf(text, values));
  return (await Promise.all(found)).flat();
}

let caller: Client;
let slug: string;
let organization: Organization;
let person: Person;

beforeAll(async () => {
  app = await TestApp.start({});
  await fill(app.database.pool);
  person = await app.factory.person();
  organization = await app.factory.organization();
  const rights = { role: 'OrganizationAdmin', appRole: 'AppAdmin', isPrimary: true } as const;
  await app.factory.membership(person, organization, rights);
  caller = (await app.steppedUp(person)).inOrganization(organization.slug);
  slug = organization.slug;
  recordStatements(app.database.pool);
});

afterAll(() => app.stop());

beforeEach(() => {
  statements.clear();
});

/** Keeps what every connection of the pool is asked. */
function recordStatements(pool: pg.Pool): void {
  const known = new WeakSet<pg.PoolClient>();
  pool.on('acquire', (client) => {
    if (known.has(client)) {
      return;
    }
    known.add(client);
    const query = client.query.bind(client) as (...call: unknown[]) => unknown;
    client.query = ((...call: [string | pg.QueryConfig, ...unknown[]]) => {
      record(call[0], call[1]);
      return query(...call);
    }) as typeof client.query;
  });
}

/** Asks, and expects an answer of success. */
async function answered(method: Method, path: string, body?: object): Promise<{ id: string }> {
  const { status, body: thing, text } = await caller.send(method, path, body);
  expect([method, path, status < 300 ? 'success' : text]).toEqual([method, path, 'success']);
  return thing as { id: string };
}

describe('No statement reads a whole table', () => {
  let member: { id: string };
  let things: Record<'team' | 'role' | 'bot' | 'project', string>;

  beforeAll(async () => {
    const colleague = await app.factory.person();
    member = await app.factory.membership(colleague, organization);
    const { id: role } = await answered('post', '/api/v1/org/roles', { name: 'Guest', permissions: [] });
    const { id: team } = await answered('post', '/api/v1/org/teams', { name: 'Team' });
    await answered('put', `/api/v1/org/teams/${team}/members/${colleague.id}`, {});
    const bot = { username: 'bot', role: 'Teacher', appRole: 'AppMember' };
    const { id: botId } = await answered('post', '/api/v1/org/service-accounts', bot);
    const { id: project } = await answered('post', '/api/v1/app/project', { name: 'Project' });
    await answered('post', `/api/v1/orgs/${slug}/invitations`, { email: 'new@example.com', role: 'Teacher' });
    things = { role, team, bot: botId, project };
    expect(await faults()).toEqual([]);
  });

  it.each([
    '/api/v1/app/user?page=1&page_size=20',
    '/api/v1/app/user?page=2&page_size=1',
    '/api/v1/app/user?state=Inactive',
    '/api/v1/app/user?q=person',
    '/api/v1/app/user?q=p',
    '/api/v1/app/user?sort=name&page_size=1',
    '/api/v1/app/user?sort=-name&state=Inactive',
    '/api/v1/app/user?sort=-created_at&q=p',
    '/api/v1/org/users?limit=1',
    '/api/v1/org/users?limit=1&sort=-joinedAt',
    '/api/v1/org/users?limit=1&sort=createdAt',
    '/api/v1/org/users?limit=1&sort=-displayName',
    '/api/v1/org/users?limit=1&sort=displayName&q=person',
    '/api/v1/org/users?limit=1&status=active',
    '/api/v1/org/users?status=pending,suspended&sort=displayName',
    '/api/v1/org/users?limit=1&secondFactor=false',
    '/api/v1/org/users?secondFactor=true&q=p',
    '/api/v1/org/users/export',
    '/api/v1/orgs/SLUG/members?limit=1',
    '/api/v1/orgs/SLUG/members?limit=1&sort=displayName',
    '/api/v1/orgs/SLUG/members?limit=1&sort=-joinedAt',
    '/api/v1/orgs/SLUG/members?sort=-displayName&role=Guest&state=Inactive',
    '/api/v1/orgs/SLUG/members?role=Teacher',
    '/api/v1/orgs/SLUG/members?role=Guest&state=Inactive',
    '/api/v1/orgs/SLUG/members?q=person&role=Teacher',
    '/api/v1/orgs/SLUG/invitations?limit=1',
    '/api/v1/orgs/SLUG/invitations?state=expired',
    '/api/v1/orgs/SLUG/api-keys',
    '/api/v1/orgs/SLUG/audit?limit=1',
    '/api/v1/orgs/SLUG/audit?action=team.created&from=2026-01-01T00:00:00Z',
    '/api/v1/orgs/SLUG/audit?actor=PERSON',
    '/api/v1/orgs/SLUG',
    '/api/v1/orgs/my',
    '/api/v1/org/service-accounts',
    '/api/v1/org/service-accounts/BOT',
    '/api/v1/org/teams?limit=1',
    '/api/v1/org/teams/TEAM/members?limit=1',
    '/api/v1/org/roles?limit=1',
    '/api/v1/org/roles/ROLE',
    '/api/v1/app/project?page=1&page_size=1',
    '/api/v1/app/project/PROJECT/member',
    '/api/v1/app/project/PROJECT/artifact',
    '/api/v1/app/user/MEMBER/project',
    '/api/v1/app/user/MEMBER/latest-artifacts',
    '/api/v1/api-keys',
    '/api/v1/me/teams',
    '/api/v1/me/emails',
    '/api/v1/me/logins',
    '/api/v1/me/trusted-devices',
    '/api/v1/auth/passkeys',
    '/api/v1/user/export',
    '/api/me/organizations',
    '/api/me/current-organization',
  ])('when one reads %s', async (template) => {
    const names = { SLUG: slug, PERSON: person.id, BOT: things.bot, TEAM: things.team, ROLE: things.role };
    const more = { PROJECT: things.project, MEMBER: member.id };
    const path = template.replace(/[A-Z]{3,}/g, (name) => ({ ...names, ...more })[name] ?? name);
    const { marker } = (await answered('get', path)) as { marker?: string };
    if (marker !== undefined) {
      await answered('get', `${path}&marker=${marker}`);
    }
    expect(statements.size).toBeGreaterThan(0);
    expect(await faults()).toEqual([]);
  });

  it('when one signs in, changes and removes', async () => {
    await app.anonymous.logIn(person.email);
    await answered('patch', `/api/v1/orgs/${slug}/members/${member.id}`, { role: 'Coach' });
    await answered('patch', '/api/me', { name: 'Sasha' });
    await answered('delete', `/api/v1/orgs/${slug}/members/${member.id}`);
    expect(await faults()).toEqual([]);
  });

  it('when what has expired is deleted', async () => {
    await app.nest.get(Retention).run();
    expect(statements.size).toBeGreaterThan(5);
    expect(await faults()).toEqual([]);
  });

  it('when a picture is discarded that nothing may refer to', async () => {
    const { publicUrl } = app.config;
    await app.nest.get(PicturesService).discard('avatars', `${publicUrl}/avatars/${person.id}.webp`);
    await app.nest.get(PicturesService).discard('logos', `${publicUrl}/logos/${person.id}.webp`);
    const isAsked = (column: string): boolean =>
      [...statements.keys()].some((text) => text.includes(`"${column}" = $`));
    await eventually(() => isAsked('avatarUrl') && isAsked('logoUrl'));
    expect(await faults()).toEqual([]);
  });

  it('to keep the rows that refer to others', async () => {
    const { rows } = await app.database.pool.query<{ key: string }>(UNINDEXED_REFERENCES);
    expect(rows.map(({ key }) => key)).toEqual([]);
  });
});

/** An id after nearly all others: a rotation reads the rest of the table from it. */
const LATE = 'fff00000-0000-4000-8000-000000000000';

/** Statements that no request above runs, with values. EXPLAIN does not run them. */
function unrequested(): (Statement | Prisma.Sql)[] {
  const { id } = organization;
  const caller = { kind: 'user', id: person.id, session: null, apiKey: { id, scopes: [] } } as unknown as Principal;
  const address = { userId: person.id, address: 'a@example.com', isOwned: true };
  const user = { userId: id, email: 'b@example.com', displayName: 'B', givenName: null, familyName: null };
  const counter = { addressHash: Buffer.alloc(32), organizationId: id };
  const prefix = Buffer.alloc(5);
  const filter = { organizationId: id, search: '', states: ['Active'] } as unknown as MemberFilter;
  return [
    lockOf(caller),
    SESSION_USED,
    KEY_USED,
    BY_KEY,
    ORGANIZATION_BY_ID,
    ORGANIZATION_BY_SLUG,
    IDENTITY,
    ...app.nest
      .get(SealedColumns)
      .all.flatMap((column) => [
        lockNextOlder(column, prefix, LATE, 200),
        replaceSealed(column, [{ id, sealed: prefix }]),
      ]),
    eraseAuditEvents(person.id, 1000),
    formlessAddresses(address, 500),
    ownersOfForms([address.address]),
    formlessCopies('Invitation', '', 500),
    formlessCopies('OneTimeToken', '', 500),
    renewCopies('Invitation', 'a', 'b'),
    renewCopies('OneTimeToken', 'a', 'b'),
    deleteIntegration(id, id),
    exhaustedBudgets(['00'], [{ organizationId: id, limit: 5 }]),
    remainingTime(counter),
    endTokens({ userId: person.id, purpose: 'reset_password', email: 'a@example.com' }),
    insertOrganization({ id, slug: 'a', name: 'A', createdBy: person.id }),
    reserveSlug('a', id),
    nameOwner(id),
    insertNotice(person.id, Buffer.alloc(32)),
    markStepUsed({ userId: person.id, createdAt: new Date() } as Totp, 1),
    replaceSecret(person.id, prefix),
    ownersOf(['a@example.com'], id),
    insertUsers([user], id, person.id),
    insertAddresses([user], person.id),
    memberPageFromEnd(filter, { sort: 'name', size: 20, offset: 20_000 }),
    organizationsAfter('rare', undefined, 20),
    organizationsAfter('a', id, 20),
    sessionsAfter(person.id, 100, { authTime: '2026-01-01T00:00:00Z', id }, 20),
    teamNamed(id, 'a'),
    ownRoleNamed(id, 'a'),
    insertEventOfAccount({ id, action: 'session.opened', actorId: id, data: {} } as never, person.id),
  ].flatMap((statement) => statement ?? []);
}

describe('The statements of the *.queries.ts files', () => {
  it('that no request above runs do not read a whole table', async () => {
    const found = unrequested().map((statement) => {
      everRun.add(withSingleSpaces(statement.text));
      return 'values' in statement ? faultsOf(statement.text, statement.values) : genericFaultsOf(statement.text);
    });
    expect((await Promise.all(found)).flat()).toEqual([]);
  });

  it('are each explained above, apart from those of small tables and of reports', () => {
    const isExplained = (text: string): boolean => [...everRun].some((statement) => statement.includes(text));
    const unexplained = statementTexts().filter(({ text }) => !/^[a-z_]+$/.test(text) && !isExplained(text));
    const others = unexplained.filter(({ file, text }) => !file.endsWith('/jobs.queries.ts') && text !== REPORT);
    expect(others).toEqual([]);
  });
});

/** The operator's count of values of older keys reads the whole table. No request runs it. */
const REPORT = 'SELECT count(*)::int AS count FROM';

/** Foreign keys whose columns begin no index: whoever deletes what they refer to reads the whole table. */
const UNINDEXED_REFERENCES = `
  SELECT conname AS key FROM pg_constraint c
  WHERE contype = 'f' AND connamespace = 'public'::regnamespace AND NOT EXISTS (
    SELECT FROM pg_index i WHERE i.indrelid = c.conrelid AND i.indpred IS NULL
      AND (string_to_array(i.indkey::text, ' ')::int2[])[1:cardinality(c.conkey)] @> c.conkey
  )`;
