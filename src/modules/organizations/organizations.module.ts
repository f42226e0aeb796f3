import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { FilesModule } from '../files/files.module.js';
import { RolesModule } from '../memberships/roles.module.js';
import { SessionsModule } from '../sessions/sessions.module.js';
import { ArchiveService } from './archive.service.js';
import { FoundingModule } from './founding.module.js';
import { AccountLogoController } from './http/account-logo.controller.js';
import { AccountOrganizationsController } from './http/account.controller.js';
import { ContextOrganizationController } from './http/context.controller.js';
import { LogoService } from './logo.service.js';
import { OrganizationsService } from './organizations.service.js';

/** Organizations and what describes them. */
@Module({
  imports: [AuditModule, FilesModule, FoundingModule, RolesModule, SessionsModule],
  controllers: [AccountLogoController, AccountOrganizationsController, ContextOrganizationController],
  providers: [ArchiveService, LogoService, OrganizationsService],
  exports: [ArchiveService, OrganizationsService],
})
export class OrganizationsModule {}
