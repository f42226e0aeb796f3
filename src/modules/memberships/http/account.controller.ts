import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentUser } from '../../../access/caller.decorators.js';
import { Scope, UserOnly } from '../../../access/declarations.js';
import type { UserPrincipal } from '../../../access/principal.js';
import { Operation } from '../../../core/openapi/operation.js';
import { MembershipsService } from '../memberships.service.js';
import { MyOrganizationListDto } from './account.dto.js';
import { presentMyOrganizations } from './account.presenter.js';

@ApiTags('Memberships')
@Controller('api/v1/orgs')
export class AccountMembershipsController {
  constructor(private readonly memberships: MembershipsService) {}

  @Get('my')
  @UserOnly()
  @Scope('orgs:read')
  @Operation(
    'listMyOrganizations',
    'List my organizations and my roles in them',
    'Archived organizations are left out. An API key sees its own organization alone.',
  )
  @ApiOkResponse({ type: MyOrganizationListDto })
  async mine(@CurrentUser() principal: UserPrincipal): Promise<MyOrganizationListDto> {
    return presentMyOrganizations(await this.memberships.listMine(principal));
  }
}
