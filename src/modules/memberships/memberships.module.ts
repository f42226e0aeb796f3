import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { SessionsModule } from '../sessions/sessions.module.js';
import { AccountMembersController } from './http/account-members.controller.js';
import { AccountMembershipsController } from './http/account.controller.js';
import { ContextMembershipsController } from './http/context.controller.js';
import { MemberListService } from './member-list.service.js';
import { MembershipChangesModule } from './membership-changes.module.js';
import { MembershipsService } from './memberships.service.js';
import { MembershipRulesModule } from './membership-rules.module.js';

/** The memberships of users, and the active organization of a session. */
@Module({
  imports: [AuditModule, MembershipChangesModule, MembershipRulesModule, SessionsModule],
  controllers: [AccountMembershipsController, AccountMembersController, ContextMembershipsController],
  providers: [MemberListService, MembershipsService],
  exports: [MemberListService, MembershipsService],
})
export class MembershipsModule {}
