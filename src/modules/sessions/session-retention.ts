import { Injectable } from '@nestjs/common';
import { Retention } from '../../core/jobs/retention.js';
import { past } from '../../core/jobs/retention.queries.js';
import { forgottenDevice } from './devices/known-devices.queries.js';

/** How long rows about sign-ins are kept. */
@Injectable()
export class SessionRetention {
  constructor(retention: Retention) {
    // A day more than they count, for questions about what happened.
    retention.register('Session', past('expiresAt', { days: 1 }));
    retention.register('TrustedDevice', past('expiresAt', { days: 1 }));
    // Anonymous callers cause some of these: accounts.md allows no such row for longer than a day.
    retention.register('OneTimeToken', past('expiresAt'));
    retention.register('KnownDevice', forgottenDevice({ days: 400 }));
  }
}
