import { presentMarkedPage } from '../../../contracts/marked-page.js';
import type { MarkedPage } from '../../../core/paging/markers.js';
import type { ListedOrganization } from '../organizations.queries.js';
import type { ListedOrganizationDto, ListedOrganizationPageDto } from './account-list.dto.js';

export function presentOrganizationPage(page: MarkedPage<ListedOrganization>): ListedOrganizationPageDto {
  return presentMarkedPage(page, presentListedOrganization);
}

function presentListedOrganization(organization: ListedOrganization): ListedOrganizationDto {
  return {
    id: organization.id,
    slug: organization.slug,
    name: organization.name,
    logoUrl: organization.logoUrl,
    status: organization.status,
    memberCount: organization.memberCount,
    createdAt: organization.createdAt.toISOString(),
    updatedAt: organization.updatedAt.toISOString(),
  };
}
