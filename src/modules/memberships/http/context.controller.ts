import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { NotAMember } from '../../../access/access.problems.js';
import { CurrentUser } from '../../../access/caller.decorators.js';
import { SessionOnly } from '../../../access/declarations.js';
import type { UserPrincipal } from '../../../access/principal.js';
import { Operation, Problems } from '../../../core/openapi/operation.js';
import { MembershipsService } from '../memberships.service.js';
import {
  ContextMembershipsEnvelopeDto,
  SwitchedOrganizationEnvelopeDto,
  SwitchOrganizationDto,
} from './context.dto.js';
import { presentMemberships, presentSwitch } from './context.presenter.js';

@ApiTags('Memberships')
@Controller('api/me')
export class ContextMembershipsController {
  constructor(private readonly memberships: MembershipsService) {}

  @Get('organizations')
  @SessionOnly()
  @Operation('listMyMemberships', 'List my active memberships', 'The primary one first, then as they were joined.')
  @ApiOkResponse({ type: ContextMembershipsEnvelopeDto })
  async list(@CurrentUser() principal: UserPrincipal): Promise<ContextMembershipsEnvelopeDto> {
    const memberships = await this.memberships.listMine(principal, { active: true });
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
    @Body() { organizationId }: SwitchOrganizationDto,
  ): Promise<SwitchedOrganizationEnvelopeDto> {
    return { data: presentSwitch(await this.memberships.switchTo(principal, organizationId)) };
  }
}
