import { Injectable } from '@nestjs/common';
import { changedBy } from '../../access/authorship.js';
import { SessionRequired } from '../../access/access.problems.js';
import type { UserPrincipal } from '../../access/principal.js';
import { unauthenticated } from '../../access/session.guard.js';
import { changesBetween, merged } from '../../core/changes/changes.js';
import { toDateOnly } from '../../core/http/times.js';
import type { User } from '../../core/prisma/generated/client.js';
import { PrismaService } from '../../core/prisma/prisma.service.js';
import { Problem } from '../../core/problems/problem.js';
import { AuditService } from '../audit/audit.service.js';
import { EmailsService } from '../emails/emails.service.js';
import { PicturesService } from '../files/pictures.service.js';

/** A person with his primary address. */
export interface Profile extends User {
  readonly email: string;
}

/** What a person may change about himself. */
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

/** The signed-in person's own profile: the rules that all contracts share. */
@Injectable()
export class MeService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly audit: AuditService,
    private readonly emails: EmailsService,
    private readonly pictures: PicturesService,
  ) {}

  async profile(userId: string): Promise<Profile> {
    const { emails, ...user } = await this.prisma.db.user.findUniqueOrThrow({
      where: { id: userId },
      include: { emails: { where: { isPrimary: true }, select: { address: true } } },
    });
    return { ...user, email: emails[0]?.address ?? '' };
  }

  /**
   * Changes what is named and leaves the rest, also to a change that is made at the same time. Where nothing comes to
   * differ, nothing is written.
   */
  update(principal: UserPrincipal, wanted: Partial<ProfileFields>): Promise<Profile> {
    return this.prisma.transaction(async () => {
      const before = fieldsOf(await this.hold(principal.id));
      const changes = changesBetween(before, merged(before, wanted));
      if (Object.keys(changes).length > 0) {
        const { birthDate, ...others } = wanted;
        await this.prisma.db.user.update({
          where: { id: principal.id },
          data: {
            ...others,
            ...(birthDate !== undefined && { birthDate: toDate(birthDate) }),
            ...changedBy(principal),
          },
        });
        const target = { kind: 'user', id: principal.id };
        await this.audit.record({ action: 'user.updated', actor: principal, target, changes });
        if (changes.avatarUrl) {
          await this.pictures.discard('avatars', before.avatarUrl);
        }
      }
      return this.profile(principal.id);
    });
  }

  /**
   * Changes names and e-mail together: both or neither. The e-mail changes once the new one is verified.
   *
   * @throws Problem `too_many_emails`, or `session_required` when an API key names an e-mail
   */
  async updateWithEmail(
    principal: UserPrincipal,
    wanted: Partial<ProfileFields>,
    email: string | undefined,
  ): Promise<void> {
    if (email !== undefined && !principal.session) {
      // Whoever reads the new address can set the password: a key must not become an account.
      throw new Problem(SessionRequired);
    }
    await this.prisma.transaction(async () => {
      await this.update(principal, wanted);
      if (email !== undefined) {
        await this.emails.change(principal, email);
      }
    });
  }

  /** The user as he stays until the running transaction ends. @throws Problem `unauthenticated` when he was deleted just now */
  private async hold(userId: string): Promise<User> {
    await this.prisma.db.$queryRaw`SELECT id FROM "User" WHERE id = ${userId}::uuid FOR NO KEY UPDATE`;
    const user = await this.prisma.db.user.findUnique({ where: { id: userId, deletedAt: null } });
    if (!user) {
      throw unauthenticated();
    }
    return user;
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
