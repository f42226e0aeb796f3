import { Injectable } from '@nestjs/common';
import { PrismaService } from '../../core/prisma/prisma.service.js';
import { SecurityNotices } from './security-notices.js';
import type { Device } from './sessions.service.js';

/** Remembers the browsers a user signs in from, and tells him of a new one. */
@Injectable()
export class KnownDevices {
  constructor(
    private readonly prisma: PrismaService,
    private readonly notices: SecurityNotices,
  ) {}

  /** Notes a sign-in. The very first device of a user is no news to him. */
  async note(userId: string, device: Device): Promise<void> {
    const { deviceId } = device;
    const { count } = await this.prisma.db.knownDevice.createMany({ data: { userId, deviceId }, skipDuplicates: true });
    const isFirst = (await this.prisma.db.knownDevice.count({ where: { userId }, take: 2 })) === 1;
    if (count === 1 && !isFirst) {
      await this.notices.newDevice(userId, device);
    }
  }
}
