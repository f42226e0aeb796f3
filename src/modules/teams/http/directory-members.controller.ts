import { Body, Controller, Delete, Get, Param, Patch, Put, Query, Res } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { CurrentOrganization, CurrentPrincipal } from '../../../access/caller.decorators.js';
import { Access } from '../../../access/access.decorator.js';
import type { OrganizationAccess, Principal } from '../../../access/principal.js';
import { DIRECTORY } from '../../../contracts/directory.js';
import { created, noContent, ok, Operation } from '../../../core/openapi/operation.js';
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
@Controller(DIRECTORY.path('org/teams/:team/members'))
export class DirectoryTeamMembersController {
  constructor(private readonly members: TeamMembersService) {}

  @Get()
  @Access({ caller: 'authenticated', organization: DIRECTORY.organization, scope: 'orgs:read' })
  @Operation({
    id: 'listTeamMembers',
    summary: 'List the members of a team',
    description: 'Ordered by the time of joining the organization.',
    returns: TeamMemberPageDto,
    problems: [TeamNotFound, InvalidMarker],
  })
  async list(
    @CurrentOrganization() organization: OrganizationAccess,
    @Param('team') teamId: string,
    @Query() query: MarkerQueryDto,
  ): Promise<TeamMemberPageDto> {
    return presentTeamMemberPage(await this.members.list(organization, teamId, query));
  }

  @Get(':user')
  @Access({ caller: 'authenticated', organization: DIRECTORY.organization, scope: 'orgs:read' })
  @Operation({
    id: 'getTeamMember',
    summary: 'Read a member of a team',
    params: [{ name: 'user', format: 'uuid' }],
    returns: TeamMemberDto,
    problems: [TeamNotFound, UserNotFound],
  })
  async get(
    @CurrentOrganization() organization: OrganizationAccess,
    @Param('team') teamId: string,
    @Param('user') userId: string,
  ): Promise<TeamMemberDto> {
    return presentTeamMember(await this.members.find(organization, teamId, userId));
  }

  @Put(':user')
  @Access({ caller: 'authenticated', organization: DIRECTORY.organization, permission: 'orgs:write' })
  @Operation({
    id: 'putTeamMember',
    summary: 'Add a user of the organization to a team',
    description:
      'A user who is in the team already remains in it, with the same role unless the body names another one.',
    params: [{ name: 'user', format: 'uuid' }],
    returns: [ok(TeamMemberDto, 'The user was in the team already.'), created(TeamMemberDto, 'The user was added.')],
    problems: [TeamNotFound, UserNotFound],
  })
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
  @Access({ caller: 'authenticated', organization: DIRECTORY.organization, permission: 'orgs:write' })
  @Operation({
    id: 'updateTeamMember',
    summary: 'Change the role of a user in a team',
    params: [{ name: 'user', format: 'uuid' }],
    returns: TeamMemberDto,
    problems: [TeamNotFound, UserNotFound],
  })
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
  @Access({ caller: 'authenticated', organization: DIRECTORY.organization, permission: 'orgs:write' })
  @Operation({
    id: 'removeTeamMember',
    summary: 'Remove a user from a team',
    description: 'The user remains in the organization.',
    params: [{ name: 'user', format: 'uuid' }],
    returns: noContent(),
    problems: [TeamNotFound, UserNotFound],
  })
  async remove(
    @CurrentPrincipal() principal: Principal,
    @CurrentOrganization() organization: OrganizationAccess,
    @Param('team') teamId: string,
    @Param('user') userId: string,
  ): Promise<void> {
    await this.members.remove(principal, organization, teamId, userId);
  }
}
