/** What an API key may be allowed: the permission catalogue. */
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
