import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { ContextOrganizationController } from './http/context.controller.js';
import { OrganizationsService } from './organizations.service.js';

/** Organizations and what describes them. */
@Module({
  imports: [AuditModule],
  controllers: [ContextOrganizationController],
  providers: [OrganizationsService],
  exports: [OrganizationsService],
})
export class OrganizationsModule {}
