import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentOrganization, CurrentPrincipal } from '../../../access/caller.decorators.js';
import { Access } from '../../../access/access.decorator.js';
import type { OrganizationAccess, Principal } from '../../../access/principal.js';
import { APP, USER_ID, USER_PARAM } from '../../../contracts/app.js';
import { Operation } from '../../../core/openapi/operation.js';
import { PageQueryDto } from '../../../core/paging/page.dto.js';
import { UserNotFound } from '../../users/users.problems.js';
import { ArtifactsService } from '../artifacts.service.js';
import { ProjectsService } from '../projects.service.js';
import { AppArtifactDto, LatestQueryDto } from './app-artifacts.dto.js';
import { presentAppArtifact } from './app-artifacts.presenter.js';
import { AppProjectPageDto } from './app.dto.js';
import { presentAppProjectPage } from './app.presenter.js';

/** What one user works on. */
@Controller(APP.path('user/:userID'))
export class AppUserProjectsController {
  constructor(
    private readonly projects: ProjectsService,
    private readonly artifacts: ArtifactsService,
  ) {}

  @Get('project')
  @Access({ caller: 'authenticated', organization: APP.organization, scope: 'projects:read' })
  @Operation({
    id: 'listAppProjectsOfUser',
    summary: 'List the projects of a user',
    description:
      'The list has the projects of which the user is a member and which the caller can see, with the user’s pins. Ordered by creation time.',
    params: [USER_PARAM],
    returns: AppProjectPageDto,
    problems: [UserNotFound],
  })
  @ApiTags('Projects')
  async listOfUser(
    @CurrentPrincipal() principal: Principal,
    @CurrentOrganization() organization: OrganizationAccess,
    @Param('userID', USER_ID) userId: string | undefined,
    @Query() { page, page_size: pageSize }: PageQueryDto,
  ): Promise<AppProjectPageDto> {
    return presentAppProjectPage(await this.projects.listOf(principal, organization, userId, { page, pageSize }));
  }

  @Get('latest-artifacts')
  @Access({ caller: 'authenticated', organization: APP.organization, scope: 'projects:read' })
  @Operation({
    id: 'listLatestAppArtifacts',
    summary: 'List the latest artifacts of a user',
    description: 'Newest first. The list has only artifacts of projects that the caller can see.',
    params: [USER_PARAM],
    returns: [AppArtifactDto],
    problems: [UserNotFound],
  })
  @ApiTags('Artifacts')
  async latestArtifacts(
    @CurrentPrincipal() principal: Principal,
    @CurrentOrganization() organization: OrganizationAccess,
    @Param('userID', USER_ID) userId: string | undefined,
    @Query() { limit }: LatestQueryDto,
  ): Promise<AppArtifactDto[]> {
    const artifacts = await this.artifacts.latestOf(principal, organization, userId, limit);
    return artifacts.map(presentAppArtifact);
  }
}
