import { Body, Controller, Delete, Get, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { InsufficientRole } from '../../../access/access.problems.js';
import {
  CurrentMembership,
  CurrentOrganization,
  CurrentPrincipal,
  CurrentUser,
} from '../../../access/caller.decorators.js';
import { Access } from '../../../access/access.decorator.js';
import type { OrganizationAccess, Principal, UserPrincipal } from '../../../access/principal.js';
import { APP, PROJECT_ID, PROJECT_PARAM } from '../../../contracts/app.js';
import { created, noContent, Operation } from '../../../core/openapi/operation.js';
import { PageQueryDto } from '../../../core/paging/page.dto.js';
import { ChangesPipe } from '../../../core/validation/changes.pipe.js';
import { ProjectNotFound } from '../projects.problems.js';
import { ProjectsService } from '../projects.service.js';
import {
  AppProjectDto,
  AppProjectPageDto,
  CreateAppProjectDto,
  projectFieldsOf,
  UpdateAppProjectDto,
} from './app.dto.js';
import { presentAppProject, presentAppProjectPage } from './app.presenter.js';

@ApiTags('Projects')
@Controller(APP.path('project'))
export class AppProjectsController {
  constructor(private readonly projects: ProjectsService) {}

  @Get()
  @Access({ caller: 'authenticated', organization: APP.organization, scope: 'projects:read' })
  @Operation({
    id: 'listAppProjects',
    summary: 'List the projects that I can see',
    description:
      'The list has the public projects of the organization, and the projects of which the caller is a member. Ordered by creation time.',
    returns: AppProjectPageDto,
  })
  async list(
    @CurrentPrincipal() principal: Principal,
    @CurrentOrganization() organization: OrganizationAccess,
    @Query() { page, page_size: pageSize }: PageQueryDto,
  ): Promise<AppProjectPageDto> {
    return presentAppProjectPage(await this.projects.list(principal, organization, { page, pageSize }));
  }

  @Post()
  @Access({
    caller: 'user',
    organization: APP.organization,
    scope: 'projects:write',
    recentFor: { case: 'A public project', proof: 'stepUp' },
  })
  @Operation({
    id: 'createAppProject',
    summary: 'Create a project',
    description: 'The caller becomes its Owner.',
    returns: created(AppProjectDto),
  })
  async create(
    @CurrentUser() principal: UserPrincipal,
    @CurrentOrganization() organization: OrganizationAccess,
    @CurrentMembership() membershipId: string,
    @Body() body: CreateAppProjectDto,
  ): Promise<AppProjectDto> {
    const fields = projectFieldsOf(body);
    return presentAppProject(await this.projects.create(principal, organization, membershipId, fields));
  }

  @Get(':projectID')
  @Access({ caller: 'authenticated', organization: APP.organization, scope: 'projects:read' })
  @Operation({
    id: 'getAppProject',
    summary: 'Read a project',
    params: [PROJECT_PARAM],
    returns: AppProjectDto,
    problems: [ProjectNotFound],
  })
  async get(
    @CurrentPrincipal() principal: Principal,
    @CurrentOrganization() organization: OrganizationAccess,
    @Param('projectID', PROJECT_ID) id: string | undefined,
  ): Promise<AppProjectDto> {
    return presentAppProject(await this.projects.find(principal, organization, id));
  }

  @Put(':projectID')
  @Access({
    caller: 'authenticated',
    organization: APP.organization,
    scope: 'projects:write',
    recentFor: { case: 'Another visibility', proof: 'stepUp' },
  })
  @Operation({
    id: 'updateAppProject',
    summary: 'Change a project',
    description:
      'Omitted keys are unchanged. Editors can change the name, the goal, the deadline and both contexts. Admins can also change the default role and the visibility.',
    params: [PROJECT_PARAM],
    returns: AppProjectDto,
    problems: [ProjectNotFound, InsufficientRole],
  })
  async update(
    @CurrentPrincipal() principal: Principal,
    @Param('projectID', PROJECT_ID) id: string | undefined,
    @Body(ChangesPipe) body: UpdateAppProjectDto,
  ): Promise<AppProjectDto> {
    return presentAppProject(await this.projects.update(principal, id, projectFieldsOf(body)));
  }

  @Delete(':projectID')
  @Access({ caller: 'authenticated', organization: APP.organization, scope: 'projects:write' })
  @Operation({
    id: 'deleteAppProject',
    summary: 'Delete a project',
    description: 'Its artifacts are deleted as well. The caller must be an Owner of the project.',
    params: [PROJECT_PARAM],
    returns: noContent(),
    problems: [ProjectNotFound, InsufficientRole],
  })
  async remove(
    @CurrentPrincipal() principal: Principal,
    @Param('projectID', PROJECT_ID) id: string | undefined,
  ): Promise<void> {
    await this.projects.remove(principal, id);
  }
}
