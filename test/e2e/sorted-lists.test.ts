import { newId } from '../../src/core/ids/ids.js';
import { Prisma } from '../../src/core/prisma/generated/client.js';
import { type MemberSort, membersAfter } from '../../src/modules/memberships/member-list.queries.js';
import { memberPage, memberPageFromEnd } from '../../src/modules/users/members/members.queries.js';
import { type UserFilter, usersAfter, type UserSort } from '../../src/modules/users/members/users.queries.js';
import { TestApp } from '../support/app/app.js';
import type { Client } from '../support/clients/client.js';
import type { Organization } from '../support/data/factory.js';
import { expectProblem } from '../support/expectations/problem.js';

/** In the order of joining. The letters of all scripts are in the order of their code points, without case and accents. */
const NAMES = ['Émile', 'zoë', 'Ängla', 'Ωmega', 'anna', 'Жанна', 'Łucja', 'Anna', 'ليلى', 'Zoe'];
const IN_ORDER = ['Ängla', 'anna', 'Anna', 'Émile', 'Łucja', 'zoë', 'Zoe', 'Ωmega', 'Жанна', 'ليلى'];

let app: TestApp;
let organization: Organization;
let admin: Client;

beforeAll(async () => {
  app = await TestApp.start();
  organization = await app.factory.organization();
  for (const [n, displayName] of NAMES.entries()) {
    const person = await app.factory.person({ displayName });
    const rights = n === 0 ? ({ role: 'OrganizationAdmin', appRole: 'AppAdmin' } as const) : {};
    await app.factory.membership(person, organization, { ...rights, state: n % 3 === 2 ? 'Inactive' : 'Active' });
    if (n === 0) {
      admin = (await app.signedIn(person)).inOrganization(organization.slug);
    }
  }
});

afterAll(() => app.stop());

const reversed = (names: readonly string[]): string[] => [...names].reverse();

interface Page {
  readonly items: { displayName: string; id: string }[];
  readonly marker?: string;
}

/** The names of a whole list, read by pages of that size. */
async function marked(path: string, limit: number): Promise<string[]> {
  const names: string[] = [];
  for (let marker = ''; ;) {
    const { body } = (await admin.get(`${path}&limit=${String(limit)}${marker}`)) as { body: Page };
    names.push(...body.items.map(({ displayName }) => displayName));
    if (body.marker === undefined) {
      return names;
    }
    marker = `&marker=${body.marker}`;
  }
}

async function numbered(query: string, size: number): Promise<string[]> {
  const names: string[] = [];
  for (let page = 1; ; page++) {
    const { body } = await admin.get(`/api/v1/app/user?${query}&page_size=${String(size)}&page=${String(page)}`);
    names.push(...body.data.map(({ name }: { name: string }) => name));
    if (!body.has_next_page) {
      return names;
    }
  }
}

describe.each([
  ['/orgs/{slug}/members', () => `/api/v1/orgs/${organization.slug}/members`, 'joinedAt'],
  ['/org/users', () => '/api/v1/org/users', 'joinedAt'],
  ['/org/users by creation', () => '/api/v1/org/users', 'createdAt'],
])('The list %s', (_, path, time) => {
  it.each([1, 3, 100])('is sorted by name, ascending and descending, in pages of %i', async (limit) => {
    expect(await marked(`${path()}?sort=displayName`, limit)).toEqual(IN_ORDER);
    expect(await marked(`${path()}?sort=-displayName`, limit)).toEqual(reversed(IN_ORDER));
  });

  it('is sorted by time, ascending and descending', async () => {
    expect(await marked(`${path()}?sort=${time}`, 3)).toEqual(NAMES);
    expect(await marked(`${path()}?sort=-${time}`, 3)).toEqual(reversed(NAMES));
    expect(await marked(`${path()}?q=`, 3)).toEqual(NAMES);
  });

  it('is sorted by name together with a search', async () => {
    expect(await marked(`${path()}?sort=-displayName&q=ann`, 1)).toEqual(['Жанна', 'Anna', 'anna'].slice(1));
  });

  it('refuses a marker of another order', async () => {
    const { body } = await admin.get(`${path()}?sort=displayName&limit=1`);
    for (const sort of ['-displayName', 'joinedAt', `-${time}`]) {
      const answer = await admin.get(`${path()}?sort=${sort}&marker=${String(body.marker)}`);
      expectProblem(answer, 400, 'invalid_marker');
    }
  });

  it.each(['name', '', '--displayName', 'displayName,joinedAt', 'id', '-'])('refuses the order %j', async (sort) => {
    expectProblem(await admin.get(`${path()}?sort=${sort}`), 400, 'validation_failed', {
      errors: [expect.objectContaining({ pointer: '/sort' })],
    });
  });
});

describe('The list /app/user', () => {
  it.each([1, 4, 100])('is sorted by name, ascending and descending, in pages of %i', async (size) => {
    expect(await numbered('sort=name', size)).toEqual(IN_ORDER);
    expect(await numbered('sort=-name', size)).toEqual(reversed(IN_ORDER));
  });

  it('is sorted by time, ascending and descending', async () => {
    expect(await numbered('sort=created_at', 4)).toEqual(NAMES);
    expect(await numbered('sort=-created_at', 4)).toEqual(reversed(NAMES));
  });

  it('is sorted by name together with a filter and a search', async () => {
    const inactive = NAMES.filter((_, n) => n % 3 === 2);
    expect(await numbered('sort=name&state=Inactive', 2)).toEqual(IN_ORDER.filter((name) => inactive.includes(name)));
    expect(await numbered('sort=-name&q=zo', 1)).toEqual(['Zoe', 'zoë']);
  });

  it.each(['displayName', 'createdAt', '', '-'])('refuses the order %j', async (sort) => {
    expectProblem(await admin.get(`/api/v1/app/user?sort=${sort}`), 400, 'validation_failed', {
      errors: [expect.objectContaining({ pointer: '/sort' })],
    });
  });
});

