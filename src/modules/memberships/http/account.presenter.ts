import type { MembershipOfUser } from '../memberships.service.js';
import type { MyOrganizationDto, MyOrganizationListDto } from './account.dto.js';

export function presentMyOrganizations(memberships: readonly MembershipOfUser[]): MyOrganizationListDto {
  return { items: memberships.map(presentMyOrganization) };
}

export function presentMyOrganization(membership: MembershipOfUser): MyOrganizationDto {
  const { organization } = membership;
  return {
    id: organization.id,
    slug: organization.slug,
    name: organization.name,
    logoUrl: organization.logoUrl,
    role: membership.role.name,
    appRole: membership.appRole,
    state: membership.state,
    isPrimary: membership.isPrimary,
    joinedAt: membership.createdAt.toISOString(),
  };
}
