import type { Session, TrustedDevice } from '../../../core/prisma/generated/client.js';
import type { LoginEntryDto, LoginListDto, TrustedDeviceDto, TrustedDeviceListDto } from './directory.dto.js';

/** @param currentId the session that asks */
export function presentLogins(sessions: readonly Session[], currentId: string | undefined): LoginListDto {
  return { items: sessions.map((session) => presentLogin(session, currentId)) };
}

export function presentTrustedDevices(devices: readonly TrustedDevice[]): TrustedDeviceListDto {
  return { items: devices.map(presentTrustedDevice) };
}

function presentTrustedDevice(device: TrustedDevice): TrustedDeviceDto {
  return {
    id: device.id,
    deviceId: device.deviceId,
    expiresAt: device.expiresAt.toISOString(),
    createdAt: device.createdAt.toISOString(),
    remoteIp: device.remoteIp,
    userAgent: device.userAgent,
  };
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
