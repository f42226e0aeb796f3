import { Body, Controller, Delete, Get, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { InsufficientRole } from '../../../access/access.problems.js';
import { CurrentOrganization, CurrentPrincipal, CurrentUser } from '../../../access/caller.decorators.js';
import { Access } from '../../../access/access.decorator.js';
import type { OrganizationAccess, Principal, UserPrincipal } from '../../../access/principal.js';
import { APP, PROJECT_ID, PROJECT_PARAM, USER_ID, USER_PARAM } from '../../../contracts/app.js';
import { fromPrefixedId } from '../../../core/ids/prefixed-id.js';
import { created, noContent, Operation } from '../../../core/openapi/operation.js';
import { PageQueryDto } from '../../../core/paging/page.dto.js';
import { InvalidRole } from '../../roles/roles.problems.js';
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

@ApiTags('Projects')
@Controller(APP.path('project/:projectID/member'))
export class AppProjectMembersController {
  constructor(private readonly members: ProjectMembersService) {}

  @Get()
  @Access({ caller: 'authenticated', organization: APP.organization, scope: 'projects:read' })
  @Operation({
    id: 'listAppProjectMembers',
    summary: 'List the members of a project',
    description: 'Ordered by the time of joining the organization.',
    params: [PROJECT_PARAM],
    returns: AppProjectMemberPageDto,
    problems: [ProjectNotFound],
  })
  async list(
    @CurrentPrincipal() principal: Principal,
    @CurrentOrganization() organization: OrganizationAccess,
    @Param('projectID', PROJECT_ID) id: string | undefined,
    @Query() { page, page_size: pageSize }: PageQueryDto,
  ): Promise<AppProjectMemberPageDto> {
    return presentAppProjectMemberPage(await this.members.list(principal, organization, id, { page, pageSize }));
  }

  @Post()
  @Access({ caller: 'session', organization: APP.organization, recent: 'stepUp' })
  @Operation({
    id: 'addAppProjectMember',
    summary: 'Add a member to a project',
    description: 'The caller must be at least an Admin of the project. A caller cannot grant a role above their own.',
    params: [PROJECT_PARAM],
    returns: created(AppProjectMemberDto),
    problems: [ProjectNotFound, UserNotFound, InvalidRole, InsufficientRole, AlreadyProjectMember],
  })
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
  @Access({ caller: 'authenticated', organization: APP.organization, scope: 'projects:read' })
  @Operation({
    id: 'getAppProjectMember',
    summary: 'Read a member of a project',
    params: [PROJECT_PARAM, USER_PARAM],
    returns: AppProjectMemberDto,
    problems: [ProjectNotFound, ProjectMemberNotFound],
  })
  async get(
    @CurrentPrincipal() principal: Principal,
    @CurrentOrganization() organization: OrganizationAccess,
    @Param('projectID', PROJECT_ID) id: string | undefined,
    @Param('userID', USER_ID) userId: string | undefined,
  ): Promise<AppProjectMemberDto> {
    return presentAppProjectMember(await this.members.find(principal, organization, id, userId));
  }

  @Put(':userID')
  @Access({ caller: 'session', organization: APP.organization, recent: 'stepUp' })
  @Operation({
    id: 'changeAppProjectMember',
    summary: 'Change the role of a member of a project',
    description:
      'The caller must be at least an Admin of the project. A caller cannot grant or change a role above their own.',
    params: [PROJECT_PARAM, USER_PARAM],
    returns: AppProjectMemberDto,
    problems: [ProjectNotFound, ProjectMemberNotFound, InvalidRole, InsufficientRole, LastProjectOwner],
  })
  async change(
    @CurrentUser() principal: UserPrincipal,
    @Param('projectID', PROJECT_ID) id: string | undefined,
    @Param('userID', USER_ID) userId: string | undefined,
    @Body() { role }: ChangeAppProjectMemberDto,
  ): Promise<AppProjectMemberDto> {
    return presentAppProjectMember(await this.members.change(principal, id, userId, role));
  }

  @Delete(':userID')
  @Access({ caller: 'session', organization: APP.organization, recent: 'stepUp' })
  @Operation({
    id: 'removeAppProjectMember',
    summary: 'Remove a member from a project',
    description: 'The caller must be at least an Admin of the project. Every member can leave it.',
    params: [PROJECT_PARAM, USER_PARAM],
    returns: noContent(),
    problems: [ProjectNotFound, ProjectMemberNotFound, InsufficientRole, LastProjectOwner],
  })
  async remove(
    @CurrentUser() principal: UserPrincipal,
    @CurrentOrganization() organization: OrganizationAccess,
    @Param('projectID', PROJECT_ID) id: string | undefined,
    @Param('userID', USER_ID) userId: string | undefined,
  ): Promise<void> {
    await this.members.remove(principal, organization, id, userId);
  }
}
