import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentOrganization, CurrentUser } from '../../../access/caller.decorators.js';
import { Access } from '../../../access/access.decorator.js';
import type { OrganizationAccess, UserPrincipal } from '../../../access/principal.js';
import { DIRECTORY } from '../../../contracts/directory.js';
import { created, noContent, Operation } from '../../../core/openapi/operation.js';
import { MarkerQueryDto } from '../../../core/paging/marker.dto.js';
import { InvalidMarker } from '../../../core/problems/common.problems.js';
import { ChangesPipe } from '../../../core/validation/changes.pipe.js';
import { RoleBuiltIn, RoleInUse, RoleNameTaken, RoleNotFound } from '../custom-roles.problems.js';
import { CustomRolesService } from '../custom-roles.service.js';
import { CreateRoleDto, RoleDto, RolePageDto, UpdateRoleDto } from './directory.dto.js';
import { presentRole, presentRolePage } from './directory.presenter.js';

@ApiTags('Roles')
@Controller(DIRECTORY.path('org/roles'))
export class DirectoryRolesController {
  constructor(private readonly roles: CustomRolesService) {}

  @Get()
  @Access({ caller: 'authenticated', organization: DIRECTORY.organization, scope: 'orgs:read' })
  @Operation({
    id: 'listRoles',
    summary: 'List the roles of the organization',
    description: 'The four built-in roles come first, then the organization’s own by creation time.',
    returns: RolePageDto,
    problems: [InvalidMarker],
  })
  async list(
    @CurrentOrganization() organization: OrganizationAccess,
    @Query() query: MarkerQueryDto,
  ): Promise<RolePageDto> {
    return presentRolePage(await this.roles.list(organization, query));
  }

  @Post()
  @Access({ caller: 'session', organization: DIRECTORY.organization, role: 'OrganizationAdmin', recent: 'stepUp' })
  @Operation({
    id: 'createRole',
    summary: 'Create a role of the organization',
    description:
      'The role is granted to members and service accounts by its name. Every active member has some rights. The permissions of the role add the routes that name one of them.',
    returns: created(RoleDto),
    problems: [RoleNameTaken],
  })
  async create(
    @CurrentUser() principal: UserPrincipal,
    @CurrentOrganization() organization: OrganizationAccess,
    @Body() fields: CreateRoleDto,
  ): Promise<RoleDto> {
    return presentRole(await this.roles.create(principal, organization, fields));
  }

  @Get(':role')
  @Access({ caller: 'authenticated', organization: DIRECTORY.organization, scope: 'orgs:read' })
  @Operation({
    id: 'getRole',
    summary: 'Read a role',
    params: [{ name: 'role', format: 'uuid' }],
    returns: RoleDto,
    problems: [RoleNotFound],
  })
  async get(@CurrentOrganization() organization: OrganizationAccess, @Param('role') id: string): Promise<RoleDto> {
    return presentRole(await this.roles.find(organization, id));
  }

  @Patch(':role')
  @Access({ caller: 'session', organization: DIRECTORY.organization, role: 'OrganizationAdmin', recent: 'stepUp' })
  @Operation({
    id: 'updateRole',
    summary: 'Change a role of the organization',
    description:
      'Omitted keys are unchanged. New permissions apply at once to all members and service accounts with the role.',
    params: [{ name: 'role', format: 'uuid' }],
    returns: RoleDto,
    problems: [RoleNotFound, RoleBuiltIn, RoleNameTaken],
  })
  async update(
    @CurrentUser() principal: UserPrincipal,
    @CurrentOrganization() organization: OrganizationAccess,
    @Param('role') id: string,
    @Body(ChangesPipe) changes: UpdateRoleDto,
  ): Promise<RoleDto> {
    return presentRole(await this.roles.update(principal, organization, id, changes));
  }

  @Delete(':role')
  @Access({ caller: 'session', organization: DIRECTORY.organization, role: 'OrganizationAdmin', recent: 'stepUp' })
  @Operation({
    id: 'deleteRole',
    summary: 'Delete a role of the organization',
    description: 'The role must not be in use.',
    params: [{ name: 'role', format: 'uuid' }],
    returns: noContent(),
    problems: [RoleNotFound, RoleBuiltIn, RoleInUse],
  })
  async remove(
    @CurrentUser() principal: UserPrincipal,
    @CurrentOrganization() organization: OrganizationAccess,
    @Param('role') id: string,
  ): Promise<void> {
    await this.roles.remove(principal, organization, id);
  }
}
