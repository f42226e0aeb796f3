import { Module } from '@nestjs/common';
import { MailsModule } from '../mails/mails.module.js';
import { MembershipChangesModule } from '../memberships/membership-changes.module.js';
import { MembershipsModule } from '../memberships/memberships.module.js';
import { MembershipRulesModule } from '../memberships/membership-rules.module.js';
import { AccountOwnershipController } from './http/account.controller.js';
import { OwnershipService } from './ownership.service.js';

/** How an organization passes from one member to another: it is offered, and accepted. */
@Module({
  imports: [MailsModule, MembershipChangesModule, MembershipsModule, MembershipRulesModule],
  controllers: [AccountOwnershipController],
  providers: [OwnershipService],
})
export class OwnershipModule {}
