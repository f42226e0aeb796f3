import { Prisma } from '../../core/prisma/generated/client.js';
import { leastIdAt } from '../../core/ids/ids.js';
import type { Query } from '../../core/prisma/prisma.service.js';
import { limit } from '../../core/prisma/limit.js';

/** Which entries of an organization's audit. What is left out does not matter. */
export interface AuditFilter {
  /** The id of a user or service account, or `root`. */
  readonly actor?: string;
  readonly action?: string;
  /** From then on. */
  readonly from?: Date;
  /** Before then. */
  readonly to?: Date;
}

/** An entry as the administrators of its organization see it. */
export interface AuditRow {
  readonly id: string;
  readonly at: Date;
  readonly action: string;
  readonly actorKind: string;
  readonly actorId: string | null;
  /** The actor's name in the organization. Null for root, and for an actor who is no longer in it. */
  readonly actorName: string | null;
  readonly targetKind: string | null;
  readonly targetId: string | null;
  readonly changes: Prisma.JsonObject;
  readonly remoteIp: string | null;
  readonly userAgent: string | null;
  readonly requestId: string | null;
}

/**
 * Entries in the order from the newest on. Ids are in the order of time, so that they bound the time as well, and one index
 * of the organization (with the actor, with the action) serves every filter. The names are joined to the few of the page.
 */
export function auditPage(
  organizationId: string,
  filter: AuditFilter,
  after: string | undefined,
  take: number,
): Query<AuditRow> {
  const { actor, action, from, to } = filter;
  const conditions = [
    Prisma.sql`"organizationId" = ${organizationId}::uuid`,
    ...(after === undefined ? [] : [Prisma.sql`id < ${after}::uuid`]),
    ...(actor === undefined ? [] : [Prisma.sql`"actorId" = ${actor}`]),
    ...(action === undefined ? [] : [Prisma.sql`action = ${action}`]),
    ...(from === undefined ? [] : [Prisma.sql`id >= ${leastIdAt(from)}::uuid`]),
    ...(to === undefined ? [] : [Prisma.sql`id < ${leastIdAt(to)}::uuid`]),
  ];
  return Prisma.sql`
    SELECT e.id, e.at, e.action, e."actorKind", e."actorId", e."targetKind", e."targetId", e.changes, e."remoteIp",
      e."userAgent", e."requestId", coalesce(m."displayName", u."displayName", a.username) AS "actorName"
    FROM (
      SELECT * FROM "AuditEvent" WHERE ${Prisma.join(conditions, ' AND ')}
      ORDER BY id DESC ${limit(take)}
    ) e
    LEFT JOIN "Membership" m ON m."organizationId" = e."organizationId" AND m."userId" = ${idOf('user')}
    LEFT JOIN "User" u ON u.id = m."userId"
    LEFT JOIN "ServiceAccount" a ON a."organizationId" = e."organizationId" AND a.id = ${idOf('serviceAccount')}
    ORDER BY e.id DESC`;
}

/** Only the ids of these kinds are UUIDs. */
function idOf(kind: 'user' | 'serviceAccount'): Prisma.Sql {
  return Prisma.sql`CASE WHEN e."actorKind" = ${kind} THEN e."actorId"::uuid END`;
}

/** The condition of events that are so many days old. An id begins with the milliseconds of its time (UUIDv7): the primary key serves it. */
export function olderThan(days: number): Prisma.Sql {
  const oldest = Prisma.sql`(extract(epoch FROM now() - make_interval(days => ${days})) * 1000)::bigint`;
  return Prisma.sql`id < rpad(lpad(to_hex(${oldest}), 12, '0'), 32, '0')::uuid`;
}

/** Events as rows of their table: for a statement that writes them together with the change. */
export function recordedEvents(events: readonly Prisma.AuditEventUncheckedCreateInput[]): Prisma.Sql {
  return Prisma.sql`jsonb_populate_recordset(NULL::"AuditEvent", ${JSON.stringify(events)}::jsonb)`;
}

/** Writes events. */
export function insertEvents(events: readonly Prisma.AuditEventUncheckedCreateInput[]): Prisma.Sql {
  return Prisma.sql`INSERT INTO "AuditEvent" SELECT * FROM ${recordedEvents(events)}`;
}

/** Writes an event into the audit log of the organization that manages the account at that moment, if one does. */
export function insertEventOfAccount(event: Prisma.AuditEventUncheckedCreateInput, userId: string): Prisma.Sql {
  return Prisma.sql`
    INSERT INTO "AuditEvent"
    SELECT event.*
    FROM (SELECT ${userId}::uuid AS id) asked
    LEFT JOIN "User" u ON u.id = asked.id
    CROSS JOIN LATERAL ${managedEvents([event], Prisma.sql`u."managedById"`)} event`;
}

/** Events as in {@link recordedEvents}, in the audit log of an organization. @param managedById its column. Null: in no log */
export function managedEvents(
  events: readonly Prisma.AuditEventUncheckedCreateInput[],
  managedById: Prisma.Sql,
): Prisma.Sql {
  return Prisma.sql`(
    SELECT managed.*
    FROM ${recordedEvents(events)} entry,
      LATERAL jsonb_populate_record(entry, jsonb_build_object('organizationId', ${managedById})) managed
  )`;
}
