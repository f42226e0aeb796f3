import { Module } from '@nestjs/common';
import { AccountAccessModule } from '../account-access/account-access.module.js';
import { AuditModule } from '../audit/audit.module.js';
import { MailsModule } from '../mails/mails.module.js';
import { RolesModule } from '../roles/roles.module.js';
import { ServiceAccountsModule } from '../service-accounts/service-accounts.module.js';
import { ApiKeysService } from './api-keys.service.js';
import { AccountOrganizationApiKeysController } from './http/account-organization.controller.js';
import { AccountApiKeysController } from './http/account.controller.js';

/** Keys that programs call with, each as a member or a service account of one organization. */
@Module({
  imports: [AccountAccessModule, AuditModule, MailsModule, RolesModule, ServiceAccountsModule],
  controllers: [AccountApiKeysController, AccountOrganizationApiKeysController],
  providers: [ApiKeysService],
  exports: [ApiKeysService],
})
export class ApiKeysModule {}
