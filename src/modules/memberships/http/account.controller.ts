import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentUser } from '../../../access/caller.decorators.js';
import { Access } from '../../../access/access.decorator.js';
import type { UserPrincipal } from '../../../access/principal.js';
import { ACCOUNT } from '../../../contracts/account.js';
import { Operation } from '../../../core/openapi/operation.js';
import { MembershipsService } from '../memberships.service.js';
import { MyOrganizationListDto } from './account.dto.js';
import { presentMyOrganizations } from './account.presenter.js';

@ApiTags('Memberships')
@Controller(ACCOUNT.path('orgs'))
export class AccountMembershipsController {
  constructor(private readonly memberships: MembershipsService) {}

  @Get('my')
  @Access({ caller: 'user', scope: 'orgs:read' })
  @Operation({
    id: 'listMyOrganizations',
    summary: 'List my organizations and my roles in them',
    description: 'Archived organizations are omitted. For an API key, the list has only the organization of the key.',
    returns: MyOrganizationListDto,
  })
  async mine(@CurrentUser() principal: UserPrincipal): Promise<MyOrganizationListDto> {
    return presentMyOrganizations(await this.memberships.listMine(principal));
  }
}
