import type { Profile } from '../../users/profiles.service.js';
import type { ContextUserDto } from './context.dto.js';

export function presentContextUser(profile: Profile, currentOrganizationId: string | null): ContextUserDto {
  return {
    id: profile.id,
    email: profile.email,
    name: profile.displayName,
    firstName: profile.givenName,
    lastName: profile.familyName,
    avatarUrl: profile.avatarUrl,
    phone: profile.phoneNumber,
    birthDate: profile.birthDate,
    currentOrganizationId,
    createdAt: profile.createdAt.toISOString(),
    updatedAt: profile.updatedAt.toISOString(),
  };
}
