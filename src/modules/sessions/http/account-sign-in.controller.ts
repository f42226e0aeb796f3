import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import { ApiExtraModels, ApiTags, getSchemaPath } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { StepUpRequired } from '../../../access/access.problems.js';
import { CurrentSession, CurrentUser } from '../../../access/caller.decorators.js';
import { Access } from '../../../access/access.decorator.js';
import type { SessionInfo, UserPrincipal } from '../../../access/principal.js';
import { ACCOUNT } from '../../../contracts/account.js';
import { noContent, ok, Operation } from '../../../core/openapi/operation.js';
import { TooManyRequests } from '../../../core/problems/common.problems.js';
import { InvalidToken } from '../../one-time-tokens/one-time-tokens.problems.js';
import { IdentityService } from '../sign-in/identity.service.js';
import { InvalidCode, InvalidCredentials } from '../sessions.problems.js';
import { SessionsService } from '../sessions.service.js';
import { SignInService } from '../sign-in/sign-in.service.js';
import { type StepUpProof, StepUpService } from '../second-factor/step-up.service.js';
import { AuthResultDto, IdentityDto, LoginDto, MfaLoginDto, MfaRequiredDto, StepUpDto } from './account.dto.js';
import { presentAuthResult, presentIdentity, presentPendingSignIn } from './account.presenter.js';
import { BrowserCookies, CLEAR_SITE_DATA } from './browser.cookies.js';

@ApiTags('Sessions')
@Controller(ACCOUNT.path('auth'))
export class AccountSignInController {
  constructor(
    private readonly signIn: SignInService,
    private readonly sessions: SessionsService,
    private readonly stepUp: StepUpService,
    private readonly identity: IdentityService,
    private readonly cookies: BrowserCookies,
  ) {}

  @Post('login')
  @Access({ caller: 'anyone', limitedPerClient: true })
  @Operation({
    id: 'login',
    summary: 'Sign in with e-mail and password',
    description: 'A user with a second factor gets a token for the second step.',
    returns: ok(undefined, {
      schema: {
        oneOf: [{ $ref: getSchemaPath(AuthResultDto) }, { $ref: getSchemaPath(MfaRequiredDto) }],
        discriminator: {
          propertyName: 'status',
          mapping: { authenticated: getSchemaPath(AuthResultDto), mfa_required: getSchemaPath(MfaRequiredDto) },
        },
      },
    }),
    problems: [InvalidCredentials, TooManyRequests],
  })
  @ApiExtraModels(AuthResultDto, MfaRequiredDto)
  async login(
    @Body() { email, password }: LoginDto,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<AuthResultDto | MfaRequiredDto> {
    const result = await this.signIn.withPassword(email, password, this.cookies.recognise(request, response));
    if (!('session' in result)) {
      return presentPendingSignIn(result);
    }
    this.cookies.setSession(response, result.session);
    return presentAuthResult(result.session);
  }

  @Post('login/mfa')
  @Access({ caller: 'anyone', limitedPerClient: true })
  @Operation({
    id: 'finishLogin',
    summary: 'Finish a sign-in with the second factor',
    returns: AuthResultDto,
    problems: [InvalidToken, InvalidCode, InvalidCredentials, TooManyRequests],
  })
  async finish(
    @Body() proof: MfaLoginDto,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<AuthResultDto> {
    const device = this.cookies.recognise(request, response);
    const { session, trustedSecret } = await this.signIn.withSecondFactor(proof, device);
    this.cookies.setSession(response, session);
    if (trustedSecret !== undefined) {
      this.cookies.setTrusted(response, trustedSecret);
    }
    return presentAuthResult(session);
  }

  @Post('logout')
  @Access({ caller: 'session', duringPasswordChange: true })
  @Operation({
    id: 'logout',
    summary: 'End this session',
    description: 'The browser deletes all data that it stored for this origin, with its trusted devices.',
    returns: noContent({ description: 'The session has ended', headers: CLEAR_SITE_DATA }),
  })
  async logout(
    @CurrentUser() { id }: UserPrincipal,
    @CurrentSession() session: SessionInfo,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    await this.sessions.end(id, session.id);
    this.cookies.clear(response);
  }

  @Post('step-up')
  @Access({ caller: 'session' })
  @Operation({
    id: 'stepUp',
    summary: 'Confirm your identity in this session',
    description:
      'The answer has a new token. The old token stops working. A user with a second factor cannot step up by password.',
    returns: AuthResultDto,
    problems: [InvalidCredentials, InvalidCode, StepUpRequired, TooManyRequests],
  })
  async confirm(
    @CurrentUser() principal: UserPrincipal,
    @CurrentSession() session: SessionInfo,
    @Body() proof: StepUpDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<AuthResultDto> {
    const opened = await this.stepUp.withProof(principal, session, proofOf(proof));
    this.cookies.setSession(response, opened);
    return presentAuthResult(opened);
  }

  @Get('me')
  @Access({ caller: 'user', duringPasswordChange: true })
  @Operation({
    id: 'getIdentity',
    summary: 'Read the signed-in user, the session and the feature flags',
    returns: IdentityDto,
  })
  async me(@CurrentUser() principal: UserPrincipal): Promise<IdentityDto> {
    return presentIdentity(await this.identity.describe(principal));
  }
}

/** The DTO's rules see to it that the secret which belongs to the method is there. */
function proofOf({ method, password = '', code = '' }: StepUpDto): StepUpProof {
  return method === 'password' ? { method, password } : { method, code };
}
