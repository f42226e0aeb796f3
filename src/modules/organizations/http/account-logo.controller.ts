import { Controller, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { CurrentOrganization, CurrentPrincipal } from '../../../access/caller.decorators.js';
import { Access } from '../../../access/access.decorator.js';
import type { OrganizationAccess, Principal } from '../../../access/principal.js';
import { ORGANIZATION_ADMIN } from '../../../access/roles.js';
import { ACCOUNT, SLUG_PARAM } from '../../../contracts/account.js';
import { ImageBody } from '../../../core/images/image-body.js';
import { Images } from '../../../core/images/images.js';
import { Operation } from '../../../core/openapi/operation.js';
import { LogoService } from '../logo.service.js';
import { OrganizationDto } from './account.dto.js';
import { presentOrganization } from './account.presenter.js';

@ApiTags('Organizations')
@Controller(ACCOUNT.path('orgs/:slug/logo'))
export class AccountLogoController {
  constructor(
    private readonly images: Images,
    private readonly logos: LogoService,
  ) {}

  @Post()
  @Access({ caller: 'session', organization: ACCOUNT.organization, role: ORGANIZATION_ADMIN, recent: 'stepUp' })
  @Operation({
    id: 'uploadLogo',
    summary: 'Upload the logo of an organization',
    description:
      'The picture is cropped to its central square, and stored as a WebP of 512×512 pixels without metadata. `logoUrl` is its address.',
    params: [SLUG_PARAM],
    returns: OrganizationDto,
  })
  @ImageBody('logo')
  async upload(
    @CurrentPrincipal() principal: Principal,
    @CurrentOrganization() organization: OrganizationAccess,
    @Req() request: Request,
  ): Promise<OrganizationDto> {
    const picture = await this.images.receive(request, 'logo');
    return presentOrganization(await this.logos.replace(principal, organization.id, picture), organization);
  }
}
