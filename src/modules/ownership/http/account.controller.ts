import { Body, Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import { CurrentOrganization, CurrentUser } from '../../../access/caller.decorators.js';
import { InOrganization, Roles, SessionOnly, StepUp } from '../../../access/declarations.js';
import type { OrganizationAccess, UserPrincipal } from '../../../access/principal.js';
import { Operation, Problems } from '../../../core/openapi/operation.js';
import { TooManyRequests } from '../../../core/problems/common.problems.js';
import { UserNotFound } from '../../users/users.problems.js';
import { OwnOffer, OwnershipOfferNotFound } from '../ownership.problems.js';
import { OwnershipService } from '../ownership.service.js';
import { OfferOwnershipDto, OwnershipOfferDto } from './account.dto.js';
import { presentOwnershipOffer } from './account.presenter.js';

@ApiTags('Memberships')
@ApiParam({ name: 'slug', description: 'Present or former slug of the organization', example: 'auroralabs' })
@Controller('api/v1/orgs/:slug/ownership-offer')
export class AccountOwnershipController {
  constructor(private readonly ownership: OwnershipService) {}

  @Get()
  @SessionOnly()
  @InOrganization('path')
  @Operation('getOwnershipOffer', 'Read the open offer of the organization', 'For whoever makes or gets it.')
  @Problems(OwnershipOfferNotFound)
  @ApiOkResponse({ type: OwnershipOfferDto })
  async read(@CurrentOrganization() organization: OrganizationAccess): Promise<OwnershipOfferDto> {
    return presentOwnershipOffer(await this.ownership.find(organization));
  }

  @Post()
  @InOrganization('path')
  @Roles('OrganizationAdmin')
  @StepUp()
  @Operation(
    'offerOwnership',
    'Offer the organization to another member',
    'For seven days. He is told by mail. An earlier offer ends. Needs both OrganizationAdmin and AppAdmin.',
  )
  @Problems(UserNotFound, OwnOffer, TooManyRequests)
  @ApiCreatedResponse({ type: OwnershipOfferDto })
  async offer(
    @CurrentUser() principal: UserPrincipal,
    @CurrentOrganization() organization: OrganizationAccess,
    @Body() { memberId }: OfferOwnershipDto,
  ): Promise<OwnershipOfferDto> {
    return presentOwnershipOffer(await this.ownership.offer(principal, organization, memberId));
  }

  @Delete()
  @HttpCode(204)
  @SessionOnly()
  @InOrganization('path')
  @Operation('endOwnershipOffer', 'Withdraw or decline the offer')
  @Problems(OwnershipOfferNotFound)
  @ApiNoContentResponse({ description: 'There is none any more' })
  async end(
    @CurrentUser() principal: UserPrincipal,
    @CurrentOrganization() organization: OrganizationAccess,
  ): Promise<void> {
    await this.ownership.end(principal, organization);
  }

  @Post('accept')
  @HttpCode(204)
  @InOrganization('path')
  @StepUp()
  @Operation(
    'acceptOwnership',
    'Take the organization over',
    'The caller becomes OrganizationAdmin and AppAdmin, and whoever offered it Manager and AppMember.',
  )
  @Problems(OwnershipOfferNotFound)
  @ApiNoContentResponse({ description: 'The organization is handed over' })
  async accept(
    @CurrentUser() principal: UserPrincipal,
    @CurrentOrganization() organization: OrganizationAccess,
  ): Promise<void> {
    await this.ownership.accept(principal, organization);
  }
}
