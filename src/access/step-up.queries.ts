import { Prisma } from '../core/prisma/generated/client.js';
import type { Query } from '../core/prisma/prisma.service.js';

/** The methods of a step-up. */
export const STEP_UP_METHODS = ['password', 'totp', 'recovery_code', 'passkey'] as const;
export type StepUpMethod = (typeof STEP_UP_METHODS)[number];

/** What a user has beside the password. */
export interface Factors {
  readonly totp: boolean;
  readonly recovery: boolean;
  readonly passkey: boolean;
}

/** What the database knows of a session's proofs, and of what its user can prove. */
export interface ProofsRow extends Factors {
  readonly authTime: Date;
  readonly amr: readonly string[];
  readonly stepUpAt: Date | null;
  readonly stepUpMethod: StepUpMethod | null;
  /** Since when the account has had a second factor. Null: it has none. */
  readonly factorSince: Date | null;
  readonly now: Date;
}

/**
 * The columns with a user's {@link Factors}, for any statement.
 *
 * @param userId the id of the user, or the column that has it
 */
export function factorColumns(userId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    EXISTS (SELECT FROM "Totp" WHERE "userId" = ${userId} AND "activatedAt" IS NOT NULL) AS totp,
    EXISTS (SELECT FROM "RecoveryCode" WHERE "userId" = ${userId} AND "usedAt" IS NULL) AS recovery,
    EXISTS (SELECT FROM "Passkey" WHERE "userId" = ${userId}) AS passkey`;
}

/** The factors of a user. */
export function factorsOf(userId: string): Query<Factors> {
  return Prisma.sql`SELECT ${factorColumns(Prisma.sql`${userId}::uuid`)}`;
}

/** The proofs of a session. No row: it has ended. */
export function proofsOf(sessionId: string): Query<ProofsRow> {
  return Prisma.sql`
    SELECT s."authTime", s.amr, s."stepUpAt", s."stepUpMethod", now(), ${factorColumns(Prisma.sql`s."userId"`)},
      least(
        (SELECT "activatedAt" FROM "Totp" WHERE "userId" = s."userId"),
        (SELECT min("createdAt") FROM "Passkey" WHERE "userId" = s."userId")
      ) AS "factorSince"
    FROM "Session" s WHERE s.id = ${sessionId}::uuid`;
}
