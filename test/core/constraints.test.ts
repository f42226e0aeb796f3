import { randomUUID } from 'node:crypto';
import { BACKENDS, type OpenDatabase } from './backends.js';

const TEACHER = '01a1fb67-1800-7000-8000-000000000004';

/** Adds $2 new members to organization $1. */
const ADD_MEMBERS = `
  WITH "people" AS (
    INSERT INTO "User" ("id", "displayName", "createdBy", "updatedBy")
    SELECT gen_random_uuid(), 'Member', 'root', 'root' FROM generate_series(1, $2) RETURNING "id"
  )
  INSERT INTO "Membership" ("id", "userId", "organizationId", "roleId", "createdBy", "updatedBy")
  SELECT gen_random_uuid(), "id", $1, $3, 'root', 'root' FROM "people"`;

const COUNTS_WRITTEN = `
  SELECT (n_tup_ins + n_tup_upd + n_tup_del)::int AS "rows" FROM pg_stat_xact_user_tables WHERE relname = 'MemberCount'`;

/** What the Prisma schema cannot say and the migrations therefore do. */
describe.each(BACKENDS)('The database on %s', (backend, { migrated }) => {
  let database: OpenDatabase;

  async function query(text: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
    return (await database.pool.query<Record<string, unknown>>(text, values)).rows;
  }

  async function insert(table: string, row: Record<string, unknown>): Promise<string> {
    const columns = Object.keys(row).map((column) => `"${column}"`);
    const places = columns.map((_, index) => `$${(index + 1).toString()}`);
    await query(`INSERT INTO "${table}" (${columns.join()}) VALUES (${places.join()})`, Object.values(row));
    return String(row.id);
  }

  const by = { createdBy: 'root', updatedBy: 'root' };

  function user(row: Record<string, unknown> = {}): Promise<string> {
    return insert('User', { id: randomUUID(), displayName: 'Sasha Patel', ...by, ...row });
  }

  function organization(row: Record<string, unknown> = {}): Promise<string> {
    const id = randomUUID();
    return insert('Organization', { id, slug: `o-${id}`, name: 'Riverbend', ...by, ...row });
  }

  function email(userId: string, address: string, row: Record<string, unknown> = {}): Promise<string> {
    return insert('UserEmail', { userId, address, ...by, ...row });
  }

  async function member(organizationId: string, row: Record<string, unknown> = {}): Promise<string> {
    const userId = row.userId ?? (await user());
    return insert('Membership', { id: randomUUID(), userId, organizationId, roleId: TEACHER, ...by, ...row });
  }

  async function members(organizationId: string, count: number): Promise<void> {
    await query(ADD_MEMBERS, [organizationId, count, TEACHER]);
  }

  async function counts(organizationId: string): Promise<Record<string, unknown>> {
    const rows = await query('SELECT "state", "total" FROM "MemberCount" WHERE "organizationId" = $1', [
      organizationId,
    ]);
    return Object.fromEntries(rows.map(({ state, total }) => [state, total]));
  }

  /** Runs a statement; tells how many counts it wrote. */
  async function countsWritten(statement: string, values: unknown[]): Promise<number> {
    const client = await database.pool.connect();
    const written = async (): Promise<number> =>
      (await client.query<{ rows: number }>(COUNTS_WRITTEN)).rows[0]?.rows ?? 0;
    try {
      await client.query('BEGIN');
      const before = await written();
      await client.query(statement, values);
      const after = await written();
      await client.query('COMMIT');
      return after - before;
    } finally {
      client.release();
    }
  }

  beforeAll(async () => {
    database = await migrated();
  });

  afterAll(() => database.close());

  test('the built-in roles are there', async () => {
    expect(
      await query('SELECT "name", "permissions", "createdBy" FROM "Role" WHERE "organizationId" IS NULL ORDER BY "id"'),
    ).toEqual([
      {
        name: 'OrganizationAdmin',
        permissions: ['users:read', 'users:write', 'orgs:read', 'orgs:write'],
        createdBy: 'root',
      },
      { name: 'Manager', permissions: [], createdBy: 'root' },
      { name: 'Coach', permissions: [], createdBy: 'root' },
      { name: 'Teacher', permissions: [], createdBy: 'root' },
    ]);
  });

  test('a built-in role exists once, and an organization may have one of the same name', async () => {
    const role = { id: randomUUID(), name: 'Teacher', permissions: [], ...by };
    await expect(insert('Role', role)).rejects.toMatchObject({ constraint: 'Role_builtin_name_key' });
    await insert('Role', { ...role, organizationId: await organization() });
  });

  test('the roles of an organization differ by more than case and the form of letters', async () => {
    const organizationId = await organization();
    const role = (name: string) => insert('Role', { id: randomUUID(), name, permissions: [], organizationId, ...by });
    await role('Reviewer');
    await expect(role('Reviewer')).rejects.toMatchObject({ constraint: 'Role_organizationId_name_key' });
    await expect(role('REVIEWER')).rejects.toMatchObject({ constraint: 'Role_own_name_key' });
    await expect(role('Ｒeviewer')).rejects.toMatchObject({ constraint: 'Role_own_name_key' });
  });

  test.each([
    ['Lead', 'LEAD'],
    ['Lead', 'Lead\u200B'],
    ['Lead', '\u2060Le\u00ADad'],
    ['Lead', 'Ｌｅａｄ'],
    ['Lead', 'Lead\u200E\u061C'],
    ['Lead', 'Lead\u{E0041}\uFE0F'],
    ['Team Lead', 'team\u00A0lead'],
    ['Team Lead', 'Team \u200B\u3000 Lead'],
    ['Team Lead', 'Team\u2800Lead'],
    ['Café', 'CAFE\u0301'],
    ['Café', 'cafe\u200B\u0301'],
    ['ﬁnance', 'FINANCE'],
    ['№ 1', 'no 1'],
    ['Straße', 'STRAßE'],
    ['نامه‌ای', 'نامهای'],
  ])('%j and %j are one name for roles and teams of an organization', async (name, same) => {
    const organizationId = await organization();
    const [{ id: defaultRoleId }] = (await query(`SELECT id FROM "Role" WHERE name = 'Teacher' LIMIT 1`)) as [
      { id: string },
    ];
    for (const [table, fields] of [
      ['Role', { permissions: [] }],
      ['Team', { defaultRoleId }],
    ] as const) {
      const insertNamed = (text: string) =>
        insert(table, { id: randomUUID(), name: text, organizationId, ...fields, ...by });
      await insertNamed(name);
      await expect(insertNamed(same)).rejects.toMatchObject({ constraint: `${table}_own_name_key` });
      for (const other of ['Leader', 'TeamLead', 'Cafe', 'Strasse', '№ 2']) {
        await insertNamed(other);
      }
    }
  });

  test.each(['OrganizationAdmin', 'organizationadmin', 'ＯrganizationAdmin'])(
    'no organization has a role of its own called %s',
    async (name) => {
      const role = { id: randomUUID(), name, permissions: [], organizationId: await organization(), ...by };
      await expect(insert('Role', role)).rejects.toMatchObject({ constraint: 'Role_administrator_check' });
    },
  );

  test('a user has one primary e-mail', async () => {
    const id = await user();
    await email(id, 'one@primary.test', { isPrimary: true });
    await email(id, 'two@primary.test');
    const second = email(id, 'three@primary.test', { isPrimary: true });
    await expect(second).rejects.toMatchObject({ constraint: 'UserEmail_one_primary_key' });
  });

  test('an address has one owner, and others may note it unverified', async () => {
    const address = 'sasha@owner.test';
    const verified = { verifiedAt: new Date() };
    await email(await user(), address, verified);
    await email(await user(), address);
    const refusal = { constraint: 'UserEmail_owner_key' };
    await expect(email(await user(), address, verified)).rejects.toMatchObject(refusal);
    await expect(email(await user(), address, { isPrimary: true })).rejects.toMatchObject(refusal);
  });

  test('a user has one primary membership', async () => {
    const userId = await user();
    await member(await organization(), { userId, isPrimary: true });
    await member(await organization(), { userId });
    const second = member(await organization(), { userId, isPrimary: true });
    await expect(second).rejects.toMatchObject({ constraint: 'Membership_one_primary_key' });
  });

  test.each([['Upper@case.test'], ['no-at-sign'], [`${'a'.repeat(250)}@b.cd`]])('%s is no address', async (address) => {
    await expect(email(await user(), address)).rejects.toMatchObject({ constraint: 'UserEmail_address_check' });
  });

  test('an address has up to 254 characters', async () => {
    await email(await user(), `${'a'.repeat(249)}@b.cd`);
  });

  test.each([['a'], ['a'.repeat(49)], ['-ab'], ['ab-'], ['a--b'], ['Ab'], ['a_b'], ['ab\n'], ['é-é']])(
    '%j is no slug',
    async (slug) => {
      await expect(organization({ slug })).rejects.toMatchObject({ constraint: 'Organization_slug_check' });
      const reserved = insert('OrganizationSlug', { slug, organizationId: await organization() });
      await expect(reserved).rejects.toMatchObject({ constraint: 'OrganizationSlug_slug_check' });
    },
  );

  test.each([['ab'], ['a'.repeat(48)], ['river-bend-2']])('%s is a slug', async (slug) => {
    const organizationId = await organization({ slug });
    await insert('OrganizationSlug', { slug, organizationId });
  });

  test('an API key has exactly one owner, and the organization of that owner whatever is written', async () => {
    const organizationId = await organization();
    const service = { id: randomUUID(), organizationId, username: 'sync', roleId: TEACHER, ...by };
    const serviceAccountId = await insert('ServiceAccount', service);
    const membershipId = await member(organizationId);
    const key = (owner: Record<string, unknown>): Promise<string> =>
      insert('ApiKey', {
        id: randomUUID(),
        name: 'key',
        prefix: 'atr_',
        keyHash: randomUUID(),
        createdBy: 'root',
        ...owner,
      });
    await key({ serviceAccountId });
    await key({ membershipId, organizationId: await organization() });
    const keys = await query(
      'SELECT "organizationId" FROM "ApiKey" WHERE "membershipId" = $1 OR "serviceAccountId" = $2',
      [membershipId, serviceAccountId],
    );
    expect(keys).toEqual([{ organizationId }, { organizationId }]);
    await expect(key({})).rejects.toMatchObject({ constraint: 'ApiKey_owner_check' });
    await expect(key({ serviceAccountId, membershipId })).rejects.toMatchObject({ constraint: 'ApiKey_owner_check' });
  });

  test.each([[''], ['x'.repeat(201)]])('a display name has 1 to 200 characters', async (displayName) => {
    await expect(user({ displayName })).rejects.toMatchObject({ constraint: 'User_displayName_check' });
    await user({ displayName: 'x'.repeat(200) });
  });

  test('a member count is never below zero', async () => {
    const row = { organizationId: await organization(), state: 'Active', total: -1 };
    await expect(insert('MemberCount', row)).rejects.toMatchObject({ constraint: 'MemberCount_total_check' });
  });

  test('members are counted by state as they come, change and go', async () => {
    const id = await organization();
    const first = await member(id);
    await member(id, { state: 'Inactive' });
    await member(id);
    expect(await counts(id)).toEqual({ Active: 2, Inactive: 1 });
    await query(`UPDATE "Membership" SET "state" = 'Inactive' WHERE "id" = $1`, [first]);
    expect(await counts(id)).toEqual({ Active: 1, Inactive: 2 });
    await query('DELETE FROM "Membership" WHERE "id" = $1', [first]);
    expect(await counts(id)).toEqual({ Active: 1, Inactive: 1 });
  });

  test('a first change of state makes its count', async () => {
    const id = await organization();
    await member(id);
    await query(`UPDATE "Membership" SET "state" = 'Inactive' WHERE "organizationId" = $1`, [id]);
    expect(await counts(id)).toEqual({ Active: 0, Inactive: 1 });
  });

  test('a statement that touches many members of many organizations counts each', async () => {
    const [one, other] = [await organization(), await organization()];
    await members(one, 300);
    await members(other, 200);
    expect([await counts(one), await counts(other)]).toEqual([{ Active: 300 }, { Active: 200 }]);
    await query('UPDATE "Membership" SET "organizationId" = $2 WHERE "organizationId" = $1', [one, other]);
    expect([await counts(one), await counts(other)]).toEqual([{ Active: 0 }, { Active: 500 }]);
    await query('DELETE FROM "Membership" WHERE "organizationId" = ANY ($1)', [[one, other]]);
    expect([await counts(one), await counts(other)]).toEqual([{ Active: 0 }, { Active: 0 }]);
  });

  test('a statement writes each count once, and none when no count changes', async () => {
    const id = await organization();
    expect(await countsWritten(ADD_MEMBERS, [id, 500, TEACHER])).toBe(1);
    expect(await countsWritten(ADD_MEMBERS, [id, 500, TEACHER])).toBe(1);
    const all = (change: string): string => `UPDATE "Membership" SET ${change} WHERE "organizationId" = $1`;
    expect(await countsWritten(all(`"displayName" = 'Somebody'`), [id])).toBe(0);
    expect(await countsWritten(all(`"state" = 'Active'`), [id])).toBe(0);
    expect(await countsWritten(all(`"state" = 'Inactive'`), [id])).toBe(2);
    expect(await countsWritten('DELETE FROM "Membership" WHERE "organizationId" = $1', [id])).toBe(1);
  });

  test('an organization is deleted with its members, and a user with his memberships', async () => {
    const [gone, stays] = [await organization(), await organization()];
    const userId = await user();
    await member(gone, { userId, state: 'Inactive' });
    await member(stays, { userId });
    await members(gone, 20);
    await query('DELETE FROM "Organization" WHERE "id" = $1', [gone]);
    expect([await counts(gone), await counts(stays)]).toEqual([{}, { Active: 1 }]);
    await query('DELETE FROM "User" WHERE "id" = $1', [userId]);
    expect(await counts(stays)).toEqual({ Active: 0 });
  });

  if (backend === 'PostgreSQL') {
    test('counts survive many writers at once', async () => {
      const organizations = await Promise.all(Array.from({ length: 3 }, () => organization()));
      await Promise.all(Array.from({ length: 6 }, (_, writer) => write(organizations, writer)));
      const wrong = await query(
        `SELECT * FROM "MemberCount" "counter" WHERE "total" <> (
           SELECT count(*) FROM "Membership" "member"
           WHERE "member"."organizationId" = "counter"."organizationId" AND "member"."state" = "counter"."state"
         )`,
      );
      expect(wrong).toEqual([]);
    });
  }

  /** Adds, switches and removes members of all the organizations in single statements, as each writer has his own members. */
  async function write(organizations: string[], writer: number): Promise<void> {
    const mine = `"jobPositionName" = 'writer ${writer.toString()}'`;
    for (let round = 0; round < 15; round += 1) {
      await query(
        `INSERT INTO "Membership" ("id", "userId", "organizationId", "roleId", "state", "jobPositionName", "createdBy", "updatedBy")
         SELECT gen_random_uuid(), $1, "id", $2, $3::"MembershipState", 'writer ${writer.toString()}', 'root', 'root'
         FROM unnest($4::uuid[]) AS "id"`,
        [
          await user(),
          TEACHER,
          round % 2 ? 'Active' : 'Inactive',
          writer % 2 ? organizations : [...organizations].reverse(),
        ],
      );
      const other = `CASE "state" WHEN 'Active' THEN 'Inactive' ELSE 'Active' END::"MembershipState"`;
      await query(`UPDATE "Membership" SET "state" = ${other} WHERE ${mine} AND random() < 0.5`);
      await query(`DELETE FROM "Membership" WHERE ${mine} AND random() < 0.2`);
    }
  }
});
