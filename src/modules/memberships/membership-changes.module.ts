import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { InvitationSendersModule } from '../invitations/invitation-senders.module.js';
import { MailsModule } from '../mails/mails.module.js';
import { SessionsModule } from '../sessions/sessions.module.js';
import { MembershipChangesService } from './membership-changes.service.js';
import { OwnershipOffersService } from './ownership-offers.service.js';
import { RolesModule } from './roles.module.js';

/** The changes of memberships and roles, for every contract. */
@Module({
  imports: [AuditModule, InvitationSendersModule, MailsModule, RolesModule, SessionsModule],
  providers: [MembershipChangesService, OwnershipOffersService],
  exports: [MembershipChangesService, OwnershipOffersService],
})
export class MembershipChangesModule {}
