import { InsufficientRole, InsufficientScope } from './access.problems.js';
import type { ApiKeyInfo, Principal, Rights } from './principal.js';
import { type AppRole, LEAST_ROLE, ORGANIZATION_ADMIN, permissionsOf } from './roles.js';
import type { Permission, Scope } from './scopes.js';
import { message } from '../core/i18n/message.js';
import type { Role } from '../core/prisma/generated/client.js';
import { Problem } from '../core/problems/problem.js';

/** A role as a part of a {@link RoleGrant}. A role that is being created has no id yet. */
export type GrantedRole = Pick<Role, 'name' | 'permissions'>;

/** What a member is given in an organization, or has there. */
export interface RoleGrant {
  readonly role?: GrantedRole;
  readonly appRole?: AppRole;
}

/**
 * A caller who gives or takes a role, with the rights that the caller has in the organization. It is not always a {@link Principal}: the
 * sender of an invitation grants its role when the invitation is accepted, and makes no request then.
 */
export interface Grantor {
  readonly kind: Principal['kind'];
  /** Null when no API key calls. */
  readonly apiKey: Pick<ApiKeyInfo, 'scopes'> | null;
  readonly organization: Rights | null;
}

/** The scope that an API key needs to give more than {@link LEAST_ROLE}, beside the scope of the route. */
const GRANTING_SCOPE = 'orgs:write';

/** AppAdmins create, change and deactivate the users of the app contract. */
const APP_ADMIN_PERMISSIONS: readonly Permission[] = ['users:read', 'users:write'];

/**
 * The rule of granting, for every route that creates or changes a membership, an invitation, a service account or a place in a
 * team. A caller cannot give more than they have: a role with more permissions than their own, OrganizationAdmin or AppAdmin
 * without being one. An API key also needs the scope `orgs:write` and scopes for all that it gives. Root may give everything.
 *
 * The state of the member does not matter: an inactive member can be activated.
 *
 * @throws Problem `insufficient_role`, `insufficient_scope`
 */
export function requireMayGrant(grantor: Grantor, grant: RoleGrant): void {
  const refusal = refusalOfGrant(grantor, grant);
  if (refusal) {
    throw refusal;
  }
}

/** The problem that {@link requireMayGrant} throws, if it does. */
export function refusalOfGrant(grantor: Grantor, grant: RoleGrant): Problem | undefined {
  const isHeld = isRoleHeld(grantor, grant) && isAppRoleHeld(grantor, grant);
  return isHeld ? lackOfScope(grantor, scopesToGive(grant)) : new Problem(InsufficientRole);
}

/**
 * The rule of taking, for every route that ends, deactivates or changes what a member or a service account is. A caller cannot
 * take a role that they could not have. An API key never reaches above itself (accounts.md rule 6): it takes only what is within
 * its own scopes, and within the role and app role of its owner.
 *
 * @param held what the member or service account has now
 * @throws Problem `insufficient_role`, `insufficient_scope`
 */
export function requireMayTake(grantor: Grantor, held: RoleGrant): void {
  if (!isRoleHeld(grantor, held) || (grantor.apiKey && !isAppRoleHeld(grantor, held))) {
    throw new Problem(InsufficientRole);
  }
  const refusal = lackOfScope(grantor, permissionsIn(held));
  if (refusal) {
    throw refusal;
  }
}

function isRoleHeld({ kind, organization }: Grantor, { role }: RoleGrant): boolean {
  if (role === undefined || kind === 'root' || organization?.role === ORGANIZATION_ADMIN) {
    return true;
  }
  const held: readonly string[] = organization?.permissions ?? [];
  return role.name !== ORGANIZATION_ADMIN && role.permissions.every((permission) => held.includes(permission));
}

/** App roles are separate: an OrganizationAdmin who is an AppMember cannot make an AppAdmin and act through them. */
function isAppRoleHeld({ kind, organization }: Grantor, { appRole }: RoleGrant): boolean {
  return appRole !== 'AppAdmin' || kind === 'root' || organization?.appRole === appRole;
}

function lackOfScope({ apiKey }: Grantor, needed: readonly Scope[]): Problem | undefined {
  const scope = apiKey ? needed.find((one) => !isCovered(one, apiKey.scopes)) : undefined;
  return scope && new Problem(InsufficientScope, { detail: message('detail.lacks_scope', { scope }) });
}

/** A key that can write something reaches as far as one that can read it. */
function isCovered(scope: Scope, scopes: readonly string[]): boolean {
  return scopes.includes(scope) || scopes.includes(scope.replace(':read', ':write'));
}

function scopesToGive(grant: RoleGrant): readonly Scope[] {
  const { role, appRole } = grant;
  const isMore = (role !== undefined && role.name !== LEAST_ROLE) || appRole === 'AppAdmin';
  return isMore ? [GRANTING_SCOPE, ...permissionsIn(grant)] : permissionsIn(grant);
}

function permissionsIn({ role, appRole }: RoleGrant): readonly Permission[] {
  return [
    ...(role ? permissionsOf(role.name, role.permissions) : []),
    ...(appRole === 'AppAdmin' ? APP_ADMIN_PERMISSIONS : []),
  ];
}
