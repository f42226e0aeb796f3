import { presentMarkedPage } from '../../../contracts/marked-page.js';
import type { MarkedPage } from '../../../core/paging/markers.js';
import type { ListedSession } from '../../sessions/session-list.service.js';
import type { UserSessionDto, UserSessionPageDto } from './directory-sessions.dto.js';

export function presentUserSessionPage(page: MarkedPage<ListedSession>): UserSessionPageDto {
  return presentMarkedPage(page, presentUserSession);
}

function presentUserSession(session: ListedSession): UserSessionDto {
  return {
    id: session.id,
    authTime: session.authTime.toISOString(),
    lastUsedAt: session.lastUsedAt.toISOString(),
    expiresAt: session.expiresAt.toISOString(),
    remoteIp: session.remoteIp,
    userAgent: session.userAgent,
    amr: session.amr,
  };
}
