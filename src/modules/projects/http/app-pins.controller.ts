import { Controller, Delete, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentMembership, CurrentUser } from '../../../access/caller.decorators.js';
import { Access } from '../../../access/access.decorator.js';
import type { UserPrincipal } from '../../../access/principal.js';
import { APP, PROJECT_ID, PROJECT_PARAM } from '../../../contracts/app.js';
import { noContent, Operation } from '../../../core/openapi/operation.js';
import { ProjectPinsService } from '../project-pins.service.js';
import { ProjectNotFound } from '../projects.problems.js';
import { AppProjectDto } from './app.dto.js';
import { presentAppProject } from './app.presenter.js';

@ApiTags('Projects')
@Controller(APP.path('project/:projectID/pin'))
export class AppPinsController {
  constructor(private readonly pins: ProjectPinsService) {}

  @Post()
  @Access({ caller: 'user', organization: APP.organization, scope: 'projects:write' })
  @Operation({
    id: 'pinAppProject',
    summary: 'Pin a project',
    description: 'Pins the project for the caller only. Pinning a pinned project has no effect.',
    params: [PROJECT_PARAM],
    returns: AppProjectDto,
    problems: [ProjectNotFound],
  })
  async pin(
    @CurrentUser() principal: UserPrincipal,
    @CurrentMembership() membershipId: string,
    @Param('projectID', PROJECT_ID) id: string | undefined,
  ): Promise<AppProjectDto> {
    return presentAppProject(await this.pins.pin(principal, membershipId, id));
  }

  @Delete()
  @Access({ caller: 'user', organization: APP.organization, scope: 'projects:write' })
  @Operation({
    id: 'unpinAppProject',
    summary: 'Remove my pin from a project',
    description: 'Removing a missing pin has no effect.',
    params: [PROJECT_PARAM],
    returns: noContent(),
    problems: [ProjectNotFound],
  })
  async unpin(
    @CurrentUser() principal: UserPrincipal,
    @CurrentMembership() membershipId: string,
    @Param('projectID', PROJECT_ID) id: string | undefined,
  ): Promise<void> {
    await this.pins.unpin(principal, membershipId, id);
  }
}
