import { Injectable } from '@nestjs/common';
import { Retention } from '../../core/jobs/retention.js';
import { Prisma } from '../../core/prisma/generated/client.js';

/** How long API keys are listed after they expired. */
@Injectable()
export class ApiKeyRetention {
  constructor(retention: Retention) {
    retention.register('ApiKey', Prisma.sql`"expiresAt" < now() - interval '30 days'`);
  }
}
