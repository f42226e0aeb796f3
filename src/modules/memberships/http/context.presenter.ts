import type { MembershipOfUser } from '../memberships.service.js';
import type { MemberRights } from '../../roles/member-rights.service.js';
import type {
  ContextMembershipDto,
  ContextMembershipsDto,
  PrimaryOrganizationDto,
  SwitchedOrganizationDto,
} from './context.dto.js';

/** @param currentOrganizationId the session's active organization, null without one */
export function presentMemberships(
  memberships: readonly MembershipOfUser[],
  currentOrganizationId: string | null,
): ContextMembershipsDto {
  return { organizations: memberships.map(presentMembership), currentOrganizationId };
}

export function presentSwitch({ organizationId, role }: MemberRights): SwitchedOrganizationDto {
  return { currentOrganizationId: organizationId, role };
}

export function presentPrimary({ organizationId, role }: MemberRights): PrimaryOrganizationDto {
  return { primaryOrganizationId: organizationId, role };
}

function presentMembership(membership: MembershipOfUser): ContextMembershipDto {
  const { organization } = membership;
  return {
    id: organization.id,
    name: organization.name,
    description: organization.description,
    logoUrl: organization.logoUrl,
    status: organization.status,
    userRole: membership.role.name,
    isPrimary: membership.isPrimary,
    joinedAt: membership.createdAt.toISOString(),
    createdAt: organization.createdAt.toISOString(),
    updatedAt: organization.updatedAt.toISOString(),
  };
}
