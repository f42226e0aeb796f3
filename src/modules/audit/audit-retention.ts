import { Injectable } from '@nestjs/common';
import { Config } from '../../core/config/config.js';
import { Retention } from '../../core/jobs/retention.js';
import { olderThan } from './audit.queries.js';

/** How long audit events are kept: `AUDIT_RETENTION_DAYS`. */
@Injectable()
export class AuditRetention {
  constructor(retention: Retention, { auditRetentionDays: days }: Config) {
    if (days > 0) {
      retention.register('AuditEvent', olderThan(days));
    }
  }
}
