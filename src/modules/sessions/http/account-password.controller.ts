import { Body, Controller, Patch, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { CurrentSession, CurrentUser } from '../../../access/caller.decorators.js';
import { Access } from '../../../access/access.decorator.js';
import type { SessionInfo, UserPrincipal } from '../../../access/principal.js';
import { ACCOUNT } from '../../../contracts/account.js';
import { accepted, noContent, Operation } from '../../../core/openapi/operation.js';
import { TooManyRequests } from '../../../core/problems/common.problems.js';
import { InvalidToken } from '../../one-time-tokens/one-time-tokens.problems.js';
import { PasswordService } from '../password.service.js';
import { CurrentPasswordWrong } from '../sessions.problems.js';
import { ChangePasswordDto, ForgotPasswordDto, ResetPasswordDto } from './account-password.dto.js';
import { AuthResultDto } from './account.dto.js';
import { presentAuthResult } from './account.presenter.js';
import { BrowserCookies } from './browser.cookies.js';

@ApiTags('Sessions')
@Controller(ACCOUNT.path())
export class AccountPasswordController {
  constructor(
    private readonly passwords: PasswordService,
    private readonly cookies: BrowserCookies,
  ) {}

  @Post('auth/password/forgot')
  @Access({ caller: 'anyone', limitedPerClient: true })
  @Operation({
    id: 'forgotPassword',
    summary: 'Ask for a link to set a new password',
    description: 'The answer is the same for every address.',
    returns: accepted(undefined, 'If the address has an account, a mail will be sent.'),
  })
  async forgot(@Body() { email }: ForgotPasswordDto): Promise<void> {
    await this.passwords.forget(email);
  }

  @Post('auth/password/reset')
  @Access({ caller: 'anyone', limitedPerClient: true })
  @Operation({
    id: 'resetPassword',
    summary: 'Set a new password by the link in the mail',
    description: 'All sessions, trusted devices and API keys of the user end.',
    returns: noContent('The password was set.'),
    problems: [InvalidToken],
  })
  async reset(@Body() { token, newPassword }: ResetPasswordDto): Promise<void> {
    await this.passwords.reset(token, newPassword);
  }

  @Patch('users/me/password')
  @Access({ caller: 'session', duringPasswordChange: true })
  @Operation({
    id: 'changePassword',
    summary: 'Change my password',
    description: 'All other sessions and all trusted devices end. This session continues with a new token.',
    returns: AuthResultDto,
    problems: [CurrentPasswordWrong, TooManyRequests],
  })
  async change(
    @CurrentUser() principal: UserPrincipal,
    @CurrentSession() session: SessionInfo,
    @Body() passwords: ChangePasswordDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<AuthResultDto> {
    const opened = await this.passwords.change(principal, session, passwords);
    this.cookies.setSession(response, opened);
    return presentAuthResult(opened);
  }
}
