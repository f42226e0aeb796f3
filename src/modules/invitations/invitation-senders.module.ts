import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { RolesModule } from '../memberships/roles.module.js';
import { InvitationSendersService } from './invitation-senders.service.js';

/** Ends invitations with their senders, for all modules that change what a sender may do. */
@Module({
  imports: [AuditModule, RolesModule],
  providers: [InvitationSendersService],
  exports: [InvitationSendersService],
})
export class InvitationSendersModule {}
