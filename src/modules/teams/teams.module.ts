import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { RolesModule } from '../roles/roles.module.js';
import { DirectoryMyTeamsController } from './http/directory-me.controller.js';
import { DirectoryTeamMembersController } from './http/directory-members.controller.js';
import { DirectoryTeamsController } from './http/directory-teams.controller.js';
import { TeamMembersService } from './team-members.service.js';
import { TeamsService } from './teams.service.js';

/** Teams and their members. */
@Module({
  imports: [AuditModule, RolesModule],
  controllers: [DirectoryMyTeamsController, DirectoryTeamsController, DirectoryTeamMembersController],
  providers: [TeamsService, TeamMembersService],
  exports: [TeamsService],
})
export class TeamsModule {}
