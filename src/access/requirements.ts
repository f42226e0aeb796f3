import type { RequiredRole } from './roles.js';
import type { Permission } from './scopes.js';

/** What a route requires of the caller's place in an organization: before the request is handled, and again before a write. */
export interface Requirements {
  /** Root has every role. */
  readonly role?: RequiredRole;
  /** What the caller's role must permit; OrganizationAdmin has every permission. */
  readonly permission?: Permission;
  readonly whileArchived?: boolean;
}

/** What a sensitive action accepts as a recent proof: a step-up alone, or a sign-in as well. */
export type RecentProof = 'stepUp' | 'signIn';
