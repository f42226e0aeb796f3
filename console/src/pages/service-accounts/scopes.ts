import type { components } from '@atrium/client';

export type Scope = components['schemas']['Scope'];

const ALL: Readonly<Record<Scope, true>> = {
  'users:read': true,
  'users:write': true,
  'orgs:read': true,
  'orgs:write': true,
  'projects:read': true,
  'projects:write': true,
};

/** All scopes of API keys, in their order. Names of scopes are not translated. */
export const SCOPES = Object.keys(ALL) as Scope[];
