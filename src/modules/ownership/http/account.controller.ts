import { Body, Controller, Delete, Get, Post } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { CurrentOrganization, CurrentUser } from '../../../access/caller.decorators.js';
import { Access } from '../../../access/access.decorator.js';
import type { OrganizationAccess, UserPrincipal } from '../../../access/principal.js';
import { ACCOUNT, SLUG_PARAM } from '../../../contracts/account.js';
import { created, noContent, Operation } from '../../../core/openapi/operation.js';
import { TooManyRequests } from '../../../core/problems/common.problems.js';
import { UserNotFound } from '../../users/users.problems.js';
import { OwnershipOfferNotFound, OwnOffer } from '../ownership.problems.js';
import { OwnershipService } from '../ownership.service.js';
import { OfferOwnershipDto, OwnershipOfferDto } from './account.dto.js';
import { presentOwnershipOffer } from './account.presenter.js';

@ApiTags('Memberships')
@ApiParam(SLUG_PARAM)
@Controller(ACCOUNT.path('orgs/:slug/ownership-offer'))
export class AccountOwnershipController {
  constructor(private readonly ownership: OwnershipService) {}

  @Get()
  @Access({ caller: 'session', organization: ACCOUNT.organization })
  @Operation({
    id: 'getOwnershipOffer',
    summary: 'Read the open offer of the organization',
    description: 'Only the two members of the offer can read it.',
    returns: OwnershipOfferDto,
    problems: [OwnershipOfferNotFound],
  })
  async read(@CurrentOrganization() organization: OrganizationAccess): Promise<OwnershipOfferDto> {
    return presentOwnershipOffer(await this.ownership.find(organization));
  }

  @Post()
  @Access({ caller: 'session', organization: ACCOUNT.organization, role: 'OrganizationAdmin', recent: 'stepUp' })
  @Operation({
    id: 'offerOwnership',
    summary: 'Offer the organization to another member',
    description:
      'The offer is valid for seven days. The member is notified by mail. An earlier offer ends. The caller needs both roles, OrganizationAdmin and AppAdmin.',
    returns: created(OwnershipOfferDto),
    problems: [UserNotFound, OwnOffer, TooManyRequests],
  })
  async offer(
    @CurrentUser() principal: UserPrincipal,
    @CurrentOrganization() organization: OrganizationAccess,
    @Body() { memberId }: OfferOwnershipDto,
  ): Promise<OwnershipOfferDto> {
    return presentOwnershipOffer(await this.ownership.offer(principal, organization, memberId));
  }

  @Delete()
  @Access({ caller: 'session', organization: ACCOUNT.organization })
  @Operation({
    id: 'endOwnershipOffer',
    summary: 'Withdraw or decline the offer',
    returns: noContent('The offer was withdrawn or declined.'),
    problems: [OwnershipOfferNotFound],
  })
  async end(
    @CurrentUser() principal: UserPrincipal,
    @CurrentOrganization() organization: OrganizationAccess,
  ): Promise<void> {
    await this.ownership.end(principal, organization);
  }

  @Post('accept')
  @Access({ caller: 'session', organization: ACCOUNT.organization, recent: 'stepUp' })
  @Operation({
    id: 'acceptOwnership',
    summary: 'Accept the ownership of the organization',
    description:
      'The caller becomes OrganizationAdmin and AppAdmin. The member who made the offer becomes Manager and AppMember.',
    returns: noContent('The ownership was transferred.'),
    problems: [OwnershipOfferNotFound],
  })
  async accept(
    @CurrentUser() principal: UserPrincipal,
    @CurrentOrganization() organization: OrganizationAccess,
  ): Promise<void> {
    await this.ownership.accept(principal, organization);
  }
}
