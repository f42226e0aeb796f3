import { Body, Controller, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { CurrentUser } from '../../../access/caller.decorators.js';
import { Access } from '../../../access/access.decorator.js';
import type { UserPrincipal } from '../../../access/principal.js';
import { ACCOUNT } from '../../../contracts/account.js';
import { Operation } from '../../../core/openapi/operation.js';
import { EmailTaken } from '../../emails/emails.problems.js';
import { LastAppAdmin, LastOrganizationAdmin } from '../../memberships/administrators.problems.js';
import { MyOrganizationDto } from '../../memberships/http/account.dto.js';
import { presentMyOrganization } from '../../memberships/http/account.presenter.js';
import { RecoveryRequired } from '../../memberships/management.problems.js';
import { AlreadyMember } from '../../memberships/memberships.problems.js';
import { InvalidToken } from '../../one-time-tokens/one-time-tokens.problems.js';
import { presentAuthResult } from '../../sessions/http/account.presenter.js';
import { BrowserCookies } from '../../sessions/http/browser.cookies.js';
import { AuthResultDto } from '../../sessions/http/account.dto.js';
import { RegistrationClosed } from '../../sessions/sessions.problems.js';
import { InvitationAcceptanceService } from '../invitation-acceptance.service.js';
import { InvitationPreviewDto, InvitationTokenDto, RegisterInvitedDto } from './account-acceptance.dto.js';
import { presentOffer } from './account.presenter.js';

@ApiTags('Invitations')
@Controller(ACCOUNT.path('invitations'))
export class AccountInvitationAcceptanceController {
  constructor(
    private readonly invitations: InvitationAcceptanceService,
    private readonly cookies: BrowserCookies,
  ) {}

  @Post('preview')
  @Access({ caller: 'anyone', limitedPerClient: true })
  @Operation({
    id: 'previewInvitation',
    summary: 'Read an invitation by its token',
    description: 'The token stays valid.',
    returns: InvitationPreviewDto,
    problems: [InvalidToken],
  })
  async preview(@Body() { token }: InvitationTokenDto): Promise<InvitationPreviewDto> {
    return presentOffer(await this.invitations.preview(token));
  }

  @Post('accept')
  @Access({ caller: 'session' })
  @Operation({
    id: 'acceptInvitation',
    summary: 'Accept an invitation',
    description:
      'The caller must have verified the address of the invitation. For other callers the token is answered like an unknown one.',
    returns: MyOrganizationDto,
    problems: [InvalidToken, AlreadyMember, RecoveryRequired, LastOrganizationAdmin, LastAppAdmin],
  })
  async accept(
    @CurrentUser() principal: UserPrincipal,
    @Body() { token }: InvitationTokenDto,
  ): Promise<MyOrganizationDto> {
    return presentMyOrganization(await this.invitations.accept(principal, token));
  }

  @Post('register')
  @Access({ caller: 'anyone', limitedPerClient: true })
  @Operation({
    id: 'registerInvited',
    summary: 'Register and accept an invitation',
    description:
      'The token proves the address. If an account has proved the address already, the answer is 409: sign in and accept. If an account has the address unproved, the caller gets that account.',
    returns: AuthResultDto,
    problems: [InvalidToken, EmailTaken, RegistrationClosed, LastOrganizationAdmin, LastAppAdmin],
  })
  async register(
    @Body() registration: RegisterInvitedDto,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<AuthResultDto> {
    const device = this.cookies.recognise(request, response);
    const opened = await this.invitations.register(registration, device);
    this.cookies.setSession(response, opened);
    return presentAuthResult(opened);
  }
}
