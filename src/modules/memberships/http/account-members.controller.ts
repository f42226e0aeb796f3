import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { InsufficientRole } from '../../../access/access.problems.js';
import { CurrentOrganization, CurrentPrincipal, CurrentUser } from '../../../access/caller.decorators.js';
import { Access } from '../../../access/access.decorator.js';
import type { OrganizationAccess, Principal, UserPrincipal } from '../../../access/principal.js';
import { ACCOUNT, SLUG_PARAM } from '../../../contracts/account.js';
import { noContent, Operation } from '../../../core/openapi/operation.js';
import { InvalidMarker } from '../../../core/problems/common.problems.js';
import { ChangesPipe } from '../../../core/validation/changes.pipe.js';
import { UserNotFound } from '../../users/users.problems.js';
import { LastAppAdmin, LastOrganizationAdmin } from '../administrators.problems.js';
import { MemberListService } from '../member-list.service.js';
import { MembershipChangesService } from '../membership-changes.service.js';
import { InvalidRole } from '../../roles/roles.problems.js';
import { MemberDto, MemberPageDto, MemberQueryDto, UpdateMemberDto } from './account-members.dto.js';
import { presentMember, presentMemberPage } from './account-members.presenter.js';

@ApiTags('Memberships')
@ApiParam(SLUG_PARAM)
@Controller(ACCOUNT.path('orgs/:slug'))
export class AccountMembersController {
  constructor(
    private readonly members: MemberListService,
    private readonly changes: MembershipChangesService,
  ) {}

  @Get('members')
  @Access({ caller: 'authenticated', organization: ACCOUNT.organization, scope: 'orgs:read' })
  @Operation({
    id: 'listMembers',
    summary: 'List the members of the organization',
    description:
      'Ordered by the time of joining, unless `sort` names another order. Only OrganizationAdmins get `lastSignInAt` and `secondFactor`.',
    returns: MemberPageDto,
    problems: [InvalidMarker],
  })
  async list(
    @CurrentPrincipal() principal: Principal,
    @CurrentOrganization() organization: OrganizationAccess,
    @Query() { q, role, state, sort, ...page }: MemberQueryDto,
  ): Promise<MemberPageDto> {
    const filter = { search: q, role, states: state };
    return presentMemberPage(await this.members.list(principal, organization, filter, sort, page));
  }

  @Patch('members/:id')
  @Access({
    caller: 'authenticated',
    organization: ACCOUNT.organization,
    role: 'OrganizationAdmin',
    scope: 'orgs:write',
  })
  @Operation({
    id: 'updateMember',
    summary: 'Change a member’s roles or state',
    description:
      'Omitted keys are unchanged. A change applies to the member’s sessions and API keys at once. A caller cannot grant an app role that they do not have.',
    params: [{ name: 'id', format: 'uuid', description: 'Id of the membership' }],
    returns: MemberDto,
    problems: [UserNotFound, InvalidRole, InsufficientRole, LastOrganizationAdmin, LastAppAdmin],
  })
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
  @Access({
    caller: 'authenticated',
    organization: ACCOUNT.organization,
    role: 'OrganizationAdmin',
    scope: 'orgs:write',
  })
  @Operation({
    id: 'removeMember',
    summary: 'Remove a member from the organization',
    description:
      'The member’s team memberships, API keys and project memberships in the organization end too, and the organization no longer manages the account.',
    params: [{ name: 'id', format: 'uuid', description: 'Id of the membership' }],
    returns: noContent('The membership was removed.'),
    problems: [UserNotFound, InsufficientRole, LastOrganizationAdmin, LastAppAdmin],
  })
  async remove(
    @CurrentPrincipal() principal: Principal,
    @CurrentOrganization() organization: OrganizationAccess,
    @Param('id') id: string,
  ): Promise<void> {
    await this.changes.remove(principal, organization, id);
  }

  @Post('leave')
  @Access({ caller: 'user', organization: ACCOUNT.organization, scope: 'orgs:write' })
  @Operation({
    id: 'leaveOrganization',
    summary: 'Leave the organization',
    description: 'If the last member leaves, the organization is archived.',
    returns: noContent('The caller’s membership was removed.'),
    problems: [UserNotFound, LastOrganizationAdmin, LastAppAdmin],
  })
  async leave(
    @CurrentUser() principal: UserPrincipal,
    @CurrentOrganization() organization: OrganizationAccess,
  ): Promise<void> {
    await this.changes.leave(principal, organization);
  }
}
