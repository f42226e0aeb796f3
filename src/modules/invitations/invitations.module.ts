import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { MailsModule } from '../mails/mails.module.js';
import { MembershipChangesModule } from '../memberships/membership-changes.module.js';
import { MembershipsModule } from '../memberships/memberships.module.js';
import { MembershipRulesModule } from '../memberships/membership-rules.module.js';
import { OneTimeTokensModule } from '../one-time-tokens/one-time-tokens.module.js';
import { OrganizationsModule } from '../organizations/organizations.module.js';
import { SessionsModule } from '../sessions/sessions.module.js';
import { AccountInvitationAcceptanceController } from './http/account-acceptance.controller.js';
import { AccountInvitationsController } from './http/account.controller.js';
import { InvitationAcceptanceService } from './invitation-acceptance.service.js';
import { InvitationMailsService } from './invitation-mails.service.js';
import { InvitationSendersModule } from './invitation-senders.module.js';
import { InvitationsService } from './invitations.service.js';

/** How people come into an organization by mail. */
@Module({
  imports: [
    AuditModule,
    InvitationSendersModule,
    MailsModule,
    MembershipChangesModule,
    MembershipsModule,
    OneTimeTokensModule,
    OrganizationsModule,
    MembershipRulesModule,
    SessionsModule,
  ],
  controllers: [AccountInvitationsController, AccountInvitationAcceptanceController],
  providers: [InvitationAcceptanceService, InvitationMailsService, InvitationsService],
  exports: [InvitationsService],
})
export class InvitationsModule {}
