import { Prisma } from '../../core/prisma/generated/client.js';
import type { UserStatus } from '../../core/prisma/generated/enums.js';
import type { Query } from '../../core/prisma/prisma.service.js';

/** What can be changed of a profile. */
export interface ProfileFields {
  readonly displayName: string;
  readonly givenName: string | null;
  readonly familyName: string | null;
  readonly bio: string | null;
  readonly avatarUrl: string | null;
  readonly locale: string | null;
  readonly agentCommunicationLocale: string | null;
  readonly timezone: string | null;
  readonly phoneNumber: string | null;
  /** YYYY-MM-DD */
  readonly birthDate: string | null;
}

/** A user with the primary address. */
export interface Profile extends ProfileFields {
  readonly id: string;
  readonly email: string;
  readonly status: UserStatus;
  readonly createdAt: Date;
  readonly createdBy: string;
  readonly updatedAt: Date;
  readonly updatedBy: string;
}

/** A profile, and which version of the row it is. */
export interface ProfileRow extends Profile {
  readonly version: string;
}

/** The new values of a profile, and the author of the change. */
export type ChangedProfile = ProfileFields & Pick<Profile, 'updatedAt' | 'updatedBy'>;

/** The profile of an account. PostgreSQL gives a row another xmin whenever it is changed. */
export function profileOf(userId: string): Query<ProfileRow> {
  return Prisma.sql`
    SELECT u.id, e.address AS email, u."displayName", u."givenName", u."familyName", u.bio, u."avatarUrl", u.locale,
      u."agentCommunicationLocale", u.timezone, u."phoneNumber", u."birthDate"::text, u.status::text, u."createdAt", u."createdBy",
      u."updatedAt", u."updatedBy", u.xmin::text AS version
    FROM "User" u
    JOIN "UserEmail" e ON e."userId" = u.id AND e."isPrimary"
    WHERE u.id = ${userId}::uuid AND u."deletedAt" IS NULL`;
}

/**
 * Changes a profile with its audit entry, and neither when the row is not the one any more that was read. The fields are
 * written all, as what was not to be changed is still the same: so the text is one, and prepared once.
 *
 * @param entries rows for the audit log
 */
export function profileChange(
  { id, version }: ProfileRow,
  changed: ChangedProfile,
  entries: Prisma.Sql,
): Query<{ id: string }> {
  return Prisma.sql`
    WITH changed AS (
      UPDATE "User" u
      SET "displayName" = p."displayName", "givenName" = p."givenName", "familyName" = p."familyName", bio = p.bio,
        "avatarUrl" = p."avatarUrl", locale = p.locale, "agentCommunicationLocale" = p."agentCommunicationLocale",
        timezone = p.timezone, "phoneNumber" = p."phoneNumber", "birthDate" = p."birthDate",
        "updatedAt" = p."updatedAt", "updatedBy" = p."updatedBy"
      FROM jsonb_populate_record(NULL::"User", ${JSON.stringify(changed)}::jsonb) p
      WHERE u.id = ${id}::uuid AND u.xmin::text = ${version}
      RETURNING u.id
    ), recorded AS (
      INSERT INTO "AuditEvent" SELECT entry.* FROM changed, ${entries} entry
    )
    SELECT id FROM changed`;
}
