import { message } from '../core/i18n/message.js';
import { Problem, type ProblemType } from '../core/problems/problem.js';
import { type AccessDeclaration, isForSessions } from './access.decorator.js';
import {
  InsufficientRole,
  InsufficientScope,
  MembershipInactive,
  NotAMember,
  OrganizationArchived,
  OrganizationNotFound,
  OrganizationRequired,
  PasswordChangeRequired,
  UserRequired,
} from './access.problems.js';
import type { Caller, OrganizationChoice, UndecidedAccess } from './caller.js';
import type { OrganizationAccess, Principal, Rights } from './principal.js';
import type { Requirements } from './requirements.js';
import { ORGANIZATION_ADMIN, type RequiredRole } from './roles.js';
import { sessionRequired } from './session-required.js';

/**
 * Decides whether a caller may use a route, all but the step-up.
 *
 * @returns the organization of the request, null when there is none
 * @throws Problem with the reason of the refusal
 */
export function authorize(
  declaration: AccessDeclaration,
  caller: Caller,
  choice: OrganizationChoice | undefined,
): OrganizationAccess | null {
  checkCaller(declaration, caller);
  const organization = chosenOrganization(declaration, caller, choice);
  requireRights(declaration, caller.kind, organization);
  checkScope(declaration, caller);
  return organization;
}

function checkCaller(declaration: AccessDeclaration, caller: Caller): void {
  if (declaration.caller === 'root' && caller.kind !== 'root') {
    throw new Problem(InsufficientRole);
  }
  const rootMay = caller.kind === 'root' && declaration.caller === 'session-or-root';
  if (isForSessions(declaration) && !caller.session && !rootMay) {
    throw new Problem(sessionRequired(caller.kind, declaration.recent));
  }
  if (declaration.caller === 'user' && caller.kind !== 'user') {
    throw new Problem(UserRequired);
  }
  if ((caller.session?.passwordChangeRequired ?? false) && !(declaration.duringPasswordChange ?? false)) {
    throw new Problem(PasswordChangeRequired);
  }
}

function chosenOrganization(
  declaration: AccessDeclaration,
  caller: Caller,
  choice: OrganizationChoice | undefined,
): OrganizationAccess | null {
  // An empty header does not mean the active organization: the caller wants to name one.
  if (choice?.name === '' || (declaration.organization === 'header' && !choice)) {
    throw new Problem(OrganizationRequired);
  }
  const { access } = caller;
  if (choice && !access) {
    throw new Problem(choice.from === 'path' ? OrganizationNotFound : NotAMember);
  }
  const needed = declaration.organization !== undefined;
  if (needed && !access) {
    throw new Problem(OrganizationRequired);
  }
  const closed = access && whyClosed(access, declaration);
  if (closed && (needed || choice)) {
    throw new Problem(closed);
  }
  return access && !closed ? access.organization : null;
}

/** The reason why a member cannot work in their organization. */
function whyClosed(
  { active, archived }: UndecidedAccess,
  { whileArchived = false }: AccessDeclaration,
): ProblemType | undefined {
  if (!active) {
    return MembershipInactive;
  }
  return archived && !whileArchived ? OrganizationArchived : undefined;
}

/** @throws Problem `insufficient_role` */
export function requireRights(requirements: Requirements, kind: Principal['kind'], rights: Rights | null): void {
  if (!hasRights(requirements, kind, rights)) {
    throw new Problem(InsufficientRole);
  }
}

/** Whether {@link requireRights} lets a caller with these rights through. */
export function hasRights({ role, permission }: Requirements, kind: Principal['kind'], rights: Rights | null): boolean {
  const hasRole = !role || kind === 'root' || (rights !== null && isHeld(role, rights));
  const isPermitted = !permission || (rights?.permissions.includes(permission) ?? false);
  return hasRole && isPermitted;
}

function isHeld(role: RequiredRole, rights: Rights): boolean {
  return role === ORGANIZATION_ADMIN ? rights.role === role : rights.appRole === role;
}

function checkScope({ scope }: AccessDeclaration, caller: Caller): void {
  if (scope && caller.apiKey && !caller.apiKey.scopes.includes(scope)) {
    throw new Problem(InsufficientScope, { detail: message('detail.lacks_scope', { scope }) });
  }
}
