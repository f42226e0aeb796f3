import { Injectable } from '@nestjs/common';
import { Retention } from '../../core/jobs/retention.js';
import { Prisma } from '../../core/prisma/generated/client.js';

/** How long rows about sign-ins are kept. */
@Injectable()
export class SessionRetention {
  constructor(retention: Retention) {
    // A day more than they count, for questions about what happened.
    retention.register('Session', Prisma.sql`"expiresAt" < now() - interval '1 day'`);
    retention.register('TrustedDevice', Prisma.sql`"expiresAt" < now() - interval '1 day'`);
    // Anonymous callers cause some of these: accounts.md allows no such row for longer than a day.
    retention.register('OneTimeToken', Prisma.sql`"expiresAt" < now()`);
    // A browser that has a session is known still.
    retention.register(
      'KnownDevice',
      Prisma.sql`"firstSeenAt" < now() - interval '400 days' AND NOT EXISTS (
        SELECT FROM "Session" s WHERE s."userId" = "KnownDevice"."userId" AND s."deviceId" = "KnownDevice"."deviceId")`,
    );
  }
}
