import type { MarkedPage } from '../../../core/paging/markers.js';
import type { AuditRow } from '../audit.queries.js';
import type { AuditEntryDto, AuditPageDto } from './account.dto.js';

export function presentAuditPage({ items, marker }: MarkedPage<AuditRow>): AuditPageDto {
  return { items: items.map(presentEntry), ...(marker !== undefined && { marker }) };
}

function presentEntry(entry: AuditRow): AuditEntryDto {
  const { actorName, targetKind, targetId } = entry;
  return {
    id: entry.id,
    at: entry.at.toISOString(),
    action: entry.action,
    actor: { kind: entry.actorKind, id: entry.actorId, ...(actorName !== null && { displayName: actorName }) },
    target: targetKind === null || targetId === null ? null : { kind: targetKind, id: targetId },
    changes: entry.changes,
    remoteIp: entry.remoteIp,
    userAgent: entry.userAgent,
    requestId: entry.requestId,
  };
}
