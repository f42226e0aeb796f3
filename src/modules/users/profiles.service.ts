import { Injectable } from '@nestjs/common';
import { changedBy } from '../../access/authorship.js';
import type { Principal } from '../../access/principal.js';
import { changesBetween, merged } from '../../core/changes/changes.js';
import { toDateOnly } from '../../core/http/times.js';
import type { User } from '../../core/prisma/generated/client.js';
import { PrismaService } from '../../core/prisma/prisma.service.js';
import { AuditService } from '../audit/audit.service.js';
import { PicturesService } from '../files/pictures.service.js';

/** A person with his primary address. */
export interface Profile extends User {
  readonly email: string;
}

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

/** The profiles of accounts, whoever changes them. */
@Injectable()
export class ProfilesService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly audit: AuditService,
    private readonly pictures: PicturesService,
  ) {}

  /** @returns undefined when the account was deleted just now */
  async get(userId: string): Promise<Profile | undefined> {
    const primary = await this.prisma.db.userEmail.findFirst({
      where: { userId, isPrimary: true },
      include: { user: true },
    });
    return primary ? { ...primary.user, email: primary.address } : undefined;
  }

  /**
   * Changes what is named and leaves the rest, also to a change that is made at the same time. Where nothing comes to
   * differ, nothing is written.
   *
   * @returns undefined when the account was deleted just now
   */
  update(by: Principal, userId: string, wanted: Partial<ProfileFields>): Promise<Profile | undefined> {
    return this.prisma.transaction(async () => {
      const user = await this.hold(userId);
      if (!user) {
        return undefined;
      }
      const before = fieldsOf(user);
      const changes = changesBetween(before, merged(before, wanted));
      if (Object.keys(changes).length > 0) {
        const { birthDate, ...others } = wanted;
        await this.prisma.db.user.update({
          where: { id: userId },
          data: {
            ...others,
            ...(birthDate !== undefined && { birthDate: toDate(birthDate) }),
            ...changedBy(by),
          },
        });
        await this.audit.record({ action: 'user.updated', actor: by, target: { kind: 'user', id: userId }, changes });
        if (changes.avatarUrl) {
          await this.pictures.discard('avatars', before.avatarUrl);
        }
      }
      return this.get(userId);
    });
  }

  /** The user as he stays until the running transaction ends. */
  private async hold(userId: string): Promise<User | null> {
    await this.prisma.db.$queryRaw`SELECT id FROM "User" WHERE id = ${userId}::uuid FOR NO KEY UPDATE`;
    return this.prisma.db.user.findUnique({ where: { id: userId, deletedAt: null } });
  }
}

function fieldsOf(user: User): ProfileFields {
  return {
    displayName: user.displayName,
    givenName: user.givenName,
    familyName: user.familyName,
    bio: user.bio,
    avatarUrl: user.avatarUrl,
    locale: user.locale,
    agentCommunicationLocale: user.agentCommunicationLocale,
    timezone: user.timezone,
    phoneNumber: user.phoneNumber,
    birthDate: toDateOnly(user.birthDate),
  };
}

function toDate(birthDate: string | null): Date | null {
  return birthDate === null ? null : new Date(`${birthDate}T00:00:00Z`);
}
