import { Body, Controller, Delete, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server';
import type { Request, Response } from 'express';
import { PasswordChangeRequired, Unauthenticated } from '../../../access/access.problems.js';
import { CurrentUser, OptionalUser } from '../../../access/caller.decorators.js';
import { Access } from '../../../access/access.decorator.js';
import type { SessionInfo, UserPrincipal } from '../../../access/principal.js';
import { unauthenticated } from '../../../access/session.guard.js';
import { ACCOUNT } from '../../../contracts/account.js';
import { created, noContent, ok, Operation } from '../../../core/openapi/operation.js';
import { ValidationFailed } from '../../../core/problems/common.problems.js';
import { Problem } from '../../../core/problems/problem.js';
import { IdParamsDto } from '../../../core/validation/id-params.dto.js';
import { PasskeysService } from '../passkeys/passkeys.service.js';
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
import { presentAuthResult } from './account.presenter.js';
import { BrowserCookies } from './browser.cookies.js';

/** The options are WebAuthn's own format (W3C Web Authentication Level 3, section 5.1.8). */
const WEBAUTHN_OPTIONS = { schema: { type: 'object', additionalProperties: true } } as const;

@ApiTags('Sessions')
@Controller(ACCOUNT.path('auth/passkeys'))
export class AccountPasskeysController {
  constructor(
    private readonly passkeys: PasskeysService,
    private readonly cookies: BrowserCookies,
  ) {}

  @Post('registration-options')
  @Access({ caller: 'session', recent: 'signIn' })
  @Operation({
    id: 'getPasskeyRegistrationOptions',
    summary: 'Begin to register a passkey',
    returns: ok(undefined, { ...WEBAUTHN_OPTIONS, description: 'PublicKeyCredentialCreationOptionsJSON' }),
  })
  registrationOptions(@CurrentUser() principal: UserPrincipal): Promise<PublicKeyCredentialCreationOptionsJSON> {
    return this.passkeys.registrationOptions(principal);
  }

  @Post()
  @Access({ caller: 'session', recent: 'signIn' })
  @Operation({
    id: 'registerPasskey',
    summary: 'Register a passkey',
    returns: created(PasskeyDto),
    problems: [InvalidPasskey, PasskeyRegistered],
  })
  async register(
    @CurrentUser() principal: UserPrincipal,
    @Body() { response, name }: RegisterPasskeyDto,
  ): Promise<PasskeyDto> {
    return presentPasskey(await this.passkeys.register(principal, response, name));
  }

  @Get()
  @Access({ caller: 'session' })
  @Operation({ id: 'listPasskeys', summary: 'List my passkeys', returns: PasskeyListDto })
  async list(@CurrentUser() { id }: UserPrincipal): Promise<PasskeyListDto> {
    return presentPasskeys(await this.passkeys.list(id));
  }

  @Delete(':id')
  @Access({ caller: 'session', recent: 'signIn' })
  @Operation({
    id: 'removePasskey',
    summary: 'Remove a passkey of mine',
    description: 'Ends all trusted devices. The recovery codes end with the last second factor.',
    returns: noContent('The passkey was removed.'),
    problems: [ValidationFailed, PasskeyNotFound],
  })
  async remove(@CurrentUser() principal: UserPrincipal, @Param() { id }: IdParamsDto): Promise<void> {
    await this.passkeys.remove(principal, id);
  }

  @Post('authentication-options')
  @Access({ caller: 'anyone-or-session', limitedPerClient: true })
  @Operation({
    id: 'getPasskeyAuthenticationOptions',
    summary: 'Begin to sign in or step up with a passkey',
    returns: ok(undefined, { ...WEBAUTHN_OPTIONS, description: 'PublicKeyCredentialRequestOptionsJSON' }),
    problems: [Unauthenticated, PasswordChangeRequired],
  })
  authenticationOptions(
    @OptionalUser() user: UserPrincipal | undefined,
    @Body() { purpose }: PasskeyPurposeDto,
  ): Promise<PublicKeyCredentialRequestOptionsJSON> {
    return this.passkeys.authenticationOptions(purpose === 'step_up' ? signedIn(user) : undefined);
  }

  @Post('authenticate')
  @Access({ caller: 'anyone-or-session', limitedPerClient: true })
  @Operation({
    id: 'authenticateWithPasskey',
    summary: 'Sign in or step up with a passkey',
    description: 'A passkey counts as both factors.',
    returns: AuthResultDto,
    problems: [Unauthenticated, PasswordChangeRequired, InvalidCode, InvalidCredentials],
  })
  async authenticate(
    @OptionalUser() user: UserPrincipal | undefined,
    @Body() { purpose, response: answer }: AuthenticateWithPasskeyDto,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<AuthResultDto> {
    const opened =
      purpose === 'step_up'
        ? await this.passkeys.stepUpWith(signedIn(user), answer)
        : await this.passkeys.authenticate(answer, this.cookies.recognise(request, response));
    this.cookies.setSession(response, opened);
    return presentAuthResult(opened);
  }
}

/** Where the session is optional, its rights were not checked yet. */
function signedIn(user: UserPrincipal | undefined): UserPrincipal & { session: SessionInfo } {
  if (!user?.session) {
    throw unauthenticated();
  }
  if (user.session.passwordChangeRequired) {
    throw new Problem(PasswordChangeRequired);
  }
  return { ...user, session: user.session };
}
