import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { clientNetwork } from '../../../core/http/client-network.js';
import { Retention } from '../../../core/jobs/retention.js';
import { PrismaService } from '../../../core/prisma/prisma.service.js';
import { SecurityNoticesService } from '../../mails/security-notices.service.js';
import type { Device } from '../sessions.service.js';
import { forgottenDevice, insertDevice, insertNotice, NOTICE_IS_OVER } from './known-devices.queries.js';

/** Remembers the browsers a user signs in from, and notifies the user of a new one. */
@Injectable()
export class KnownDevices {
  constructor(
    private readonly prisma: PrismaService,
    private readonly notices: SecurityNoticesService,
    retention: Retention,
  ) {
    retention.register('KnownDevice', forgottenDevice({ days: 400 }));
    retention.register('SignInNotice', NOTICE_IS_OVER);
  }

  /**
   * Records a sign-in, in the transaction that opens its session. This has locked the user's row, so several sign-ins at once
   * from a new device are notified once. The very first device of a user is not notified. A client without cookies is a new
   * device each time.
   */
  async note(userId: string, device: Device): Promise<void> {
    const [added] = await this.prisma.query(insertDevice(userId, device.deviceId));
    if (!added || added.isFirst) {
      return;
    }
    if (device.sentId || (await this.prisma.execute(insertNotice(userId, clientHash(device)))) > 0) {
      await this.notices.newDevice(userId, device);
    }
  }
}

/** Names a browser and its network without storing either. */
function clientHash({ remoteIp, userAgent }: Device): Uint8Array<ArrayBuffer> {
  const client = JSON.stringify([clientNetwork(remoteIp), userAgent]);
  return new Uint8Array(createHash('sha256').update(client).digest());
}
