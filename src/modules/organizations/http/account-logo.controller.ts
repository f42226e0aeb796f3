import { Controller, HttpCode, Post, Req } from '@nestjs/common';
import { ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { CurrentOrganization, CurrentPrincipal } from '../../../access/caller.decorators.js';
import { InOrganization, Roles, StepUp } from '../../../access/declarations.js';
import type { OrganizationAccess, Principal } from '../../../access/principal.js';
import { ORGANIZATION_ADMIN } from '../../../access/roles.js';
import { ImageBody } from '../../../core/images/image-body.js';
import { Images } from '../../../core/images/images.js';
import { Operation } from '../../../core/openapi/operation.js';
import { LogoService } from '../logo.service.js';
import { OrganizationDto } from './account.dto.js';
import { presentOrganization } from './account.presenter.js';

@ApiTags('Organizations')
@Controller('api/v1/orgs/:slug/logo')
export class AccountLogoController {
  constructor(
    private readonly images: Images,
    private readonly logos: LogoService,
  ) {}

  @Post()
  @HttpCode(200)
  @StepUp()
  @InOrganization('path')
  @Roles(ORGANIZATION_ADMIN)
  @Operation(
    'uploadLogo',
    'Upload the logo of an organization',
    'Cut to a square in its middle and made anew as a WebP of 512×512 without metadata. `logoUrl` is its address.',
  )
  @ApiParam({ name: 'slug', example: 'auroralabs' })
  @ImageBody('logo')
  @ApiOkResponse({ type: OrganizationDto })
  async upload(
    @CurrentPrincipal() principal: Principal,
    @CurrentOrganization() organization: OrganizationAccess,
    @Req() request: Request,
  ): Promise<OrganizationDto> {
    const picture = await this.images.receive(request, 'logo');
    return presentOrganization(await this.logos.replace(principal, organization.id, picture), organization);
  }
}
