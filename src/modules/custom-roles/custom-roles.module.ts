import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { RolesModule } from '../memberships/roles.module.js';
import { CustomRolesService } from './custom-roles.service.js';
import { DirectoryRolesController } from './http/directory.controller.js';

/** The roles that organizations make for themselves, beside the built-in ones. */
@Module({
  imports: [AuditModule, RolesModule],
  controllers: [DirectoryRolesController],
  providers: [CustomRolesService],
})
export class CustomRolesModule {}
