import { Prisma } from '../core/prisma/generated/client.js';
import type { Query } from '../core/prisma/prisma.service.js';
import type { Principal } from './principal.js';

/**
 * Locks the caller's session or API key, if it still counts. KEY SHARE waits for a deletion of the row, and not for the time of its last
 * use. Undefined: root has nothing that could end.
 */
export function lockOf({ id, session, apiKey }: Principal): Query<{ id: string }> | undefined {
  if (session) {
    return Prisma.sql`
      SELECT s.id FROM "Session" s JOIN "User" u ON u.id = s."userId"
      WHERE s.id = ${session.id}::uuid AND u.id = ${id}::uuid AND s."expiresAt" > now()
        AND u.status = 'active' AND u."deletedAt" IS NULL
      FOR KEY SHARE OF s`;
  }
  if (apiKey) {
    return Prisma.sql`
      SELECT k.id FROM "ApiKey" k
      LEFT JOIN "Membership" m ON m.id = k."membershipId"
      LEFT JOIN "User" u ON u.id = m."userId"
      WHERE k.id = ${apiKey.id}::uuid AND (k."expiresAt" IS NULL OR k."expiresAt" > now())
        AND (k."serviceAccountId" IS NOT NULL OR (m.state = 'Active' AND u.status = 'active' AND u."deletedAt" IS NULL))
      FOR KEY SHARE OF k`;
  }
  return undefined;
}
