import { Module } from '@nestjs/common';
import { ContextOrganizationController } from './http/context.controller.js';
import { OrganizationsService } from './organizations.service.js';

/** Organizations and what describes them. */
@Module({
  controllers: [ContextOrganizationController],
  providers: [OrganizationsService],
  exports: [OrganizationsService],
})
export class OrganizationsModule {}
