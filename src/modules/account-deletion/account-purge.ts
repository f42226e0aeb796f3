import { Injectable } from '@nestjs/common';
import { PrismaService } from '../../core/prisma/prisma.service.js';
import { PicturesService } from '../files/pictures.service.js';
import { AccountBelongings } from './account-belongings.js';
import { eraseAuditEvents } from './account-purge.queries.js';

/** The replacement for the name of a deleted user. */
const NOBODY = 'Deleted user';

/** Rows of the audit that are changed at once. */
const BATCH = 1000;

/** Erases the personal data of deleted accounts. */
@Injectable()
export class AccountPurge {
  constructor(
    private readonly prisma: PrismaService,
    private readonly belongings: AccountBelongings,
    private readonly pictures: PicturesService,
  ) {}

  /**
   * Erases the account except for its id. The audit keeps the events of that id and about it, without network addresses
   * and browsers of the user or of attackers, and without profile values. It may run again, and continues where it was
   * interrupted.
   */
  async erase(userId: string): Promise<void> {
    while ((await this.eraseAuditBatch(userId)) === BATCH);
    await this.eraseProfile(userId);
  }

  /**
   * The picture is deleted with its address. So are the rows of a request that was still running when the account was
   * deleted.
   */
  private eraseProfile(userId: string): Promise<void> {
    return this.prisma.transaction(async () => {
      const where = { id: userId, deletedAt: { not: null }, purgedAt: null };
      const user = await this.prisma.db.user.findFirst({ where, select: { avatarUrl: true } });
      if (!user) {
        return;
      }
      await this.prisma.db.user.updateMany({
        where,
        data: {
          displayName: NOBODY,
          givenName: null,
          familyName: null,
          bio: null,
          avatarUrl: null,
          locale: null,
          agentCommunicationLocale: null,
          timezone: null,
          phoneNumber: null,
          birthDate: null,
          purgedAt: await this.prisma.now(),
        },
      });
      await this.belongings.remove(userId);
      await this.pictures.discard('avatars', user.avatarUrl);
    });
  }

  private eraseAuditBatch(userId: string): Promise<number> {
    return this.prisma.execute(eraseAuditEvents(userId, BATCH));
  }
}
