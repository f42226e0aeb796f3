import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { InvitationSendersModule } from '../invitations/invitation-senders.module.js';
import { RolesModule } from '../roles/roles.module.js';
import { DirectoryServiceAccountsController } from './http/directory.controller.js';
import { ServiceAccountsService } from './service-accounts.service.js';

/** Callers that are no persons, each of one organization. */
@Module({
  imports: [AuditModule, InvitationSendersModule, RolesModule],
  controllers: [DirectoryServiceAccountsController],
  providers: [ServiceAccountsService],
  exports: [ServiceAccountsService],
})
export class ServiceAccountsModule {}
