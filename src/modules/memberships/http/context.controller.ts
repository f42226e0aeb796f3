import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { NotAMember } from '../../../access/access.problems.js';
import { CurrentUser } from '../../../access/caller.decorators.js';
import { Access } from '../../../access/access.decorator.js';
import type { UserPrincipal } from '../../../access/principal.js';
import { CONTEXT } from '../../../contracts/context.js';
import { Operation } from '../../../core/openapi/operation.js';
import { MembershipsService } from '../memberships.service.js';
import {
  ChooseOrganizationDto,
  ContextMembershipsEnvelopeDto,
  PrimaryOrganizationEnvelopeDto,
  SwitchedOrganizationEnvelopeDto,
} from './context.dto.js';
import { presentMemberships, presentPrimary, presentSwitch } from './context.presenter.js';

@ApiTags('Memberships')
@Controller(CONTEXT.path('me'))
export class ContextMembershipsController {
  constructor(private readonly memberships: MembershipsService) {}

  @Get('organizations')
  @Access({ caller: 'session', duringPasswordChange: true })
  @Operation({
    id: 'listMyMemberships',
    summary: 'List my active memberships',
    description:
      'The primary membership comes first, then the others by the time of joining. `status` shows whether an organization is archived.',
    returns: ContextMembershipsEnvelopeDto,
  })
  async list(@CurrentUser() principal: UserPrincipal): Promise<ContextMembershipsEnvelopeDto> {
    const memberships = await this.memberships.listActive(principal);
    return { data: presentMemberships(memberships, principal.organization?.id ?? null) };
  }

  @Post('switch-organization')
  @Access({ caller: 'session' })
  @Operation({
    id: 'switchOrganization',
    summary: 'Make another organization the active one of this session',
    returns: SwitchedOrganizationEnvelopeDto,
    problems: [NotAMember],
  })
  async switch(
    @CurrentUser() principal: UserPrincipal,
    @Body() { organizationId }: ChooseOrganizationDto,
  ): Promise<SwitchedOrganizationEnvelopeDto> {
    return { data: presentSwitch(await this.memberships.switchTo(principal, organizationId)) };
  }

  @Post('primary-organization')
  @Access({ caller: 'session' })
  @Operation({
    id: 'setPrimaryOrganization',
    summary: 'Choose the organization that my logins start in',
    description: 'Applies to later logins. The active organization of open sessions is unchanged.',
    returns: PrimaryOrganizationEnvelopeDto,
    problems: [NotAMember],
  })
  async setPrimary(
    @CurrentUser() principal: UserPrincipal,
    @Body() { organizationId }: ChooseOrganizationDto,
  ): Promise<PrimaryOrganizationEnvelopeDto> {
    return { data: presentPrimary(await this.memberships.makePrimary(principal, organizationId)) };
  }
}
