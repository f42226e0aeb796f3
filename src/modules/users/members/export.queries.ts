import type { AppRole } from '../../../access/roles.js';
import { Prisma } from '../../../core/prisma/generated/client.js';
import type { MembershipState } from '../../../core/prisma/generated/enums.js';
import type { Query } from '../../../core/prisma/prisma.service.js';
import { limit } from '../../../core/prisma/limit.js';
import type { OrganizationUser } from './users.queries.js';

/** A user of an organization, as a row of an export. */
export interface ExportedUser extends Omit<OrganizationUser, 'createdBy' | 'updatedAt' | 'updatedBy'> {
  readonly role: string;
  readonly appRole: AppRole;
  readonly state: MembershipState;
}

/** At most so many users, by the time of joining, after a membership. */
export function exportedUsers(organizationId: string, after: string | undefined, count: number): Query<ExportedUser> {
  return Prisma.sql`
    SELECT u.id, m.id AS "membershipId", e.address AS email, u."givenName", u."familyName", u."displayName", r.name AS role,
      m."appRole"::text, u.status::text, m.state::text, u."createdAt"
    FROM "Membership" m
    JOIN "Role" r ON r.id = m."roleId"
    JOIN "User" u ON u.id = m."userId"
    JOIN "UserEmail" e ON e."userId" = u.id AND e."isPrimary"
    WHERE m."organizationId" = ${organizationId}::uuid
    ${after === undefined ? Prisma.empty : Prisma.sql`AND m.id > ${after}::uuid`}
    ORDER BY m.id ${limit(count)}`;
}
