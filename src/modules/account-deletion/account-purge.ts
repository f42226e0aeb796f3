import { Injectable } from '@nestjs/common';
import { Prisma } from '../../core/prisma/generated/client.js';
import { PrismaService } from '../../core/prisma/prisma.service.js';
import { PicturesService } from '../files/pictures.service.js';
import { AccountBelongings } from './account-belongings.js';

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
    const byHim = Prisma.sql`("actorId" = ${userId} OR ("targetId" = ${userId} AND "actorKind" = 'anonymous'))`;
    return this.prisma.db.$executeRaw(Prisma.sql`
      UPDATE "AuditEvent"
      SET "remoteIp" = CASE WHEN ${byHim} THEN NULL ELSE "remoteIp" END,
          "userAgent" = CASE WHEN ${byHim} THEN NULL ELSE "userAgent" END,
          changes = CASE WHEN "targetId" = ${userId} THEN '{}'::jsonb ELSE changes END
      WHERE id IN (
        SELECT id FROM "AuditEvent"
        WHERE EXISTS (SELECT FROM "User" WHERE id = ${userId}::uuid AND "deletedAt" IS NOT NULL)
          AND ((${byHim} AND ("remoteIp" IS NOT NULL OR "userAgent" IS NOT NULL))
            OR ("targetId" = ${userId} AND changes <> '{}'::jsonb))
        LIMIT ${Prisma.raw(BATCH.toString())}
      )`);
  }
}
