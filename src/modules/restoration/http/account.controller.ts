import { Body, Controller, Post } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import { CurrentOrganization, CurrentPrincipal } from '../../../access/caller.decorators.js';
import { Access } from '../../../access/access.decorator.js';
import type { OrganizationAccess, Principal } from '../../../access/principal.js';
import { ORGANIZATION_ADMIN } from '../../../access/roles.js';
import { ACCOUNT, SLUG_PARAM } from '../../../contracts/account.js';
import { Operation } from '../../../core/openapi/operation.js';
import { TooManyRequests } from '../../../core/problems/common.problems.js';
import { AlreadyMember } from '../../memberships/memberships.problems.js';
import { OrganizationDto } from '../../organizations/http/account.dto.js';
import { presentOrganization } from '../../organizations/http/account.presenter.js';
import { RestorationService } from '../restoration.service.js';
import { RestoreOrganizationDto } from './account.dto.js';

@ApiTags('Organizations')
@Controller(ACCOUNT.path('orgs/:slug/restore'))
export class AccountRestorationController {
  constructor(private readonly restoration: RestorationService) {}

  @Post()
  @Access({
    caller: 'session-or-root',
    organization: ACCOUNT.organization,
    role: ORGANIZATION_ADMIN,
    recent: 'stepUp',
    whileArchived: true,
  })
  @Operation({
    id: 'restoreOrganization',
    summary: 'Restore an archived organization',
    description:
      'Its API keys work again. Sessions in which it was active must switch to it again. Only the root key can restore an organization without an active administrator. The request names the address of the next administrator, who is invited by mail. The API keys of its service accounts are revoked then.',
    params: [SLUG_PARAM],
    returns: OrganizationDto,
    problems: [AlreadyMember, TooManyRequests],
  })
  @ApiBody({ type: RestoreOrganizationDto, required: false })
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
