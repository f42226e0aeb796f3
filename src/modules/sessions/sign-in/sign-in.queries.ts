import { factorColumns, type Factors } from '../../../access/step-up.queries.js';
import { Prisma } from '../../../core/prisma/generated/client.js';
import type { Query } from '../../../core/prisma/prisma.service.js';

/** The account that signs in with an address, and the data that decide whether and how it may. */
export interface SignInAccount extends Factors {
  readonly id: string;
  readonly passwordHash: string | null;
  /** Whether it was a temporary password, and its time is over. */
  readonly isPasswordExpired: boolean;
  /** Whether the user has signed in from this device before. */
  readonly knowsDevice: boolean;
}

/** A session that is about to be opened. */
export interface NewSession {
  readonly id: string;
  readonly tokenId: string;
  readonly userId: string;
  readonly amr: readonly string[];
  /** Seconds until it ends, however much it is used. */
  readonly lifetime: number;
  readonly deviceId: string;
  readonly remoteIp: string;
  readonly userAgent: string;
}

/** The user of the opened session. */
export interface OpenedAccount {
  /** When the session ends, however much it is used. */
  readonly expiresAt: Date;
  readonly passwordChangeRequired: boolean;
}

/** The condition that a user may have sessions after signing in. */
const MAY_SIGN_IN = Prisma.sql`"deletedAt" IS NULL AND status IN ('active', 'pending')`;

/**
 * The account that signs in with an address. An address signs in when its owner has proved it, or when an organization
 * manages the account. The factors are those of before the password is checked: adding one ends no session, so it need
 * not stop a sign-in that has begun.
 */
export function accountOf(address: string, deviceId: string): Query<SignInAccount> {
  return Prisma.sql`
    SELECT u.id, u."passwordHash", coalesce(u."passwordExpiresAt" <= now(), false) AS "isPasswordExpired",
      ${factorColumns(Prisma.sql`u.id`)},
      EXISTS (SELECT FROM "KnownDevice" WHERE "userId" = u.id AND "deviceId" = ${deviceId}) AS "knowsDevice"
    FROM "UserEmail" e
    JOIN "User" u ON u.id = e."userId"
    WHERE e.address = ${address} AND ${MAY_SIGN_IN}
      AND (e."verifiedAt" IS NOT NULL OR (e."isPrimary" AND u."managedById" IS NOT NULL))`;
}

/** Locks an account that may still sign in with the password that was checked. No row: it may not. */
export function stillWith({ id, passwordHash }: SignInAccount): Query<Pick<SignInAccount, 'id'>> {
  return Prisma.sql`
    SELECT id FROM "User" WHERE id = ${id}::uuid AND "passwordHash" = ${passwordHash} AND ${MAY_SIGN_IN} FOR NO KEY UPDATE`;
}

/**
 * Opens a session, unless the account may not have one any more. The lock of the account's row decides races: a suspension, a
 * deletion or a change of password either comes first and is seen here, or waits for the session and ends it.
 *
 * @param passwordHash which the account must still have. Null: whichever
 * @param entriesFor rows for the audit log of the organization in a column: the one that manages the account
 */
export function opening(
  { id, tokenId, userId, amr, lifetime, deviceId, remoteIp, userAgent }: NewSession,
  passwordHash: string | null,
  entriesFor: (managedById: Prisma.Sql) => Prisma.Sql,
): Query<OpenedAccount> {
  return Prisma.sql`
    WITH account AS (
      SELECT id, "passwordChangeRequired", "managedById" FROM "User"
      WHERE id = ${userId}::uuid AND ${MAY_SIGN_IN}
        AND "passwordHash" IS NOT DISTINCT FROM coalesce(${passwordHash}, "passwordHash")
      FOR NO KEY UPDATE
    ), activated AS (
      UPDATE "User" u SET status = 'active', "lastSignInAt" = now() FROM account WHERE u.id = account.id
    ), recorded AS (
      INSERT INTO "AuditEvent"
      SELECT entry.* FROM account, LATERAL ${entriesFor(Prisma.sql`account."managedById"`)} entry
    ), opened AS (
      INSERT INTO "Session" (id, "tokenId", "userId", "activeOrganizationId", amr, "deviceId", "remoteIp", "userAgent",
        "authTime", "createdAt", "lastUsedAt", "expiresAt")
      SELECT ${id}::uuid, ${tokenId}::uuid, account.id, o.id, ${[...amr]}::text[], ${deviceId}, ${remoteIp}, ${userAgent},
        now(), now(), now(), now() + make_interval(secs => ${lifetime})
      FROM account
      LEFT JOIN "Membership" m ON m."userId" = account.id AND m."isPrimary" AND m.state = 'Active'
      LEFT JOIN "Organization" o ON o.id = m."organizationId" AND o.status = 'active'
      RETURNING "expiresAt"
    )
    SELECT "passwordChangeRequired", "expiresAt" FROM account, opened`;
}

/**
 * Takes a session that was just opened out of an organization whose membership ended, or which was archived, while the
 * statement that opened it waited for the user's lock: that statement still saw the earlier state. It runs in the same
 * transaction, which has locked the user and the organization, so a later change waits and finds the session.
 */
export function leavingClosed(sessionId: string): Prisma.Sql {
  return Prisma.sql`
    UPDATE "Session" s SET "activeOrganizationId" = NULL
    WHERE s.id = ${sessionId}::uuid AND s."activeOrganizationId" IS NOT NULL AND NOT EXISTS (
      SELECT FROM "Membership" m JOIN "Organization" o ON o.id = m."organizationId"
      WHERE m."userId" = s."userId" AND o.id = s."activeOrganizationId" AND m.state = 'Active' AND o.status = 'active'
    )`;
}
