import { Prisma } from '../../core/prisma/generated/client.js';

/**
 * Ends unused tokens, also after the user was locked: a token that another transaction uses is skipped, because tokens come before users
 * in the lock order. That transaction waits for the user, and decides by what it finds then.
 */
export function ending(which: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    UPDATE "OneTimeToken" SET "usedAt" = now() WHERE id IN (
      SELECT id FROM "OneTimeToken" WHERE "usedAt" IS NULL AND ${which} FOR UPDATE SKIP LOCKED
    )`;
}
