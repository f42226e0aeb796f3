import { Prisma } from '../../core/prisma/generated/client.js';
import type { Query } from '../../core/prisma/prisma.service.js';

/** The own role of an organization whose name has the same form, as the unique index `Role_own_name_key` compares names. */
export function ownRoleNamed(organizationId: string, name: string): Query<{ id: string }> {
  return Prisma.sql`
    SELECT id FROM "Role"
    WHERE "organizationId" = ${organizationId}::uuid AND name_form(name) = name_form(${name})
    ORDER BY id LIMIT 1`;
}
