import { Body, Controller, HttpCode, Patch, Post, Res } from '@nestjs/common';
import { ApiAcceptedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { CurrentSession, CurrentUser } from '../../../access/caller.decorators.js';
import { DuringPasswordChange, LimitedPerClient, Public, SessionOnly } from '../../../access/declarations.js';
import type { SessionInfo, UserPrincipal } from '../../../access/principal.js';
import { Operation, Problems } from '../../../core/openapi/operation.js';
import { TooManyRequests } from '../../../core/problems/common.problems.js';
import { InvalidToken } from '../../one-time-tokens/one-time-tokens.problems.js';
import { PasswordService } from '../password.service.js';
import { CurrentPasswordWrong } from '../sessions.problems.js';
import { ChangePasswordDto, ForgotPasswordDto, ResetPasswordDto } from './account-password.dto.js';
import { AuthResultDto } from './account.dto.js';
import { BrowserService } from '../browser.service.js';

@ApiTags('Sessions')
@Controller('api/v1')
export class AccountPasswordController {
  constructor(
    private readonly passwords: PasswordService,
    private readonly browser: BrowserService,
  ) {}

  @Post('auth/password/forgot')
  @HttpCode(202)
  @Public()
  @LimitedPerClient()
  @Operation('forgotPassword', 'Ask for a link to set a new password', 'The answer is the same for every address.')
  @ApiAcceptedResponse({ description: 'If the address has an account, a mail is on its way' })
  async forgot(@Body() { email }: ForgotPasswordDto): Promise<void> {
    await this.passwords.forget(email);
  }

  @Post('auth/password/reset')
  @HttpCode(204)
  @Public()
  @LimitedPerClient()
  @Operation(
    'resetPassword',
    'Set a new password by the link in the mail',
    'All sessions, trusted devices and API keys of the user end.',
  )
  @Problems(InvalidToken)
  @ApiNoContentResponse({ description: 'The password is set' })
  async reset(@Body() { token, newPassword }: ResetPasswordDto): Promise<void> {
    await this.passwords.reset(token, newPassword);
  }

  @Patch('users/me/password')
  @SessionOnly()
  @DuringPasswordChange()
  @Operation(
    'changePassword',
    'Change my password',
    'All other sessions and all trusted devices end; this session continues under a new token.',
  )
  @Problems(CurrentPasswordWrong, TooManyRequests)
  @ApiOkResponse({ type: AuthResultDto })
  async change(
    @CurrentUser() principal: UserPrincipal,
    @CurrentSession() session: SessionInfo,
    @Body() passwords: ChangePasswordDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<AuthResultDto> {
    return this.browser.keep(response, await this.passwords.change(principal, session, passwords));
  }
}
