import { Injectable } from '@nestjs/common';
import { Retention } from '../../core/jobs/retention.js';
import { Prisma } from '../../core/prisma/generated/client.js';

/** How long invitations are kept that ended without an acceptance: they hold addresses of people who never joined. */
@Injectable()
export class InvitationRetention {
  constructor(retention: Retention) {
    const unanswered = Prisma.sql`"acceptedAt" IS NULL`;
    retention.register('Invitation', Prisma.sql`"expiresAt" < now() - interval '30 days' AND ${unanswered}`);
    retention.register('Invitation', Prisma.sql`"revokedAt" < now() - interval '30 days' AND ${unanswered}`);
    // An accepted one has its trace in the audit log; it is kept as long.
    retention.register('Invitation', Prisma.sql`"expiresAt" < now() - interval '400 days'`);
  }
}
