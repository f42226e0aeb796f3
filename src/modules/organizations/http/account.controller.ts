import { Body, Controller, Get, Param, Patch, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { CurrentOrganization, CurrentPrincipal } from '../../../access/caller.decorators.js';
import { Access } from '../../../access/access.decorator.js';
import type { OrganizationAccess, Principal, RootPrincipal, UserPrincipal } from '../../../access/principal.js';
import { ORGANIZATION_ADMIN } from '../../../access/roles.js';
import { ACCOUNT, SLUG_PARAM } from '../../../contracts/account.js';
import { Config } from '../../../core/config/config.js';
import { publicPath } from '../../../core/http/public-path.js';
import { created, ok, Operation } from '../../../core/openapi/operation.js';
import { ChangesPipe } from '../../../core/validation/changes.pipe.js';
import { ArchiveService } from '../archive.service.js';
import { OrganizationCreationService } from '../organization-creation.service.js';
import { RecoveryRequired } from '../../memberships/management.problems.js';
import { SlugTaken, TooManyOrganizations, TooManySlugs } from '../organizations.problems.js';
import { OrganizationsService } from '../organizations.service.js';
import { CreateOrganizationDto, OrganizationDto, UpdateOrganizationDto } from './account.dto.js';
import { presentOrganization } from './account.presenter.js';

@ApiTags('Organizations')
@Controller(ACCOUNT.path('orgs'))
export class AccountOrganizationsController {
  constructor(
    private readonly organizations: OrganizationsService,
    private readonly creation: OrganizationCreationService,
    private readonly archive: ArchiveService,
    private readonly config: Config,
  ) {}

  @Post()
  @Access({ caller: 'session-or-root' })
  @Operation({
    id: 'createOrganization',
    summary: 'Create an organization',
    description:
      'A person who creates an organization becomes its OrganizationAdmin and AppAdmin. An organization that the root key creates has no members.',
    returns: created(OrganizationDto),
    problems: [SlugTaken, TooManyOrganizations, RecoveryRequired],
  })
  async create(
    @CurrentPrincipal() principal: UserPrincipal | RootPrincipal,
    @Body() naming: CreateOrganizationDto,
  ): Promise<OrganizationDto> {
    const { organization, role, appRole } = await this.creation.create(principal, naming);
    return presentOrganization(organization, { role, appRole });
  }

  @Get(':slug')
  @Access({ caller: 'authenticated', organization: ACCOUNT.organization, scope: 'orgs:read', whileArchived: true })
  @Operation({
    id: 'getOrganization',
    summary: 'Describe an organization of mine',
    description:
      'A former slug, the id, and a slug in capital letters are answered by 308 with the path under the present slug, and with the same query.',
    params: [SLUG_PARAM],
    returns: [
      ok(OrganizationDto),
      {
        status: 308,
        description: 'The organization has another slug',
        headers: { Location: { schema: { type: 'string' }, description: 'The path under the present slug' } },
      },
    ],
  })
  async get(
    @CurrentOrganization() organization: OrganizationAccess,
    @Param('slug') slug: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<OrganizationDto | undefined> {
    if (slug !== organization.slug) {
      const query = /\?.*$/.exec(request.url)?.[0] ?? '';
      response.status(308).location(`${publicPath(this.config.publicUrl)}/api/v1/orgs/${organization.slug}${query}`);
      return undefined;
    }
    return presentOrganization(await this.organizations.get(organization.id), organization);
  }

  @Patch(':slug')
  @Access({ caller: 'session', organization: ACCOUNT.organization, role: ORGANIZATION_ADMIN, recent: 'stepUp' })
  @Operation({
    id: 'updateOrganization',
    summary: 'Change an organization',
    description: 'Omitted keys are unchanged.',
    params: [SLUG_PARAM],
    returns: OrganizationDto,
    problems: [SlugTaken, TooManySlugs],
  })
  async update(
    @CurrentPrincipal() principal: Principal,
    @CurrentOrganization() organization: OrganizationAccess,
    @Body(ChangesPipe) changes: UpdateOrganizationDto,
  ): Promise<OrganizationDto> {
    return presentOrganization(await this.organizations.update(principal, organization.id, changes), organization);
  }

  @Post(':slug/archive')
  @Access({
    caller: 'session',
    organization: ACCOUNT.organization,
    role: ORGANIZATION_ADMIN,
    recent: 'stepUp',
    whileArchived: true,
  })
  @Operation({
    id: 'archiveOrganization',
    summary: 'Archive an organization',
    description:
      'Members cannot use an archived organization, and its API keys do not work until it is restored. No data is lost.',
    params: [SLUG_PARAM],
    returns: OrganizationDto,
  })
  async close(
    @CurrentPrincipal() principal: Principal,
    @CurrentOrganization() organization: OrganizationAccess,
  ): Promise<OrganizationDto> {
    return presentOrganization(await this.archive.archive(principal, organization.id), organization);
  }
}
