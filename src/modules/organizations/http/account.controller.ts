import { Body, Controller, Get, HttpCode, Param, Patch, Post, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { CurrentOrganization, CurrentPrincipal } from '../../../access/caller.decorators.js';
import {
  Authenticated,
  InOrganization,
  Roles,
  RootToo,
  Scope,
  SessionOnly,
  StepUp,
  WhileArchived,
} from '../../../access/declarations.js';
import type { OrganizationAccess, Principal, RootPrincipal, UserPrincipal } from '../../../access/principal.js';
import { ORGANIZATION_ADMIN } from '../../../access/roles.js';
import { Config } from '../../../core/config/config.js';
import { publicPath } from '../../../core/http/public-path.js';
import { Operation, Problems } from '../../../core/openapi/operation.js';
import { ChangesPipe } from '../../../core/validation/changes.pipe.js';
import { ArchiveService } from '../archive.service.js';
import { FoundingService } from '../founding.service.js';
import { SlugTaken, TooManyOrganizations, TooManySlugs } from '../organizations.problems.js';
import { OrganizationsService } from '../organizations.service.js';
import { CreateOrganizationDto, OrganizationDto, UpdateOrganizationDto } from './account.dto.js';
import { presentOrganization } from './account.presenter.js';

@ApiTags('Organizations')
@Controller('api/v1/orgs')
export class AccountOrganizationsController {
  constructor(
    private readonly organizations: OrganizationsService,
    private readonly founding: FoundingService,
    private readonly archive: ArchiveService,
    private readonly config: Config,
  ) {}

  @Post()
  @SessionOnly()
  @RootToo()
  @Operation(
    'createOrganization',
    'Create an organization',
    'The person who does becomes its OrganizationAdmin and AppAdmin. Root leaves it without members.',
  )
  @Problems(SlugTaken, TooManyOrganizations)
  @ApiCreatedResponse({ type: OrganizationDto })
  async create(
    @CurrentPrincipal() principal: UserPrincipal | RootPrincipal,
    @Body() naming: CreateOrganizationDto,
  ): Promise<OrganizationDto> {
    const { organization, role, appRole } = await this.founding.found(principal, naming);
    return presentOrganization(organization, { role, appRole });
  }

  @Get(':slug')
  @Authenticated()
  @InOrganization('path')
  @WhileArchived()
  @Scope('orgs:read')
  @Operation(
    'getOrganization',
    'Describe an organization I am in',
    'By a former slug, or by the id, the answer is 308 with the address under the present slug.',
  )
  @ApiParam({ name: 'slug', example: 'auroralabs' })
  @ApiOkResponse({ type: OrganizationDto })
  @ApiResponse({
    status: 308,
    description: 'The organization has another slug now',
    headers: { Location: { schema: { type: 'string' }, description: 'The path under the present slug' } },
  })
  async get(
    @CurrentOrganization() organization: OrganizationAccess,
    @Param('slug') slug: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<OrganizationDto | undefined> {
    if (slug !== organization.slug) {
      response.status(308).location(`${publicPath(this.config.publicUrl)}/api/v1/orgs/${organization.slug}`);
      return undefined;
    }
    return presentOrganization(await this.organizations.get(organization.id), organization);
  }

  @Patch(':slug')
  @StepUp()
  @InOrganization('path')
  @Roles(ORGANIZATION_ADMIN)
  @Operation('updateOrganization', 'Change an organization', 'What is not sent stays.')
  @ApiParam({ name: 'slug', example: 'auroralabs' })
  @Problems(SlugTaken, TooManySlugs)
  @ApiOkResponse({ type: OrganizationDto })
  async update(
    @CurrentPrincipal() principal: Principal,
    @CurrentOrganization() organization: OrganizationAccess,
    @Body(ChangesPipe) changes: UpdateOrganizationDto,
  ): Promise<OrganizationDto> {
    return presentOrganization(await this.organizations.update(principal, organization.id, changes), organization);
  }

  @Post(':slug/archive')
  @HttpCode(200)
  @StepUp()
  @InOrganization('path')
  @WhileArchived()
  @Roles(ORGANIZATION_ADMIN)
  @Operation(
    'archiveOrganization',
    'Take an organization out of use',
    'Nobody can work in it and its API keys do not count until it is restored. Nothing is lost.',
  )
  @ApiParam({ name: 'slug', example: 'auroralabs' })
  @ApiOkResponse({ type: OrganizationDto })
  async close(
    @CurrentPrincipal() principal: Principal,
    @CurrentOrganization() organization: OrganizationAccess,
  ): Promise<OrganizationDto> {
    return presentOrganization(await this.archive.archive(principal, organization.id), organization);
  }
}
