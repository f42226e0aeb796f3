import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { MIGRATIONS_DIRECTORY, readMigrations } from '../../src/core/prisma/migration-files.js';
import { applyMigrations, MigrationError } from '../../src/core/prisma/migrator.js';
import { newMigration } from '../../src/core/prisma/new-migration.js';
import { eventually } from '../support/time/eventually.js';
import { BACKENDS, type OpenDatabase } from './backends.js';

const INIT = '20261121000000_init';
const SHIPPED = (await readMigrations(MIGRATIONS_DIRECTORY)).map(({ name }) => name);

/** A server's pg_locks also shows the databases of other tests. */
const OWN = '(SELECT "oid" FROM pg_database WHERE "datname" = current_database())';

/** A copy of the shipped migrations, with more of them. */
async function migrationsWith(more: Record<string, string>): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'atrium-migrations-'));
  await cp(MIGRATIONS_DIRECTORY, directory, { recursive: true });
  for (const [name, script] of Object.entries(more)) {
    await mkdir(join(directory, name), { recursive: true });
    await writeFile(join(directory, name, 'migration.sql'), script);
  }
  return directory;
}

describe.each(BACKENDS)('Migrations on %s', (backend, { empty, migrated }) => {
  let database: OpenDatabase;
  const directories: string[] = [];

  async function withMore(more: Record<string, string>): Promise<string> {
    const directory = await migrationsWith(more);
    directories.push(directory);
    return directory;
  }

  /** The shipped migrations that come before the one of that name. */
  async function before(name: string): Promise<string> {
    const directory = await mkdtemp(join(tmpdir(), 'atrium-migrations-'));
    directories.push(directory);
    for (const earlier of SHIPPED.slice(0, SHIPPED.indexOf(name))) {
      await cp(join(MIGRATIONS_DIRECTORY, earlier), join(directory, earlier), { recursive: true });
    }
    return directory;
  }

  async function query(text: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
    return (await database.pool.query<Record<string, unknown>>(text, values)).rows;
  }

  async function applied(): Promise<unknown[]> {
    const rows = await query(
      `SELECT "migration_name" FROM "_prisma_migrations" WHERE "finished_at" IS NOT NULL AND "applied_steps_count" = 1
       ORDER BY "started_at"`,
    );
    return rows.map((row) => row.migration_name);
  }

  afterEach(() => Promise.all(directories.splice(0).map((directory) => rm(directory, { recursive: true }))));

  describe('of one database', () => {
    beforeAll(async () => {
      database = await empty();
    });

    afterAll(() => database.close());

    test('an empty database gets them all, and a second run has nothing to do', async () => {
      expect(await applyMigrations(database.pool)).toEqual(SHIPPED);
      expect(await applyMigrations(database.pool)).toEqual([]);
      expect(await applied()).toEqual(SHIPPED);
    });

    test('they lead to the Prisma schema, and what they make by hand is not taken for drift', async () => {
      const directory = await withMore({});
      expect(await newMigration('nothing_to_do', database.pool, { directory })).toBeUndefined();
      expect(await readdir(directory)).toEqual([...SHIPPED, 'migration_lock.toml']);
    });

    test('an empty migration is written when one is asked for', async () => {
      const directory = await withMore({});
      const file = await newMigration('by_hand', database.pool, { directory, empty: true });
      expect(await readFile(file ?? '', 'utf8')).toBe('');
    });

    test('a new migration needs a plain name', async () => {
      await expect(newMigration('../evil', database.pool)).rejects.toThrow('small letters');
    });

    test('a migration that was edited after it was applied is named', async () => {
      await applyMigrations(database.pool);
      const edited = await withMore({ [INIT]: 'SELECT 1;' });
      await expect(applyMigrations(database.pool, edited)).rejects.toThrow(`Migration ${INIT} was edited`);
    });

    test('line ends do not make an edit', async () => {
      await applyMigrations(database.pool);
      const script = await readFile(join(MIGRATIONS_DIRECTORY, INIT, 'migration.sql'), 'utf8');
      const directory = await withMore({ [INIT]: script.replaceAll('\n', '\r\n') });
      expect(await applyMigrations(database.pool, directory)).toEqual([]);
    });
  });

  describe('of what an earlier release wrote', () => {
    const id = '01a20fbb-0000-7000-8000-000000000001';
    const by = [id, 'root'];
    const [other, confined, elsewhere] = [
      '01a20fbb-0000-7000-8000-000000000002',
      '01a20fbb-0000-7000-8000-000000000003',
      '01a20fbb-0000-7000-8000-000000000004',
    ];

    beforeAll(async () => {
      database = await empty();
      await applyMigrations(database.pool, await before('20261124224100_member_search'));
      await query(`INSERT INTO "User" (id, "displayName", "createdBy", "updatedBy") VALUES ($1, 'Zoë', $2, $2)`, by);
      await query(
        `INSERT INTO "Organization" (id, slug, name, "createdBy", "updatedBy") VALUES ($1, 'old', 'Old', $2, $2)`,
        by,
      );
      await query(
        `INSERT INTO "Membership" (id, "userId", "organizationId", "roleId", "createdBy", "updatedBy")
         SELECT $1, $1, $1, id, $2, $2 FROM "Role" WHERE name = 'Teacher'`,
        by,
      );
      await applyMigrations(database.pool, await before('20261124235210_invitation_roles'));
      await query(
        `INSERT INTO "Role" (id, "organizationId", name, permissions, "createdBy", "updatedBy")
         VALUES ($1, $1, 'Own', '{}', $2, $2)`,
        by,
      );
      await query(
        `INSERT INTO "Invitation" (id, "tokenId", "organizationId", email, role, "appRole", "createdBy", "expiresAt",
           "acceptedAt", "acceptedById")
         SELECT gen_random_uuid(), gen_random_uuid(), $1::uuid, n::text, role, 'AppMember', $2, now(), at, CASE WHEN at < now() THEN $1::uuid END
         FROM (VALUES (1, 'Coach', NULL), (2, 'Own', NULL), (3, 'Gone', NULL), (4, 'Own', '2026-01-01'::timestamptz))
           AS v (n, role, at)`,
        by,
      );
      await applyMigrations(database.pool, await before('20261128030000_confined_management'));
      await query(
        `INSERT INTO "Organization" (id, slug, name, "createdBy", "updatedBy") VALUES ($1, 'other', 'Other', $2, $2)`,
        [other, 'root'],
      );
      for (const [userId, organizationIds] of [
        [confined, [id]],
        [elsewhere, [id, other]],
      ] as const) {
        await query(
          `INSERT INTO "User" (id, "displayName", "managedById", "createdBy", "updatedBy") VALUES ($1, 'M', $2, 'root', 'root')`,
          [userId, id],
        );
        await query(
          `INSERT INTO "Membership" (id, "userId", "organizationId", "roleId", "createdBy", "updatedBy")
           SELECT gen_random_uuid(), $1, o, r.id, 'root', 'root' FROM unnest($2::uuid[]) o, "Role" r WHERE r.name = 'Teacher'`,
          [userId, organizationIds],
        );
      }
      await applyMigrations(database.pool, await before('20261128050000_role_permissions'));
      await query(
        `INSERT INTO "Role" (id, "organizationId", name, permissions, "createdBy", "updatedBy")
         VALUES (gen_random_uuid(), $1, 'Planner', '{orgs:read,projects:read,projects:write}', $2, $2)`,
        by,
      );
      await applyMigrations(database.pool, await before('20261128080000_search_folding'));
      await query(`UPDATE "User" SET "displayName" = $2 WHERE id = $1`, [confined, 'Þór O’Brien–Lee']);
      await query(
        `INSERT INTO "UserEmail" ("userId", address, "isPrimary", "createdBy", "updatedBy") VALUES ($1, $2, true, 'root', 'root')`,
        [confined, 'u@xn--mnchen-3ya.de'],
      );
      await applyMigrations(database.pool, await before('20261128140000_name_forms'));
      for (const name of ['Lead', 'LEAD', 'Lead\u200B', 'Other']) {
        await query(
          `INSERT INTO "Team" (id, "organizationId", name, "defaultRoleId", "createdBy", "updatedBy")
           SELECT gen_random_uuid(), $1, $3, id, $2, $2 FROM "Role" WHERE name = 'Teacher'`,
          [...by, name],
        );
      }
      await query(
        `INSERT INTO "Role" (id, "organizationId", name, permissions, "createdBy", "updatedBy")
         VALUES (gen_random_uuid(), $1, E'Planner\\u200B', '{}', $2, $2)`,
        by,
      );
      await applyMigrations(database.pool, await before('20261128220000_account_columns'));
      await query(`UPDATE "User" SET status = 'active' WHERE id <> $1`, [elsewhere]);
      await query(`UPDATE "Membership" SET "displayName" = 'Own' WHERE "userId" = $1`, [elsewhere]);
      await query(`INSERT INTO "Totp" ("userId", "secretEncrypted", "activatedAt") VALUES ($1, '', now())`, [id]);
      for (const [n, time] of ['2026-01-01T00:00:00Z', '2026-01-02T00:00:00Z'].entries()) {
        await query(
          `INSERT INTO "Session" (id, "userId", "tokenId", "deviceId", "authTime", "expiresAt", "remoteIp", "userAgent")
           VALUES (gen_random_uuid(), $1, gen_random_uuid(), $2, $3, now(), '', '')`,
          [id, n.toString(), time],
        );
      }
      await applyMigrations(database.pool);
    });

    test('memberships get the state and the hidden names of their account, and users their last sign-in', async () => {
      const rows = await query(
        `SELECT m."userId", "accountStatus", "secondFactor", "accountText", "lastSignInAt"
         FROM "Membership" m JOIN "User" u ON u.id = m."userId" ORDER BY m."userId", "accountStatus" LIMIT 3`,
      );
      expect(rows).toEqual([
        {
          userId: id,
          accountStatus: 'active',
          secondFactor: true,
          accountText: null,
          lastSignInAt: new Date('2026-01-02T00:00:00Z'),
        },
        { userId: confined, accountStatus: 'active', secondFactor: false, accountText: null, lastSignInAt: null },
        { userId: elsewhere, accountStatus: 'pending', secondFactor: false, accountText: 'm', lastSignInAt: null },
      ]);
    });

    afterAll(() => database.close());

    test('teams and roles whose names are one today stay as they are, and no more are added', async () => {
      const names = async (table: string) =>
        (await query(`SELECT name FROM "${table}" WHERE "organizationId" = $1`, [id])).map(({ name }) => name).sort();
      expect(await names('Team')).toEqual(['LEAD', 'Lead', 'Lead\u200B', 'Other']);
      expect(await names('Role')).toEqual(['Own', 'Planner', 'Planner\u200B']);
      await query(`UPDATE "Team" SET "updatedBy" = 'root'`);
      const another = query(
        `INSERT INTO "Team" (id, "organizationId", name, "defaultRoleId", "createdBy", "updatedBy")
         SELECT gen_random_uuid(), "organizationId", 'lead', "defaultRoleId", 'root', 'root' FROM "Team" LIMIT 1`,
      );
      await expect(another).rejects.toMatchObject({ constraint: 'Team_own_name_key' });
    });

    test('roles lose the permissions that permit nothing', async () => {
      const permissions = async (name: string) =>
        (await query(`SELECT permissions FROM "Role" WHERE name = $1`, [name]))[0]?.permissions;
      expect(await permissions('Planner')).toEqual(['orgs:read']);
      expect(await permissions('OrganizationAdmin')).toEqual(['users:read', 'users:write', 'orgs:read', 'orgs:write']);
    });

    test('members that were there before a search was are found by it', async () => {
      expect(await query(`SELECT "searchText" FROM "Membership" WHERE id = $1`, [id])).toEqual([{ searchText: 'zoe' }]);
    });

    test('members are found by the folding of today, and by a domain as people read it', async () => {
      expect(await query(`SELECT "searchText" FROM "Membership" WHERE "userId" = $1`, [confined])).toEqual([
        { searchText: "thor o'brien-lee\nu@xn--mnchen-3ya.de\nu@munchen.de" },
      ]);
    });

    test('managed accounts that are members elsewhere are released, and the former manager’s audit log tells it', async () => {
      const managed = await query(`SELECT id FROM "User" WHERE "managedById" IS NOT NULL`);
      expect(managed).toEqual([{ id: confined }]);
      const events = await query(
        `SELECT "organizationId", "targetId" FROM "AuditEvent" WHERE action = 'account.released'`,
      );
      expect(events).toEqual([{ organizationId: id, targetId: elsewhere }]);
    });

    test('open invitations get the role of their name, and those without one end', async () => {
      const rows = await query(
        `SELECT "roleName", r.name AS role, "revokedAt" IS NOT NULL AS revoked
         FROM "Invitation" LEFT JOIN "Role" r ON r.id = "roleId" ORDER BY email`,
      );
      expect(rows).toEqual([
        { roleName: 'Coach', role: 'Coach', revoked: false },
        { roleName: 'Own', role: 'Own', revoked: false },
        { roleName: 'Gone', role: null, revoked: true },
        { roleName: 'Own', role: null, revoked: false },
      ]);
    });
  });

  describe('of a database that has them', () => {
    beforeEach(async () => {
      database = await migrated();
    });

    afterEach(() => database.close());

    test('a new migration holds the way to the Prisma schema', async () => {
      const directory = await withMore({ '99990102000000_less': 'ALTER TABLE "User" DROP COLUMN "bio";' });
      const file = await newMigration('bio_again', database.pool, { directory });
      expect(file).toMatch(/\d{14}_bio_again.migration\.sql$/);
      expect(await readFile(file ?? '', 'utf8')).toBe('-- AlterTable\nALTER TABLE "User" ADD COLUMN     "bio" TEXT;\n');
    });

    test('a migration that fails is named, leaves nothing behind, and can be mended', async () => {
      const [whole, name] = ['99990102000000_whole', '99990102000001_broken'];
      const broken = await withMore({
        [whole]: 'SELECT 1;',
        [name]: 'CREATE TABLE "A" ("id" int); CREATE TABLE "User" ("id" int);',
      });
      const run = applyMigrations(database.pool, broken);
      await expect(run).rejects.toThrow(
        `Migration ${name} failed, and nothing of it stays: relation "User" already exists`,
      );
      await expect(run).rejects.toBeInstanceOf(MigrationError);
      expect(await query(`SELECT to_regclass('"A"') AS "table"`)).toEqual([{ table: null }]);
      expect(await applied()).toEqual([...SHIPPED, whole]);

      const mended = await withMore({ [whole]: 'SELECT 1;', [name]: 'CREATE TABLE "A" ("id" int);' });
      expect(await applyMigrations(database.pool, mended)).toEqual([name]);
    });

    test('a migration that another tool left unfinished is named, until it is marked as undone', async () => {
      await query(
        `INSERT INTO "_prisma_migrations" ("id", "checksum", "migration_name") VALUES ('1', 'x', 'half_done')`,
      );
      await expect(applyMigrations(database.pool)).rejects.toThrow('Migration half_done was begun by another tool');
      await query(`UPDATE "_prisma_migrations" SET "rolled_back_at" = now() WHERE "migration_name" = 'half_done'`);
      expect(await applyMigrations(database.pool)).toEqual([]);
    });

    test('an older release starts on a newer database, and a late migration is still applied', async () => {
      const newer = await withMore({ '99990103000000_newer': 'CREATE TABLE "Newer" ("id" int);' });
      await applyMigrations(database.pool, newer);
      expect(await applyMigrations(database.pool)).toEqual([]);
      const late = await withMore({ '99990102000000_late': 'CREATE TABLE "Late" ("id" int);' });
      expect(await applyMigrations(database.pool, late)).toEqual(['99990102000000_late']);
    });

    test('a migration may use the enum value that an earlier one of the same run added', async () => {
      const directory = await withMore({
        '99990102000000_value': `ALTER TYPE "AppRole" ADD VALUE 'AppGuest';`,
        '99990102000001_use': `CREATE TABLE "Guest" ("role" "AppRole" DEFAULT 'AppGuest'); INSERT INTO "Guest" DEFAULT VALUES;`,
      });
      expect(await applyMigrations(database.pool, directory)).toEqual(['99990102000000_value', '99990102000001_use']);
    });
  });

  if (backend === 'PostgreSQL') {
    describe('of an empty database on a server', () => {
      beforeEach(async () => {
        database = await empty();
      });

      afterEach(() => database.close());

      test('eight processes that start at once apply them once', async () => {
        const pools = Array.from({ length: 8 }, () => new pg.Pool({ ...database.pool.options, max: 1 }));
        // As in openOnServer: a connection that is still closing when its database is dropped reports it.
        pools.forEach((pool) => pool.on('error', () => undefined));
        const runs = await Promise.all(pools.map((pool) => applyMigrations(pool)));
        await Promise.all(pools.map((pool) => pool.end()));
        expect(runs.flat()).toEqual(SHIPPED);
        expect(await applied()).toEqual(SHIPPED);
        const held = `SELECT 1 FROM pg_locks WHERE "locktype" = 'advisory' AND "database" = ${OWN}`;
        expect(await query(held)).toEqual([]);
      });

      const write = (name: string): string => `UPDATE "Role" SET "updatedBy" = 'test' WHERE name = '${name}'`;
      const INDEX = 'CREATE INDEX CONCURRENTLY "Role_permissions_idx" ON "Role"("permissions");';

      test('an index is made while others write', async () => {
        await applyMigrations(database.pool);
        const directory = await withMore({ '99990102000000_index': INDEX });
        const writer = await database.pool.connect();
        await writer.query('BEGIN');
        await writer.query(write('Teacher'));
        const applying = applyMigrations(database.pool, directory);
        await eventually(
          async () => (await query(`SELECT 1 FROM pg_class WHERE relname = 'Role_permissions_idx'`)).length > 0,
        );
        await writer.query(write('Student'));
        await query(write('OrganizationAdmin'));
        await writer.query('COMMIT');
        writer.release();
        expect(await applying).toEqual(['99990102000000_index']);
      });

      test('an index that a killed process left invalid is made anew', async () => {
        await applyMigrations(database.pool);
        await query(INDEX);
        await query(`UPDATE pg_index SET indisvalid = false WHERE indexrelid = '"Role_permissions_idx"'::regclass`);
        await applyMigrations(database.pool, await withMore({ '99990102000000_index': INDEX }));
        const valid = `SELECT indisvalid FROM pg_index WHERE indexrelid = '"Role_permissions_idx"'::regclass`;
        expect(await query(valid)).toEqual([{ indisvalid: true }]);
      });

      test('a unique index that the rows do not allow leaves nothing behind', async () => {
        await applyMigrations(database.pool);
        const script = 'CREATE UNIQUE INDEX CONCURRENTLY "Role_createdBy_key" ON "Role"("createdBy");';
        const directory = await withMore({ '99990102000000_index': script });
        await expect(applyMigrations(database.pool, directory)).rejects.toThrow('99990102000000_index failed');
        expect(await query(`SELECT 1 FROM pg_class WHERE relname = 'Role_createdBy_key'`)).toEqual([]);
        expect(await applyMigrations(database.pool)).toEqual([]);
      });

      test('a migration waits for a table that is in use, and others do not wait behind it', async () => {
        await applyMigrations(database.pool);
        const directory = await withMore({ '99990102000000_column': 'ALTER TABLE "Role" ADD COLUMN "more" text;' });
        const reader = await database.pool.connect();
        await reader.query('BEGIN');
        await reader.query('SELECT 1 FROM "Role"');
        const applying = applyMigrations(database.pool, directory);
        const waiting = `SELECT 1 FROM pg_locks WHERE NOT granted AND relation = '"Role"'::regclass AND "database" = ${OWN}`;
        await eventually(async () => (await query(waiting)).length > 0);
        await query('SELECT 1 FROM "Role"');
        await reader.query('COMMIT');
        reader.release();
        expect(await applying).toEqual(['99990102000000_column']);
      });

      test('a connection that is lost while a migration runs is an error, not the end of the process', async () => {
        const directory = await withMore({ '99990102000000_lost': 'SELECT pg_terminate_backend(pg_backend_pid());' });
        await expect(applyMigrations(database.pool, directory)).rejects.toThrow('99990102000000_lost failed');
        expect(await applyMigrations(database.pool)).toEqual([]);
      });
    });
  }
});
