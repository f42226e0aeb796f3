import { Injectable } from '@nestjs/common';
import { changedBy } from '../../access/authorship.js';
import type { Principal } from '../../access/principal.js';
import { changesBetween, merged } from '../../core/changes/changes.js';
import { PrismaService } from '../../core/prisma/prisma.service.js';
import { AuditService } from '../audit/audit.service.js';
import { PicturesService } from '../files/pictures.service.js';
import { type Profile, profileChange, type ProfileFields, profileOf, type ProfileRow } from './profiles.queries.js';

// The types of this module's profiles, for other modules.
export type { Profile, ProfileFields };

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
    const [row] = await this.prisma.query(profileOf(userId));
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
