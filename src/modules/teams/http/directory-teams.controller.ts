import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentOrganization, CurrentPrincipal } from '../../../access/caller.decorators.js';
import { Access } from '../../../access/access.decorator.js';
import type { OrganizationAccess, Principal } from '../../../access/principal.js';
import { DIRECTORY } from '../../../contracts/directory.js';
import { created, noContent, Operation } from '../../../core/openapi/operation.js';
import { MarkerQueryDto } from '../../../core/paging/marker.dto.js';
import { InvalidMarker } from '../../../core/problems/common.problems.js';
import { ChangesPipe } from '../../../core/validation/changes.pipe.js';
import { TeamNameTaken, TeamNotFound } from '../teams.problems.js';
import { TeamsService } from '../teams.service.js';
import { CreateTeamDto, TeamDto, TeamPageDto, UpdateTeamDto } from './directory.dto.js';
import { presentTeam, presentTeamPage } from './directory.presenter.js';

@ApiTags('Teams')
@Controller(DIRECTORY.path('org/teams'))
export class DirectoryTeamsController {
  constructor(private readonly teams: TeamsService) {}

  @Get()
  @Access({ caller: 'authenticated', organization: DIRECTORY.organization, scope: 'orgs:read' })
  @Operation({
    id: 'listTeams',
    summary: 'List the teams of the organization',
    description: 'Ordered by creation time.',
    returns: TeamPageDto,
    problems: [InvalidMarker],
  })
  async list(
    @CurrentOrganization() organization: OrganizationAccess,
    @Query() query: MarkerQueryDto,
  ): Promise<TeamPageDto> {
    return presentTeamPage(await this.teams.list(organization, query));
  }

  @Post()
  @Access({ caller: 'authenticated', organization: DIRECTORY.organization, permission: 'orgs:write' })
  @Operation({
    id: 'createTeam',
    summary: 'Create a team',
    description:
      'A caller cannot grant a role with more permissions than their own. This applies to the default role too.',
    returns: created(TeamDto),
    problems: [TeamNameTaken],
  })
  async create(
    @CurrentPrincipal() principal: Principal,
    @CurrentOrganization() organization: OrganizationAccess,
    @Body() fields: CreateTeamDto,
  ): Promise<TeamDto> {
    return presentTeam(await this.teams.create(principal, organization, fields));
  }

  @Get(':team')
  @Access({ caller: 'authenticated', organization: DIRECTORY.organization, scope: 'orgs:read' })
  @Operation({
    id: 'getTeam',
    summary: 'Read a team',
    params: [{ name: 'team', format: 'uuid' }],
    returns: TeamDto,
    problems: [TeamNotFound],
  })
  async get(@CurrentOrganization() organization: OrganizationAccess, @Param('team') id: string): Promise<TeamDto> {
    return presentTeam(await this.teams.find(organization, id));
  }

  @Patch(':team')
  @Access({ caller: 'authenticated', organization: DIRECTORY.organization, permission: 'orgs:write' })
  @Operation({
    id: 'updateTeam',
    summary: 'Change a team',
    description: 'Omitted keys are unchanged. Members of the team keep their roles.',
    params: [{ name: 'team', format: 'uuid' }],
    returns: TeamDto,
    problems: [TeamNotFound, TeamNameTaken],
  })
  async update(
    @CurrentPrincipal() principal: Principal,
    @CurrentOrganization() organization: OrganizationAccess,
    @Param('team') id: string,
    @Body(ChangesPipe) changes: UpdateTeamDto,
  ): Promise<TeamDto> {
    return presentTeam(await this.teams.update(principal, organization, id, changes));
  }

  @Delete(':team')
  @Access({
    caller: 'authenticated',
    organization: DIRECTORY.organization,
    role: 'OrganizationAdmin',
    scope: 'orgs:write',
  })
  @Operation({
    id: 'deleteTeam',
    summary: 'Delete a team',
    description: 'Its members remain in the organization.',
    params: [{ name: 'team', format: 'uuid' }],
    returns: noContent(),
    problems: [TeamNotFound],
  })
  async remove(
    @CurrentPrincipal() principal: Principal,
    @CurrentOrganization() organization: OrganizationAccess,
    @Param('team') id: string,
  ): Promise<void> {
    await this.teams.remove(principal, organization, id);
  }
}
