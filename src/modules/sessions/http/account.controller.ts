import { Body, Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { CurrentUser } from '../../../access/caller.decorators.js';
import { DuringPasswordChange, Public, SessionOnly, UserOnly } from '../../../access/declarations.js';
import type { UserPrincipal } from '../../../access/principal.js';
import { SessionCookie } from '../../../access/session-cookie.js';
import { Operation, Problems } from '../../../core/openapi/operation.js';
import { IdentityService } from '../identity.service.js';
import { InvalidCredentials } from '../sessions.problems.js';
import { SessionsService } from '../sessions.service.js';
import { SignInService } from '../sign-in.service.js';
import { AuthResultDto, IdentityDto, LoginDto } from './account.dto.js';
import { presentAuthResult, presentIdentity } from './account.presenter.js';
import { DeviceCookie } from './device.js';

@ApiTags('Sessions')
@Controller('api/v1/auth')
export class AccountSessionsController {
  constructor(
    private readonly signIn: SignInService,
    private readonly sessions: SessionsService,
    private readonly identity: IdentityService,
    private readonly cookie: SessionCookie,
    private readonly device: DeviceCookie,
  ) {}

  @Post('login')
  @HttpCode(200)
  @Public()
  @Operation('login', 'Sign in with e-mail and password')
  @Problems(InvalidCredentials)
  @ApiOkResponse({ type: AuthResultDto })
  async login(
    @Body() { email, password }: LoginDto,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<AuthResultDto> {
    const result = await this.signIn.withPassword(email, password, this.device.recognise(request, response));
    this.cookie.set(response, result.token, result.expiresAt);
    return presentAuthResult(result);
  }

  @Post('logout')
  @HttpCode(204)
  @SessionOnly()
  @DuringPasswordChange()
  @Operation('logout', 'End this session')
  @ApiNoContentResponse({ description: 'The session has ended' })
  async logout(
    @CurrentUser() { id, session }: UserPrincipal,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    await this.sessions.end(id, session?.id ?? '');
    this.cookie.clear(response);
  }

  @Get('me')
  @UserOnly()
  @DuringPasswordChange()
  @Operation('getIdentity', 'Who is signed in, where, and with which features')
  @ApiOkResponse({ type: IdentityDto })
  async me(@CurrentUser() principal: UserPrincipal): Promise<IdentityDto> {
    return presentIdentity(await this.identity.describe(principal));
  }
}
