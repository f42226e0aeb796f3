import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { MembershipRulesModule } from '../memberships/membership-rules.module.js';
import { InvitationSendersService } from './invitation-senders.service.js';

/** Ends invitations with their senders, for all modules that change what a sender may do. */
@Module({
  imports: [AuditModule, MembershipRulesModule],
  providers: [InvitationSendersService],
  exports: [InvitationSendersService],
})
export class InvitationSendersModule {}
