import type { AppRole } from '../../access/roles.js';
import { foldedName } from '../../core/prisma/folded-name.js';
import { Prisma } from '../../core/prisma/generated/client.js';
import { behind, type KeysetOrder, orderedBy } from '../../core/prisma/keyset.js';
import { oneOf } from '../../core/prisma/one-of.js';
import { textContains } from '../../core/prisma/text-search.js';
import type { MembershipState } from '../../core/prisma/generated/enums.js';
import type { Query } from '../../core/prisma/prisma.service.js';
import { limit } from '../../core/prisma/limit.js';
import { parseSort, type Sort } from '../../core/paging/sort.js';

/** What members are ordered by. */
export type MemberSort = Sort<'joinedAt' | 'displayName'>;

/** A member from the view of the other members. */
export interface ListedMember {
  /** Of the membership. */
  readonly id: string;
  readonly userId: string;
  /** The membership's own display name, else the user's. */
  readonly displayName: string;
  /** The name in the form in which names are ordered. */
  readonly foldedName: string;
  readonly email: string;
  readonly avatarUrl: string | null;
  readonly role: string;
  readonly appRole: AppRole;
  readonly state: MembershipState;
  readonly isPrimary: boolean;
  readonly createdAt: Date;
  /** The last sign-in to the account. Null: none yet. Only for OrganizationAdmins, as the next one. */
  readonly lastSignInAt?: Date | null;
  /** Whether the account has a second factor. */
  readonly secondFactor?: boolean;
}

/** Which members. */
export interface MemberListFilter {
  /** Part of a name or of the e-mail: see {@link textContains}. Empty: any. */
  readonly search: string;
  /** The name of a role; a role that does not exist matches no member. */
  readonly role?: string;
  /** Empty: in any state. */
  readonly states: readonly MembershipState[];
}

const SEARCH_TEXT = Prisma.sql`m."searchText"`;
const NAME = foldedName(SEARCH_TEXT);

const MEMBER = Prisma.sql`
  SELECT m.id, m."userId", coalesce(m."displayName", u."displayName") AS "displayName", ${NAME} AS "foldedName",
    e.address AS email, u."avatarUrl",
    r.name AS role, m."appRole"::text, m.state::text, m."isPrimary", m."createdAt",
    u."lastSignInAt", m."secondFactor"
  FROM "Membership" m
  JOIN "User" u ON u.id = m."userId"
  JOIN "UserEmail" e ON e."userId" = u.id AND e."isPrimary"
  JOIN "Role" r ON r.id = m."roleId"`;

/** One member by the id of the membership. */
export function listedMember(id: string): Query<ListedMember> {
  return Prisma.sql`${MEMBER} WHERE m.id = ${id}::uuid`;
}

/** So many members after the given position. With a search, or with a filter and ordered by names, it must be planned each time. */
export function membersAfter(
  organizationId: string,
  { search, role, states }: MemberListFilter,
  sort: MemberSort,
  after: string | undefined,
  take: number,
): Query<ListedMember> {
  const order = orderOf(sort);
  return Prisma.sql`${MEMBER}
    WHERE m."organizationId" = ${organizationId}::uuid AND ${behind(order, after)}
    AND ${oneOf(Prisma.sql`m.state`, 'MembershipState', states)}
    ${role === undefined ? Prisma.empty : withRole(organizationId, role)}
    AND ${textContains(SEARCH_TEXT, search)}
    ORDER BY ${orderedBy(order)} ${limit(take)}`;
}

function orderOf(sort: MemberSort): KeysetOrder {
  const { key, isDescending } = parseSort(sort);
  return { name: key === 'displayName' ? NAME : undefined, id: Prisma.sql`m.id`, isDescending };
}

function withRole(organizationId: string, role: string): Prisma.Sql {
  return Prisma.sql`AND m."roleId" IN (
    SELECT id FROM "Role" WHERE name = ${role} AND ("organizationId" IS NULL OR "organizationId" = ${organizationId}::uuid))`;
}
