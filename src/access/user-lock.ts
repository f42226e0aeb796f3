import type { PrismaService } from '../core/prisma/prisma.service.js';

/**
 * Locks the row of a user until the running transaction ends: all changes of one account follow each other. Lock order: one-time
 * tokens, then the user, then organizations.
 *
 * @returns whether the user exists and was not deleted
 */
export async function lockUser(prisma: PrismaService, userId: string): Promise<boolean> {
  const locked = await prisma.db.$queryRaw<unknown[]>`
    SELECT id FROM "User" WHERE id = ${userId}::uuid AND "deletedAt" IS NULL FOR NO KEY UPDATE`;
  return locked.length > 0;
}
