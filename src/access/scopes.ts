/**
 * The permission catalogue: what an API key may be allowed, and what an organization's own role may permit its holders
 * beyond what every active member may do.
 */
export const SCOPES = [
  'users:read',
  'users:write',
  'orgs:read',
  'orgs:write',
  'projects:read',
  'projects:write',
] as const;

export type Scope = (typeof SCOPES)[number];

/** What a key gets when its maker names nothing. */
export const DEFAULT_SCOPES: readonly Scope[] = SCOPES.filter((scope) => scope.endsWith(':read'));
