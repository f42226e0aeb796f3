import { Injectable } from '@nestjs/common';
import { PrismaService } from '../../core/prisma/prisma.service.js';
import { AccountAccessService } from '../account-access/account-access.service.js';
import { MembershipWriterService } from '../memberships/membership-writer.service.js';

/** The rows that belong to an account and are deleted with it. */
@Injectable()
export class AccountBelongings {
  constructor(
    private readonly prisma: PrismaService,
    private readonly access: AccountAccessService,
    private readonly memberships: MembershipWriterService,
  ) {}

  /** Ends everything a user has and is. Keys and places in teams and projects go with the memberships. */
  async remove(userId: string): Promise<void> {
    const { db } = this.prisma;
    await this.access.removeAll(userId);
    await db.oneTimeToken.deleteMany({ where: { userId } });
    await this.memberships.removeAll(userId);
    await db.invitation.deleteMany({ where: { acceptedById: userId } });
    await db.userEmail.deleteMany({ where: { userId } });
  }
}
