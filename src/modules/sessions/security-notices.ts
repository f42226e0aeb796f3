import { Injectable } from '@nestjs/common';
import { PrismaService } from '../../core/prisma/prisma.service.js';
import { MailsService } from '../mails/mails.service.js';
import type { Device } from './sessions.service.js';

export type Factor = 'totp' | 'passkey' | 'recovery_codes';

type News =
  | { readonly template: 'factor_added' | 'factor_removed'; readonly factor: Factor }
  | { readonly template: 'password_changed' }
  | { readonly template: 'new_device'; readonly at: Date; readonly remoteIp: string; readonly userAgent: string };

/** Tells the owner of an account what changed about its security, at his primary address. Nobody, once it is deleted. */
@Injectable()
export class SecurityNotices {
  constructor(
    private readonly prisma: PrismaService,
    private readonly mails: MailsService,
  ) {}

  added(userId: string, factor: Factor): Promise<void> {
    return this.tell(userId, { template: 'factor_added', factor });
  }

  removed(userId: string, factor: Factor): Promise<void> {
    return this.tell(userId, { template: 'factor_removed', factor });
  }

  passwordChanged(userId: string): Promise<void> {
    return this.tell(userId, { template: 'password_changed' });
  }

  newDevice(userId: string, { remoteIp, userAgent }: Device): Promise<void> {
    return this.tell(userId, { template: 'new_device', at: new Date(), remoteIp, userAgent });
  }

  private async tell(userId: string, news: News): Promise<void> {
    const email = await this.prisma.db.userEmail.findFirst({
      where: { userId, isPrimary: true },
      select: { address: true, user: { select: { locale: true, timezone: true } } },
    });
    if (email) {
      const { locale, timezone } = email.user;
      await this.mails.queue({
        ...news,
        to: email.address,
        locale: locale ?? undefined,
        timezone: timezone ?? undefined,
      });
    }
  }
}
