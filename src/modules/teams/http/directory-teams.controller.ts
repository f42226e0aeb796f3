import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import { CurrentOrganization, CurrentPrincipal } from '../../../access/caller.decorators.js';
import { Authenticated, InOrganization, Permitted, Roles, Scope } from '../../../access/declarations.js';
import type { OrganizationAccess, Principal } from '../../../access/principal.js';
import { Operation, Problems } from '../../../core/openapi/operation.js';
import { MarkerQueryDto } from '../../../core/paging/marker.dto.js';
import { InvalidMarker } from '../../../core/problems/common.problems.js';
import { ChangesPipe } from '../../../core/validation/changes.pipe.js';
import { TeamNameTaken, TeamNotFound } from '../teams.problems.js';
import { TeamsService } from '../teams.service.js';
import { CreateTeamDto, TeamDto, TeamPageDto, UpdateTeamDto } from './directory.dto.js';
import { presentTeam, presentTeamPage } from './directory.presenter.js';

@ApiTags('Teams')
@Controller('api/v1/org/teams')
export class DirectoryTeamsController {
  constructor(private readonly teams: TeamsService) {}

  @Get()
  @Authenticated()
  @InOrganization('context')
  @Scope('orgs:read')
  @Operation('listTeams', 'List the teams of the organization', 'In the order of their creation.')
  @Problems(InvalidMarker)
  @ApiOkResponse({ type: TeamPageDto })
  async list(
    @CurrentOrganization() organization: OrganizationAccess,
    @Query() query: MarkerQueryDto,
  ): Promise<TeamPageDto> {
    return presentTeamPage(await this.teams.list(organization, query));
  }

  @Post()
  @Authenticated()
  @InOrganization('context')
  @Permitted('orgs:write')
  @Operation(
    'createTeam',
    'Create a team',
    'Nobody gives a role that permits more than his own, as a default role neither.',
  )
  @Problems(TeamNameTaken)
  @ApiCreatedResponse({ type: TeamDto })
  async create(
    @CurrentPrincipal() principal: Principal,
    @CurrentOrganization() organization: OrganizationAccess,
    @Body() fields: CreateTeamDto,
  ): Promise<TeamDto> {
    return presentTeam(await this.teams.create(principal, organization, fields));
  }

  @Get(':team')
  @Authenticated()
  @InOrganization('context')
  @Scope('orgs:read')
  @Operation('getTeam', 'Read a team')
  @ApiParam({ name: 'team', format: 'uuid' })
  @Problems(TeamNotFound)
  @ApiOkResponse({ type: TeamDto })
  async get(@CurrentOrganization() organization: OrganizationAccess, @Param('team') id: string): Promise<TeamDto> {
    return presentTeam(await this.teams.find(organization, id));
  }

  @Patch(':team')
  @Authenticated()
  @InOrganization('context')
  @Permitted('orgs:write')
  @Operation('updateTeam', 'Change a team', 'What is not sent stays. Who is in the team keeps his role in it.')
  @ApiParam({ name: 'team', format: 'uuid' })
  @Problems(TeamNotFound, TeamNameTaken)
  @ApiOkResponse({ type: TeamDto })
  async update(
    @CurrentPrincipal() principal: Principal,
    @CurrentOrganization() organization: OrganizationAccess,
    @Param('team') id: string,
    @Body(ChangesPipe) changes: UpdateTeamDto,
  ): Promise<TeamDto> {
    return presentTeam(await this.teams.update(principal, organization, id, changes));
  }

  @Delete(':team')
  @HttpCode(204)
  @Authenticated()
  @InOrganization('context')
  @Roles('OrganizationAdmin')
  @Scope('orgs:write')
  @Operation('deleteTeam', 'Delete a team', 'Its members stay in the organization.')
  @ApiParam({ name: 'team', format: 'uuid' })
  @Problems(TeamNotFound)
  @ApiNoContentResponse()
  async remove(
    @CurrentPrincipal() principal: Principal,
    @CurrentOrganization() organization: OrganizationAccess,
    @Param('team') id: string,
  ): Promise<void> {
    await this.teams.remove(principal, organization, id);
  }
}
