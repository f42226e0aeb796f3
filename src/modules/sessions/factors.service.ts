import { Injectable } from '@nestjs/common';
import type { Principal } from '../../access/principal.js';
import { PrismaService } from '../../core/prisma/prisma.service.js';
import { AuditService } from '../audit/audit.service.js';
import { SecurityNotices } from './security-notices.js';
import { SessionsService } from './sessions.service.js';
import { TrustedDevicesService } from './trusted-devices.service.js';

/** All second factors of a user together. */
@Injectable()
export class FactorsService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly sessions: SessionsService,
    private readonly trustedDevices: TrustedDevicesService,
    private readonly audit: AuditService,
    private readonly notices: SecurityNotices,
  ) {}

  /** Removes every second factor of a user and ends his sessions: he signs in by password and sets them up anew. */
  reset(by: Principal, userId: string): Promise<void> {
    return this.prisma.transaction(async () => {
      await this.prisma.db.totp.deleteMany({ where: { userId } });
      await this.prisma.db.recoveryCode.deleteMany({ where: { userId } });
      await this.prisma.db.passkey.deleteMany({ where: { userId } });
      await this.trustedDevices.revokeAll(userId);
      await this.sessions.endAll(userId);
      await this.audit.record({ action: 'factors.reset', actor: by, target: { kind: 'user', id: userId } });
      await this.notices.removed(userId, 'totp');
    });
  }
}
