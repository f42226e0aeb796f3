import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import { InsufficientRole } from '../../../access/access.problems.js';
import { CurrentOrganization, CurrentPrincipal } from '../../../access/caller.decorators.js';
import { Authenticated, InOrganization, Permitted, Roles, Scope, StepUpFor } from '../../../access/declarations.js';
import type { OrganizationAccess, Principal } from '../../../access/principal.js';
import { Operation, Problems } from '../../../core/openapi/operation.js';
import { TooManyRequests } from '../../../core/problems/common.problems.js';
import { MarkerQueryDto } from '../../../core/paging/marker.dto.js';
import { InvalidMarker } from '../../../core/problems/common.problems.js';
import { ChangesPipe } from '../../../core/validation/changes.pipe.js';
import { EmailTaken } from '../../emails/emails.problems.js';
import { LastAppAdmin, LastOrganizationAdmin } from '../../memberships/administrators.problems.js';
import { ManagedAccountsService } from '../managed-accounts.service.js';
import { ProvisioningService } from '../provisioning.service.js';
import { AccountNotManaged, UserNotFound } from '../users.problems.js';
import { UsersService } from '../users.service.js';
import { DirectoryUserDetailsDto, DirectoryUserDto, DirectoryUserPageDto } from './directory.dto.js';
import { presentDirectoryUser, presentDirectoryUserDetails, presentDirectoryUserPage } from './directory.presenter.js';
import { CreateUserDto, UpdateUserDto } from './directory-users.dto.js';

@ApiTags('Users')
@Controller('api/v1/org/users')
export class DirectoryUsersController {
  constructor(
    private readonly users: UsersService,
    private readonly provisioning: ProvisioningService,
    private readonly accounts: ManagedAccountsService,
  ) {}

  @Get()
  @Authenticated()
  @InOrganization('context')
  @Permitted('users:read')
  @Operation(
    'listOrganizationUsers',
    'List the users of the organization',
    'In the order they joined, inactive ones too.',
  )
  @Problems(InvalidMarker)
  @ApiOkResponse({ type: DirectoryUserPageDto })
  async list(
    @CurrentOrganization() organization: OrganizationAccess,
    @Query() query: MarkerQueryDto,
  ): Promise<DirectoryUserPageDto> {
    return presentDirectoryUserPage(await this.users.list(organization, query));
  }

  @Post()
  @Authenticated()
  @InOrganization('context')
  @Permitted('users:write')
  @Operation(
    'createOrganizationUser',
    'Create a user',
    'An account that the organization manages. Its owner is mailed a link to choose a password; until he signs in it is `pending`.',
  )
  @Problems(EmailTaken, LastAppAdmin, LastOrganizationAdmin, TooManyRequests)
  @ApiCreatedResponse({ type: DirectoryUserDto })
  async create(
    @CurrentPrincipal() principal: Principal,
    @CurrentOrganization() organization: OrganizationAccess,
    @Body() newcomer: CreateUserDto,
  ): Promise<DirectoryUserDto> {
    const { userId } = await this.provisioning.create(principal, organization, newcomer);
    return presentDirectoryUser(await this.users.get(organization, userId));
  }

  @Get(':user')
  @Authenticated()
  @InOrganization('context')
  @Scope('users:read')
  @Operation('getOrganizationUser', 'Describe a user', 'For whoever may list the users, and for the user himself.')
  @ApiParam({ name: 'user', format: 'uuid' })
  @Problems(InsufficientRole, UserNotFound)
  @ApiOkResponse({ type: DirectoryUserDetailsDto })
  async describe(
    @CurrentPrincipal() principal: Principal,
    @CurrentOrganization() organization: OrganizationAccess,
    @Param('user') userId: string,
  ): Promise<DirectoryUserDetailsDto> {
    return presentDirectoryUserDetails(await this.users.describe(principal, organization, userId));
  }

  @Patch(':user')
  @Authenticated()
  @InOrganization('context')
  @Roles('OrganizationAdmin')
  @Scope('users:write')
  @StepUpFor('A new e-mail')
  @Operation(
    'updateOrganizationUser',
    'Change the account of a user',
    'Of one whose account the organization manages, and not one’s own. What is not sent stays; null clears. A new e-mail takes the place of the old one at once.',
  )
  @ApiParam({ name: 'user', format: 'uuid' })
  @Problems(UserNotFound, AccountNotManaged, EmailTaken, TooManyRequests)
  @ApiOkResponse({ type: DirectoryUserDto })
  async update(
    @CurrentPrincipal() principal: Principal,
    @CurrentOrganization() organization: OrganizationAccess,
    @Param('user') userId: string,
    @Body(ChangesPipe) changes: UpdateUserDto,
  ): Promise<DirectoryUserDto> {
    await this.accounts.update(principal, organization, userId, changes);
    return presentDirectoryUser(await this.users.get(organization, userId));
  }

  @Delete(':user')
  @HttpCode(204)
  @Authenticated()
  @InOrganization('context')
  @Roles('OrganizationAdmin')
  @Scope('users:write')
  @StepUpFor('The caller’s own managed account', 'stepUpOrSignIn')
  @Operation(
    'deleteOrganizationUser',
    'Delete a user',
    'An account that the organization manages is deleted for good, with its sessions, keys, memberships and teams. Any other loses its membership and teams in this organization. One may remove oneself.',
  )
  @ApiParam({ name: 'user', format: 'uuid' })
  @Problems(UserNotFound, LastOrganizationAdmin, LastAppAdmin)
  @ApiNoContentResponse({ description: 'He is gone' })
  async remove(
    @CurrentPrincipal() principal: Principal,
    @CurrentOrganization() organization: OrganizationAccess,
    @Param('user') userId: string,
  ): Promise<void> {
    await this.accounts.remove(principal, organization, userId);
  }
}
