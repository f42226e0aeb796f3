import { Body, Controller, Delete, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server';
import type { Request, Response } from 'express';
import { PasswordChangeRequired, Unauthenticated } from '../../../access/access.problems.js';
import { CurrentUser, OptionalUser } from '../../../access/caller.decorators.js';
import { LimitedPerClient, OptionalSession, RecentSignIn, SessionOnly } from '../../../access/declarations.js';
import type { SessionInfo, UserPrincipal } from '../../../access/principal.js';
import { unauthenticated } from '../../../access/session.guard.js';
import { Operation, Problems } from '../../../core/openapi/operation.js';
import { ValidationFailed } from '../../../core/problems/common.problems.js';
import { Problem } from '../../../core/problems/problem.js';
import { IdParamsDto } from '../../../core/validation/id-params.dto.js';
import { PasskeysService } from '../passkeys.service.js';
import {
  InvalidCode,
  InvalidCredentials,
  InvalidPasskey,
  PasskeyNotFound,
  PasskeyRegistered,
} from '../sessions.problems.js';
import {
  AuthenticateWithPasskeyDto,
  PasskeyDto,
  PasskeyListDto,
  PasskeyPurposeDto,
  RegisterPasskeyDto,
} from './account-passkeys.dto.js';
import { presentPasskey, presentPasskeys } from './account-passkeys.presenter.js';
import { AuthResultDto } from './account.dto.js';
import { BrowserService } from '../browser.service.js';

/** The options are WebAuthn's own format (W3C Web Authentication Level 3, section 5.1.8). */
const WEBAUTHN_OPTIONS = { schema: { type: 'object', additionalProperties: true } } as const;

@ApiTags('Sessions')
@Controller('api/v1/auth/passkeys')
export class AccountPasskeysController {
  constructor(
    private readonly passkeys: PasskeysService,
    private readonly browser: BrowserService,
  ) {}

  @Post('registration-options')
  @HttpCode(200)
  @RecentSignIn()
  @Operation('getPasskeyRegistrationOptions', 'Begin to register a passkey')
  @ApiOkResponse({ ...WEBAUTHN_OPTIONS, description: 'PublicKeyCredentialCreationOptionsJSON' })
  registrationOptions(@CurrentUser() principal: UserPrincipal): Promise<PublicKeyCredentialCreationOptionsJSON> {
    return this.passkeys.registrationOptions(principal);
  }

  @Post()
  @RecentSignIn()
  @Operation('registerPasskey', 'Register a passkey')
  @Problems(InvalidPasskey, PasskeyRegistered)
  @ApiCreatedResponse({ type: PasskeyDto })
  async register(
    @CurrentUser() principal: UserPrincipal,
    @Body() { response, name }: RegisterPasskeyDto,
  ): Promise<PasskeyDto> {
    return presentPasskey(await this.passkeys.register(principal, response, name));
  }

  @Get()
  @SessionOnly()
  @Operation('listPasskeys', 'List my passkeys')
  @ApiOkResponse({ type: PasskeyListDto })
  async list(@CurrentUser() { id }: UserPrincipal): Promise<PasskeyListDto> {
    return presentPasskeys(await this.passkeys.list(id));
  }

  @Delete(':id')
  @HttpCode(204)
  @RecentSignIn()
  @Operation(
    'removePasskey',
    'Remove a passkey of mine',
    'Ends all trusted devices. The recovery codes end with the last second factor.',
  )
  @Problems(ValidationFailed, PasskeyNotFound)
  @ApiNoContentResponse({ description: 'The passkey was removed.' })
  async remove(@CurrentUser() principal: UserPrincipal, @Param() { id }: IdParamsDto): Promise<void> {
    await this.passkeys.remove(principal, id);
  }

  @Post('authentication-options')
  @HttpCode(200)
  @OptionalSession()
  @LimitedPerClient()
  @Operation('getPasskeyAuthenticationOptions', 'Begin to sign in or step up with a passkey')
  @Problems(Unauthenticated, PasswordChangeRequired)
  @ApiOkResponse({ ...WEBAUTHN_OPTIONS, description: 'PublicKeyCredentialRequestOptionsJSON' })
  authenticationOptions(
    @OptionalUser() user: UserPrincipal | undefined,
    @Body() { purpose }: PasskeyPurposeDto,
  ): Promise<PublicKeyCredentialRequestOptionsJSON> {
    return this.passkeys.authenticationOptions(purpose === 'step_up' ? signedIn(user) : undefined);
  }

  @Post('authenticate')
  @HttpCode(200)
  @OptionalSession()
  @LimitedPerClient()
  @Operation('authenticateWithPasskey', 'Sign in or step up with a passkey', 'It is both factors at once.')
  @Problems(Unauthenticated, PasswordChangeRequired, InvalidCode, InvalidCredentials)
  @ApiOkResponse({ type: AuthResultDto })
  async authenticate(
    @OptionalUser() user: UserPrincipal | undefined,
    @Body() { purpose, response: answer }: AuthenticateWithPasskeyDto,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<AuthResultDto> {
    const opened =
      purpose === 'step_up'
        ? await this.passkeys.stepUpWith(signedIn(user), answer)
        : await this.passkeys.authenticate(answer, this.browser.recognise(request, response));
    return this.browser.keep(response, opened);
  }
}

/** Where the session is optional, nobody has asked yet what it may do. */
function signedIn(user: UserPrincipal | undefined): UserPrincipal & { session: SessionInfo } {
  if (!user?.session) {
    throw unauthenticated();
  }
  if (user.session.passwordChangeRequired) {
    throw new Problem(PasswordChangeRequired);
  }
  return { ...user, session: user.session };
}
