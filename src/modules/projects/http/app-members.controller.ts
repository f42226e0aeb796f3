import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import { InsufficientRole } from '../../../access/access.problems.js';
import { CurrentOrganization, CurrentPrincipal, CurrentUser } from '../../../access/caller.decorators.js';
import { Authenticated, InOrganization, Scope, StepUp } from '../../../access/declarations.js';
import type { OrganizationAccess, Principal, UserPrincipal } from '../../../access/principal.js';
import { fromPrefixedId } from '../../../core/ids/prefixed-id.js';
import { Operation, Problems } from '../../../core/openapi/operation.js';
import { PageQueryDto } from '../../../core/paging/page.dto.js';
import { InvalidRole } from '../../memberships/roles.problems.js';
import { UserNotFound } from '../../users/users.problems.js';
import { ProjectMembersService } from '../project-members.service.js';
import {
  AlreadyProjectMember,
  LastProjectOwner,
  ProjectMemberNotFound,
  ProjectNotFound,
} from '../projects.problems.js';
import {
  AddAppProjectMemberDto,
  AppProjectMemberDto,
  AppProjectMemberPageDto,
  ChangeAppProjectMemberDto,
} from './app-members.dto.js';
import { presentAppProjectMember, presentAppProjectMemberPage } from './app-members.presenter.js';
import { PROJECT_ID, PROJECT_PARAM, USER_ID, USER_PARAM } from './app.params.js';

@ApiTags('Projects')
@Controller('api/v1/app/project/:projectID/member')
export class AppProjectMembersController {
  constructor(private readonly members: ProjectMembersService) {}

  @Get()
  @Authenticated()
  @InOrganization('header')
  @Scope('projects:read')
  @Operation(
    'listAppProjectMembers',
    'List the members of a project',
    'In the order of their joining the organization.',
  )
  @ApiParam(PROJECT_PARAM)
  @Problems(ProjectNotFound)
  @ApiOkResponse({ type: AppProjectMemberPageDto })
  async list(
    @CurrentPrincipal() principal: Principal,
    @CurrentOrganization() organization: OrganizationAccess,
    @Param('projectID', PROJECT_ID) id: string | undefined,
    @Query() { page, page_size: pageSize }: PageQueryDto,
  ): Promise<AppProjectMemberPageDto> {
    return presentAppProjectMemberPage(await this.members.list(principal, organization, id, { page, pageSize }));
  }

  @Post()
  @StepUp()
  @InOrganization('header')
  @Operation('addAppProjectMember', 'Add a member to a project', 'For its Admins; nobody gives a role above his own.')
  @ApiParam(PROJECT_PARAM)
  @Problems(ProjectNotFound, UserNotFound, InvalidRole, InsufficientRole, AlreadyProjectMember)
  @ApiCreatedResponse({ type: AppProjectMemberDto })
  async add(
    @CurrentUser() principal: UserPrincipal,
    @CurrentOrganization() organization: OrganizationAccess,
    @Param('projectID', PROJECT_ID) id: string | undefined,
    @Body() { user_id: userId, role }: AddAppProjectMemberDto,
  ): Promise<AppProjectMemberDto> {
    const membershipId = fromPrefixedId('user', userId);
    return presentAppProjectMember(await this.members.add(principal, organization, id, membershipId, role));
  }

  @Get(':userID')
  @Authenticated()
  @InOrganization('header')
  @Scope('projects:read')
  @Operation('getAppProjectMember', 'Read a member of a project')
  @ApiParam(PROJECT_PARAM)
  @ApiParam(USER_PARAM)
  @Problems(ProjectNotFound, ProjectMemberNotFound)
  @ApiOkResponse({ type: AppProjectMemberDto })
  async get(
    @CurrentPrincipal() principal: Principal,
    @CurrentOrganization() organization: OrganizationAccess,
    @Param('projectID', PROJECT_ID) id: string | undefined,
    @Param('userID', USER_ID) userId: string | undefined,
  ): Promise<AppProjectMemberDto> {
    return presentAppProjectMember(await this.members.find(principal, organization, id, userId));
  }

  @Put(':userID')
  @StepUp()
  @InOrganization('header')
  @Operation(
    'changeAppProjectMember',
    'Change the role of a member of a project',
    'For its Admins; nobody gives or takes away a role above his own.',
  )
  @ApiParam(PROJECT_PARAM)
  @ApiParam(USER_PARAM)
  @Problems(ProjectNotFound, ProjectMemberNotFound, InvalidRole, InsufficientRole, LastProjectOwner)
  @ApiOkResponse({ type: AppProjectMemberDto })
  async change(
    @CurrentUser() principal: UserPrincipal,
    @Param('projectID', PROJECT_ID) id: string | undefined,
    @Param('userID', USER_ID) userId: string | undefined,
    @Body() { role }: ChangeAppProjectMemberDto,
  ): Promise<AppProjectMemberDto> {
    return presentAppProjectMember(await this.members.change(principal, id, userId, role));
  }

  @Delete(':userID')
  @HttpCode(204)
  @StepUp()
  @InOrganization('header')
  @Operation('removeAppProjectMember', 'Take a member out of a project', 'For its Admins; or leave it yourself.')
  @ApiParam(PROJECT_PARAM)
  @ApiParam(USER_PARAM)
  @Problems(ProjectNotFound, ProjectMemberNotFound, InsufficientRole, LastProjectOwner)
  @ApiNoContentResponse()
  async remove(
    @CurrentUser() principal: UserPrincipal,
    @CurrentOrganization() organization: OrganizationAccess,
    @Param('projectID', PROJECT_ID) id: string | undefined,
    @Param('userID', USER_ID) userId: string | undefined,
  ): Promise<void> {
    await this.members.remove(principal, organization, id, userId);
  }
}
