import { applyDecorators } from '@nestjs/common';
import { ApiHeader, ApiSecurity } from '@nestjs/swagger';
import { Permission, Problems } from '../core/openapi/route-extensions.js';
import { TooManyRequests } from '../core/problems/common.problems.js';
import { LONGEST_SLUG } from '../core/validation/slugs.js';
import type { ProblemType } from '../core/problems/problem.js';
import {
  CrossSiteRequest,
  InsufficientRole,
  InsufficientScope,
  MembershipInactive,
  NotAMember,
  OrganizationArchived,
  OrganizationNotFound,
  OrganizationRequired,
  PasswordChangeRequired,
  SessionRequired,
  StepUpRequired,
  Unauthenticated,
  UserRequired,
} from './access.problems.js';
import type { RecentProof, Requirements } from './requirements.js';
import type { RequiredRole } from './roles.js';
import type { Permission as PermissionName, Scope } from './scopes.js';

/** Where a route that works inside an organization finds the organization. */
export type OrganizationSource =
  /** The header `x-org`, which is required. */
  | 'header'
  /** The path parameter `slug`. */
  | 'path'
  /** `x-org` when it is sent, else the organization of the API key, else the active organization of the session. */
  | 'context';

/** A route that anyone may call. */
interface AnyoneAccess {
  /** `anyone-or-session`: a valid session that is sent is made known to the route. */
  readonly caller: 'anyone' | 'anyone-or-session';
  /** Limits how often one client calls the routes that hash, write or mail: together, per IPv4 address or IPv6 /64. */
  readonly limitedPerClient?: true;
}

/** A route for callers with a session or an API key. */
interface KeyAccess {
  /** `authenticated`: a person, a service account or root. `user`: a person; others get 403 `user_required`. */
  readonly caller: 'authenticated' | 'user';
  /** Keeps the route open to a session that was opened with a temporary password. */
  readonly duringPasswordChange?: true;
  /** Documents a case in which the service requires a recent proof. The case begins the sentence: "A new e-mail". */
  readonly recentFor?: { readonly case: string; readonly proof: RecentProof };
}

/** A route for sessions: API keys get 403 `session_required`. */
interface SessionAccess {
  /** `session-or-root`: the root key may call the route too. */
  readonly caller: 'session' | 'session-or-root';
  readonly duringPasswordChange?: true;
  /**
   * `stepUp`: a step-up in this session not longer ago than `STEP_UP_SECONDS` (RFC 9470), else 401 `step_up_required`. `signIn`: a
   * sign-in as recent is enough, for changes of the caller's own addresses and factors. Once the account has a second
   * factor, only a proof with a factor counts (accounts.md, rule 4).
   */
  readonly recent?: RecentProof;
  readonly scope?: undefined;
}

/** A route for the operator with the root key. Other callers get 403 `insufficient_role`. */
interface RootAccess extends OutsideOrganizations {
  readonly caller: 'root';
  readonly scope?: undefined;
}

/** A route that belongs to no organization. */
interface OutsideOrganizations {
  readonly organization?: undefined;
  readonly role?: undefined;
  readonly permission?: undefined;
  readonly whileArchived?: undefined;
  /** The scope that an API key needs, else 403 `insufficient_scope`. Sessions are not limited by scopes. */
  readonly scope?: Scope;
}

/** A route for active members, and service accounts, of one organization. */
interface InOrganization {
  readonly organization: OrganizationSource;
  /** The role that the caller needs, else 403 `insufficient_role`. Root has every role. */
  readonly role?: RequiredRole;
  readonly permission?: undefined;
  /** Keeps the route open while the organization is archived, else 403 `organization_archived`. */
  readonly whileArchived?: true;
  readonly scope?: Scope;
}

/**
 * The same for members whose role has a permission, else 403 `insufficient_role`. OrganizationAdmin and root have every permission,
 * other built-in roles none. An API key needs the scope of the same name, so that a key never exceeds its owner. Roles,
 * credentials, addresses, deletion and service accounts could be turned into more rights: they need a role instead.
 */
interface ByPermission extends Omit<InOrganization, 'role' | 'permission' | 'scope'> {
  readonly role?: undefined;
  readonly permission: PermissionName;
  readonly scope?: undefined;
}

/**
 * Which callers may use a route. Mixes that make no sense do not compile, for example a scope on a route that refuses
 * API keys.
 */
export type AccessOptions =
  AnyoneAccess | RootAccess | ((KeyAccess | SessionAccess) & (OutsideOrganizations | InOrganization | ByPermission));

/** Any {@link AccessOptions}, for reading. The guard enforces them. */
export interface AccessDeclaration extends Requirements {
  readonly caller: AccessOptions['caller'];
  readonly limitedPerClient?: true;
  readonly duringPasswordChange?: true;
  readonly recent?: RecentProof;
  readonly recentFor?: KeyAccess['recentFor'];
  readonly organization?: OrganizationSource;
  readonly scope?: Scope;
}

/** Security schemes of the OpenAPI document. */
export const SESSION_SECURITY = 'session';
export const API_KEY_SECURITY = 'apiKey';
export const COOKIE_SECURITY = 'cookie';

const DECLARATION = 'atrium:access';

/** What a route handler declares, or undefined when it declares nothing. */
export function declarationOf(handler: object): AccessDeclaration | undefined {
  return Reflect.getMetadata(DECLARATION, handler) as AccessDeclaration | undefined;
}

