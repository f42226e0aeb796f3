import { Prisma } from '../../core/prisma/generated/client.js';
import { limit } from '../../core/prisma/limit.js';

/**
 * Erases the network addresses, the browsers and the profile values of a deleted account from at most so many audit events. What an
 * anonymous caller did to the account, such as a failed sign-in, counts as well.
 */
export function eraseAuditEvents(userId: string, size: number): Prisma.Sql {
  const isOfUser = Prisma.sql`("actorId" = ${userId} OR ("targetId" = ${userId} AND "actorKind" = 'anonymous'))`;
  return Prisma.sql`
    UPDATE "AuditEvent"
    SET "remoteIp" = CASE WHEN ${isOfUser} THEN NULL ELSE "remoteIp" END,
        "userAgent" = CASE WHEN ${isOfUser} THEN NULL ELSE "userAgent" END,
        changes = CASE WHEN "targetId" = ${userId} THEN '{}'::jsonb ELSE changes END
    WHERE id IN (
      SELECT id FROM "AuditEvent"
      WHERE EXISTS (SELECT FROM "User" WHERE id = ${userId}::uuid AND "deletedAt" IS NOT NULL)
        AND ((${isOfUser} AND ("remoteIp" IS NOT NULL OR "userAgent" IS NOT NULL))
          OR ("targetId" = ${userId} AND changes <> '{}'::jsonb))
      ${limit(size)}
    )`;
}
