import { Controller, Delete, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { InsufficientRole } from '../../../access/access.problems.js';
import { CurrentOrganization, CurrentPrincipal, CurrentUser } from '../../../access/caller.decorators.js';
import { Access } from '../../../access/access.decorator.js';
import type { OrganizationAccess, Principal, UserPrincipal } from '../../../access/principal.js';
import { DIRECTORY } from '../../../contracts/directory.js';
import { noContent, Operation } from '../../../core/openapi/operation.js';
import { MarkerQueryDto } from '../../../core/paging/marker.dto.js';
import { InvalidMarker } from '../../../core/problems/common.problems.js';
import { SessionNotFound } from '../../sessions/sessions.problems.js';
import { ManagedSessionsService } from '../administration/managed-sessions.service.js';
import { AccountNotManaged, UserNotFound } from '../users.problems.js';
import { UserSessionPageDto } from './directory-sessions.dto.js';
import { presentUserSessionPage } from './directory-sessions.presenter.js';

const USER_PARAM = { name: 'user', format: 'uuid' } as const;
const MANAGED = 'The organization must manage the account. Callers cannot use this route for their own account.';

@ApiTags('Users')
@Controller(DIRECTORY.path('org/users/:user/sessions'))
export class DirectoryUserSessionsController {
  constructor(private readonly sessions: ManagedSessionsService) {}

  @Get()
  @Access({
    caller: 'authenticated',
    organization: DIRECTORY.organization,
    role: 'OrganizationAdmin',
    scope: 'users:read',
  })
  @Operation({
    id: 'listUserSessions',
    summary: 'List the sessions of a user, newest first',
    description: `${MANAGED} Expired and ended sessions are omitted.`,
    params: [USER_PARAM],
    returns: UserSessionPageDto,
    problems: [UserNotFound, AccountNotManaged, InsufficientRole, InvalidMarker],
  })
  async list(
    @CurrentPrincipal() principal: Principal,
    @CurrentOrganization() organization: OrganizationAccess,
    @Param('user') userId: string,
    @Query() page: MarkerQueryDto,
  ): Promise<UserSessionPageDto> {
    return presentUserSessionPage(await this.sessions.list(principal, organization, userId, page));
  }

  @Delete()
  @Access({ caller: 'session', organization: DIRECTORY.organization, role: 'OrganizationAdmin', recent: 'stepUp' })
  @Operation({
    id: 'endUserSessions',
    summary: 'End all sessions of a user',
    description: `${MANAGED} The user is notified by mail. Trusted devices remain trusted.`,
    params: [USER_PARAM],
    returns: noContent('The sessions were ended. Their tokens stop working.'),
    problems: [UserNotFound, AccountNotManaged, InsufficientRole],
  })
  async endAll(
    @CurrentUser() principal: UserPrincipal,
    @CurrentOrganization() organization: OrganizationAccess,
    @Param('user') userId: string,
  ): Promise<void> {
    await this.sessions.endAll(principal, organization, userId);
  }

  @Delete(':session')
  @Access({ caller: 'session', organization: DIRECTORY.organization, role: 'OrganizationAdmin', recent: 'stepUp' })
  @Operation({
    id: 'endUserSession',
    summary: 'End a session of a user',
    description: `${MANAGED} The user is notified by mail.`,
    params: [USER_PARAM, { name: 'session', format: 'uuid' }],
    returns: noContent('The session was ended. Its token stops working.'),
    problems: [UserNotFound, AccountNotManaged, InsufficientRole, SessionNotFound],
  })
  async end(
    @CurrentUser() principal: UserPrincipal,
    @CurrentOrganization() organization: OrganizationAccess,
    @Param('user') userId: string,
    @Param('session') sessionId: string,
  ): Promise<void> {
    await this.sessions.end(principal, organization, userId, sessionId);
  }
}
