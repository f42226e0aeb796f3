import { permissionsOf } from '../../../access/roles.js';
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
    createdAt: role.createdAt.toISOString(),
    createdBy: role.createdBy,
    updatedAt: role.updatedAt.toISOString(),
    updatedBy: role.updatedBy,
  };
}

export function presentRolePage({ items, marker }: MarkedPage<Role>): RolePageDto {
  return { items: items.map(presentRole), marker };
}
