import type { MembershipOfUser } from '../../memberships/memberships.service.js';
import { presentDirectoryUser } from '../../users/http/directory.presenter.js';
import type { Profile } from '../../users/profiles.service.js';
import type { DirectoryMembershipDto, UserCallerDto } from './directory.dto.js';

export function presentUserIdentity(profile: Profile, memberships: readonly MembershipOfUser[]): UserCallerDto {
  return { user: presentDirectoryUser(profile), memberships: memberships.map(presentMembership) };
}

function presentMembership(membership: MembershipOfUser): DirectoryMembershipDto {
  return {
    organizationId: membership.organizationId,
    organizationSlug: membership.organization.slug,
    role: membership.role.name,
    appRole: membership.appRole,
    state: membership.state,
  };
}
