import { type Integration, Prisma } from '../../core/prisma/generated/client.js';
import type { Query } from '../../core/prisma/prisma.service.js';

/** Deletes an integration of a member, and returns it: of two concurrent deletions, one succeeds. */
export function deleteIntegration(membershipId: string, id: string): Query<Pick<Integration, 'id' | 'type'>> {
  return Prisma.sql`
    DELETE FROM "Integration" WHERE id = ${id}::uuid AND "membershipId" = ${membershipId}::uuid RETURNING id, type`;
}
