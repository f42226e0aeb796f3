import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { MailsModule } from '../mails/mails.module.js';
import { RolesModule } from '../memberships/roles.module.js';
import { CustomRolesService } from './custom-roles.service.js';
import { DirectoryRolesController } from './http/directory.controller.js';
import { RoleNotices } from './role-notices.js';

/** The roles that organizations make for themselves, beside the built-in ones. */
@Module({
  imports: [AuditModule, MailsModule, RolesModule],
  controllers: [DirectoryRolesController],
  providers: [CustomRolesService, RoleNotices],
})
export class CustomRolesModule {}
