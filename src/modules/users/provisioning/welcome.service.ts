import { Injectable } from '@nestjs/common';
import type { OrganizationAccess, Principal } from '../../../access/principal.js';
import { localeOfRequest } from '../../../core/i18n/negotiation.js';
import { MailBudgetService } from '../../mails/mail-budget.service.js';
import { MailsService } from '../../mails/mails.service.js';
import { OneTimeTokensService } from '../../one-time-tokens/one-time-tokens.service.js';

/**
 * Seconds a link to choose the first password can be used: as long as an invitation, since its reader did not ask for
 * it.
 */
const LINK_TTL_SECONDS = 7 * 24 * 60 * 60;

/** The owner of a new account. */
export interface Welcomed {
  readonly userId: string;
  readonly email: string;
  /** The language of the mail where the account has none. Left out: that of the running request. */
  readonly locale?: string;
}

/** Notifies people of the account that an organization has created for them. */
@Injectable()
export class WelcomeService {
  constructor(
    private readonly tokens: OneTimeTokensService,
    private readonly mails: MailsService,
    private readonly budget: MailBudgetService,
  ) {}

  /**
   * Mails a link to choose the first password. Its use proves the address. Earlier links end.
   *
   * @throws Problem `too_many_requests`
   */
  async send(
    by: Pick<Principal, 'id'>,
    organization: Pick<OrganizationAccess, 'id' | 'name'>,
    { userId, email, locale = localeOfRequest() }: Welcomed,
  ): Promise<void> {
    await this.budget.spend(organization.id, email);
    const { token } = await this.tokens.issueLink({
      purpose: 'reset_password',
      lifetime: LINK_TTL_SECONDS,
      userId,
      email,
      createdBy: by.id,
    });
    const content = { template: 'set_password', token, organizationName: organization.name } as const;
    await this.mails.tell(userId, content, email, locale);
  }
}
