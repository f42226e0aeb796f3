import { Body, Controller, Delete, Get, HttpCode, HttpStatus, Param, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { InsufficientRole } from '../../../access/access.problems.js';
import { CurrentOrganization, CurrentPrincipal } from '../../../access/caller.decorators.js';
import { Authenticated, InOrganization, Permitted, Roles, Scope } from '../../../access/declarations.js';
import type { OrganizationAccess, Principal } from '../../../access/principal.js';
import { INVITER_ROLES } from '../../../access/roles.js';
import { Operation, Problems } from '../../../core/openapi/operation.js';
import { InvalidMarker, TooManyRequests } from '../../../core/problems/common.problems.js';
import { AlreadyMember } from '../../memberships/memberships.problems.js';
import { InvalidRole } from '../../memberships/roles.problems.js';
import { InvitationClosed, InvitationNotFound } from '../invitations.problems.js';
import { InvitationsService } from '../invitations.service.js';
import { InvitationDto, InvitationPageDto, InvitationQueryDto, InviteDto } from './account.dto.js';
import { presentInvitation, presentInvitationPage } from './account.presenter.js';

@ApiTags('Invitations')
@ApiParam({ name: 'slug', description: 'Present or former slug of the organization', example: 'auroralabs' })
@Controller('api/v1/orgs/:slug/invitations')
export class AccountInvitationsController {
  constructor(private readonly invitations: InvitationsService) {}

  @Get()
  @Authenticated()
  @InOrganization('path')
  @Permitted('orgs:read')
  @Operation(
    'listInvitations',
    'List the invitations of the organization',
    'In the order of their creation. What ended without being accepted is erased after thirty days.',
  )
  @Problems(InvalidMarker)
  @ApiOkResponse({ type: InvitationPageDto })
  async list(
    @CurrentOrganization() organization: OrganizationAccess,
    @Query() { state, ...page }: InvitationQueryDto,
  ): Promise<InvitationPageDto> {
    return presentInvitationPage(await this.invitations.list(organization, state, page));
  }

  @Post()
  @Authenticated()
  @InOrganization('path')
  @Roles(...INVITER_ROLES)
  @Scope('orgs:write')
  @Operation(
    'inviteMember',
    'Invite somebody by mail',
    'The link in the mail is valid for seven days. If the address has a pending invitation with the same role, app role and language, that invitation is returned and no mail is sent. With another role, app role or language, the pending invitation is changed, and a new link is mailed: the link before it stops working. The invitation ends when its sender is removed or deactivated, or may no longer invite or grant the role.',
  )
  @Problems(AlreadyMember, InvalidRole, InvitationClosed, InsufficientRole, TooManyRequests)
  @ApiCreatedResponse({ type: InvitationDto })
  @ApiOkResponse({ type: InvitationDto, description: 'The pending invitation of the address, as it is now' })
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
  @HttpCode(204)
  @Authenticated()
  @InOrganization('path')
  @Roles(...INVITER_ROLES)
  @Scope('orgs:write')
  @Operation('revokeInvitation', 'Revoke an invitation', 'The link in its mail is worthless at once.')
  @ApiParam({ name: 'id', format: 'uuid' })
  @Problems(InvitationNotFound, InvitationClosed)
  @ApiNoContentResponse({ description: 'It is revoked' })
  async revoke(
    @CurrentPrincipal() principal: Principal,
    @CurrentOrganization() organization: OrganizationAccess,
    @Param('id') id: string,
  ): Promise<void> {
    await this.invitations.revoke(principal, organization, id);
  }

  @Post(':id/resend')
  @HttpCode(200)
  @Authenticated()
  @InOrganization('path')
  @Roles(...INVITER_ROLES)
  @Scope('orgs:write')
  @Operation(
    'resendInvitation',
    'Send an invitation again',
    'With a new link, good for seven days; the old one is worthless. An expired invitation is pending again.',
  )
  @ApiParam({ name: 'id', format: 'uuid' })
  @Problems(InvitationNotFound, InvitationClosed, InsufficientRole, TooManyRequests)
  @ApiOkResponse({ type: InvitationDto })
  async resend(
    @CurrentPrincipal() principal: Principal,
    @CurrentOrganization() organization: OrganizationAccess,
    @Param('id') id: string,
  ): Promise<InvitationDto> {
    return presentInvitation(await this.invitations.resend(principal, organization, id));
  }
}
