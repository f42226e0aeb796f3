import { Body, Controller, Delete, Get, HttpStatus, Param, Post, Query, Res } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { InsufficientRole } from '../../../access/access.problems.js';
import { CurrentOrganization, CurrentPrincipal } from '../../../access/caller.decorators.js';
import { Access } from '../../../access/access.decorator.js';
import type { OrganizationAccess, Principal } from '../../../access/principal.js';
import { INVITER_ROLE } from '../../../access/roles.js';
import { ACCOUNT, SLUG_PARAM } from '../../../contracts/account.js';
import { created, noContent, ok, Operation } from '../../../core/openapi/operation.js';
import { InvalidMarker, TooManyRequests } from '../../../core/problems/common.problems.js';
import { AlreadyMember } from '../../memberships/memberships.problems.js';
import { InvalidRole } from '../../roles/roles.problems.js';
import { InvitationClosed, InvitationNotFound } from '../invitations.problems.js';
import { InvitationsService } from '../invitations.service.js';
import { InvitationDto, InvitationPageDto, InvitationQueryDto, InviteDto } from './account.dto.js';
import { presentInvitation, presentInvitationPage } from './account.presenter.js';

@ApiTags('Invitations')
@ApiParam(SLUG_PARAM)
@Controller(ACCOUNT.path('orgs/:slug/invitations'))
export class AccountInvitationsController {
  constructor(private readonly invitations: InvitationsService) {}

  @Get()
  @Access({ caller: 'authenticated', organization: ACCOUNT.organization, permission: 'orgs:read' })
  @Operation({
    id: 'listInvitations',
    summary: 'List the invitations of the organization',
    description:
      'Ordered by creation time. An invitation that ended without being accepted is deleted after thirty days.',
    returns: InvitationPageDto,
    problems: [InvalidMarker],
  })
  async list(
    @CurrentOrganization() organization: OrganizationAccess,
    @Query() { state, ...page }: InvitationQueryDto,
  ): Promise<InvitationPageDto> {
    return presentInvitationPage(await this.invitations.list(organization, state, page));
  }

  @Post()
  @Access({ caller: 'authenticated', organization: ACCOUNT.organization, role: INVITER_ROLE, scope: 'orgs:write' })
  @Operation({
    id: 'inviteMember',
    summary: 'Invite a person by mail',
    description:
      'The link in the mail is valid for seven days. If the address has a pending invitation with the same role, app role and language, that invitation is returned and no mail is sent. If the role, the app role or the language differs, the pending invitation is changed and a new link is mailed. The previous link stops working. The invitation ends when its sender is removed or deactivated, or may no longer invite or grant the role.',
    returns: [created(InvitationDto), ok(InvitationDto, 'The pending invitation of the address')],
    problems: [AlreadyMember, InvalidRole, InvitationClosed, InsufficientRole, TooManyRequests],
  })
  async invite(
    @CurrentPrincipal() principal: Principal,
    @CurrentOrganization() organization: OrganizationAccess,
    @Body() fields: InviteDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<InvitationDto> {
    const { invitation, isNew } = await this.invitations.invite(principal, organization, fields);
    response.status(isNew ? HttpStatus.CREATED : HttpStatus.OK);
    return presentInvitation(invitation);
  }

  @Delete(':id')
  @Access({ caller: 'authenticated', organization: ACCOUNT.organization, role: INVITER_ROLE, scope: 'orgs:write' })
  @Operation({
    id: 'revokeInvitation',
    summary: 'Revoke an invitation',
    description: 'The link in its mail stops working at once.',
    params: [{ name: 'id', format: 'uuid' }],
    returns: noContent('The invitation was revoked.'),
    problems: [InvitationNotFound, InvitationClosed],
  })
  async revoke(
    @CurrentPrincipal() principal: Principal,
    @CurrentOrganization() organization: OrganizationAccess,
    @Param('id') id: string,
  ): Promise<void> {
    await this.invitations.revoke(principal, organization, id);
  }

  @Post(':id/resend')
  @Access({ caller: 'authenticated', organization: ACCOUNT.organization, role: INVITER_ROLE, scope: 'orgs:write' })
  @Operation({
    id: 'resendInvitation',
    summary: 'Send an invitation again',
    description:
      'The new link is valid for seven days. The old link stops working. An expired invitation becomes pending again.',
    params: [{ name: 'id', format: 'uuid' }],
    returns: InvitationDto,
    problems: [InvitationNotFound, InvitationClosed, InsufficientRole, TooManyRequests],
  })
  async resend(
    @CurrentPrincipal() principal: Principal,
    @CurrentOrganization() organization: OrganizationAccess,
    @Param('id') id: string,
  ): Promise<InvitationDto> {
    return presentInvitation(await this.invitations.resend(principal, organization, id));
  }
}
