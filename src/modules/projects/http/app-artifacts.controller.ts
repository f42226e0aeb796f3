import { Body, Controller, Delete, Get, Param, Post, Put, Query, Req, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { InsufficientRole } from '../../../access/access.problems.js';
import { CurrentOrganization, CurrentPrincipal } from '../../../access/caller.decorators.js';
import { Access } from '../../../access/access.decorator.js';
import type { OrganizationAccess, Principal } from '../../../access/principal.js';
import { APP, ARTIFACT_ID, ARTIFACT_PARAM, PROJECT_ID, PROJECT_PARAM } from '../../../contracts/app.js';
import { Uploads } from '../../../core/files/uploads.js';
import { attachment } from '../../../core/http/attachment.js';
import { BINARY } from '../../../core/openapi/binary.js';
import { created, noContent, ok, Operation } from '../../../core/openapi/operation.js';
import { PageQueryDto } from '../../../core/paging/page.dto.js';
import { NotFound } from '../../../core/problems/common.problems.js';
import { ChangesPipe } from '../../../core/validation/changes.pipe.js';
import { ArtifactsService } from '../artifacts.service.js';
import { ArtifactNotFound, ProjectNotFound } from '../projects.problems.js';
import { artifactOf } from '../uploaded-artifact.js';
import { AppArtifactDto, AppArtifactPageDto, textArtifactOf, UpdateAppArtifactDto } from './app-artifacts.dto.js';
import { presentAppArtifact, presentAppArtifactPage } from './app-artifacts.presenter.js';
import { ArtifactBody, FILE, isForm, textOf } from './artifact-body.js';

@ApiTags('Artifacts')
@Controller(APP.path('project/:projectID/artifact'))
export class AppArtifactsController {
  constructor(
    private readonly artifacts: ArtifactsService,
    private readonly uploads: Uploads,
  ) {}

  @Get()
  @Access({ caller: 'authenticated', organization: APP.organization, scope: 'projects:read' })
  @Operation({
    id: 'listAppArtifacts',
    summary: 'List the artifacts of a project',
    description: 'Ordered by creation time.',
    params: [PROJECT_PARAM],
    returns: AppArtifactPageDto,
    problems: [ProjectNotFound],
  })
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
  @Access({ caller: 'authenticated', organization: APP.organization, scope: 'projects:write' })
  @Operation({
    id: 'createAppArtifact',
    summary: 'Add a file or a text to a project',
    description: 'The caller must be at least an Editor of the project. A file gets the name of the upload.',
    params: [PROJECT_PARAM],
    returns: created(AppArtifactDto),
    problems: [ProjectNotFound, InsufficientRole],
  })
  @ArtifactBody()
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
  @Access({ caller: 'authenticated', organization: APP.organization, scope: 'projects:read' })
  @Operation({
    id: 'getAppArtifact',
    summary: 'Read an artifact',
    params: [PROJECT_PARAM, ARTIFACT_PARAM],
    returns: AppArtifactDto,
    problems: [ProjectNotFound, ArtifactNotFound],
  })
  async get(
    @CurrentPrincipal() principal: Principal,
    @CurrentOrganization() organization: OrganizationAccess,
    @Param('projectID', PROJECT_ID) projectId: string | undefined,
    @Param('artifactID', ARTIFACT_ID) id: string | undefined,
  ): Promise<AppArtifactDto> {
    return presentAppArtifact(await this.artifacts.find(principal, organization, projectId, id));
  }

  @Get(':artifactID/content')
  @Access({ caller: 'authenticated', organization: APP.organization, scope: 'projects:read' })
  @Operation({
    id: 'downloadAppArtifact',
    summary: 'Download the content of an artifact',
    params: [PROJECT_PARAM, ARTIFACT_PARAM],
    returns: ok(undefined, {
      description: 'The content, with the type of the upload',
      content: { '*/*': { schema: BINARY } },
    }),
    problems: [ProjectNotFound, ArtifactNotFound, NotFound],
  })
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
  @Access({ caller: 'authenticated', organization: APP.organization, scope: 'projects:write' })
  @Operation({
    id: 'updateAppArtifact',
    summary: 'Rename an artifact',
    description: 'The caller must be at least an Editor of the project. Omitted keys are unchanged.',
    params: [PROJECT_PARAM, ARTIFACT_PARAM],
    returns: AppArtifactDto,
    problems: [ProjectNotFound, ArtifactNotFound, InsufficientRole],
  })
  async update(
    @CurrentPrincipal() principal: Principal,
    @Param('projectID', PROJECT_ID) projectId: string | undefined,
    @Param('artifactID', ARTIFACT_ID) id: string | undefined,
    @Body(ChangesPipe) changes: UpdateAppArtifactDto,
  ): Promise<AppArtifactDto> {
    return presentAppArtifact(await this.artifacts.update(principal, projectId, id, changes));
  }

  @Delete(':artifactID')
  @Access({ caller: 'authenticated', organization: APP.organization, scope: 'projects:write' })
  @Operation({
    id: 'deleteAppArtifact',
    summary: 'Delete an artifact',
    description: 'The caller must be at least an Editor of the project. Its content is deleted as well.',
    params: [PROJECT_PARAM, ARTIFACT_PARAM],
    returns: noContent(),
    problems: [ProjectNotFound, ArtifactNotFound, InsufficientRole],
  })
  async remove(
    @CurrentPrincipal() principal: Principal,
    @Param('projectID', PROJECT_ID) projectId: string | undefined,
    @Param('artifactID', ARTIFACT_ID) id: string | undefined,
  ): Promise<void> {
    await this.artifacts.remove(principal, projectId, id);
  }
}
