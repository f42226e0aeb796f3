import { Body, Controller, HttpCode, HttpStatus, Post, Req, Res } from '@nestjs/common';
import { ApiAcceptedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { LimitedPerClient, Public } from '../../../access/declarations.js';
import { Operation, Problems } from '../../../core/openapi/operation.js';
import { InvalidToken } from '../../one-time-tokens/one-time-tokens.problems.js';
import { RegistrationService } from '../registration.service.js';
import { RegisterDto, VerificationSentDto, VerifyEmailDto } from './account-registration.dto.js';
import { AuthResultDto } from './account.dto.js';
import { BrowserService } from '../browser.service.js';

@ApiTags('Sessions')
@Controller('api/v1/auth')
export class AccountRegistrationController {
  constructor(
    private readonly registration: RegistrationService,
    private readonly browser: BrowserService,
  ) {}

  @Post('register')
  @HttpCode(202)
  @Public()
  @LimitedPerClient()
  @Operation('register', 'Register by mail', 'The answer is the same whether or not the address has an account.')
  @ApiAcceptedResponse({ type: VerificationSentDto })
  async register(
    @Body() registration: RegisterDto,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<VerificationSentDto> {
    await this.registration.register(registration, this.browser.rename(request, response));
    return { status: 'verification_sent' };
  }

  @Post('email/verify')
  @HttpCode(200)
  @Public()
  @LimitedPerClient()
  @Operation(
    'verifyEmail',
    'Prove an address by the link that was mailed to it',
    'A registration is finished and signed in. Its password is kept when the call has the device cookie of the browser that registered, or the password itself. Otherwise `passwordChangeRequired` is true, and the session sets a password without a current one.',
  )
  @Problems(InvalidToken)
  @ApiOkResponse({ type: AuthResultDto, description: 'A registration' })
  @ApiNoContentResponse({ description: 'A further address' })
  async verify(
    @Body() proof: VerifyEmailDto,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<AuthResultDto | undefined> {
    const session = await this.registration.verify(proof, this.browser.recognise(request, response));
    if (!session) {
      response.status(HttpStatus.NO_CONTENT);
      return undefined;
    }
    return this.browser.keep(response, session);
  }
}
