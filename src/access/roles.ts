import { type Permission, PERMISSIONS } from './scopes.js';

/** What a member may do through the app contract. */
export const APP_ROLES = ['AppAdmin', 'AppMember'] as const;
export type AppRole = (typeof APP_ROLES)[number];

/** The name of the role that administers an organization. */
export const ORGANIZATION_ADMIN = 'OrganizationAdmin';

/** The name of the default role. It permits nothing in addition to the rights of every member. */
export const LEAST_ROLE = 'Teacher';

/** A built-in role's name, or that of an organization's own role. */
export type OrganizationRole = string;

/**
 * The permissions of a role, given the stored ones. OrganizationAdmin has all permissions, also those that were added
 * after the role.
 */
export function permissionsOf(role: OrganizationRole, stored: readonly string[]): readonly Permission[] {
  return role === ORGANIZATION_ADMIN ? PERMISSIONS : PERMISSIONS.filter((permission) => stored.includes(permission));
}

/** The roles that a route may require. */
export type RequiredRole = 'AppAdmin' | typeof ORGANIZATION_ADMIN;

/** The role whose holders invite people into an organization. */
export const INVITER_ROLE = ORGANIZATION_ADMIN satisfies RequiredRole;
