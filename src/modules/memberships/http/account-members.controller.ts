import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import { InsufficientRole } from '../../../access/access.problems.js';
import { CurrentOrganization, CurrentPrincipal, CurrentUser } from '../../../access/caller.decorators.js';
import { Authenticated, InOrganization, Roles, Scope, UserOnly } from '../../../access/declarations.js';
import type { OrganizationAccess, Principal, UserPrincipal } from '../../../access/principal.js';
import { Operation, Problems } from '../../../core/openapi/operation.js';
import { InvalidMarker } from '../../../core/problems/common.problems.js';
import { ChangesPipe } from '../../../core/validation/changes.pipe.js';
import { UserNotFound } from '../../users/users.problems.js';
import { LastAppAdmin, LastOrganizationAdmin } from '../administrators.problems.js';
import { MemberListService } from '../member-list.service.js';
import { MembershipChangesService } from '../membership-changes.service.js';
import { InvalidRole } from '../roles.problems.js';
import { MemberDto, MemberPageDto, MemberQueryDto, UpdateMemberDto } from './account-members.dto.js';
import { presentMember, presentMemberPage } from './account-members.presenter.js';

@ApiTags('Memberships')
@ApiParam({ name: 'slug', description: 'Present or former slug of the organization', example: 'auroralabs' })
@Controller('api/v1/orgs/:slug')
export class AccountMembersController {
  constructor(
    private readonly members: MemberListService,
    private readonly changes: MembershipChangesService,
  ) {}

  @Get('members')
  @Authenticated()
  @InOrganization('path')
  @Scope('orgs:read')
  @Operation('listMembers', 'List the members of the organization', 'In the order in which they joined.')
  @Problems(InvalidMarker)
  @ApiOkResponse({ type: MemberPageDto })
  async list(
    @CurrentOrganization() organization: OrganizationAccess,
    @Query() { q, role, state, ...page }: MemberQueryDto,
  ): Promise<MemberPageDto> {
    return presentMemberPage(await this.members.list(organization, { search: q, role, states: state }, page));
  }

  @Patch('members/:id')
  @Authenticated()
  @InOrganization('path')
  @Roles('OrganizationAdmin')
  @Scope('orgs:write')
  @Operation(
    'updateMember',
    'Change a member’s roles or state',
    'What is not sent stays. It acts at once on his sessions and API keys. Nobody gives an app role that he does not have.',
  )
  @ApiParam({ name: 'id', format: 'uuid', description: 'Of the membership' })
  @Problems(UserNotFound, InvalidRole, InsufficientRole, LastOrganizationAdmin, LastAppAdmin)
  @ApiOkResponse({ type: MemberDto })
  async update(
    @CurrentPrincipal() principal: Principal,
    @CurrentOrganization() organization: OrganizationAccess,
    @Param('id') id: string,
    @Body(ChangesPipe) changes: UpdateMemberDto,
  ): Promise<MemberDto> {
    const changed = await this.changes.change(principal, organization, id, changes);
    return presentMember(await this.members.get(changed.id));
  }

  @Delete('members/:id')
  @HttpCode(204)
  @Authenticated()
  @InOrganization('path')
  @Roles('OrganizationAdmin')
  @Scope('orgs:write')
  @Operation(
    'removeMember',
    'Remove a member from the organization',
    'With the membership end his teams, API keys and places in projects here, and the organization’s say over his account.',
  )
  @ApiParam({ name: 'id', format: 'uuid', description: 'Of the membership' })
  @Problems(UserNotFound, InsufficientRole, LastOrganizationAdmin, LastAppAdmin)
  @ApiNoContentResponse({ description: 'He is no member any more' })
  async remove(
    @CurrentPrincipal() principal: Principal,
    @CurrentOrganization() organization: OrganizationAccess,
    @Param('id') id: string,
  ): Promise<void> {
    await this.changes.remove(principal, organization, id);
  }

  @Post('leave')
  @HttpCode(204)
  @UserOnly()
  @InOrganization('path')
  @Scope('orgs:write')
  @Operation('leaveOrganization', 'Leave the organization', 'One that its only member leaves is archived.')
  @Problems(UserNotFound, LastOrganizationAdmin, LastAppAdmin)
  @ApiNoContentResponse({ description: 'The caller is no member any more' })
  async leave(
    @CurrentUser() principal: UserPrincipal,
    @CurrentOrganization() organization: OrganizationAccess,
  ): Promise<void> {
    await this.changes.leave(principal, organization);
  }
}
