import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { InsufficientRole } from '../../../access/access.problems.js';
import { CurrentOrganization, CurrentPrincipal } from '../../../access/caller.decorators.js';
import { Access } from '../../../access/access.decorator.js';
import type { OrganizationAccess, Principal } from '../../../access/principal.js';
import { DIRECTORY } from '../../../contracts/directory.js';
import { created, noContent, Operation } from '../../../core/openapi/operation.js';
import { MarkerQueryDto } from '../../../core/paging/marker.dto.js';
import { InvalidMarker } from '../../../core/problems/common.problems.js';
import { ChangesPipe } from '../../../core/validation/changes.pipe.js';
import { InvalidRole } from '../../roles/roles.problems.js';
import { ServiceAccountNotFound, UsernameTaken } from '../service-accounts.problems.js';
import { ServiceAccountsService } from '../service-accounts.service.js';
import {
  CreateServiceAccountDto,
  ServiceAccountDto,
  ServiceAccountPageDto,
  UpdateServiceAccountDto,
} from './directory.dto.js';
import { presentServiceAccount, presentServiceAccountPage } from './directory.presenter.js';

@ApiTags('Service accounts')
@Controller(DIRECTORY.path('org/service-accounts'))
export class DirectoryServiceAccountsController {
  constructor(private readonly serviceAccounts: ServiceAccountsService) {}

  @Get()
  @Access({
    caller: 'authenticated',
    organization: DIRECTORY.organization,
    role: 'OrganizationAdmin',
    scope: 'orgs:read',
  })
  @Operation({
    id: 'listServiceAccounts',
    summary: 'List the service accounts of the organization',
    description: 'Ordered by creation time.',
    returns: ServiceAccountPageDto,
    problems: [InvalidMarker],
  })
  async list(
    @CurrentOrganization() organization: OrganizationAccess,
    @Query() query: MarkerQueryDto,
  ): Promise<ServiceAccountPageDto> {
    return presentServiceAccountPage(await this.serviceAccounts.list(organization, query));
  }

  @Post()
  @Access({
    caller: 'authenticated',
    organization: DIRECTORY.organization,
    role: 'OrganizationAdmin',
    scope: 'orgs:write',
  })
  @Operation({
    id: 'createServiceAccount',
    summary: 'Create a service account',
    description: 'A service account needs an API key to call. `role` and `appRole` limit its keys.',
    returns: created(ServiceAccountDto),
    problems: [InvalidRole, InsufficientRole, UsernameTaken],
  })
  async create(
    @CurrentPrincipal() principal: Principal,
    @CurrentOrganization() organization: OrganizationAccess,
    @Body() fields: CreateServiceAccountDto,
  ): Promise<ServiceAccountDto> {
    return presentServiceAccount(await this.serviceAccounts.create(principal, organization, fields));
  }

  @Get(':id')
  @Access({
    caller: 'authenticated',
    organization: DIRECTORY.organization,
    role: 'OrganizationAdmin',
    scope: 'orgs:read',
  })
  @Operation({
    id: 'getServiceAccount',
    summary: 'Read a service account',
    params: [{ name: 'id', format: 'uuid' }],
    returns: ServiceAccountDto,
    problems: [ServiceAccountNotFound],
  })
  async get(
    @CurrentOrganization() organization: OrganizationAccess,
    @Param('id') id: string,
  ): Promise<ServiceAccountDto> {
    return presentServiceAccount(await this.serviceAccounts.find(organization, id));
  }

  @Patch(':id')
  @Access({
    caller: 'authenticated',
    organization: DIRECTORY.organization,
    role: 'OrganizationAdmin',
    scope: 'orgs:write',
  })
  @Operation({
    id: 'updateServiceAccount',
    summary: 'Change a service account',
    description: 'Omitted keys are unchanged. A change of role applies to its API keys at once.',
    params: [{ name: 'id', format: 'uuid' }],
    returns: ServiceAccountDto,
    problems: [ServiceAccountNotFound, InvalidRole, InsufficientRole, UsernameTaken],
  })
  async update(
    @CurrentPrincipal() principal: Principal,
    @CurrentOrganization() organization: OrganizationAccess,
    @Param('id') id: string,
    @Body(ChangesPipe) changes: UpdateServiceAccountDto,
  ): Promise<ServiceAccountDto> {
    return presentServiceAccount(await this.serviceAccounts.update(principal, organization, id, changes));
  }

  @Delete(':id')
  @Access({
    caller: 'authenticated',
    organization: DIRECTORY.organization,
    role: 'OrganizationAdmin',
    scope: 'orgs:write',
  })
  @Operation({
    id: 'deleteServiceAccount',
    summary: 'Delete a service account',
    description: 'Its API keys and the open invitations that it sent end at once.',
    params: [{ name: 'id', format: 'uuid' }],
    returns: noContent(),
    problems: [ServiceAccountNotFound],
  })
  async remove(
    @CurrentPrincipal() principal: Principal,
    @CurrentOrganization() organization: OrganizationAccess,
    @Param('id') id: string,
  ): Promise<void> {
    await this.serviceAccounts.remove(principal, organization, id);
  }
}
