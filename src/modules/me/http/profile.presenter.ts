import type { Profile } from '../../users/profiles.service.js';
import type { ProfileDto } from './profile.dto.js';

/** Keys whose value is undefined do not appear in JSON: this contract leaves out what is not set. */
export function presentProfile(profile: Profile, activeSessions: number): ProfileDto {
  return {
    activeSessions,
    avatarUrl: profile.avatarUrl ?? undefined,
    bio: profile.bio ?? undefined,
    createdAt: profile.createdAt.toISOString(),
    defaultEmail: profile.email || undefined,
    id: profile.id,
    locale: profile.locale ?? undefined,
    name: profile.displayName,
    phoneNumber: profile.phoneNumber ?? undefined,
    status: profile.status,
    timezone: profile.timezone ?? undefined,
    updatedAt: profile.updatedAt.toISOString(),
  };
}
