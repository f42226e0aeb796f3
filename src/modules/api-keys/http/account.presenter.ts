import type { Scope } from '../../../access/scopes.js';
import type { ApiKeyDetails } from '../api-keys.service.js';
import type { ApiKeyDto, ApiKeyListDto, MintedApiKeyDto } from './account.dto.js';

export function presentApiKeys(keys: readonly ApiKeyDetails[]): ApiKeyListDto {
  return { items: keys.map(presentApiKey) };
}

/** The one answer with the key itself in it. */
export function presentMintedApiKey({ key, details }: { key: string; details: ApiKeyDetails }): MintedApiKeyDto {
  return Object.assign(presentApiKey(details), { key });
}

function presentApiKey(details: ApiKeyDetails): ApiKeyDto {
  return {
    id: details.id,
    name: details.name,
    prefix: details.prefix,
    scopes: details.scopes as Scope[],
    organizationId: (details.membership ?? details.serviceAccount)?.organizationId ?? '',
    serviceAccountId: details.serviceAccountId,
    createdAt: details.createdAt.toISOString(),
    lastUsedAt: details.lastUsedAt?.toISOString() ?? null,
    expiresAt: details.expiresAt?.toISOString() ?? null,
  };
}
