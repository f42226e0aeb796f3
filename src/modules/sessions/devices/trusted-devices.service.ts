import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { UserPrincipal } from '../../../access/principal.js';
import { lockUser } from '../../../core/prisma/locks.js';
import { isId, newId } from '../../../core/ids/ids.js';
import type { TrustedDevice } from '../../../core/prisma/generated/client.js';
import { PrismaService } from '../../../core/prisma/prisma.service.js';
import { Problem } from '../../../core/problems/problem.js';
import { Retention } from '../../../core/jobs/retention.js';
import { past } from '../../../core/jobs/retention.queries.js';
import { AuditService } from '../../audit/audit.service.js';
import type { Device } from '../sessions.service.js';
import { TrustedDeviceNotFound } from '../sessions.problems.js';

/** How long a device is trusted, in seconds: 30 days. */
export const TRUST_TTL_SECONDS = 30 * 24 * 60 * 60;

/** Browsers whose logins skip the second factor. */
@Injectable()
export class TrustedDevicesService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly audit: AuditService,
    retention: Retention,
  ) {
    retention.register('TrustedDevice', past('expiresAt', { days: 1 }));
  }

  /** @returns the secret that the browser presents from now on; only its hash is kept */
  async trust(userId: string, { deviceId, remoteIp, userAgent }: Device): Promise<string> {
    const secret = randomBytes(32).toString('base64url');
    const id = newId();
    const expiresAt = await this.prisma.now(TRUST_TTL_SECONDS);
    await this.prisma.db.trustedDevice.create({
      data: { id, userId, secretHash: hash(secret), expiresAt, deviceId, remoteIp, userAgent },
    });
    await this.audit.record({
      action: 'trusted_device.added',
      actor: { kind: 'user', id: userId },
      target: id,
    });
    return secret;
  }

  /** Whether the secret was given to this browser for this user, and still counts. */
  async isTrusted(userId: string, secret: string | undefined, device: Device): Promise<boolean> {
    if (secret === undefined) {
      return false;
    }
    const { deviceId } = device;
    const found = await this.prisma.db.trustedDevice.count({
      where: { userId, deviceId, secretHash: hash(secret), expiresAt: { gt: await this.prisma.now() } },
    });
    return found > 0;
  }

  /** The user's trusted devices that still count, newest first. */
  async list(userId: string): Promise<TrustedDevice[]> {
    return this.prisma.db.trustedDevice.findMany({
      where: { userId, expiresAt: { gt: await this.prisma.now() } },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    });
  }

  /** @throws Problem `trusted_device_not_found` also for a device of another user */
  revoke(principal: UserPrincipal, id: string): Promise<void> {
    return this.prisma.transaction(async () => {
      // A sign-in that skips the second factor locks the user too.
      await lockUser(this.prisma, principal.id);
      const where = { id, userId: principal.id };
      if (!isId(id) || (await this.prisma.db.trustedDevice.deleteMany({ where })).count === 0) {
        throw new Problem(TrustedDeviceNotFound);
      }
      await this.audit.record({
        action: 'trusted_device.revoked',
        actor: principal,
        target: id,
      });
    });
  }

  /** Every browser needs the second factor again. */
  async revokeAll(userId: string): Promise<void> {
    await this.prisma.db.trustedDevice.deleteMany({ where: { userId } });
  }
}

function hash(secret: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash('sha256').update(secret).digest());
}
