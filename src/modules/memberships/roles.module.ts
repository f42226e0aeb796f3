import { Module } from '@nestjs/common';
import { RolesService } from './roles.service.js';
import { StandingService } from './standing.service.js';

/** What one can be in an organization, and what a person is. */
@Module({ providers: [RolesService, StandingService], exports: [RolesService, StandingService] })
export class RolesModule {}
