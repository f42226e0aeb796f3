import { Controller, Delete, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentSession, CurrentUser } from '../../../access/caller.decorators.js';
import { Access } from '../../../access/access.decorator.js';
import type { SessionInfo, UserPrincipal } from '../../../access/principal.js';
import { DIRECTORY } from '../../../contracts/directory.js';
import { noContent, Operation } from '../../../core/openapi/operation.js';
import { LoginsService } from '../devices/logins.service.js';
import { SessionNotFound } from '../sessions.problems.js';
import { SessionsService } from '../sessions.service.js';
import { LoginListDto } from './directory.dto.js';
import { presentLogins } from './directory.presenter.js';

@ApiTags('Sessions')
@Controller(DIRECTORY.path('me/logins'))
export class DirectoryLoginsController {
  constructor(
    private readonly sessions: SessionsService,
    private readonly logins: LoginsService,
  ) {}

  @Get()
  @Access({ caller: 'session', duringPasswordChange: true })
  @Operation({
    id: 'listMyLogins',
    summary: 'List my logins, newest first',
    description: 'Expired and ended logins are omitted.',
    returns: LoginListDto,
  })
  async list(@CurrentUser() { id }: UserPrincipal, @CurrentSession() session: SessionInfo): Promise<LoginListDto> {
    return presentLogins(await this.sessions.listActive(id), session.id);
  }

  @Delete()
  @Access({ caller: 'session' })
  @Operation({
    id: 'revokeMyOtherLogins',
    summary: 'Revoke all my logins but this one',
    returns: noContent('The logins were revoked. Their tokens stop working.'),
  })
  async revokeOthers(@CurrentUser() principal: UserPrincipal, @CurrentSession() session: SessionInfo): Promise<void> {
    await this.logins.revokeOthers(principal, session);
  }

  @Delete(':loginId')
  @Access({ caller: 'session' })
  @Operation({
    id: 'revokeMyLogin',
    summary: 'Revoke a login of mine',
    params: [{ name: 'loginId', format: 'uuid' }],
    returns: noContent('The login was revoked. Its token stops working.'),
    problems: [SessionNotFound],
  })
  async revoke(@CurrentUser() principal: UserPrincipal, @Param('loginId') loginId: string): Promise<void> {
    await this.logins.revoke(principal, loginId);
  }
}
