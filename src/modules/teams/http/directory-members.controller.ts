import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Put, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { CurrentOrganization, CurrentPrincipal } from '../../../access/caller.decorators.js';
import { Authenticated, InOrganization, Permitted, Scope } from '../../../access/declarations.js';
import type { OrganizationAccess, Principal } from '../../../access/principal.js';
import { Operation, Problems } from '../../../core/openapi/operation.js';
import { MarkerQueryDto } from '../../../core/paging/marker.dto.js';
import { InvalidMarker } from '../../../core/problems/common.problems.js';
import { ChangesPipe } from '../../../core/validation/changes.pipe.js';
import { UserNotFound } from '../../users/users.problems.js';
import { TeamMembersService } from '../team-members.service.js';
import { TeamNotFound } from '../teams.problems.js';
import { PutTeamMemberDto, TeamMemberDto, TeamMemberPageDto, UpdateTeamMemberDto } from './directory.dto.js';
import { presentTeamMember, presentTeamMemberPage } from './directory.presenter.js';

@ApiTags('Teams')
@ApiParam({ name: 'team', format: 'uuid' })
@Controller('api/v1/org/teams/:team/members')
export class DirectoryTeamMembersController {
  constructor(private readonly members: TeamMembersService) {}

  @Get()
  @Authenticated()
  @InOrganization('context')
  @Scope('orgs:read')
  @Operation('listTeamMembers', 'List the members of a team', 'In the order in which they joined the organization.')
  @Problems(TeamNotFound, InvalidMarker)
  @ApiOkResponse({ type: TeamMemberPageDto })
  async list(
    @CurrentOrganization() organization: OrganizationAccess,
    @Param('team') teamId: string,
    @Query() query: MarkerQueryDto,
  ): Promise<TeamMemberPageDto> {
    return presentTeamMemberPage(await this.members.list(organization, teamId, query));
  }

  @Get(':user')
  @Authenticated()
  @InOrganization('context')
  @Scope('orgs:read')
  @Operation('getTeamMember', 'Read what a user is in a team')
  @ApiParam({ name: 'user', format: 'uuid' })
  @Problems(TeamNotFound, UserNotFound)
  @ApiOkResponse({ type: TeamMemberDto })
  async get(
    @CurrentOrganization() organization: OrganizationAccess,
    @Param('team') teamId: string,
    @Param('user') userId: string,
  ): Promise<TeamMemberDto> {
    return presentTeamMember(await this.members.find(organization, teamId, userId));
  }

  @Put(':user')
  @Authenticated()
  @InOrganization('context')
  @Permitted('orgs:write')
  @Operation(
    'putTeamMember',
    'Put a user of the organization into a team',
    'Who is in it already keeps his place, and his role unless another one is named.',
  )
  @ApiParam({ name: 'user', format: 'uuid' })
  @Problems(TeamNotFound, UserNotFound)
  @ApiOkResponse({ type: TeamMemberDto, description: 'He was in it already' })
  @ApiCreatedResponse({ type: TeamMemberDto, description: 'He is new in it' })
  async put(
    @CurrentPrincipal() principal: Principal,
    @CurrentOrganization() organization: OrganizationAccess,
    @Param('team') teamId: string,
    @Param('user') userId: string,
    @Body() { roleId }: PutTeamMemberDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<TeamMemberDto> {
    const { place, added } = await this.members.put(principal, organization, { teamId, userId, roleId });
    response.status(added ? 201 : 200);
    return presentTeamMember(place);
  }

  @Patch(':user')
  @Authenticated()
  @InOrganization('context')
  @Permitted('orgs:write')
  @Operation('updateTeamMember', 'Change the role of a user in a team')
  @ApiParam({ name: 'user', format: 'uuid' })
  @Problems(TeamNotFound, UserNotFound)
  @ApiOkResponse({ type: TeamMemberDto })
  async update(
    @CurrentPrincipal() principal: Principal,
    @CurrentOrganization() organization: OrganizationAccess,
    @Param('team') teamId: string,
    @Param('user') userId: string,
    @Body(ChangesPipe) { roleId }: UpdateTeamMemberDto,
  ): Promise<TeamMemberDto> {
    return presentTeamMember(await this.members.change(principal, organization, { teamId, userId, roleId }));
  }

  @Delete(':user')
  @HttpCode(204)
  @Authenticated()
  @InOrganization('context')
  @Permitted('orgs:write')
  @Operation('removeTeamMember', 'Take a user out of a team', 'He stays in the organization.')
  @ApiParam({ name: 'user', format: 'uuid' })
  @Problems(TeamNotFound, UserNotFound)
  @ApiNoContentResponse()
  async remove(
    @CurrentPrincipal() principal: Principal,
    @CurrentOrganization() organization: OrganizationAccess,
    @Param('team') teamId: string,
    @Param('user') userId: string,
  ): Promise<void> {
    await this.members.remove(principal, organization, teamId, userId);
  }
}
