import { Prisma } from '../../core/prisma/generated/client.js';
import type { Query } from '../../core/prisma/prisma.service.js';

/** The team of an organization whose name has the same form, as the unique index `Team_own_name_key` compares names. */
export function teamNamed(organizationId: string, name: string): Query<{ id: string }> {
  return Prisma.sql`
    SELECT id FROM "Team"
    WHERE "organizationId" = ${organizationId}::uuid AND name_form(name) = name_form(${name})
    ORDER BY id LIMIT 1`;
}
