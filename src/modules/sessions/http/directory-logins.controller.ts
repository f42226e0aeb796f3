import { Controller, Delete, Get, HttpCode, Param } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentSession, CurrentUser } from '../../../access/caller.decorators.js';
import { DuringPasswordChange, SessionOnly } from '../../../access/declarations.js';
import type { SessionInfo, UserPrincipal } from '../../../access/principal.js';
import { Operation, Problems } from '../../../core/openapi/operation.js';
import { LoginsService } from '../logins.service.js';
import { SessionNotFound } from '../sessions.problems.js';
import { SessionsService } from '../sessions.service.js';
import { LoginListDto } from './directory.dto.js';
import { presentLogins } from './directory.presenter.js';

@ApiTags('Sessions')
@Controller('api/v1/me/logins')
export class DirectoryLoginsController {
  constructor(
    private readonly sessions: SessionsService,
    private readonly logins: LoginsService,
  ) {}

  @Get()
  @SessionOnly()
  @DuringPasswordChange()
  @Operation('listMyLogins', 'List my logins, newest first', 'Logins that expired or ended are not among them.')
  @ApiOkResponse({ type: LoginListDto })
  async list(@CurrentUser() { id }: UserPrincipal, @CurrentSession() session: SessionInfo): Promise<LoginListDto> {
    return presentLogins(await this.sessions.listActive(id), session.id);
  }

  @Delete()
  @HttpCode(204)
  @SessionOnly()
  @Operation('revokeMyOtherLogins', 'Revoke all my logins but this one')
  @ApiNoContentResponse({ description: 'Their tokens are dead' })
  async revokeOthers(@CurrentUser() principal: UserPrincipal, @CurrentSession() session: SessionInfo): Promise<void> {
    await this.logins.revokeOthers(principal, session);
  }

  @Delete(':loginId')
  @HttpCode(204)
  @SessionOnly()
  @Operation('revokeMyLogin', 'Revoke a login of mine')
  @Problems(SessionNotFound)
  @ApiNoContentResponse({ description: 'Its token is dead' })
  async revoke(@CurrentUser() principal: UserPrincipal, @Param('loginId') loginId: string): Promise<void> {
    await this.logins.revoke(principal, loginId);
  }
}
