import { Body, Controller, Delete, Param, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { InsufficientRole } from '../../../access/access.problems.js';
import { CurrentOrganization, CurrentSession, CurrentUser } from '../../../access/caller.decorators.js';
import { Access } from '../../../access/access.decorator.js';
import type { OrganizationAccess, SessionInfo, UserPrincipal } from '../../../access/principal.js';
import { DIRECTORY } from '../../../contracts/directory.js';
import { noContent, Operation } from '../../../core/openapi/operation.js';
import { TooManyRequests } from '../../../core/problems/common.problems.js';
import { Problem } from '../../../core/problems/problem.js';
import { ChangePasswordDto } from '../../sessions/http/account-password.dto.js';
import { AuthResultDto } from '../../sessions/http/account.dto.js';
import { presentAuthResult } from '../../sessions/http/account.presenter.js';
import { BrowserCookies } from '../../sessions/http/browser.cookies.js';
import { PasswordService } from '../../sessions/password.service.js';
import { CurrentPasswordWrong } from '../../sessions/sessions.problems.js';
import { ManagedAccountsService } from '../administration/managed-accounts.service.js';
import { AccountNotManaged, UserNotFound } from '../users.problems.js';
import { TemporaryPasswordDto } from './directory.dto.js';

@ApiTags('Users')
@Controller(DIRECTORY.path('org/users/:user'))
export class DirectoryCredentialsController {
  constructor(
    private readonly accounts: ManagedAccountsService,
    private readonly passwords: PasswordService,
    private readonly cookies: BrowserCookies,
  ) {}

  @Delete('mfa')
  @Access({ caller: 'session', organization: DIRECTORY.organization, role: 'OrganizationAdmin', recent: 'stepUp' })
  @Operation({
    id: 'resetUserMfa',
    summary: 'Remove all second factors of a user',
    description: 'All sessions, trusted devices and pending sign-ins of the user end.',
    params: [{ name: 'user', format: 'uuid' }],
    returns: noContent('The second factors were removed. The user signs in by password and can set up new ones.'),
    problems: [UserNotFound, AccountNotManaged],
  })
  async resetMfa(
    @CurrentUser() principal: UserPrincipal,
    @CurrentOrganization() organization: OrganizationAccess,
    @Param('user') userId: string,
  ): Promise<void> {
    await this.accounts.resetFactors(principal, organization, userId);
  }

  @Post('password')
  @Access({ caller: 'session', duringPasswordChange: true })
  @Operation({
    id: 'changeUserPassword',
    summary: 'Change my password',
    description:
      'Callers can change only their own password. All other sessions and all trusted devices end. This session continues with a new token.',
    params: [{ name: 'user', format: 'uuid' }],
    returns: AuthResultDto,
    problems: [InsufficientRole, CurrentPasswordWrong, TooManyRequests],
  })
  async changePassword(
    @CurrentUser() principal: UserPrincipal,
    @CurrentSession() session: SessionInfo,
    @Param('user') userId: string,
    @Body() passwords: ChangePasswordDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<AuthResultDto> {
    if (userId !== principal.id) {
      throw new Problem(InsufficientRole);
    }
    const opened = await this.passwords.change(principal, session, passwords);
    this.cookies.setSession(response, opened);
    return presentAuthResult(opened);
  }

  @Post('password/reset')
  @Access({ caller: 'session', organization: DIRECTORY.organization, role: 'OrganizationAdmin', recent: 'stepUp' })
  @Operation({
    id: 'resetUserPassword',
    summary: 'Give a user a temporary password',
    description:
      'The password is valid for 24 hours. All sessions and trusted devices of the user end. The second factors are unchanged.',
    params: [{ name: 'user', format: 'uuid' }],
    returns: TemporaryPasswordDto,
    problems: [UserNotFound, AccountNotManaged],
  })
  async resetPassword(
    @CurrentUser() principal: UserPrincipal,
    @CurrentOrganization() organization: OrganizationAccess,
    @Param('user') userId: string,
  ): Promise<TemporaryPasswordDto> {
    return { password: await this.accounts.resetPassword(principal, organization, userId) };
  }
}
