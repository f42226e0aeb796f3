import { Injectable } from '@nestjs/common';
import { Retention } from '../../core/jobs/retention.js';
import { past } from '../../core/jobs/retention.queries.js';
import { unansweredPast } from './invitations.queries.js';

/** How long invitations are kept that ended without an acceptance: they hold addresses of people who never joined. */
@Injectable()
export class InvitationRetention {
  constructor(retention: Retention) {
    retention.register('Invitation', unansweredPast('expiresAt', { days: 30 }));
    retention.register('Invitation', unansweredPast('revokedAt', { days: 30 }));
    // An accepted one has its trace in the audit log; it is kept as long.
    retention.register('Invitation', past('expiresAt', { days: 400 }));
  }
}
