import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { FilesModule } from '../files/files.module.js';
import { MembershipRulesModule } from '../memberships/membership-rules.module.js';
import { SessionsModule } from '../sessions/sessions.module.js';
import { ArchiveService } from './archive.service.js';
import { OrganizationCreationModule } from './organization-creation.module.js';
import { AccountOrganizationListController } from './http/account-list.controller.js';
import { AccountLogoController } from './http/account-logo.controller.js';
import { AccountOrganizationsController } from './http/account.controller.js';
import { ContextOrganizationController } from './http/context.controller.js';
import { LogoService } from './logo.service.js';
import { OrganizationListService } from './organization-list.service.js';
import { OrganizationsService } from './organizations.service.js';

/** Organizations and what describes them. */
@Module({
  imports: [AuditModule, FilesModule, OrganizationCreationModule, MembershipRulesModule, SessionsModule],
  controllers: [
    AccountLogoController,
    AccountOrganizationListController,
    AccountOrganizationsController,
    ContextOrganizationController,
  ],
  providers: [ArchiveService, LogoService, OrganizationListService, OrganizationsService],
  exports: [ArchiveService, OrganizationsService],
})
export class OrganizationsModule {}
