import { Body, Controller, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { InsufficientRole } from '../../../access/access.problems.js';
import { CurrentOrganization, CurrentPrincipal } from '../../../access/caller.decorators.js';
import { Access } from '../../../access/access.decorator.js';
import type { OrganizationAccess, Principal } from '../../../access/principal.js';
import { APP, USER_PARAM } from '../../../contracts/app.js';
import { fromPrefixedId } from '../../../core/ids/prefixed-id.js';
import { created, Operation } from '../../../core/openapi/operation.js';
import { TooManyRequests } from '../../../core/problems/common.problems.js';
import { ChangesPipe } from '../../../core/validation/changes.pipe.js';
import { EmailTaken } from '../../emails/emails.problems.js';
import { LastAppAdmin, LastOrganizationAdmin } from '../../memberships/administrators.problems.js';
import { InvalidRole } from '../../roles/roles.problems.js';
import { MemberAdministrationService } from '../administration/member-administration.service.js';
import { AccountAlreadyLinked, UserNotFound } from '../users.problems.js';
import { AppUserStateDto, CreateAppUserDto, UpdateAppUserDto } from './app-administration.dto.js';
import { AppUserDto } from './app.dto.js';
import { presentAppUser, presentAppUserState } from './app.presenter.js';

@ApiTags('Users')
@Controller(APP.path('user'))
export class AppUserAdministrationController {
  constructor(private readonly members: MemberAdministrationService) {}

  @Post()
  @Access({ caller: 'authenticated', organization: APP.organization, role: 'AppAdmin', scope: 'users:write' })
  @Operation({
    id: 'createAppUser',
    summary: 'Create a user',
    description:
      '`account_id` names the account of the user. The account must have verified `user_info.email`. Without `account_id`, a new account is created. The organization manages it, and a link to choose a password is mailed to its owner.',
    returns: created(AppUserDto),
    problems: [InvalidRole, EmailTaken, AccountAlreadyLinked, LastAppAdmin, LastOrganizationAdmin, TooManyRequests],
  })
  async create(
    @CurrentPrincipal() principal: Principal,
    @CurrentOrganization() organization: OrganizationAccess,
    @Body() { account_id, role, user_info: { name, email, given_name, family_name } }: CreateAppUserDto,
  ): Promise<AppUserDto> {
    const about = { email, displayName: name, givenName: given_name, familyName: family_name };
    return presentAppUser(
      await this.members.create(principal, organization, { ...about, accountId: account_id, role }),
    );
  }

  @Put(':userID')
  @Access({ caller: 'authenticated', organization: APP.organization, role: 'AppAdmin', scope: 'users:write' })
  @Operation({
    id: 'updateAppUser',
    summary: 'Change a user’s name or role in the organization',
    description: 'Omitted keys are unchanged.',
    params: [USER_PARAM],
    returns: AppUserDto,
    problems: [InvalidRole, InsufficientRole, UserNotFound, LastAppAdmin, LastOrganizationAdmin],
  })
  async update(
    @CurrentPrincipal() principal: Principal,
    @CurrentOrganization() organization: OrganizationAccess,
    @Param('userID') userId: string,
    @Body(ChangesPipe) changes: UpdateAppUserDto,
  ): Promise<AppUserDto> {
    const id = fromPrefixedId('user', userId);
    return presentAppUser(await this.members.update(principal, organization, id, changes));
  }

  @Post(':userID/activate')
  @Access({ caller: 'authenticated', organization: APP.organization, role: 'AppAdmin', scope: 'users:write' })
  @Operation({
    id: 'activateAppUser',
    summary: 'Activate a user',
    description:
      'Activating an active user has no effect. Only an OrganizationAdmin can activate an OrganizationAdmin.',
    params: [USER_PARAM],
    returns: AppUserStateDto,
    problems: [InsufficientRole, UserNotFound, LastAppAdmin, LastOrganizationAdmin],
  })
  async activate(
    @CurrentPrincipal() principal: Principal,
    @CurrentOrganization() organization: OrganizationAccess,
    @Param('userID') userId: string,
  ): Promise<AppUserStateDto> {
    const id = fromPrefixedId('user', userId);
    return presentAppUserState(await this.members.changeState(principal, organization, id, 'Active'));
  }

  @Post(':userID/deactivate')
  @Access({ caller: 'authenticated', organization: APP.organization, role: 'AppAdmin', scope: 'users:write' })
  @Operation({
    id: 'deactivateAppUser',
    summary: 'Deactivate a user',
    description:
      'The user’s sessions lose the organization, and the user’s API keys for it stop working, both at once. Deactivating an inactive user has no effect. Only an OrganizationAdmin can deactivate an OrganizationAdmin.',
    params: [USER_PARAM],
    returns: AppUserStateDto,
    problems: [InsufficientRole, UserNotFound, LastAppAdmin, LastOrganizationAdmin],
  })
  async deactivate(
    @CurrentPrincipal() principal: Principal,
    @CurrentOrganization() organization: OrganizationAccess,
    @Param('userID') userId: string,
  ): Promise<AppUserStateDto> {
    const id = fromPrefixedId('user', userId);
    return presentAppUserState(await this.members.changeState(principal, organization, id, 'Inactive'));
  }
}
