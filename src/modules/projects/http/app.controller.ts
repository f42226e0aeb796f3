import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import { InsufficientRole } from '../../../access/access.problems.js';
import {
  CurrentMembership,
  CurrentOrganization,
  CurrentPrincipal,
  CurrentUser,
} from '../../../access/caller.decorators.js';
import { Authenticated, InOrganization, Scope, StepUpFor, UserOnly } from '../../../access/declarations.js';
import type { OrganizationAccess, Principal, UserPrincipal } from '../../../access/principal.js';
import { Operation, Problems } from '../../../core/openapi/operation.js';
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
import { PROJECT_ID, PROJECT_PARAM } from './app.params.js';
import { presentAppProject, presentAppProjectPage } from './app.presenter.js';

@ApiTags('Projects')
@Controller('api/v1/app/project')
export class AppProjectsController {
  constructor(private readonly projects: ProjectsService) {}

  @Get()
  @Authenticated()
  @InOrganization('header')
  @Scope('projects:read')
  @Operation(
    'listAppProjects',
    'List the projects that I see',
    'The public ones of the organization and those you are a member of. In the order of their creation.',
  )
  @ApiOkResponse({ type: AppProjectPageDto })
  async list(
    @CurrentPrincipal() principal: Principal,
    @CurrentOrganization() organization: OrganizationAccess,
    @Query() { page, page_size: pageSize }: PageQueryDto,
  ): Promise<AppProjectPageDto> {
    return presentAppProjectPage(await this.projects.list(principal, organization, { page, pageSize }));
  }

  @Post()
  @UserOnly()
  @InOrganization('header')
  @Scope('projects:write')
  @StepUpFor('A public project')
  @Operation('createAppProject', 'Create a project', 'You become its Owner.')
  @ApiCreatedResponse({ type: AppProjectDto })
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
  @Authenticated()
  @InOrganization('header')
  @Scope('projects:read')
  @Operation('getAppProject', 'Read a project')
  @ApiParam(PROJECT_PARAM)
  @Problems(ProjectNotFound)
  @ApiOkResponse({ type: AppProjectDto })
  async get(
    @CurrentPrincipal() principal: Principal,
    @CurrentOrganization() organization: OrganizationAccess,
    @Param('projectID', PROJECT_ID) id: string | undefined,
  ): Promise<AppProjectDto> {
    return presentAppProject(await this.projects.find(principal, organization, id));
  }

  @Put(':projectID')
  @Authenticated()
  @InOrganization('header')
  @Scope('projects:write')
  @StepUpFor('Another visibility')
  @Operation(
    'updateAppProject',
    'Change a project',
    'What is not sent stays. Editors change what it is about; Admins the default role and the visibility too.',
  )
  @ApiParam(PROJECT_PARAM)
  @Problems(ProjectNotFound, InsufficientRole)
  @ApiOkResponse({ type: AppProjectDto })
  async update(
    @CurrentPrincipal() principal: Principal,
    @Param('projectID', PROJECT_ID) id: string | undefined,
    @Body(ChangesPipe) body: UpdateAppProjectDto,
  ): Promise<AppProjectDto> {
    return presentAppProject(await this.projects.update(principal, id, projectFieldsOf(body)));
  }

  @Delete(':projectID')
  @HttpCode(204)
  @Authenticated()
  @InOrganization('header')
  @Scope('projects:write')
  @Operation('deleteAppProject', 'Delete a project', 'Its artifacts go with it. For its Owners.')
  @ApiParam(PROJECT_PARAM)
  @Problems(ProjectNotFound, InsufficientRole)
  @ApiNoContentResponse()
  async remove(
    @CurrentPrincipal() principal: Principal,
    @Param('projectID', PROJECT_ID) id: string | undefined,
  ): Promise<void> {
    await this.projects.remove(principal, id);
  }
}
