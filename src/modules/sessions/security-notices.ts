import { Injectable } from '@nestjs/common';
import { PrismaService } from '../../core/prisma/prisma.service.js';
import { MailsService } from '../mails/mails.service.js';
import type { Device } from './sessions.service.js';

export type Factor = 'totp' | 'passkey' | 'recovery_codes';

/** Tells the owner of an account what changed about its security, at his primary address. */
@Injectable()
export class SecurityNotices {
  constructor(
    private readonly prisma: PrismaService,
    private readonly mails: MailsService,
  ) {}

  async added(userId: string, factor: Factor): Promise<void> {
    await this.mails.queue({ template: 'factor_added', factor, ...(await this.recipient(userId)) });
  }

  async removed(userId: string, factor: Factor): Promise<void> {
    await this.mails.queue({ template: 'factor_removed', factor, ...(await this.recipient(userId)) });
  }

  async passwordChanged(userId: string): Promise<void> {
    await this.mails.queue({ template: 'password_changed', ...(await this.recipient(userId)) });
  }

  async newDevice(userId: string, { remoteIp, userAgent }: Device): Promise<void> {
    await this.mails.queue({
      template: 'new_device',
      at: new Date(),
      remoteIp,
      userAgent,
      ...(await this.recipient(userId)),
    });
  }

  private async recipient(userId: string): Promise<{ to: string; locale?: string; timezone?: string }> {
    const { address, user } = await this.prisma.db.userEmail.findFirstOrThrow({
      where: { userId, isPrimary: true },
      select: { address: true, user: { select: { locale: true, timezone: true } } },
    });
    return { to: address, locale: user.locale ?? undefined, timezone: user.timezone ?? undefined };
  }
}
