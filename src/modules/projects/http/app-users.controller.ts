import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import { CurrentOrganization, CurrentPrincipal } from '../../../access/caller.decorators.js';
import { Authenticated, InOrganization, Scope } from '../../../access/declarations.js';
import type { OrganizationAccess, Principal } from '../../../access/principal.js';
import { Operation, Problems } from '../../../core/openapi/operation.js';
import { PageQueryDto } from '../../../core/paging/page.dto.js';
import { UserNotFound } from '../../users/users.problems.js';
import { ArtifactsService } from '../artifacts.service.js';
import { ProjectsService } from '../projects.service.js';
import { AppArtifactDto, LatestQueryDto } from './app-artifacts.dto.js';
import { presentAppArtifact } from './app-artifacts.presenter.js';
import { AppProjectPageDto } from './app.dto.js';
import { USER_ID, USER_PARAM } from './app.params.js';
import { presentAppProjectPage } from './app.presenter.js';

/** What one user works on. */
@Controller('api/v1/app/user/:userID')
export class AppUserProjectsController {
  constructor(
    private readonly projects: ProjectsService,
    private readonly artifacts: ArtifactsService,
  ) {}

  @Get('project')
  @ApiTags('Projects')
  @Authenticated()
  @InOrganization('header')
  @Scope('projects:read')
  @Operation(
    'listAppProjectsOfUser',
    'List the projects of a user',
    'Those he is a member of, as far as you see them, with his pins. In the order of their creation.',
  )
  @ApiParam(USER_PARAM)
  @Problems(UserNotFound)
  @ApiOkResponse({ type: AppProjectPageDto })
  async listOfUser(
    @CurrentPrincipal() principal: Principal,
    @CurrentOrganization() organization: OrganizationAccess,
    @Param('userID', USER_ID) userId: string | undefined,
    @Query() { page, page_size: pageSize }: PageQueryDto,
  ): Promise<AppProjectPageDto> {
    return presentAppProjectPage(await this.projects.listOf(principal, organization, userId, { page, pageSize }));
  }

  @Get('latest-artifacts')
  @ApiTags('Artifacts')
  @Authenticated()
  @InOrganization('header')
  @Scope('projects:read')
  @Operation(
    'listLatestAppArtifacts',
    'List the latest artifacts of a user',
    'Newest first, of the projects that you see.',
  )
  @ApiParam(USER_PARAM)
  @Problems(UserNotFound)
  @ApiOkResponse({ type: [AppArtifactDto] })
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
