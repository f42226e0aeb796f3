import { Module } from '@nestjs/common';
import { AccountAccessModule } from '../account-access/account-access.module.js';
import { AuditModule } from '../audit/audit.module.js';
import { MailsModule } from '../mails/mails.module.js';
import { OneTimeTokensModule } from '../one-time-tokens/one-time-tokens.module.js';
import { AdministratorsService } from './administrators.service.js';
import { AdmissionService } from './admission.service.js';
import { ManagementService } from './management.service.js';
import { MembershipWriterService } from './membership-writer.service.js';
import { RolesService } from './roles.service.js';
import { StandingService } from './standing.service.js';

/** The roles of an organization, the creation of memberships, and the rights of a member. */
@Module({
  imports: [AccountAccessModule, AuditModule, MailsModule, OneTimeTokensModule],
  providers: [
    AdministratorsService,
    AdmissionService,
    ManagementService,
    MembershipWriterService,
    RolesService,
    StandingService,
  ],
  exports: [
    AdministratorsService,
    AdmissionService,
    ManagementService,
    MembershipWriterService,
    RolesService,
    StandingService,
  ],
})
export class RolesModule {}
