import { type Organization, Prisma } from './generated/client.js';
import type { PrismaService } from './prisma.service.js';

/**
 * How a row is locked until the running transaction ends. Other transactions can no longer:
 *
 * - `refer`: delete it
 * - `share`: change it
 * - `change`: change it, or lock it against changes
 * - `delete`: change it, lock it, or insert a row that refers to it
 */
type LockStrength = 'refer' | 'share' | 'change' | 'delete';

const CLAUSES: Readonly<Record<LockStrength, Prisma.Sql>> = {
  refer: Prisma.sql`FOR KEY SHARE`,
  share: Prisma.sql`FOR SHARE`,
  change: Prisma.sql`FOR NO KEY UPDATE`,
  delete: Prisma.sql`FOR UPDATE`,
};

/**
 * The lock order, the same on every path, because any other order can deadlock. Rows of `OneTimeToken`, `User` and `Organization` are
 * locked in the order of their ids as well. `docs/architecture.md` has the whole order.
 */
const LEVELS = { OneTimeToken: 1, User: 2, Organization: 3, Project: 4, ServiceAccount: 4, Team: 4 } as const;

type LockedTable = keyof typeof LEVELS;

/** Locks all one-time tokens of a user, for work that locks the user next. */
export async function lockTokensOf(prisma: PrismaService, userId: string): Promise<void> {
  await requireOrder(prisma, 'OneTimeToken', [userId]);
  await prisma.db.$queryRaw`
    SELECT id FROM "OneTimeToken" WHERE "userId" = ${userId}::uuid ORDER BY id ${CLAUSES.delete}`;
}

/** Locks a user: all changes of one account follow each other. @returns whether the user exists and was not deleted */
export async function lockUser(prisma: PrismaService, id: string, strength: LockStrength = 'change'): Promise<boolean> {
  return (await lockUsers(prisma, [id], strength)) === 1;
}

/** Locks users. @returns how many of them exist and were not deleted */
export async function lockUsers(
  prisma: PrismaService,
  ids: readonly string[],
  strength: LockStrength = 'change',
): Promise<number> {
  await requireOrder(prisma, 'User', ids);
  const locked = await prisma.db.$queryRaw<unknown[]>`
    SELECT id FROM "User" WHERE id = ANY(${[...ids]}::uuid[]) AND "deletedAt" IS NULL ORDER BY id ${CLAUSES[strength]}`;
  return locked.length;
}

/**
 * Locks organizations: `share` while no rights in them may change, `change` for a change of rights.
 *
 * @returns those that exist
 */
export async function lockOrganizations(
  prisma: PrismaService,
  ids: readonly string[],
  strength: LockStrength = 'change',
): Promise<Pick<Organization, 'id' | 'status'>[]> {
  await requireOrder(prisma, 'Organization', ids);
  return prisma.db.$queryRaw<Pick<Organization, 'id' | 'status'>[]>`
    SELECT id, status::text FROM "Organization" WHERE id = ANY(${[...ids]}::uuid[]) ORDER BY id ${CLAUSES[strength]}`;
}

/** Locks a row of an organization, which the caller has locked, for a change of it. @returns whether it exists */
export async function lockRow(
  prisma: PrismaService,
  table: 'Project' | 'ServiceAccount' | 'Team',
  { id, organizationId }: { id: string; organizationId: string },
): Promise<boolean> {
  await requireOrder(prisma, table, [id]);
  const locked = await prisma.db.$queryRaw<unknown[]>`
    SELECT id FROM ${Prisma.raw(`"${table}"`)}
    WHERE id = ${id}::uuid AND "organizationId" = ${organizationId}::uuid ${CLAUSES.change}`;
  return locked.length === 1;
}

/** Locks a name (an advisory lock): work with the same name follows each other, also where there is no row yet. */
export async function lockName(prisma: PrismaService, name: string): Promise<void> {
  await prisma.db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${name}, 0))`;
}

const IS_TEST = process.env.NODE_ENV === 'test';

/** The rows that a transaction has locked, and the last of them in the lock order. */
interface Locked {
  readonly rows: Set<string>;
  last: string;
}

const lockedBy = new WeakMap<object, Locked>();

/**
 * In tests, requires that rows are locked in the lock order. A row that the transaction has locked, inserted or changed is its own,
 * and may be locked again anywhere.
 *
 * @throws an error that names the row
 */
async function requireOrder(prisma: PrismaService, table: LockedTable, ids: readonly string[]): Promise<void> {
  if (!IS_TEST) {
    return;
  }
  const locked = lockedBy.get(prisma.db) ?? { rows: new Set(), last: '' };
  lockedBy.set(prisma.db, locked);
  for (const id of [...ids].sort()) {
    const row = `${table} ${id}`;
    const place = LEVELS[table] === LEVELS.Team ? `${LEVELS.Team}` : `${LEVELS[table]} ${id}`;
    if (place < locked.last && !locked.rows.has(row) && !(await isOwn(prisma, table, id))) {
      throw new Error(`Lock order: ${row} is locked after ${locked.last}`);
    }
    locked.rows.add(row);
    locked.last = place > locked.last ? place : locked.last;
  }
}

/** Whether the running transaction has inserted or changed the row. */
async function isOwn(prisma: PrismaService, table: LockedTable, id: string): Promise<boolean> {
  const own = await prisma.db.$queryRaw<unknown[]>`
    SELECT FROM ${Prisma.raw(`"${table}"`)} WHERE id = ${id}::uuid AND xmin = pg_current_xact_id()::xid`;
  return own.length > 0;
}
