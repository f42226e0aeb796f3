import { Injectable } from '@nestjs/common';
import type { OrganizationAccess } from '../../access/principal.js';
import { type MarkedPage, type MarkedPageRequest, Markers } from '../../core/paging/markers.js';
import { PrismaService } from '../../core/prisma/prisma.service.js';
import { type AuditFilter, auditPage, type AuditRow } from './audit.queries.js';

/** The audit events of an organization, for its administrators. */
@Injectable()
export class AuditLogService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly markers: Markers,
  ) {}

  /** The organization's entries that the filter lets through, newest first. @throws Problem `invalid_marker` */
  list({ id }: OrganizationAccess, filter: AuditFilter, request: MarkedPageRequest): Promise<MarkedPage<AuditRow>> {
    const { actor, action, from, to } = filter;
    const name = JSON.stringify(['audit', id, actor, action, from, to]);
    const read = (after: string | undefined, take: number): Promise<AuditRow[]> =>
      this.prisma.list(() => this.prisma.query(auditPage(id, filter, after, take)));
    return this.markers.page({ name, read, keyOf: (entry) => entry.id }, request);
  }
}
