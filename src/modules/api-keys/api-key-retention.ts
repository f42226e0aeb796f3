import { Injectable } from '@nestjs/common';
import { Retention } from '../../core/jobs/retention.js';
import { past } from '../../core/jobs/retention.queries.js';

/** How long API keys are listed after they expired. */
@Injectable()
export class ApiKeyRetention {
  constructor(retention: Retention) {
    retention.register('ApiKey', past('expiresAt', { days: 30 }));
  }
}
