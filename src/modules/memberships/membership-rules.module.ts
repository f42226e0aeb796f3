import { Module } from '@nestjs/common';
import { AccountAccessModule } from '../account-access/account-access.module.js';
import { AuditModule } from '../audit/audit.module.js';
import { MailsModule } from '../mails/mails.module.js';
import { OneTimeTokensModule } from '../one-time-tokens/one-time-tokens.module.js';
import { RolesModule } from '../roles/roles.module.js';
import { AdministratorsService } from './administrators.service.js';
import { ManagementService } from './management.service.js';
import { MembershipCreationService } from './membership-creation.service.js';
import { MembershipWriterService } from './membership-writer.service.js';

/** The rules of memberships: their creation, the last administrator, and confined management. */
@Module({
  imports: [AccountAccessModule, AuditModule, MailsModule, OneTimeTokensModule, RolesModule],
  providers: [AdministratorsService, ManagementService, MembershipCreationService, MembershipWriterService],
  exports: [AdministratorsService, ManagementService, MembershipCreationService, MembershipWriterService, RolesModule],
})
export class MembershipRulesModule {}
