import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { clientNetwork } from '../../../core/http/client-network.js';
import { Retention } from '../../../core/jobs/retention.js';
import { Prisma } from '../../../core/prisma/generated/client.js';
import { PrismaService } from '../../../core/prisma/prisma.service.js';
import { SecurityNoticesService } from '../../mails/security-notices.service.js';
import type { Device } from '../sessions.service.js';

/** Hours in which clients without cookies are notified once, if their browser and network are the same. */
const NOTICE_WINDOW_HOURS = 24;

/** The condition, in SQL, of a notice that stops no other. */
const OVER = Prisma.sql`"notifiedAt" <= now() - make_interval(hours => ${Prisma.raw(String(NOTICE_WINDOW_HOURS))})`;

/** Remembers the browsers a user signs in from, and notifies the user of a new one. */
@Injectable()
export class KnownDevices {
  constructor(
    private readonly prisma: PrismaService,
    private readonly notices: SecurityNoticesService,
    retention: Retention,
  ) {
    retention.register('SignInNotice', OVER);
  }

  /**
   * Records a sign-in, in the transaction that opens its session. This has locked the user's row, so several sign-ins at once
   * from a new device are notified once. The very first device of a user is not notified. A client without cookies is a new
   * device each time.
   */
  async note(userId: string, device: Device): Promise<void> {
    const [added] = await this.prisma.query<{ isFirst: boolean }>(Prisma.sql`
      INSERT INTO "KnownDevice" AS noted ("userId", "deviceId") VALUES (${userId}::uuid, ${device.deviceId})
      ON CONFLICT DO NOTHING
      RETURNING NOT EXISTS (SELECT FROM "KnownDevice" WHERE "userId" = noted."userId") AS "isFirst"`);
    if (added && !added.isFirst && (device.sentId || (await this.prisma.db.$executeRaw(notice(userId, device))) > 0)) {
      await this.notices.newDevice(userId, device);
    }
  }
}

/** Records a notice, unless one about the same browser and network counts still. */
function notice(userId: string, device: Device): Prisma.Sql {
  return Prisma.sql`
    INSERT INTO "SignInNotice" AS notice ("userId", "clientHash") VALUES (${userId}::uuid, ${clientHash(device)})
    ON CONFLICT ("userId", "clientHash") DO UPDATE SET "notifiedAt" = now() WHERE notice.${OVER}`;
}

/** Names a browser and its network without storing either. */
function clientHash({ remoteIp, userAgent }: Device): Uint8Array<ArrayBuffer> {
  const client = JSON.stringify([clientNetwork(remoteIp), userAgent]);
  return new Uint8Array(createHash('sha256').update(client).digest());
}
