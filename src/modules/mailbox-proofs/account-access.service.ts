import { Injectable } from '@nestjs/common';
import { PrismaService } from '../../core/prisma/prisma.service.js';

/** Everything that opens an account beside its password and API keys. */
@Injectable()
export class AccountAccessService {
  constructor(private readonly prisma: PrismaService) {}

  /**
   * Ends sessions, trusted and known devices, and second factors, in the running transaction, which has locked the user.
   *
   * @returns how many of these there were
   */
  async removeAll(userId: string): Promise<number> {
    const { db } = this.prisma;
    const where = { userId };
    const removed = [
      await db.session.deleteMany({ where }),
      await db.trustedDevice.deleteMany({ where }),
      await db.knownDevice.deleteMany({ where }),
      await db.totp.deleteMany({ where }),
      await db.recoveryCode.deleteMany({ where }),
      await db.passkey.deleteMany({ where }),
    ];
    return removed.reduce((sum, { count }) => sum + count, 0);
  }
}
