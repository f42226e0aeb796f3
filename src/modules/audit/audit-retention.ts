import { Injectable } from '@nestjs/common';
import { Config } from '../../core/config/config.js';
import { Retention } from '../../core/jobs/retention.js';
import { Prisma } from '../../core/prisma/generated/client.js';

/** How long audit events are kept: `AUDIT_RETENTION_DAYS`. */
@Injectable()
export class AuditRetention {
  constructor(retention: Retention, { auditRetentionDays: days }: Config) {
    if (days > 0) {
      // An id begins with the milliseconds of its time (UUIDv7), so the primary key serves this.
      const oldest = Prisma.sql`(extract(epoch FROM now() - make_interval(days => ${days})) * 1000)::bigint`;
      retention.register('AuditEvent', Prisma.sql`id < rpad(lpad(to_hex(${oldest}), 12, '0'), 32, '0')::uuid`);
    }
  }
}
