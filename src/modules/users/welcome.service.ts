import { Injectable } from '@nestjs/common';
import type { Principal } from '../../access/principal.js';
import { MailsService } from '../mails/mails.service.js';
import { OneTimeTokensService } from '../one-time-tokens/one-time-tokens.service.js';

/** Seconds a link to choose the first password can be used: as long as an invitation, since nobody asked for it. */
const LINK_LASTS = 7 * 24 * 60 * 60;

/** Whom an account was made for. */
export interface Welcomed {
  readonly userId: string;
  readonly email: string;
}

/** Tells people of the account that an organization has made for them. */
@Injectable()
export class WelcomeService {
  constructor(
    private readonly tokens: OneTimeTokensService,
    private readonly mails: MailsService,
  ) {}

  /** Mails a link to choose the first password; whoever opens it has proved the address. Earlier links end. */
  async send(by: Pick<Principal, 'id'>, organizationName: string, { userId, email }: Welcomed): Promise<void> {
    await this.tokens.revoke('reset_password', userId);
    const { token } = await this.tokens.issue({
      purpose: 'reset_password',
      lifetime: LINK_LASTS,
      userId,
      email,
      createdBy: by.id,
    });
    await this.mails.tell(userId, { template: 'set_password', token, organizationName }, email);
  }
}
