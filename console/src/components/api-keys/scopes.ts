import type { components } from '@atrium/client';

export type Scope = components['schemas']['Scope'];

/** What an API key can be allowed. A scope that the API gains, and that is missing here, does not compile. */
const ALL: Readonly<Record<Scope, true>> = {
  'users:read': true,
  'users:write': true,
  'orgs:read': true,
  'orgs:write': true,
  'projects:read': true,
  'projects:write': true,
};

export const SCOPES = Object.keys(ALL) as Scope[];

/** What a new key is allowed at first: to read. */
export const READING_SCOPES = SCOPES.filter((scope) => scope.endsWith(':read'));
