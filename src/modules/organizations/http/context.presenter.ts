import type { Organization } from '../../../core/prisma/generated/client.js';
import type { CurrentOrganizationDto } from './context.dto.js';

export function presentCurrentOrganization(
  organization: Organization,
  userRole: string | null,
): CurrentOrganizationDto {
  return {
    id: organization.id,
    name: organization.name,
    description: organization.description,
    logoUrl: organization.logoUrl,
    status: organization.status,
    settings: organization.settings,
    createdAt: organization.createdAt.toISOString(),
    updatedAt: organization.updatedAt.toISOString(),
    userRole,
  };
}
