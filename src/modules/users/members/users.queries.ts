import { Prisma } from '../../../core/prisma/generated/client.js';
import type { UserStatus } from '../../../core/prisma/generated/enums.js';
import type { Query } from '../../../core/prisma/prisma.service.js';
import { limit } from '../../../core/prisma/limit.js';

/** A user of an organization in the directory contract: the account, without the name in the organization. */
export interface OrganizationUser {
  readonly id: string;
  /** The position in the list. */
  readonly membershipId: string;
  readonly email: string;
  readonly givenName: string | null;
  readonly familyName: string | null;
  readonly displayName: string;
  readonly status: UserStatus;
  readonly createdAt: Date;
  readonly createdBy: string;
  readonly updatedAt: Date;
  readonly updatedBy: string;
}

const USER = Prisma.sql`
  SELECT u.id, m.id AS "membershipId", e.address AS email, u."givenName", u."familyName", u."displayName", u.status::text,
    u."createdAt", u."createdBy", u."updatedAt", u."updatedBy"
  FROM "Membership" m
  JOIN "User" u ON u.id = m."userId" AND u."deletedAt" IS NULL
  JOIN "UserEmail" e ON e."userId" = u.id AND e."isPrimary"`;

/** One user of an organization by the id of the account. */
export function userById(organizationId: string, userId: string): Query<OrganizationUser> {
  return Prisma.sql`${USER} WHERE m."organizationId" = ${organizationId}::uuid AND m."userId" = ${userId}::uuid`;
}

/** At most so many users, by the time of joining. */
export function usersAfter(
  organizationId: string,
  membershipId: string | undefined,
  count: number,
): Query<OrganizationUser> {
  const after = membershipId === undefined ? Prisma.empty : Prisma.sql`AND m.id > ${membershipId}::uuid`;
  return Prisma.sql`
    ${USER} WHERE m."organizationId" = ${organizationId}::uuid ${after}
    ORDER BY m.id ${limit(count)}`;
}
