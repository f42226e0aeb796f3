import type { PrismaService } from '../core/prisma/prisma.service.js';

/**
 * Locks the row of a user until the running transaction ends: all changes of one account follow each other.
 *
 * **Lock order**, the same on every path, because any other order can deadlock:
 *
 * 1. one-time tokens
 * 2. users; several in the order of their ids
 * 3. organizations; several in the order of their ids
 * 4. what belongs to an organization: invitations, roles, teams, projects, service accounts, memberships
 * 5. sessions and API keys
 * 6. addresses: rows of `UserEmail`, and the unique index on them that an insert waits for
 *
 * A row that the running transaction inserted is locked by no other transaction, so it may come at any place. Its
 * address may not.
 *
 * @returns whether the user exists and was not deleted
 */
export async function lockUser(prisma: PrismaService, userId: string): Promise<boolean> {
  const locked = await prisma.db.$queryRaw<unknown[]>`
    SELECT id FROM "User" WHERE id = ${userId}::uuid AND "deletedAt" IS NULL FOR NO KEY UPDATE`;
  return locked.length > 0;
}
