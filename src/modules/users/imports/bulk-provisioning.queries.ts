import { Prisma } from '../../../core/prisma/generated/client.js';
import type { Query } from '../../../core/prisma/prisma.service.js';

/** A user to be inserted, with the primary address. */
export interface NewUser {
  readonly userId: string;
  readonly email: string;
  readonly displayName: string;
  readonly givenName: string | null;
  readonly familyName: string | null;
  readonly locale?: string | null;
}

/** The owners of those addresses that belong to an account, and whether it is the primary address of a member of the organization. */
export function ownersOf(
  emails: readonly string[],
  organizationId: string,
): Query<{ email: string; userId: string; isMember: boolean }> {
  return Prisma.sql`
    SELECT e.address AS email, e."userId", e."isPrimary" AND m.id IS NOT NULL AS "isMember"
    FROM "UserEmail" e
    LEFT JOIN "Membership" m ON m."userId" = e."userId" AND m."organizationId" = ${organizationId}::uuid
    WHERE e.address = ANY(${[...emails]}::text[]) AND (e."verifiedAt" IS NOT NULL OR e."isPrimary")`;
}

/** Inserts users without their addresses. */
export function insertUsers(users: readonly NewUser[], managedById: string, by: string): Prisma.Sql {
  return Prisma.sql`
    INSERT INTO "User" (id, "displayName", "givenName", "familyName", locale, "managedById", "createdBy", "updatedBy")
    SELECT r."userId", r."displayName", r."givenName", r."familyName", r.locale, ${managedById}::uuid, ${by}, ${by}
    FROM jsonb_to_recordset(${JSON.stringify(users)}::jsonb)
      AS r ("userId" uuid, "displayName" text, "givenName" text, "familyName" text, locale text)`;
}

/**
 * Inserts the addresses of users, and returns the users whose address no other account has. The addresses are written in one order: any
 * other order can deadlock.
 */
export function insertAddresses(users: readonly NewUser[], by: string): Query<{ userId: string }> {
  return Prisma.sql`
    INSERT INTO "UserEmail" ("userId", address, "isPrimary", "createdBy", "updatedBy")
    SELECT r."userId", r.email, true, ${by}, ${by}
    FROM jsonb_to_recordset(${JSON.stringify(users)}::jsonb) AS r ("userId" uuid, email text) ORDER BY r.email
    ON CONFLICT DO NOTHING RETURNING "userId"`;
}
