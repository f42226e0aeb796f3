import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { MailsModule } from '../mails/mails.module.js';
import { MembershipRulesModule } from '../memberships/membership-rules.module.js';
import { OneTimeTokensModule } from '../one-time-tokens/one-time-tokens.module.js';
import { OrganizationCreationModule } from '../organizations/organization-creation.module.js';
import { FirstAdministratorService } from './first-administrator.service.js';

/** What the operator does at the command line. It has no routes. */
@Module({
  imports: [AuditModule, MailsModule, MembershipRulesModule, OneTimeTokensModule, OrganizationCreationModule],
  providers: [FirstAdministratorService],
  exports: [FirstAdministratorService],
})
export class OperatorModule {}
