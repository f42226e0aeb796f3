import { parseSort, type Sort } from '../../../core/paging/sort.js';
import { foldedName } from '../../../core/prisma/folded-name.js';
import { Prisma } from '../../../core/prisma/generated/client.js';
import { behind, type KeysetOrder, orderedBy } from '../../../core/prisma/keyset.js';
import { oneOf } from '../../../core/prisma/one-of.js';
import { textContains } from '../../../core/prisma/text-search.js';
import type { UserStatus } from '../../../core/prisma/generated/enums.js';
import type { Query } from '../../../core/prisma/prisma.service.js';
import { limit } from '../../../core/prisma/limit.js';

/** A user of an organization in the directory contract: the account, without the name in the organization. */
export interface OrganizationUser {
  readonly id: string;
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

/** A user with the place in a list that is ordered by names. */
export interface ListedUser extends OrganizationUser {
  /** The name of the account in the form in which names are ordered. */
  readonly foldedName: string;
}

/** What users are ordered by: the time of joining, and the time and the name of the account. */
export type UserSort = Sort<'joinedAt' | 'createdAt' | 'displayName'>;

/** Which users of an organization. What is left out does not matter. */
export interface UserFilter {
  /** Part of a name, in the organization or of the account, or of the e-mail: see {@link textContains}. Empty: any. */
  readonly search: string;
  /** Empty: any. */
  readonly statuses: readonly UserStatus[];
  readonly secondFactor?: boolean;
}

/** The names of the account, which are in the search text unless the membership has a name of its own. */
const NAME = foldedName(Prisma.sql`coalesce(m."accountText", m."searchText")`);

const COLUMNS = Prisma.sql`
  u.id, m.id AS "membershipId", e.address AS email, u."givenName", u."familyName", u."displayName", u.status::text,
  u."createdAt", u."createdBy", u."updatedAt", u."updatedBy"`;

const TABLES = Prisma.sql`
  FROM "Membership" m
  JOIN "User" u ON u.id = m."userId" AND u."deletedAt" IS NULL
  JOIN "UserEmail" e ON e."userId" = u.id AND e."isPrimary"`;

/** One user of an organization by the id of the account. */
export function userById(organizationId: string, userId: string): Query<OrganizationUser> {
  return Prisma.sql`
    SELECT ${COLUMNS} ${TABLES} WHERE m."organizationId" = ${organizationId}::uuid AND m."userId" = ${userId}::uuid`;
}

/** At most so many users after the given position. With a filter, it must be planned each time. */
export function usersAfter(
  organizationId: string,
  { search, statuses, secondFactor }: UserFilter,
  sort: UserSort,
  after: string | undefined,
  count: number,
): Query<ListedUser> {
  const order = orderOf(sort);
  return Prisma.sql`
    SELECT ${COLUMNS}, ${NAME} AS "foldedName" ${TABLES}
    WHERE m."organizationId" = ${organizationId}::uuid AND ${behind(order, after)}
    AND ${oneOf(Prisma.sql`m."accountStatus"`, 'UserStatus', statuses)}
    ${secondFactor === undefined ? Prisma.empty : Prisma.sql`AND m."secondFactor" = ${secondFactor}`}
    ${search === '' ? Prisma.empty : found(search)}
    ORDER BY ${orderedBy(order)} ${limit(count)}`;
}

function found(search: string): Prisma.Sql {
  return Prisma.sql`
    AND (${textContains(Prisma.sql`m."searchText"`, search)} OR ${textContains(Prisma.sql`m."accountText"`, search)})`;
}

function orderOf(sort: UserSort): KeysetOrder {
  const { key, isDescending } = parseSort(sort);
  // Ids of users are in the order of their creation.
  const id = key === 'createdAt' ? Prisma.sql`m."userId"` : Prisma.sql`m.id`;
  return { name: key === 'displayName' ? NAME : undefined, id, isDescending };
}
