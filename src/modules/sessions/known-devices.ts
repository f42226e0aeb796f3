import { Injectable } from '@nestjs/common';
import { Prisma } from '../../core/prisma/generated/client.js';
import { PrismaService } from '../../core/prisma/prisma.service.js';
import { SecurityNoticesService } from '../mails/security-notices.service.js';
import type { Device } from './sessions.service.js';

/** Remembers the browsers a user signs in from, and tells him of a new one. */
@Injectable()
export class KnownDevices {
  constructor(
    private readonly prisma: PrismaService,
    private readonly notices: SecurityNoticesService,
  ) {}

  /**
   * Notes a sign-in, in the transaction that opens its session: this has the user's row, so of several sign-ins at once from a
   * new device one is told. The very first device of a user is no news to him.
   */
  async note(userId: string, device: Device): Promise<void> {
    const [added] = await this.prisma.query<{ isFirst: boolean }>(Prisma.sql`
      INSERT INTO "KnownDevice" AS noted ("userId", "deviceId") VALUES (${userId}::uuid, ${device.deviceId})
      ON CONFLICT DO NOTHING
      RETURNING NOT EXISTS (SELECT FROM "KnownDevice" WHERE "userId" = noted."userId") AS "isFirst"`);
    if (added && !added.isFirst) {
      await this.notices.newDevice(userId, device);
    }
  }
}
