import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { NotAMember } from '../../../access/access.problems.js';
import { CurrentUser } from '../../../access/caller.decorators.js';
import { DuringPasswordChange, SessionOnly } from '../../../access/declarations.js';
import type { UserPrincipal } from '../../../access/principal.js';
import { Operation, Problems } from '../../../core/openapi/operation.js';
import { MembershipsService } from '../memberships.service.js';
import {
  ContextMembershipsEnvelopeDto,
  PrimaryOrganizationEnvelopeDto,
  SwitchedOrganizationEnvelopeDto,
  ChooseOrganizationDto,
} from './context.dto.js';
import { presentMemberships, presentPrimary, presentSwitch } from './context.presenter.js';

@ApiTags('Memberships')
@Controller('api/me')
export class ContextMembershipsController {
  constructor(private readonly memberships: MembershipsService) {}

  @Get('organizations')
  @SessionOnly()
  @DuringPasswordChange()
  @Operation(
    'listMyMemberships',
    'List my active memberships',
    'The primary one first, then as they were joined. `status` tells those of archived organizations.',
  )
  @ApiOkResponse({ type: ContextMembershipsEnvelopeDto })
  async list(@CurrentUser() principal: UserPrincipal): Promise<ContextMembershipsEnvelopeDto> {
    const memberships = await this.memberships.listActive(principal);
    return { data: presentMemberships(memberships, principal.organization?.id ?? null) };
  }

  @Post('switch-organization')
  @HttpCode(200)
  @SessionOnly()
  @Operation('switchOrganization', 'Make another organization the active one of this session')
  @Problems(NotAMember)
  @ApiOkResponse({ type: SwitchedOrganizationEnvelopeDto })
  async switch(
    @CurrentUser() principal: UserPrincipal,
    @Body() { organizationId }: ChooseOrganizationDto,
  ): Promise<SwitchedOrganizationEnvelopeDto> {
    return { data: presentSwitch(await this.memberships.switchTo(principal, organizationId)) };
  }

  @Post('primary-organization')
  @HttpCode(200)
  @SessionOnly()
  @Operation(
    'setPrimaryOrganization',
    'Choose the organization that my logins start in',
    'Acts on later logins; the active organization of the sessions that are open stays.',
  )
  @Problems(NotAMember)
  @ApiOkResponse({ type: PrimaryOrganizationEnvelopeDto })
  async setPrimary(
    @CurrentUser() principal: UserPrincipal,
    @Body() { organizationId }: ChooseOrganizationDto,
  ): Promise<PrimaryOrganizationEnvelopeDto> {
    return { data: presentPrimary(await this.memberships.makePrimary(principal, organizationId)) };
  }
}
