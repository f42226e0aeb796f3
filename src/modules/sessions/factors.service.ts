import { Injectable } from '@nestjs/common';
import type { Principal } from '../../access/principal.js';
import { StepUp } from '../../access/step-up.js';
import { lockUser } from '../../core/prisma/locks.js';
import { PrismaService } from '../../core/prisma/prisma.service.js';
import { AuditService } from '../audit/audit.service.js';
import { SecurityNoticesService } from '../mails/security-notices.service.js';
import { OneTimeTokensService } from '../one-time-tokens/one-time-tokens.service.js';
import { SessionsService } from './sessions.service.js';
import { TrustedDevicesService } from './devices/trusted-devices.service.js';

/** What a user can prove their identity with. */
export interface OwnFactors {
  readonly passwordSet: boolean;
  /** Since when the authenticator app counts. Null: there is none. */
  readonly totpActivatedAt: Date | null;
  readonly passkeys: number;
  /** Recovery codes that were not used. */
  readonly recoveryCodesLeft: number;
}

/** All second factors of a user together. */
@Injectable()
export class FactorsService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly stepUp: StepUp,
    private readonly sessions: SessionsService,
    private readonly tokens: OneTimeTokensService,
    private readonly trustedDevices: TrustedDevicesService,
    private readonly audit: AuditService,
    private readonly notices: SecurityNoticesService,
  ) {}

  /** The factors of the user. An authenticator app that was not activated does not count. */
  async describe(userId: string): Promise<OwnFactors> {
    const { passwordHash, totp, _count } = await this.prisma.db.user.findUniqueOrThrow({
      where: { id: userId },
      select: {
        passwordHash: true,
        totp: { select: { activatedAt: true } },
        _count: { select: { passkeys: true, recoveryCodes: { where: { usedAt: null } } } },
      },
    });
    return {
      passwordSet: passwordHash !== null,
      totpActivatedAt: totp?.activatedAt ?? null,
      passkeys: _count.passkeys,
      recoveryCodesLeft: _count.recoveryCodes,
    };
  }

  /**
   * Removes every second factor of a user, and ends their sessions, trusted devices and pending sign-ins. The user signs in by
   * password and sets up new factors.
   *
   * @param requireStill decides again, once the user is locked, whether the caller may do this (accounts.md rule 8)
   * @throws Problem what `requireStill` throws
   */
  reset(by: Principal, userId: string, requireStill: () => Promise<void>): Promise<void> {
    return this.prisma.transaction(async () => {
      await this.tokens.revoke(['mfa'], userId);
      await lockUser(this.prisma, userId);
      await requireStill();
      await this.prisma.db.totp.deleteMany({ where: { userId } });
      await this.prisma.db.recoveryCode.deleteMany({ where: { userId } });
      await this.prisma.db.passkey.deleteMany({ where: { userId } });
      await this.trustedDevices.revokeAll(userId);
      await this.sessions.endAll(userId);
      await this.audit.record({ action: 'factors.reset', actor: by, target: userId });
      await this.notices.factorsReset(userId);
    });
  }

  /**
   * Ends what depended on a factor that its owner removed, in the running transaction, which has locked the user: all trusted
   * devices, and with the last factor the recovery codes.
   */
  async removed(userId: string, factor: 'totp' | 'passkey'): Promise<void> {
    await this.trustedDevices.revokeAll(userId);
    if (!(await this.stepUp.hasFactor(userId))) {
      await this.prisma.db.recoveryCode.deleteMany({ where: { userId } });
    }
    await this.notices.factorRemoved(userId, factor);
  }
}
