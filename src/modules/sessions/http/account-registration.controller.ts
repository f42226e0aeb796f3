import { Body, Controller, HttpStatus, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { Access } from '../../../access/access.decorator.js';
import { ACCOUNT } from '../../../contracts/account.js';
import { accepted, noContent, ok, Operation } from '../../../core/openapi/operation.js';
import { InvalidToken } from '../../one-time-tokens/one-time-tokens.problems.js';
import { RegistrationService } from '../registration.service.js';
import { RegistrationClosed } from '../sessions.problems.js';
import { RegisterDto, VerificationSentDto, VerifyEmailDto } from './account-registration.dto.js';
import { AuthResultDto } from './account.dto.js';
import { presentAuthResult } from './account.presenter.js';
import { BrowserCookies } from './browser.cookies.js';

@ApiTags('Sessions')
@Controller(ACCOUNT.path('auth'))
export class AccountRegistrationController {
  constructor(
    private readonly registration: RegistrationService,
    private readonly cookies: BrowserCookies,
  ) {}

  @Post('register')
  @Access({ caller: 'anyone', limitedPerClient: true })
  @Operation({
    id: 'register',
    summary: 'Register by mail',
    description: 'The answer is the same whether or not the address has an account.',
    returns: accepted(VerificationSentDto),
    problems: [RegistrationClosed],
  })
  async register(
    @Body() registration: RegisterDto,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<VerificationSentDto> {
    await this.registration.register(registration, this.cookies.rename(request, response));
    return { status: 'verification_sent' };
  }

  @Post('email/verify')
  @Access({ caller: 'anyone', limitedPerClient: true })
  @Operation({
    id: 'verifyEmail',
    summary: 'Prove an address by the link that was mailed to it',
    description:
      'The link of a registration completes it and signs the user in. The registered password is valid only if the request has the device cookie of the browser that registered, or the password itself. Otherwise `passwordChangeRequired` is true, and the session can set a password without a current one.',
    returns: [ok(AuthResultDto, 'A registration'), noContent('A further address')],
    problems: [InvalidToken, RegistrationClosed],
  })
  async verify(
    @Body() proof: VerifyEmailDto,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<AuthResultDto | undefined> {
    const session = await this.registration.verify(proof, this.cookies.recognise(request, response));
    if (!session) {
      response.status(HttpStatus.NO_CONTENT);
      return undefined;
    }
    this.cookies.setSession(response, session);
    return presentAuthResult(session);
  }
}
