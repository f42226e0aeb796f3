import type { Scope } from '../../../access/scopes.js';
import { presentMarkedPage } from '../../../contracts/marked-page.js';
import type { MarkedPage } from '../../../core/paging/markers.js';
import type { ApiKeyDetails, OwnedApiKey } from '../api-keys.queries.js';
import type { ApiKeyDto, ApiKeyPageDto, MintedApiKeyDto, OwnedApiKeyDto, OwnedApiKeyPageDto } from './account.dto.js';

export function presentApiKeyPage(page: MarkedPage<ApiKeyDetails>): ApiKeyPageDto {
  return presentMarkedPage(page, presentApiKey);
}

export function presentOwnedApiKeyPage(page: MarkedPage<OwnedApiKey>): OwnedApiKeyPageDto {
  return presentMarkedPage(page, presentOwnedApiKey);
}

/** The one answer with the key itself in it. */
export function presentMintedApiKey({ key, details }: { key: string; details: ApiKeyDetails }): MintedApiKeyDto {
  return Object.assign(presentApiKey(details), { key });
}

function presentOwnedApiKey(key: OwnedApiKey): OwnedApiKeyDto {
  const owner = { kind: key.ownerKind, id: key.ownerId, displayName: key.ownerName };
  return Object.assign(presentApiKey(key), { owner });
}

function presentApiKey(details: ApiKeyDetails): ApiKeyDto {
  return {
    id: details.id,
    name: details.name,
    prefix: details.prefix,
    scopes: details.scopes as Scope[],
    organizationId: details.organizationId,
    serviceAccountId: details.serviceAccountId,
    createdAt: details.createdAt.toISOString(),
    lastUsedAt: details.lastUsedAt?.toISOString() ?? null,
    expiresAt: details.expiresAt?.toISOString() ?? null,
  };
}
