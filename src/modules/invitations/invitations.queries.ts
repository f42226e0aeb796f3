import { past } from '../../core/jobs/retention.queries.js';
import { Prisma } from '../../core/prisma/generated/client.js';

/** The condition of invitations that were not accepted, and whose time in a column passed so many days ago. */
export function unansweredPast(column: 'expiresAt' | 'revokedAt', { days }: { days: number }): Prisma.Sql {
  return Prisma.sql`${past(column, { days })} AND "acceptedAt" IS NULL`;
}
