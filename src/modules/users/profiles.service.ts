import { Injectable } from '@nestjs/common';
import { changedBy } from '../../access/authorship.js';
import type { Principal } from '../../access/principal.js';
import { changesBetween, merged } from '../../core/changes/changes.js';
import { Prisma } from '../../core/prisma/generated/client.js';
import type { UserStatus } from '../../core/prisma/generated/enums.js';
import { PrismaService } from '../../core/prisma/prisma.service.js';
import { AuditService } from '../audit/audit.service.js';
import { PicturesService } from '../files/pictures.service.js';

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
interface ProfileRow extends Profile {
  readonly version: string;
}

/** The new values of a profile, and the author of the change. */
type ChangedProfile = ProfileFields & Pick<Profile, 'updatedAt' | 'updatedBy'>;

/** The profiles of accounts, for all callers that change them. */
@Injectable()
export class ProfilesService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly audit: AuditService,
    private readonly pictures: PicturesService,
  ) {}

  /** @returns undefined when the account was deleted just now */
  get(userId: string): Promise<Profile | undefined> {
    return this.find(userId);
  }

  /**
   * Changes the named properties only, so concurrent changes of others remain. Without a difference, nothing is
   * written.
   *
   * @returns undefined when the account was deleted just now
   * @throws Problem `validation_failed` for a picture that is neither under https nor one of this service's
   */
  update(by: Principal, userId: string, wanted: Partial<ProfileFields>): Promise<Profile | undefined> {
    const update = (): Promise<Profile | undefined> => this.tryUntilFirst(by, userId, wanted);
    // A change and its audit entry are one statement; what becomes of a former picture is another.
    return wanted.avatarUrl === undefined ? update() : this.prisma.transaction(update);
  }

  /** Reads, and writes if no other request has written in between. Otherwise it starts again. */
  private async tryUntilFirst(
    by: Principal,
    userId: string,
    wanted: Partial<ProfileFields>,
  ): Promise<Profile | undefined> {
    for (;;) {
      const row = await this.find(userId);
      if (!row) {
        return undefined;
      }
      const updated = await this.write(by, row, merged(fieldsOf(row), wanted));
      if (updated) {
        return updated;
      }
    }
  }

  /** @returns undefined when the row has been changed since it was read */
  private async write(by: Principal, row: ProfileRow, after: ProfileFields): Promise<Profile | undefined> {
    const changes = changesBetween(fieldsOf(row), after);
    if (Object.keys(changes).length === 0) {
      return row;
    }
    if (changes.avatarUrl) {
      this.pictures.requireSafe('avatars', after.avatarUrl, '/avatarUrl');
    }
    const changed = { ...after, ...changedBy(by) };
    const entries = this.audit.rows([{ action: 'user.updated', actor: by, target: row.id, changes }]);
    const written = await this.prisma.query(profileChange(row, changed, entries));
    if (written.length === 0) {
      return undefined;
    }
    if (changes.avatarUrl) {
      await this.pictures.discard('avatars', row.avatarUrl);
    }
    return { ...row, ...changed };
  }

  private async find(userId: string): Promise<ProfileRow | undefined> {
    const [row] = await this.prisma.query<ProfileRow & Record<string, unknown>>(profileOf(userId));
    return row;
  }
}

function fieldsOf(profile: Profile): ProfileFields {
  return {
    displayName: profile.displayName,
    givenName: profile.givenName,
    familyName: profile.familyName,
    bio: profile.bio,
    avatarUrl: profile.avatarUrl,
    locale: profile.locale,
    agentCommunicationLocale: profile.agentCommunicationLocale,
    timezone: profile.timezone,
    phoneNumber: profile.phoneNumber,
    birthDate: profile.birthDate,
  };
}

/** The profile of an account. PostgreSQL gives a row another xmin whenever it is changed. */
function profileOf(userId: string): Prisma.Sql {
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
function profileChange({ id, version }: ProfileRow, changed: ChangedProfile, entries: Prisma.Sql): Prisma.Sql {
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
