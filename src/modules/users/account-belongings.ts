import { Injectable } from '@nestjs/common';
import { PrismaService } from '../../core/prisma/prisma.service.js';

/** What hangs on an account and goes with it. */
@Injectable()
export class AccountBelongings {
  constructor(private readonly prisma: PrismaService) {}

  /** Ends everything a user has and is. Keys and places in teams and projects go with the memberships. */
  async remove(userId: string): Promise<void> {
    const { db } = this.prisma;
    await db.session.deleteMany({ where: { userId } });
    await db.trustedDevice.deleteMany({ where: { userId } });
    await db.knownDevice.deleteMany({ where: { userId } });
    await db.totp.deleteMany({ where: { userId } });
    await db.recoveryCode.deleteMany({ where: { userId } });
    await db.passkey.deleteMany({ where: { userId } });
    await db.oneTimeToken.deleteMany({ where: { userId } });
    await db.membership.deleteMany({ where: { userId } });
    await db.invitation.deleteMany({ where: { acceptedById: userId } });
    await db.userEmail.deleteMany({ where: { userId } });
  }
}
