import { parseSort, type Sort } from '../../../core/paging/sort.js';
import { foldedName } from '../../../core/prisma/folded-name.js';
import { Prisma } from '../../../core/prisma/generated/client.js';
import { type KeysetOrder, orderedBy } from '../../../core/prisma/keyset.js';
import type { AppRole } from '../../../access/roles.js';
import type { MembershipState } from '../../../core/prisma/generated/enums.js';
import { oneOf } from '../../../core/prisma/one-of.js';
import { textContains } from '../../../core/prisma/text-search.js';
import type { Query } from '../../../core/prisma/prisma.service.js';
import { limit } from '../../../core/prisma/limit.js';

/** A member from the view of an organization's administrators. */
export interface Member {
  readonly id: string;
  readonly organizationId: string;
  readonly userId: string;
  /** The membership's own display name, else the user's. */
  readonly name: string;
  readonly email: string;
  readonly jobPositionName: string | null;
  readonly jobPositionDescription: string | null;
  readonly state: MembershipState;
  readonly appRole: AppRole;
  readonly createdAt: Date;
}

/** Which members of an organization. */
export interface MemberFilter {
  readonly organizationId: string;
  /** Empty: in any state. */
  readonly states: readonly MembershipState[];
  /** Part of a name or of the e-mail: see {@link textContains}. Empty: any. */
  readonly search: string;
}

/** What members are ordered by. */
export type MemberSort = Sort<'createdAt' | 'name'>;

const COLUMNS = Prisma.sql`
  m.id, m."organizationId", m."userId", coalesce(m."displayName", u."displayName") AS name, e.address AS email,
  m."jobPositionName", m."jobPositionDescription", m.state::text, m."appRole"::text, m."createdAt"`;

const TABLES = Prisma.sql`
  FROM "Membership" m
  JOIN "User" u ON u.id = m."userId"
  JOIN "UserEmail" e ON e."userId" = u.id AND e."isPrimary"`;

const MEMBER = Prisma.sql`SELECT ${COLUMNS} ${TABLES}`;

const SEARCH_TEXT = Prisma.sql`p."searchText"`;

/** One member by the id of the membership. */
export function memberById(organizationId: string, id: string): Query<Member> {
  return Prisma.sql`${MEMBER} WHERE m.id = ${id}::uuid AND m."organizationId" = ${organizationId}::uuid`;
}

/** Members by the ids of their memberships, in any order. */
export function membersByIds(ids: readonly string[]): Query<Member> {
  return Prisma.sql`${MEMBER} WHERE m.id = ANY (${ids}::uuid[])`;
}

/** A row of a page: the total, and a member unless the page is empty. */
export type MemberRow = { readonly total: number } & (Member | { readonly [Key in keyof Member]: null });

export function isMember(row: MemberRow): row is MemberRow & Member {
  return row.id !== null;
}

/** Which rows of a sorted list. */
export interface MemberSlice {
  readonly sort: MemberSort;
  readonly size: number;
  readonly offset: number;
}

/**
 * One page of all members in these states, and how many there are altogether, in one statement. The ids of the page come from an
 * index; names and addresses are joined to those few.
 */
export function memberPage(filter: MemberFilter, { sort, size, offset }: MemberSlice): Query<MemberRow> {
  const ids = Prisma.sql`SELECT p.id ${matching(filter)} ORDER BY ${orderedBy(orderOf(sort, 'p'))} ${limit(size, offset)}`;
  return page(filter, sort, ids);
}

/**
 * The same page, reached from the end of the list: the skipped rows are those after it. The total of the same moment
 * gives the position.
 */
export function memberPageFromEnd(filter: MemberFilter, { sort, size, offset }: MemberSlice): Query<MemberRow> {
  return page(
    filter,
    sort,
    Prisma.sql`
      SELECT p.id ${matching(filter)} ORDER BY ${orderedBy(reversed(orderOf(sort, 'p')))}
      LIMIT (SELECT greatest(least(${size}::int, total - ${offset}::bigint), 0) FROM t)
      OFFSET (SELECT greatest(total - ${offset}::bigint - ${size}::int, 0) FROM t)`,
  );
}

/** How many members are in these states, by the counters of the organization: the same cost for any size. */
export function memberTotal({ organizationId, states }: MemberFilter): Query<{ total: number }> {
  return Prisma.sql`
    SELECT coalesce(sum(p.total), 0)::int AS total FROM "MemberCount" p
    WHERE p."organizationId" = ${organizationId}::uuid AND ${inStates(states)}`;
}

/** Members that a search finds. It must be planned each time: see {@link textContains}. */
export function membersFound(filter: MemberFilter, { sort, size, offset }: MemberSlice): Query<Member> {
  return Prisma.sql`
    ${MEMBER}
    WHERE m.id IN (SELECT p.id ${matching(filter)} ORDER BY ${orderedBy(orderOf(sort, 'p'))} ${limit(size, offset)})
    ORDER BY ${orderedBy(orderOf(sort, 'm'))}`;
}

/** How many a search finds. It must be planned each time. */
export function countFound(filter: MemberFilter): Query<{ total: number }> {
  return Prisma.sql`SELECT count(*)::int AS total ${matching(filter)}`;
}

function page(filter: MemberFilter, sort: MemberSort, ids: Prisma.Sql): Prisma.Sql {
  const order = orderOf(sort, 'm');
  const name = order.name === undefined ? undefined : Prisma.sql`m."foldedName"`;
  return Prisma.sql`
    WITH t AS (${memberTotal(filter)})
    SELECT t.total, m.*
    FROM t
    LEFT JOIN (
      SELECT ${COLUMNS} ${order.name === undefined ? Prisma.empty : Prisma.sql`, ${order.name} AS "foldedName"`} ${TABLES}
      WHERE m.id IN (${ids})
    ) m ON true
    ORDER BY ${orderedBy({ ...order, name })}`;
}

function orderOf(sort: MemberSort, table: 'm' | 'p'): KeysetOrder {
  const { key, isDescending } = parseSort(sort);
  const at = Prisma.raw(table);
  const name = key === 'name' ? foldedName(Prisma.sql`${at}."searchText"`) : undefined;
  return { name, id: Prisma.sql`${at}.id`, isDescending };
}

function reversed(order: KeysetOrder): KeysetOrder {
  return { ...order, isDescending: !order.isDescending };
}

function matching({ organizationId, states, search }: MemberFilter): Prisma.Sql {
  return Prisma.sql`
    FROM "Membership" p
    WHERE p."organizationId" = ${organizationId}::uuid AND ${inStates(states)} AND ${textContains(SEARCH_TEXT, search)}`;
}

function inStates(states: MemberFilter['states']): Prisma.Sql {
  return oneOf(Prisma.sql`p.state`, 'MembershipState', states);
}
