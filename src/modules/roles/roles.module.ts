import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { MailsModule } from '../mails/mails.module.js';
import { CustomRolesService } from './custom-roles.service.js';
import { DirectoryRolesController } from './http/directory.controller.js';
import { MemberRightsService } from './member-rights.service.js';
import { RoleNotices } from './role-notices.js';
import { RolesService } from './roles.service.js';

/** The roles of an organization, built-in and its own, and the rights that they give. */
@Module({
  imports: [AuditModule, MailsModule],
  controllers: [DirectoryRolesController],
  providers: [CustomRolesService, MemberRightsService, RoleNotices, RolesService],
  exports: [MemberRightsService, RolesService],
})
export class RolesModule {}
