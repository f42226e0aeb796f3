import { Injectable } from '@nestjs/common';
import { PrismaService } from '../../core/prisma/prisma.service.js';
import type { Actor } from '../audit/audit.service.js';
import { ApiKeyRevocationService } from './api-key-revocation.service.js';

/** Everything that opens an account. */
@Injectable()
export class AccountAccessService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly apiKeys: ApiKeyRevocationService,
  ) {}

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
      await db.signInNotice.deleteMany({ where }),
      await db.totp.deleteMany({ where }),
      await db.recoveryCode.deleteMany({ where }),
      await db.passkey.deleteMany({ where }),
    ];
    return removed.reduce((sum, { count }) => sum + count, 0);
  }

  /**
   * Ends everything that a person could have added who was able to sign in to the account since a given time: the
   * password, all sessions and devices, and newer addresses, second factors and API keys. In the running transaction,
   * which has locked the user.
   */
  async removeSince(userId: string, since: Date, by: Actor): Promise<void> {
    const { db } = this.prisma;
    const where = { userId };
    const added = { userId, createdAt: { gte: since } };
    await db.session.deleteMany({ where });
    await db.trustedDevice.deleteMany({ where });
    const passkeys = await db.passkey.deleteMany({ where: added });
    const totp = await db.totp.deleteMany({ where: added });
    if (passkeys.count + totp.count > 0) {
      await db.recoveryCode.deleteMany({ where });
    }
    await this.apiKeys.revoke({ membership: { userId }, createdAt: { gte: since } }, by);
    await this.restorePrimary(userId, { addedBefore: since });
    await db.userEmail.deleteMany({ where: { ...added, isPrimary: false } });
    await db.user.update({
      where: { id: userId },
      data: { passwordHash: null, passwordChangeRequired: false, passwordExpiresAt: null },
    });
  }

  /** Makes the oldest proved address the primary one, unless the primary address is proved and old enough itself. */
  async restorePrimary(userId: string, { addedBefore }: { addedBefore?: Date } = {}): Promise<void> {
    const { db } = this.prisma;
    const older = await db.userEmail.findFirst({
      where: { userId, createdAt: { lt: addedBefore }, verifiedAt: { not: null } },
      orderBy: [{ isPrimary: 'desc' }, { createdAt: 'asc' }],
    });
    if (older && !older.isPrimary) {
      await db.userEmail.updateMany({ where: { userId, isPrimary: true }, data: { isPrimary: false } });
      const { address } = older;
      await db.userEmail.update({ where: { userId_address: { userId, address } }, data: { isPrimary: true } });
    }
  }
}
