import { Body, Controller, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import { InsufficientRole } from '../../../access/access.problems.js';
import { CurrentOrganization, CurrentPrincipal } from '../../../access/caller.decorators.js';
import { Authenticated, InOrganization, Roles, Scope } from '../../../access/declarations.js';
import type { OrganizationAccess, Principal } from '../../../access/principal.js';
import { fromPrefixedId } from '../../../core/ids/prefixed-id.js';
import { Operation, Problems } from '../../../core/openapi/operation.js';
import { TooManyRequests } from '../../../core/problems/common.problems.js';
import { ChangesPipe } from '../../../core/validation/changes.pipe.js';
import { EmailTaken } from '../../emails/emails.problems.js';
import { LastAppAdmin, LastOrganizationAdmin } from '../../memberships/administrators.problems.js';
import { InvalidRole } from '../../memberships/roles.problems.js';
import { MemberAdministrationService } from '../member-administration.service.js';
import { AccountAlreadyLinked, UserNotFound } from '../users.problems.js';
import { AppUserStateDto, CreateAppUserDto, UpdateAppUserDto } from './app-administration.dto.js';
import { AppUserDto } from './app.dto.js';
import { presentAppUser, presentAppUserState } from './app.presenter.js';

const USER_ID = { name: 'userID', description: '`user_…`, or the UUID' };

@ApiTags('Users')
@Controller('api/v1/app/user')
export class AppUserAdministrationController {
  constructor(private readonly members: MemberAdministrationService) {}

  @Post()
  @Authenticated()
  @InOrganization('header')
  @Roles('AppAdmin')
  @Scope('users:write')
  @Operation(
    'createAppUser',
    'Create a user',
    'Of the account that `account_id` names, which must have verified `user_info.email`; without it, of a new account that the organization manages, whose owner is mailed a link to choose a password.',
  )
  @Problems(InvalidRole, EmailTaken, AccountAlreadyLinked, LastAppAdmin, LastOrganizationAdmin, TooManyRequests)
  @ApiCreatedResponse({ type: AppUserDto })
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
  @Authenticated()
  @InOrganization('header')
  @Roles('AppAdmin')
  @Scope('users:write')
  @Operation('updateAppUser', 'Change a user’s name or role in the organization', 'What is not sent stays.')
  @ApiParam(USER_ID)
  @Problems(InvalidRole, InsufficientRole, UserNotFound, LastAppAdmin, LastOrganizationAdmin)
  @ApiOkResponse({ type: AppUserDto })
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
  @HttpCode(200)
  @Authenticated()
  @InOrganization('header')
  @Roles('AppAdmin')
  @Scope('users:write')
  @Operation(
    'activateAppUser',
    'Activate a user',
    'One who is active stays so. An OrganizationAdmin is activated by another one.',
  )
  @ApiParam(USER_ID)
  @Problems(InsufficientRole, UserNotFound, LastAppAdmin, LastOrganizationAdmin)
  @ApiOkResponse({ type: AppUserStateDto })
  async activate(
    @CurrentPrincipal() principal: Principal,
    @CurrentOrganization() organization: OrganizationAccess,
    @Param('userID') userId: string,
  ): Promise<AppUserStateDto> {
    const id = fromPrefixedId('user', userId);
    return presentAppUserState(await this.members.changeState(principal, organization, id, 'Active'));
  }

  @Post(':userID/deactivate')
  @HttpCode(200)
  @Authenticated()
  @InOrganization('header')
  @Roles('AppAdmin')
  @Scope('users:write')
  @Operation(
    'deactivateAppUser',
    'Deactivate a user',
    'His sessions lose the organization and his API keys stop, both at once. One who is inactive stays so. An OrganizationAdmin is deactivated by another one.',
  )
  @ApiParam(USER_ID)
  @Problems(InsufficientRole, UserNotFound, LastAppAdmin, LastOrganizationAdmin)
  @ApiOkResponse({ type: AppUserStateDto })
  async deactivate(
    @CurrentPrincipal() principal: Principal,
    @CurrentOrganization() organization: OrganizationAccess,
    @Param('userID') userId: string,
  ): Promise<AppUserStateDto> {
    const id = fromPrefixedId('user', userId);
    return presentAppUserState(await this.members.changeState(principal, organization, id, 'Inactive'));
  }
}