/** Whether sessions alone may call, apart from the root key. */
export function isForSessions({ caller }: AccessDeclaration): boolean {
  return caller === 'session' || caller === 'session-or-root';
}

/** Whether a route may be called without credentials. */
export function isForAnyone({ caller }: AccessDeclaration): boolean {
  return caller === 'anyone' || caller === 'anyone-or-session';
}

/**
 * Declares which callers may use a route: enforces it and documents it. An application with a route that lacks it does
 * not start.
 *
 * @example
 * ```ts
 * @Access({ caller: 'session', organization: 'path', role: 'OrganizationAdmin', recent: 'stepUp' })
 * @Access({ caller: 'authenticated', organization: 'context', permission: 'users:read' })
 * ```
 */
export function Access(options: AccessOptions): MethodDecorator {
  const declaration = withScope(options);
  return applyDecorators(
    (_target, _key, { value }: PropertyDescriptor) => {
      Reflect.defineMetadata(DECLARATION, declaration, value as object);
    },
    ...securityOf(declaration).map((scheme) => (scheme === undefined ? ApiSecurity({}) : ApiSecurity(scheme))),
    ...organizationHeaderOf(declaration),
    Problems(...problemsOf(declaration)),
    Permission(...sentencesOf(declaration)),
  );
}

function withScope(options: AccessDeclaration): AccessDeclaration {
  return options.permission ? { ...options, scope: options.permission } : options;
}

/** Undefined is the empty requirement: it makes the others optional. */
function securityOf({ caller }: AccessDeclaration): (string | undefined)[] {
  switch (caller) {
    case 'anyone':
      return [];
    case 'anyone-or-session':
      return [undefined, SESSION_SECURITY, COOKIE_SECURITY];
    case 'session':
      return [SESSION_SECURITY, COOKIE_SECURITY];
    case 'root':
      return [API_KEY_SECURITY];
    default:
      return [SESSION_SECURITY, API_KEY_SECURITY, COOKIE_SECURITY];
  }
}

function organizationHeaderOf({ organization }: AccessDeclaration): MethodDecorator[] {
  if (organization === undefined || organization === 'path') {
    return [];
  }
  const description = 'Slug or id of the organization';
  // Ids are shorter than the longest slug.
  const schema = { type: 'string', minLength: 1, maxLength: LONGEST_SLUG, example: 'auroralabs' } as const;
  return [ApiHeader({ name: 'x-org', required: organization === 'header', description, schema })];
}

function problemsOf(declaration: AccessDeclaration): ProblemType[] {
  if (isForAnyone(declaration)) {
    return [...(declaration.limitedPerClient ? [TooManyRequests] : []), CrossSiteRequest];
  }
  return [
    ...callerProblemsOf(declaration),
    ...organizationProblemsOf(declaration),
    ...(declaration.role || declaration.permission ? [InsufficientRole] : []),
    ...(declaration.scope ? [InsufficientScope] : []),
    PasswordChangeRequired,
    CrossSiteRequest,
  ];
}

function callerProblemsOf(declaration: AccessDeclaration): ProblemType[] {
  const { caller, recent, recentFor } = declaration;
  if (caller === 'root') {
    return [Unauthenticated, InsufficientRole];
  }
  return [
    Unauthenticated,
    ...(recent || recentFor ? [StepUpRequired] : []),
    ...(isForSessions(declaration) || recentFor ? [SessionRequired] : []),
    ...(caller === 'authenticated' && !recentFor ? [] : [UserRequired]),
  ];
}

/** Every credential may name an organization, or belong to one: its state matters on routes outside organizations as well. */
function organizationProblemsOf({ organization }: AccessDeclaration): ProblemType[] {
  const notFound = organization === 'path' ? [OrganizationNotFound] : [];
  return [...notFound, OrganizationRequired, NotAMember, MembershipInactive, OrganizationArchived];
}

const CALLERS: Readonly<Record<AccessOptions['caller'], string>> = {
  anyone: '',
  'anyone-or-session': '',
  authenticated: '',
  user: 'A person.',
  session: 'A session. API keys are refused.',
  'session-or-root': 'A session or the root key. API keys are refused.',
  root: 'The root key.',
};

const RECENT: Readonly<Record<RecentProof, string>> = {
  stepUp: 'A recent step-up, with a second factor once the account has one.',
  signIn: 'A recent sign-in or step-up, with a second factor once the account has one.',
};

function sentencesOf(declaration: AccessDeclaration): string[] {
  const { caller, organization, role, permission, scope, recent, recentFor } = declaration;
  const sentences = [
    CALLERS[caller],
    organization && 'An active member of the organization.',
    role && `Role ${role}.`,
    permission && `OrganizationAdmin, or a role with the permission \`${permission}\`.`,
    scope && `API keys need the scope \`${scope}\`.`,
    recent && RECENT[recent],
    recentFor &&
      `${recentFor.case}: a session with a recent ${recentFor.proof === 'stepUp' ? '' : 'sign-in or '}step-up.`,
    declaration.whileArchived && 'Also while the organization is archived.',
    declaration.limitedPerClient && 'Limited per client address.',
  ];
  return sentences.filter((sentence) => typeof sentence === 'string' && sentence !== '') as string[];
}
