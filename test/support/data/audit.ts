import type { AuditEvent } from '../../../src/core/prisma/generated/client.js';
import type { TestApp } from '../app/app.js';

/** The audit events about a target, oldest first. */
export function auditOf(app: TestApp, targetId: string): Promise<AuditEvent[]> {
  return app.prisma.db.auditEvent.findMany({ where: { targetId }, orderBy: { id: 'asc' } });
}
