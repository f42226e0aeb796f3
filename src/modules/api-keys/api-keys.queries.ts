import { Prisma } from '../../core/prisma/generated/client.js';
import type { Query } from '../../core/prisma/prisma.service.js';
import { limit } from '../../core/prisma/limit.js';

/** The properties of a key that its managers can see: neither the key nor its hash. */
export interface ApiKeyDetails {
  readonly id: string;
  readonly name: string;
  readonly prefix: string;
  readonly scopes: readonly string[];
  readonly organizationId: string;
  readonly serviceAccountId: string | null;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
  readonly expiresAt: Date | null;
}

/** A key as the administrators of its organization see it. */
export interface OwnedApiKey extends ApiKeyDetails {
  readonly ownerKind: 'user' | 'serviceAccount';
  /** Of the user or the service account. */
  readonly ownerId: string;
  /** The name of the owner in the organization. */
  readonly ownerName: string;
}

/** Part of a list of keys, newest first. */
interface Part {
  /** The id of the last key before it. Undefined: the list begins here. */
  readonly after: string | undefined;
  readonly take: number;
}

const COLUMNS = Prisma.sql`
  k.id, k.name, k.prefix, k.scopes, k."organizationId", k."serviceAccountId", k."createdAt", k."lastUsedAt", k."expiresAt"`;

/**
 * The user's own keys. Each membership is read by its index: a sort of all keys by id would end in a read of other users' keys.
 *
 * @param organizationId of this organization alone. Undefined: of all organizations
 */
export function keysOfUser(userId: string, organizationId: string | undefined, part: Part): Query<ApiKeyDetails> {
  return Prisma.sql`
    SELECT ${COLUMNS} FROM "Membership" m
    CROSS JOIN LATERAL (SELECT * FROM "ApiKey" WHERE "membershipId" = m.id ${upTo(part)}) k
    WHERE m."userId" = ${userId}::uuid
    ${organizationId === undefined ? Prisma.empty : Prisma.sql`AND m."organizationId" = ${organizationId}::uuid`}
    ORDER BY k.id DESC ${limit(part.take)}`;
}

/** The keys of the organization's service accounts. */
export function keysOfServiceAccounts(organizationId: string, part: Part): Query<ApiKeyDetails> {
  return Prisma.sql`
    SELECT ${COLUMNS} FROM (
      SELECT * FROM "ApiKey"
      WHERE "organizationId" = ${organizationId}::uuid AND "serviceAccountId" IS NOT NULL ${upTo(part)}
    ) k
    ORDER BY k.id DESC`;
}

/** All keys that work in the organization, with their owners. The names are joined to the few of the page. */
export function keysOfOrganization(organizationId: string, part: Part): Query<OwnedApiKey> {
  return Prisma.sql`
    SELECT ${COLUMNS}, CASE WHEN a.id IS NULL THEN 'user' ELSE 'serviceAccount' END AS "ownerKind",
      coalesce(m."userId", a.id) AS "ownerId", coalesce(m."displayName", u."displayName", a.username) AS "ownerName"
    FROM (SELECT * FROM "ApiKey" WHERE "organizationId" = ${organizationId}::uuid ${upTo(part)}) k
    LEFT JOIN "Membership" m ON m.id = k."membershipId"
    LEFT JOIN "User" u ON u.id = m."userId"
    LEFT JOIN "ServiceAccount" a ON a.id = k."serviceAccountId"
    ORDER BY k.id DESC`;
}

function upTo({ after, take }: Part): Prisma.Sql {
  const older = after === undefined ? Prisma.empty : Prisma.sql`AND id < ${after}::uuid`;
  return Prisma.sql`${older} ORDER BY id DESC ${limit(take)}`;
}