describe('A name of a membership', () => {
  let here: Organization;
  let client: Client;

  beforeEach(async () => {
    here = await app.factory.organization();
    const { person } = await app.factory.member(here, { role: 'OrganizationAdmin', displayName: 'B chief' });
    client = (await app.signedIn(person)).inOrganization(here.slug);
    const other = await app.factory.person({ displayName: 'A account', givenName: 'Given' });
    await app.factory.membership(other, here, { displayName: 'C own' });
  });

  const names = async (path: string): Promise<string[]> =>
    (await client.get(path)).body.items.map(({ displayName }: { displayName: string }) => displayName);

  it('orders members, and the name of the account orders users', async () => {
    expect(await names(`/api/v1/orgs/${here.slug}/members?sort=displayName`)).toEqual(['B chief', 'C own']);
    expect(await names('/api/v1/org/users?sort=displayName')).toEqual(['A account', 'Person']);
  });

  it('finds the user, and so do the names of the account', async () => {
    for (const q of ['c own', 'a account', 'given', 'a%20acc']) {
      expect([q, await names(`/api/v1/org/users?q=${q}`)]).toEqual([q, ['A account']]);
    }
    expect(await names('/api/v1/org/users?q=nobody')).toEqual([]);
  });

  it('may be longer than the entry of an index', async () => {
    // Each of these letters is 18 in the form for searches.
    const long = await app.factory.person({ displayName: '\uFDFA'.repeat(200) });
    await app.factory.membership(long, here);
    expect(await names('/api/v1/org/users?sort=-displayName&limit=1')).toEqual(['\uFDFA'.repeat(200)]);
  });
});

describe('An order of a large organization', () => {
  const CROWD = 5_000;
  let large: Organization;

  beforeAll(async () => {
    large = await app.factory.organization();
    await crowd(large);
    await crowd(await app.factory.organization());
    await app.prisma.db.$executeRawUnsafe('ANALYZE');
  });

  async function crowd({ id: organizationId }: Organization): Promise<void> {
    const { db } = app.prisma;
    const roleId = await app.factory.roleId('Teacher');
    const id = Prisma.sql`(left(${newId()}, 24) || lpad(to_hex(n), 12, '0'))::uuid`;
    const rows = Prisma.sql`FROM generate_series(1, ${CROWD}) n`;
    await db.$executeRaw`
      INSERT INTO "User" (id, "displayName", status, "createdBy", "updatedBy")
      SELECT ${id}, 'Crowd ' || md5(n::text), (CASE n % 2 WHEN 0 THEN 'active' ELSE 'pending' END)::"UserStatus", 'root', 'root' ${rows}`;
    await db.$executeRaw`
      INSERT INTO "UserEmail" ("userId", address, "isPrimary", "createdBy", "updatedBy")
      SELECT ${id}, 'n' || n || '@' || ${organizationId} || '.example', true, 'root', 'root' ${rows}`;
    await db.$executeRaw`
      INSERT INTO "Membership" (id, "userId", "organizationId", "roleId", "createdBy", "updatedBy")
      SELECT ${id}, ${id}, ${organizationId}::uuid, ${roleId}::uuid, 'root', 'root' ${rows}`;
  }

  const ALL = { search: '', statuses: [], states: [] };
  const BY_CREATION = 'Membership_organizationId_userId_idx';

  it.each<[UserSort, string]>([
    ['createdAt', BY_CREATION],
    ['-createdAt', BY_CREATION],
    ['displayName', 'Membership_accountName_idx'],
    ['-displayName', 'Membership_accountName_idx'],
  ])('is that of an index for users by %s', async (sort, index) => {
    for (const position of [undefined, `${large.id}crowd 5`]) {
      await expectOrderOf(index, usersAfter(large.id, ALL, sort, position, 2));
    }
  });

  it.each<[Partial<UserFilter>, string]>([
    [{ statuses: ['suspended'] }, 'Membership_organizationId_accountStatus_id_idx'],
    [{ secondFactor: true }, 'Membership_organizationId_secondFactor_id_idx'],
  ])('is that of an index for the few users with %j', async (filter, index) => {
    await expectOrderOf(index, usersAfter(large.id, { ...ALL, ...filter }, 'joinedAt', large.id, 2));
  });

  it.each<[MemberSort, string]>([
    ['displayName', 'Membership_name_idx'],
    ['-displayName', 'Membership_name_idx'],
  ])('is that of an index for members by %s', async (sort, index) => {
    for (const position of [undefined, `${large.id}crowd 5`]) {
      await expectOrderOf(index, membersAfter(large.id, ALL, sort, position, 2));
    }
  });

  it.each(['name', '-name'] as const)('is that of an index for a numbered page by %s', async (sort) => {
    const filter = { ...ALL, organizationId: large.id };
    for (const page of [memberPage, memberPageFromEnd]) {
      expect(await planOf(page(filter, { sort, size: 2, offset: 2000 }))).toContain('Membership_name_idx');
    }
  });

  async function expectOrderOf(index: string, statement: Prisma.Sql): Promise<void> {
    const plan = await planOf(statement);
    expect(plan).toContain(index);
    expect(plan).not.toContain('Sort');
  }

  async function planOf({ text, values }: Prisma.Sql): Promise<string> {
    const { rows } = await app.database.pool.query<{ 'QUERY PLAN': string }>(`EXPLAIN ${text}`, values);
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  }
});
