import { Injectable } from '@nestjs/common';
import type { OrganizationAccess, Principal } from '../../access/principal.js';
import { MailBudgetService } from '../mails/mail-budget.service.js';
import { MailsService } from '../mails/mails.service.js';
import { MemberListService } from '../memberships/member-list.service.js';
import { OneTimeTokensService } from '../one-time-tokens/one-time-tokens.service.js';

/** The reader of an invitation. */
interface Invited {
  readonly email: string;
  /** The language that the invitation was given. Null: none. */
  readonly locale: string | null;
}

/** The link of an invitation, as the invitation remembers it. */
export interface SentLink {
  readonly tokenId: string;
  readonly expiresAt: Date;
  readonly senderMembershipId: string | null;
  readonly senderServiceAccountId: string | null;
}

/** Seconds that an invitation can be accepted. */
const LINK_TTL_SECONDS = 7 * 24 * 60 * 60;

/** Mails invitations: to strangers, so not without bounds. */
@Injectable()
export class InvitationMailsService {
  constructor(
    private readonly tokens: OneTimeTokensService,
    private readonly members: MemberListService,
    private readonly mails: MailsService,
    private readonly budget: MailBudgetService,
  ) {}

  /**
   * Mails a link in the running transaction: in the language that the owner of the address saved, else in that of the invitation,
   * else in that of the running request.
   *
   * @throws Problem `too_many_requests`
   */
  async send(principal: Principal, organization: OrganizationAccess, { email, locale }: Invited): Promise<SentLink> {
    const organizationId = organization.id;
    await this.budget.spendInvitation(organizationId, email);
    const { id, token, expiresAt } = await this.tokens.issue({
      purpose: 'invitation',
      lifetime: LINK_TTL_SECONDS,
      organizationId,
      email,
      createdBy: principal.id,
    });
    const { membershipId } = organization;
    await this.mails.queue({
      template: 'invitation',
      to: email,
      locale: (await this.mails.localeOf(email)) ?? locale ?? undefined,
      token,
      organizationName: organization.name,
      // What is no person invites in the organization's name.
      inviterName: membershipId === null ? organization.name : (await this.members.get(membershipId)).displayName,
    });
    const senderServiceAccountId = principal.kind === 'serviceAccount' ? principal.id : null;
    return { tokenId: id, expiresAt, senderMembershipId: membershipId, senderServiceAccountId };
  }
}
