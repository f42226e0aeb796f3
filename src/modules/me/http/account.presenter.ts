import type { Profile } from '../../users/profiles.service.js';
import type { AccountUserDto } from './account.dto.js';

export function presentAccountUser(profile: Profile): AccountUserDto {
  return {
    id: profile.id,
    email: profile.email,
    displayName: profile.displayName,
    givenName: profile.givenName,
    familyName: profile.familyName,
    bio: profile.bio,
    avatarUrl: profile.avatarUrl,
    locale: profile.locale,
    timezone: profile.timezone,
    phoneNumber: profile.phoneNumber,
    birthDate: profile.birthDate,
    status: profile.status,
    createdAt: profile.createdAt.toISOString(),
    updatedAt: profile.updatedAt.toISOString(),
  };
}
