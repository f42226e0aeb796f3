/** What a role can permit its holders beyond what every active member may do. Each of them opens a route. */
export const PERMISSIONS = ['users:read', 'users:write', 'orgs:read', 'orgs:write'] as const;

export type Permission = (typeof PERMISSIONS)[number];

/**
 * What an API key can be allowed. No role permits anything about projects: what a member may do in a project depends on the
 * member's role in that project.
 */
export const SCOPES = [...PERMISSIONS, 'projects:read', 'projects:write'] as const;

export type Scope = (typeof SCOPES)[number];

/** What a key gets when its maker names nothing. */
export const DEFAULT_SCOPES: readonly Scope[] = SCOPES.filter((scope) => scope.endsWith(':read'));
