import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { InsufficientRole } from '../../../access/access.problems.js';
import { CurrentOrganization, CurrentPrincipal } from '../../../access/caller.decorators.js';
import { Access } from '../../../access/access.decorator.js';
import type { OrganizationAccess, Principal } from '../../../access/principal.js';
import { created, noContent, Operation } from '../../../core/openapi/operation.js';
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
  @Access({ caller: 'authenticated', organization: 'context', permission: 'users:read' })
  @Operation({
    id: 'listOrganizationUsers',
    summary: 'List the users of the organization',
    description: 'In the order they joined, inactive ones too.',
    returns: DirectoryUserPageDto,
    problems: [InvalidMarker],
  })
  async list(
    @CurrentOrganization() organization: OrganizationAccess,
    @Query() query: MarkerQueryDto,
  ): Promise<DirectoryUserPageDto> {
    return presentDirectoryUserPage(await this.users.list(organization, query));
  }

  @Post()
  @Access({ caller: 'authenticated', organization: 'context', permission: 'users:write' })
  @Operation({
    id: 'createOrganizationUser',
    summary: 'Create a user',
    description:
      'An account that the organization manages. Its owner is mailed a link to choose a password; until he signs in it is `pending`.',
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
  @Access({ caller: 'authenticated', organization: 'context', scope: 'users:read' })
  @Operation({
    id: 'getOrganizationUser',
    summary: 'Describe a user',
    description: 'For whoever may list the users, and for the user himself.',
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
    organization: 'context',
    role: 'OrganizationAdmin',
    scope: 'users:write',
    recentFor: { case: 'A new e-mail', proof: 'stepUp' },
  })
  @Operation({
    id: 'updateOrganizationUser',
    summary: 'Change the account of a user',
    description:
      'Of one whose account the organization manages, and not one’s own. What is not sent stays; null clears. A new e-mail takes the place of the old one at once.',
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
    organization: 'context',
    role: 'OrganizationAdmin',
    scope: 'users:write',
    recentFor: { case: 'The caller’s own managed account', proof: 'signIn' },
  })
  @Operation({
    id: 'deleteOrganizationUser',
    summary: 'Delete a user',
    description:
      'An account that the organization manages is deleted for good, with its sessions, keys, memberships and teams. Any other loses its membership and teams in this organization. One may remove oneself.',
    params: [{ name: 'user', format: 'uuid' }],
    returns: noContent('He is gone'),
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
