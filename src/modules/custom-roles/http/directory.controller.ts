import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import { CurrentOrganization, CurrentUser } from '../../../access/caller.decorators.js';
import { Authenticated, InOrganization, Roles, Scope, StepUp } from '../../../access/declarations.js';
import type { OrganizationAccess, UserPrincipal } from '../../../access/principal.js';
import { Operation, Problems } from '../../../core/openapi/operation.js';
import { MarkerQueryDto } from '../../../core/paging/marker.dto.js';
import { InvalidMarker } from '../../../core/problems/common.problems.js';
import { ChangesPipe } from '../../../core/validation/changes.pipe.js';
import { RoleBuiltIn, RoleInUse, RoleNameTaken, RoleNotFound } from '../custom-roles.problems.js';
import { CustomRolesService } from '../custom-roles.service.js';
import { CreateRoleDto, RoleDto, RolePageDto, UpdateRoleDto } from './directory.dto.js';
import { presentRole, presentRolePage } from './directory.presenter.js';

@ApiTags('Roles')
@Controller('api/v1/org/roles')
export class DirectoryRolesController {
  constructor(private readonly roles: CustomRolesService) {}

  @Get()
  @Authenticated()
  @InOrganization('context')
  @Scope('orgs:read')
  @Operation(
    'listRoles',
    'List the roles there are in the organization',
    'The four built-in ones, then its own in the order of their creation.',
  )
  @Problems(InvalidMarker)
  @ApiOkResponse({ type: RolePageDto })
  async list(
    @CurrentOrganization() organization: OrganizationAccess,
    @Query() query: MarkerQueryDto,
  ): Promise<RolePageDto> {
    return presentRolePage(await this.roles.list(organization, query));
  }

  @Post()
  @StepUp()
  @InOrganization('context')
  @Roles('OrganizationAdmin')
  @Operation(
    'createRole',
    'Make a role of the organization’s own',
    'Members and service accounts are given it by its name. It permits what its permissions say, on the routes that name one, on top of what every active member may do.',
  )
  @Problems(RoleNameTaken)
  @ApiCreatedResponse({ type: RoleDto })
  async create(
    @CurrentUser() principal: UserPrincipal,
    @CurrentOrganization() organization: OrganizationAccess,
    @Body() fields: CreateRoleDto,
  ): Promise<RoleDto> {
    return presentRole(await this.roles.create(principal, organization, fields));
  }

  @Get(':role')
  @Authenticated()
  @InOrganization('context')
  @Scope('orgs:read')
  @Operation('getRole', 'Read a role')
  @ApiParam({ name: 'role', format: 'uuid' })
  @Problems(RoleNotFound)
  @ApiOkResponse({ type: RoleDto })
  async get(@CurrentOrganization() organization: OrganizationAccess, @Param('role') id: string): Promise<RoleDto> {
    return presentRole(await this.roles.find(organization, id));
  }

  @Patch(':role')
  @StepUp()
  @InOrganization('context')
  @Roles('OrganizationAdmin')
  @Operation(
    'updateRole',
    'Change a role of the organization’s own',
    'What is not sent stays. Permissions act at once on everybody who has the role.',
  )
  @ApiParam({ name: 'role', format: 'uuid' })
  @Problems(RoleNotFound, RoleBuiltIn, RoleNameTaken)
  @ApiOkResponse({ type: RoleDto })
  async update(
    @CurrentUser() principal: UserPrincipal,
    @CurrentOrganization() organization: OrganizationAccess,
    @Param('role') id: string,
    @Body(ChangesPipe) changes: UpdateRoleDto,
  ): Promise<RoleDto> {
    return presentRole(await this.roles.update(principal, organization, id, changes));
  }

  @Delete(':role')
  @HttpCode(204)
  @StepUp()
  @InOrganization('context')
  @Roles('OrganizationAdmin')
  @Operation('deleteRole', 'Delete a role of the organization’s own', 'Nobody may have it any more.')
  @ApiParam({ name: 'role', format: 'uuid' })
  @Problems(RoleNotFound, RoleBuiltIn, RoleInUse)
  @ApiNoContentResponse()
  async remove(
    @CurrentUser() principal: UserPrincipal,
    @CurrentOrganization() organization: OrganizationAccess,
    @Param('role') id: string,
  ): Promise<void> {
    await this.roles.remove(principal, organization, id);
  }
}
