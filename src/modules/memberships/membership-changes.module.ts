import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { InvitationSendersModule } from '../invitations/invitation-senders.module.js';
import { MailsModule } from '../mails/mails.module.js';
import { SessionsModule } from '../sessions/sessions.module.js';
import { MembershipChangesService } from './membership-changes.service.js';
import { OwnershipOffersService } from './ownership-offers.service.js';
import { MembershipRulesModule } from './membership-rules.module.js';

/** The changes of memberships and roles, for every contract. */
@Module({
  imports: [AuditModule, InvitationSendersModule, MailsModule, MembershipRulesModule, SessionsModule],
  providers: [MembershipChangesService, OwnershipOffersService],
  exports: [MembershipChangesService, OwnershipOffersService],
})
export class MembershipChangesModule {}
