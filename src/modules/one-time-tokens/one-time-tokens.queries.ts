import { Prisma, type TokenPurpose } from '../../core/prisma/generated/client.js';

/** The unused tokens that are ended. */
export interface TokenFilter {
  /** Null: of no user. */
  readonly userId: string | null;
  readonly purpose?: TokenPurpose;
  readonly email?: string;
}

/**
 * Ends unused tokens, also after the user was locked: a token that another transaction uses is skipped, because tokens come before users
 * in the lock order. That transaction waits for the user, and decides by what it finds then.
 */
export function endTokens({ userId, purpose, email }: TokenFilter): Prisma.Sql {
  const ofUser = userId === null ? Prisma.sql`"userId" IS NULL` : Prisma.sql`"userId" = ${userId}::uuid`;
  const ofPurpose = purpose === undefined ? Prisma.empty : Prisma.sql`AND purpose = ${purpose}::"TokenPurpose"`;
  const toAddress = email === undefined ? Prisma.empty : Prisma.sql`AND email = ${email}`;
  return Prisma.sql`
    UPDATE "OneTimeToken" SET "usedAt" = now() WHERE id IN (
      SELECT id FROM "OneTimeToken" WHERE "usedAt" IS NULL AND ${ofUser} ${ofPurpose} ${toAddress} FOR UPDATE SKIP LOCKED
    )`;
}
