import { Controller, Delete, HttpCode, Param, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import { CurrentMembership, CurrentUser } from '../../../access/caller.decorators.js';
import { InOrganization, Scope, UserOnly } from '../../../access/declarations.js';
import type { UserPrincipal } from '../../../access/principal.js';
import { Operation, Problems } from '../../../core/openapi/operation.js';
import { ProjectPinsService } from '../project-pins.service.js';
import { ProjectNotFound } from '../projects.problems.js';
import { AppProjectDto } from './app.dto.js';
import { PROJECT_ID, PROJECT_PARAM } from './app.params.js';
import { presentAppProject } from './app.presenter.js';

@ApiTags('Projects')
@Controller('api/v1/app/project/:projectID/pin')
export class AppPinsController {
  constructor(private readonly pins: ProjectPinsService) {}

  @Post()
  @HttpCode(200)
  @UserOnly()
  @InOrganization('header')
  @Scope('projects:write')
  @Operation('pinAppProject', 'Pin a project', 'For yourself. Pinning it again changes nothing.')
  @ApiParam(PROJECT_PARAM)
  @Problems(ProjectNotFound)
  @ApiOkResponse({ type: AppProjectDto })
  async pin(
    @CurrentUser() principal: UserPrincipal,
    @CurrentMembership() membershipId: string,
    @Param('projectID', PROJECT_ID) id: string | undefined,
  ): Promise<AppProjectDto> {
    return presentAppProject(await this.pins.pin(principal, membershipId, id));
  }

  @Delete()
  @HttpCode(204)
  @UserOnly()
  @InOrganization('header')
  @Scope('projects:write')
  @Operation('unpinAppProject', 'Take my pin off a project', 'Whether there is one or not.')
  @ApiParam(PROJECT_PARAM)
  @Problems(ProjectNotFound)
  @ApiNoContentResponse()
  async unpin(
    @CurrentUser() principal: UserPrincipal,
    @CurrentMembership() membershipId: string,
    @Param('projectID', PROJECT_ID) id: string | undefined,
  ): Promise<void> {
    await this.pins.unpin(principal, membershipId, id);
  }
}
