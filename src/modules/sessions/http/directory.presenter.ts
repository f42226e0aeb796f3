import type { Session } from '../../../core/prisma/generated/client.js';
import type { LoginEntryDto, LoginListDto } from './directory.dto.js';

/** @param currentId the session that asks */
export function presentLogins(sessions: readonly Session[], currentId: string | undefined): LoginListDto {
  return { items: sessions.map((session) => presentLogin(session, currentId)) };
}

function presentLogin(session: Session, currentId: string | undefined): LoginEntryDto {
  return {
    id: session.id,
    deviceId: session.deviceId,
    authTime: session.authTime.toISOString(),
    lastUsedAt: session.lastUsedAt.toISOString(),
    expiresAt: session.expiresAt.toISOString(),
    remoteIp: session.remoteIp,
    userAgent: session.userAgent,
    isCurrent: session.id === currentId,
  };
}
