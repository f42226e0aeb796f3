import type { OrganizationAccess } from '../../../access/principal.js';
import { toWholeSeconds } from '../../../contracts/app.js';
import { toPrefixedId } from '../../../core/ids/prefixed-id.js';
import type { Integration } from '../integrations.service.js';
import type { AppIntegrationDto } from './app.dto.js';

export function presentAppIntegration(integration: Integration, organization: OrganizationAccess): AppIntegrationDto {
  return {
    id: toPrefixedId('conf', integration.id),
    user_id: toPrefixedId('user', integration.membershipId),
    org_id: toPrefixedId('org', organization.id),
    type: integration.type,
    created_at: toWholeSeconds(integration.createdAt),
    updated_at: toWholeSeconds(integration.updatedAt),
  };
}
