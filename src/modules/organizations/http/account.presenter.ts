import type { OrganizationAccess } from '../../../access/principal.js';
import type { Organization } from '../../../core/prisma/generated/client.js';
import type { OrganizationDto } from './account.dto.js';

/** @param place what the caller is there */
export function presentOrganization(
  organization: Organization,
  { role, appRole }: Pick<OrganizationAccess, 'role' | 'appRole'>,
): OrganizationDto {
  return {
    id: organization.id,
    slug: organization.slug,
    name: organization.name,
    description: organization.description,
    logoUrl: organization.logoUrl,
    status: organization.status,
    settings: organization.settings,
    role,
    appRole,
    createdAt: organization.createdAt.toISOString(),
    updatedAt: organization.updatedAt.toISOString(),
  };
}
