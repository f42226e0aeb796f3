import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import { InsufficientRole } from '../../../access/access.problems.js';
import { CurrentOrganization, CurrentPrincipal } from '../../../access/caller.decorators.js';
import { Authenticated, InOrganization, Roles, Scope } from '../../../access/declarations.js';
import type { OrganizationAccess, Principal } from '../../../access/principal.js';
import { Operation, Problems } from '../../../core/openapi/operation.js';
import { MarkerQueryDto } from '../../../core/paging/marker.dto.js';
import { InvalidMarker } from '../../../core/problems/common.problems.js';
import { ChangesPipe } from '../../../core/validation/changes.pipe.js';
import { InvalidRole } from '../../memberships/roles.problems.js';
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
@Controller('api/v1/org/service-accounts')
export class DirectoryServiceAccountsController {
  constructor(private readonly serviceAccounts: ServiceAccountsService) {}

  @Get()
  @Authenticated()
  @InOrganization('context')
  @Roles('OrganizationAdmin')
  @Scope('orgs:read')
  @Operation('listServiceAccounts', 'List the service accounts of the organization', 'In the order of their creation.')
  @Problems(InvalidMarker)
  @ApiOkResponse({ type: ServiceAccountPageDto })
  async list(
    @CurrentOrganization() organization: OrganizationAccess,
    @Query() query: MarkerQueryDto,
  ): Promise<ServiceAccountPageDto> {
    return presentServiceAccountPage(await this.serviceAccounts.list(organization, query));
  }

  @Post()
  @Authenticated()
  @InOrganization('context')
  @Roles('OrganizationAdmin')
  @Scope('orgs:write')
  @Operation(
    'createServiceAccount',
    'Create a service account',
    'It can do nothing until an API key is minted for it. `role` and `appRole` are what its keys may do at most.',
  )
  @Problems(InvalidRole, InsufficientRole, UsernameTaken)
  @ApiCreatedResponse({ type: ServiceAccountDto })
  async create(
    @CurrentPrincipal() principal: Principal,
    @CurrentOrganization() organization: OrganizationAccess,
    @Body() fields: CreateServiceAccountDto,
  ): Promise<ServiceAccountDto> {
    return presentServiceAccount(await this.serviceAccounts.create(principal, organization, fields));
  }

  @Get(':id')
  @Authenticated()
  @InOrganization('context')
  @Roles('OrganizationAdmin')
  @Scope('orgs:read')
  @Operation('getServiceAccount', 'Read a service account')
  @ApiParam({ name: 'id', format: 'uuid' })
  @Problems(ServiceAccountNotFound)
  @ApiOkResponse({ type: ServiceAccountDto })
  async get(
    @CurrentOrganization() organization: OrganizationAccess,
    @Param('id') id: string,
  ): Promise<ServiceAccountDto> {
    return presentServiceAccount(await this.serviceAccounts.find(organization, id));
  }

  @Patch(':id')
  @Authenticated()
  @InOrganization('context')
  @Roles('OrganizationAdmin')
  @Scope('orgs:write')
  @Operation(
    'updateServiceAccount',
    'Change a service account',
    'What is not sent stays. A change of role acts on its keys at once.',
  )
  @ApiParam({ name: 'id', format: 'uuid' })
  @Problems(ServiceAccountNotFound, InvalidRole, InsufficientRole, UsernameTaken)
  @ApiOkResponse({ type: ServiceAccountDto })
  async update(
    @CurrentPrincipal() principal: Principal,
    @CurrentOrganization() organization: OrganizationAccess,
    @Param('id') id: string,
    @Body(ChangesPipe) changes: UpdateServiceAccountDto,
  ): Promise<ServiceAccountDto> {
    return presentServiceAccount(await this.serviceAccounts.update(principal, organization, id, changes));
  }

  @Delete(':id')
  @HttpCode(204)
  @Authenticated()
  @InOrganization('context')
  @Roles('OrganizationAdmin')
  @Scope('orgs:write')
  @Operation(
    'deleteServiceAccount',
    'Delete a service account',
    'Its API keys and the open invitations that it sent end with it, at once.',
  )
  @ApiParam({ name: 'id', format: 'uuid' })
  @Problems(ServiceAccountNotFound)
  @ApiNoContentResponse()
  async remove(
    @CurrentPrincipal() principal: Principal,
    @CurrentOrganization() organization: OrganizationAccess,
    @Param('id') id: string,
  ): Promise<void> {
    await this.serviceAccounts.remove(principal, organization, id);
  }
}
