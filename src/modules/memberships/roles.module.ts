import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { AdministratorsService } from './administrators.service.js';
import { AdmissionService } from './admission.service.js';
import { RolesService } from './roles.service.js';
import { StandingService } from './standing.service.js';

/** What one can be in an organization, how one comes to be it, and what a person is. */
@Module({
  imports: [AuditModule],
  providers: [AdministratorsService, AdmissionService, RolesService, StandingService],
  exports: [AdministratorsService, AdmissionService, RolesService, StandingService],
})
export class RolesModule {}
