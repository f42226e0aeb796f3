import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { InsufficientRole } from '../../../access/access.problems.js';
import { CurrentOrganization, CurrentPrincipal } from '../../../access/caller.decorators.js';
import { Access } from '../../../access/access.decorator.js';
import type { OrganizationAccess, Principal } from '../../../access/principal.js';
import { DIRECTORY } from '../../../contracts/directory.js';
import { created, noContent, Operation } from '../../../core/openapi/operation.js';
import { TooManyRequests } from '../../../core/problems/common.problems.js';
import { InvalidMarker } from '../../../core/problems/common.problems.js';
import { ChangesPipe } from '../../../core/validation/changes.pipe.js';
import { EmailTaken } from '../../emails/emails.problems.js';
import { LastAppAdmin, LastOrganizationAdmin } from '../../memberships/administrators.problems.js';
import { ManagedAccountsService } from '../administration/managed-accounts.service.js';
import { ProvisioningService } from '../provisioning/provisioning.service.js';
import { AccountNotManaged, UserNotFound } from '../users.problems.js';
import { UsersService } from '../members/users.service.js';
import {
  DirectoryUserDetailsDto,
  DirectoryUserDto,
  DirectoryUserPageDto,
  DirectoryUserQueryDto,
} from './directory.dto.js';
import { presentDirectoryUser, presentDirectoryUserDetails, presentDirectoryUserPage } from './directory.presenter.js';
import { CreateUserDto, UpdateUserDto } from './directory-users.dto.js';

@ApiTags('Users')
@Controller(DIRECTORY.path('org/users'))
export class DirectoryUsersController {
  constructor(
    private readonly users: UsersService,
    private readonly provisioning: ProvisioningService,
    private readonly accounts: ManagedAccountsService,
  ) {}

  @Get()
  @Access({ caller: 'authenticated', organization: DIRECTORY.organization, permission: 'users:read' })
  @Operation({
    id: 'listOrganizationUsers',
    summary: 'List the users of the organization',
    description: 'With inactive users. Ordered by the time of joining, unless `sort` names another order.',
    returns: DirectoryUserPageDto,
    problems: [InvalidMarker],
  })
  async list(
    @CurrentPrincipal() principal: Principal,
    @CurrentOrganization() organization: OrganizationAccess,
    @Query() { q, status, secondFactor, sort, ...page }: DirectoryUserQueryDto,
  ): Promise<DirectoryUserPageDto> {
    const filter = { search: q, statuses: status, secondFactor: secondFactor && secondFactor === 'true' };
    return presentDirectoryUserPage(await this.users.list(principal, organization, filter, sort, page));
  }

  @Post()
  @Access({ caller: 'authenticated', organization: DIRECTORY.organization, permission: 'users:write' })
  @Operation({
    id: 'createOrganizationUser',
    summary: 'Create a user',
    description:
      'Creates an account that the organization manages. A link to choose a password is mailed to its owner. The status is `pending` until the first sign-in.',
    returns: created(DirectoryUserDto),
    problems: [EmailTaken, LastAppAdmin, LastOrganizationAdmin, TooManyRequests],
  })
  async create(
    @CurrentPrincipal() principal: Principal,
    @CurrentOrganization() organization: OrganizationAccess,
    @Body() newcomer: CreateUserDto,
  ): Promise<DirectoryUserDto> {
    const { userId } = await this.provisioning.create(principal, organization, newcomer);
    return presentDirectoryUser(await this.users.get(organization, userId));
  }

  @Get(':user')
  @Access({ caller: 'authenticated', organization: DIRECTORY.organization, scope: 'users:read' })
  @Operation({
    id: 'getOrganizationUser',
    summary: 'Describe a user',
    description: 'Callers who may list the users can read every user. Other callers can read only their own.',
    params: [{ name: 'user', format: 'uuid' }],
    returns: DirectoryUserDetailsDto,
    problems: [InsufficientRole, UserNotFound],
  })
  async describe(
    @CurrentPrincipal() principal: Principal,
    @CurrentOrganization() organization: OrganizationAccess,
    @Param('user') userId: string,
  ): Promise<DirectoryUserDetailsDto> {
    return presentDirectoryUserDetails(await this.users.describe(principal, organization, userId));
  }

  @Patch(':user')
  @Access({
    caller: 'authenticated',
    organization: DIRECTORY.organization,
    role: 'OrganizationAdmin',
    scope: 'users:write',
    recentFor: { case: 'A new e-mail', proof: 'stepUp' },
  })
  @Operation({
    id: 'updateOrganizationUser',
    summary: 'Change the account of a user',
    description:
      'The organization must manage the account. Callers cannot change their own account here. Omitted keys are unchanged. Null clears a value. A new e-mail address replaces the old one at once.',
    params: [{ name: 'user', format: 'uuid' }],
    returns: DirectoryUserDto,
    problems: [UserNotFound, AccountNotManaged, EmailTaken, TooManyRequests],
  })
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
  @Access({
    caller: 'authenticated',
    organization: DIRECTORY.organization,
    role: 'OrganizationAdmin',
    scope: 'users:write',
    recentFor: { case: 'The caller’s own managed account', proof: 'signIn' },
  })
  @Operation({
    id: 'deleteOrganizationUser',
    summary: 'Delete a user',
    description:
      'An account that the organization manages is deleted permanently, with its sessions, API keys, memberships and team memberships. Any other account loses its membership and team memberships in this organization. Callers can remove themselves.',
    params: [{ name: 'user', format: 'uuid' }],
    returns: noContent('The user was deleted or removed.'),
    problems: [UserNotFound, LastOrganizationAdmin, LastAppAdmin],
  })
  async remove(
    @CurrentPrincipal() principal: Principal,
    @CurrentOrganization() organization: OrganizationAccess,
    @Param('user') userId: string,
  ): Promise<void> {
    await this.accounts.remove(principal, organization, userId);
  }
}
