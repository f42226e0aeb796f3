import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import { CurrentOrganization, CurrentPrincipal } from '../../../access/caller.decorators.js';
import { InOrganization, Roles, RootToo, StepUp, WhileArchived } from '../../../access/declarations.js';
import type { OrganizationAccess, Principal } from '../../../access/principal.js';
import { ORGANIZATION_ADMIN } from '../../../access/roles.js';
import { Operation, Problems } from '../../../core/openapi/operation.js';
import { TooManyRequests } from '../../../core/problems/common.problems.js';
import { AlreadyMember } from '../../memberships/memberships.problems.js';
import { OrganizationDto } from '../../organizations/http/account.dto.js';
import { presentOrganization } from '../../organizations/http/account.presenter.js';
import { RestorationService } from '../restoration.service.js';
import { RestoreOrganizationDto } from './account.dto.js';

@ApiTags('Organizations')
@Controller('api/v1/orgs/:slug/restore')
export class AccountRestorationController {
  constructor(private readonly restoration: RestorationService) {}

  @Post()
  @HttpCode(200)
  @StepUp()
  @RootToo()
  @InOrganization('path')
  @WhileArchived()
  @Roles(ORGANIZATION_ADMIN)
  @Operation(
    'restoreOrganization',
    'Bring an archived organization back into use',
    'Its API keys count again. Sessions that were in it have to switch to it again. An organization without an active ' +
      'administrator is restored by root, with the address of the next one, who is invited by mail.',
  )
  @ApiParam({ name: 'slug', example: 'auroralabs' })
  @ApiBody({ type: RestoreOrganizationDto, required: false })
  @Problems(AlreadyMember, TooManyRequests)
  @ApiOkResponse({ type: OrganizationDto })
  async restore(
    @CurrentPrincipal() principal: Principal,
    @CurrentOrganization() organization: OrganizationAccess,
    @Body() { administratorEmail }: RestoreOrganizationDto,
  ): Promise<OrganizationDto> {
    return presentOrganization(
      await this.restoration.restore(principal, organization, administratorEmail),
      organization,
    );
  }
}
