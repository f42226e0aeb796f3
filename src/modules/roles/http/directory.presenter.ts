import { permissionsOf } from '../../../access/roles.js';
import { presentAttribution } from '../../../contracts/directory.js';
import { presentMarkedPage } from '../../../contracts/marked-page.js';
import type { MarkedPage } from '../../../core/paging/markers.js';
import type { Role } from '../../../core/prisma/generated/client.js';
import type { RoleDto, RolePageDto } from './directory.dto.js';

export function presentRole(role: Role): RoleDto {
  return {
    id: role.id,
    organizationId: role.organizationId,
    name: role.name,
    description: role.description,
    permissions: [...permissionsOf(role.name, role.permissions)],
    builtIn: role.organizationId === null,
    ...presentAttribution(role),
  };
}

export function presentRolePage(page: MarkedPage<Role>): RolePageDto {
  return presentMarkedPage(page, presentRole);
}
