import { Module } from '@nestjs/common';
import { AdministratorsService } from './administrators.service.js';
import { RolesService } from './roles.service.js';
import { StandingService } from './standing.service.js';

/** What one can be in an organization, and what a person is. */
@Module({
  providers: [AdministratorsService, RolesService, StandingService],
  exports: [AdministratorsService, RolesService, StandingService],
})
export class RolesModule {}
