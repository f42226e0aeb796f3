import { ORGANIZATION_ADMIN } from '../../access/roles.js';
import { Prisma } from '../../core/prisma/generated/client.js';
import type { Query } from '../../core/prisma/prisma.service.js';

/** The members that remain in an organization: any members, and active administrators of each kind. */
export interface Left {
  readonly members: boolean;
  readonly admin: boolean;
  readonly appAdmin: boolean;
}

/** Which members an organization has. */
export function membersLeft(organizationId: string): Query<Left> {
  return Prisma.sql`
    SELECT
      EXISTS (SELECT FROM "Membership" WHERE "organizationId" = ${organizationId}::uuid) AS members,
      EXISTS (
        SELECT FROM "Membership" m JOIN "Role" r ON r.id = m."roleId"
        WHERE m."organizationId" = ${organizationId}::uuid AND m.state = 'Active'
          AND r."organizationId" IS NULL AND r.name = ${ORGANIZATION_ADMIN}
      ) AS admin,
      EXISTS (
        SELECT FROM "Membership"
        WHERE "organizationId" = ${organizationId}::uuid AND state = 'Active' AND "appRole" = 'AppAdmin'
      ) AS "appAdmin"`;
}
