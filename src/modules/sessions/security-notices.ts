import { Injectable } from '@nestjs/common';
import { MailsService } from '../mails/mails.service.js';
import type { Device } from './sessions.service.js';

type Factor = 'totp' | 'passkey' | 'recovery_codes';

/** Tells the owner of an account what changed about its security, at his primary address. Nobody, once it is deleted. */
@Injectable()
export class SecurityNotices {
  constructor(private readonly mails: MailsService) {}

  added(userId: string, factor: Factor): Promise<void> {
    return this.mails.tell(userId, { template: 'factor_added', factor });
  }

  removed(userId: string, factor: Factor): Promise<void> {
    return this.mails.tell(userId, { template: 'factor_removed', factor });
  }

  passwordChanged(userId: string): Promise<void> {
    return this.mails.tell(userId, { template: 'password_changed' });
  }

  newDevice(userId: string, { remoteIp, userAgent }: Device): Promise<void> {
    // eslint-disable-next-line no-restricted-syntax -- Words for a person: nothing is decided by it.
    return this.mails.tell(userId, { template: 'new_device', at: new Date(), remoteIp, userAgent });
  }
}
