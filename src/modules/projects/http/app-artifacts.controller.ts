import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query, Req, StreamableFile } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { InsufficientRole } from '../../../access/access.problems.js';
import { CurrentOrganization, CurrentPrincipal } from '../../../access/caller.decorators.js';
import { Authenticated, InOrganization, Scope } from '../../../access/declarations.js';
import type { OrganizationAccess, Principal } from '../../../access/principal.js';
import { Uploads } from '../../../core/files/uploads.js';
import { attachment } from '../../../core/http/attachment.js';
import { Operation, Problems } from '../../../core/openapi/operation.js';
import { PageQueryDto } from '../../../core/paging/page.dto.js';
import { NotFound } from '../../../core/problems/common.problems.js';
import { ChangesPipe } from '../../../core/validation/changes.pipe.js';
import { ArtifactsService } from '../artifacts.service.js';
import { ArtifactNotFound, ProjectNotFound } from '../projects.problems.js';
import { artifactOf } from '../uploaded-artifact.js';
import { AppArtifactDto, AppArtifactPageDto, textArtifactOf, UpdateAppArtifactDto } from './app-artifacts.dto.js';
import { presentAppArtifact, presentAppArtifactPage } from './app-artifacts.presenter.js';
import { ARTIFACT_ID, ARTIFACT_PARAM, PROJECT_ID, PROJECT_PARAM } from './app.params.js';
import { ArtifactBody, FILE, isForm, textOf } from './artifact-body.js';

@ApiTags('Artifacts')
@Controller('api/v1/app/project/:projectID/artifact')
export class AppArtifactsController {
  constructor(
    private readonly artifacts: ArtifactsService,
    private readonly uploads: Uploads,
  ) {}

  @Get()
  @Authenticated()
  @InOrganization('header')
  @Scope('projects:read')
  @Operation('listAppArtifacts', 'List the artifacts of a project', 'In the order of their creation.')
  @ApiParam(PROJECT_PARAM)
  @Problems(ProjectNotFound)
  @ApiOkResponse({ type: AppArtifactPageDto })
  async list(
    @CurrentPrincipal() principal: Principal,
    @CurrentOrganization() organization: OrganizationAccess,
    @Param('projectID', PROJECT_ID) projectId: string | undefined,
    @Query() { page, page_size: pageSize }: PageQueryDto,
  ): Promise<AppArtifactPageDto> {
    const request = { page, pageSize };
    return presentAppArtifactPage(await this.artifacts.list(principal, organization, projectId, request));
  }

  @Post()
  @Authenticated()
  @InOrganization('header')
  @Scope('projects:write')
  @Operation(
    'createAppArtifact',
    'Add a file or a text to a project',
    'For its Editors. A file is named as it was uploaded.',
  )
  @ApiParam(PROJECT_PARAM)
  @ArtifactBody()
  @Problems(ProjectNotFound, InsufficientRole)
  @ApiCreatedResponse({ type: AppArtifactDto })
  async create(
    @CurrentPrincipal() principal: Principal,
    @CurrentOrganization() organization: OrganizationAccess,
    @Param('projectID', PROJECT_ID) projectId: string | undefined,
    @Req() request: Request,
  ): Promise<AppArtifactDto> {
    await this.artifacts.requireMayAdd(principal, organization, projectId);
    const artifact = isForm(request)
      ? await this.uploads.receive(request, FILE, (upload) =>
          this.artifacts.create(principal, organization, projectId, artifactOf(upload)),
        )
      : await this.artifacts.create(principal, organization, projectId, textArtifactOf(await textOf(request)));
    return presentAppArtifact(artifact);
  }

  @Get(':artifactID')
  @Authenticated()
  @InOrganization('header')
  @Scope('projects:read')
  @Operation('getAppArtifact', 'Read what an artifact is')
  @ApiParam(PROJECT_PARAM)
  @ApiParam(ARTIFACT_PARAM)
  @Problems(ProjectNotFound, ArtifactNotFound)
  @ApiOkResponse({ type: AppArtifactDto })
  async get(
    @CurrentPrincipal() principal: Principal,
    @CurrentOrganization() organization: OrganizationAccess,
    @Param('projectID', PROJECT_ID) projectId: string | undefined,
    @Param('artifactID', ARTIFACT_ID) id: string | undefined,
  ): Promise<AppArtifactDto> {
    return presentAppArtifact(await this.artifacts.find(principal, organization, projectId, id));
  }

  @Get(':artifactID/content')
  @Authenticated()
  @InOrganization('header')
  @Scope('projects:read')
  @Operation('downloadAppArtifact', 'Download the content of an artifact')
  @ApiParam(PROJECT_PARAM)
  @ApiParam(ARTIFACT_PARAM)
  @Problems(ProjectNotFound, ArtifactNotFound, NotFound)
  @ApiOkResponse({ description: 'Of the type it was uploaded with', content: { '*/*': { schema: {} } } })
  async content(
    @CurrentPrincipal() principal: Principal,
    @CurrentOrganization() organization: OrganizationAccess,
    @Param('projectID', PROJECT_ID) projectId: string | undefined,
    @Param('artifactID', ARTIFACT_ID) id: string | undefined,
  ): Promise<StreamableFile> {
    const { name, stream, size, contentType } = await this.artifacts.open(principal, organization, projectId, id);
    return new StreamableFile(stream, { type: contentType, length: size, disposition: attachment(name) });
  }

  @Put(':artifactID')
  @Authenticated()
  @InOrganization('header')
  @Scope('projects:write')
  @Operation('updateAppArtifact', 'Rename an artifact', 'For the Editors of the project. What is not sent stays.')
  @ApiParam(PROJECT_PARAM)
  @ApiParam(ARTIFACT_PARAM)
  @Problems(ProjectNotFound, ArtifactNotFound, InsufficientRole)
  @ApiOkResponse({ type: AppArtifactDto })
  async update(
    @CurrentPrincipal() principal: Principal,
    @CurrentOrganization() organization: OrganizationAccess,
    @Param('projectID', PROJECT_ID) projectId: string | undefined,
    @Param('artifactID', ARTIFACT_ID) id: string | undefined,
    @Body(ChangesPipe) changes: UpdateAppArtifactDto,
  ): Promise<AppArtifactDto> {
    return presentAppArtifact(await this.artifacts.update(principal, organization, projectId, id, changes));
  }

  @Delete(':artifactID')
  @HttpCode(204)
  @Authenticated()
  @InOrganization('header')
  @Scope('projects:write')
  @Operation('deleteAppArtifact', 'Delete an artifact', 'For the Editors of the project. Its content goes with it.')
  @ApiParam(PROJECT_PARAM)
  @ApiParam(ARTIFACT_PARAM)
  @Problems(ProjectNotFound, ArtifactNotFound, InsufficientRole)
  @ApiNoContentResponse()
  async remove(
    @CurrentPrincipal() principal: Principal,
    @CurrentOrganization() organization: OrganizationAccess,
    @Param('projectID', PROJECT_ID) projectId: string | undefined,
    @Param('artifactID', ARTIFACT_ID) id: string | undefined,
  ): Promise<void> {
    await this.artifacts.remove(principal, organization, projectId, id);
  }
}
