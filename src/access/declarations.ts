import { applyDecorators } from '@nestjs/common';
import { ApiHeader, ApiSecurity } from '@nestjs/swagger';
import { Permission, Problems } from '../core/openapi/operation.js';
import { TooManyRequests } from '../core/problems/common.problems.js';
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
import type { Permission as PermissionName, Scope as ScopeName } from './scopes.js';

/** Where a route that works inside an organization finds it. */
export type OrganizationSource =
  /** The header `x-org`, which must be there. */
  | 'header'
  /** The path parameter `slug`. */
  | 'path'
  /** `x-org` when it is there, else the API key's organization, else the session's active one. */
  | 'context';

/** All that a route declares. The guard reads it; there is no route without one. */
export interface AccessDeclaration extends Requirements {
  readonly public?: boolean;
  readonly optionalSession?: boolean;
  readonly userOnly?: boolean;
  readonly sessionOnly?: boolean;
  readonly rootToo?: boolean;
  readonly organization?: OrganizationSource;
  readonly scope?: ScopeName;
  /** What the session must have proved recently. */
  readonly stepUp?: RecentProof;
  readonly duringPasswordChange?: boolean;
  readonly limitedPerClient?: boolean;
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

/** Anybody may call, signed in or not. */
export function Public(): MethodDecorator {
  return applyDecorators(declare({ public: true }), Problems(CrossSiteRequest));
}

/** Anybody may call; a session that comes along and holds is made known to the route. */
export function OptionalSession(): MethodDecorator {
  return applyDecorators(
    declare({ public: true, optionalSession: true }),
    // The empty requirement says that the others may be left out.
    ApiSecurity({}),
    ApiSecurity(SESSION_SECURITY),
    ApiSecurity(COOKIE_SECURITY),
    Problems(CrossSiteRequest),
  );
}

/** Any caller with a valid credential: a person, a service account or root. */
export function Authenticated(): MethodDecorator {
  return applyDecorators(
    declare({}),
    ApiSecurity(SESSION_SECURITY),
    ApiSecurity(API_KEY_SECURITY),
    ApiSecurity(COOKIE_SECURITY),
    Problems(
      Unauthenticated,
      OrganizationRequired,
      NotAMember,
      MembershipInactive,
      OrganizationArchived,
      PasswordChangeRequired,
      CrossSiteRequest,
    ),
  );
}

/** A person, through a session or an API key of his: service accounts and root get 403 `user_required`. */
export function UserOnly(): MethodDecorator {
  return applyDecorators(declare({ userOnly: true }), Authenticated(), Problems(UserRequired), Permission('A person.'));
}

/** A person signed in: API keys get 403 `session_required`. */
export function SessionOnly(): MethodDecorator {
  return applyDecorators(
    declare({ sessionOnly: true }),
    ApiSecurity(SESSION_SECURITY),
    ApiSecurity(COOKIE_SECURITY),
    Problems(
      Unauthenticated,
      SessionRequired,
      UserRequired,
      OrganizationRequired,
      NotAMember,
      MembershipInactive,
      OrganizationArchived,
      PasswordChangeRequired,
      CrossSiteRequest,
    ),
    Permission('A session; API keys are refused.'),
  );
}

/** Lets the operator's root key in where {@link SessionOnly} keeps API keys out. */
export function RootToo(): MethodDecorator {
  return applyDecorators(declare({ rootToo: true }), ApiSecurity(API_KEY_SECURITY), Permission('Or the root key.'));
}

/** An active member (or service account) of one organization, which must be known. */
export function InOrganization(source: OrganizationSource): MethodDecorator {
  const problems = source === 'path' ? [OrganizationNotFound] : [OrganizationRequired, NotAMember];
  return applyDecorators(
    declare({ organization: source }),
    Problems(...problems, MembershipInactive, OrganizationArchived),
    Permission('An active member of the organization.'),
    ...(source === 'path' ? [] : [OrganizationHeader(source === 'header')]),
  );
}

/** Any one of the roles in the organization of the request; root has them all. Others get 403 `insufficient_role`. */
export function Roles(...roles: RequiredRole[]): MethodDecorator {
  return applyDecorators(declare({ roles }), Problems(InsufficientRole), Permission(`Role ${roles.join(' or ')}.`));
}

/**
 * The permission that the caller's role in the organization must have; others get 403 `insufficient_role`. OrganizationAdmin
 * and root have all of them, the other built-in roles none, an organization's own role what its administrators gave it. An
 * API key needs the scope of the same name too, so that it never exceeds its owner. Not for what could be turned into more:
 * roles, credentials, addresses, deletion and service accounts ask for `@Roles('OrganizationAdmin')`.
 */
export function Permitted(permission: PermissionName): MethodDecorator {
  return applyDecorators(
    declare({ permission }),
    Problems(InsufficientRole),
    Permission(`OrganizationAdmin, or a role with the permission \`${permission}\`.`),
    Scope(permission),
  );
}

/**
 * The scope an API key needs; without it 403 `insufficient_scope`. Sessions are not limited by scopes. Routes that tell a caller
 * who he is (`GET /api/v1/me`, `GET /api/v1/auth/me`) ask for none: every key may know whose it is. A profile with a telephone
 * number and a birthday (`GET /api/v1/user`), or as an organization has it (`GET /api/v1/app/me`), is for keys that may read users.
 */
export function Scope(scope: ScopeName): MethodDecorator {
  return applyDecorators(
    declare({ scope }),
    Problems(InsufficientScope),
    Permission(`API keys need the scope \`${scope}\`.`),
  );
}

/**
 * A step-up in this session not longer ago than `STEP_UP_SECONDS` (RFC 9470); else 401 `step_up_required`. Once the account has a
 * second factor, only a step-up with a factor counts. API keys, of service accounts too, get 403 `session_required` (accounts.md
 * rule 4).
 */
export function StepUp(): MethodDecorator {
  return applyDecorators(
    declare({ stepUp: 'stepUp' }),
    SessionOnly(),
    Problems(StepUpRequired),
    Permission('A recent step-up, with a second factor once the account has one.'),
  );
}

/**
 * Like {@link StepUp}, but a sign-in as recent is enough: for changes of the caller's own addresses and factors, and for the
 * deletion of the account. A caller who found an open session must not make a key to the account. Once the account has a second
 * factor, only a sign-in counts that showed one; a trusted device shows none.
 */
export function RecentSignIn(): MethodDecorator {
  return applyDecorators(
    declare({ stepUp: 'stepUpOrSignIn' }),
    SessionOnly(),
    Problems(StepUpRequired),
    Permission('A recent sign-in or step-up, with a second factor once the account has one.'),
  );
}

/** Documents what needs a step-up, or a sign-in as well, in some requests only: the service requires it. */
export function StepUpFor(what: string, by: RecentProof = 'stepUp'): MethodDecorator {
  const proof = by === 'stepUp' ? 'step-up' : 'sign-in or step-up';
  return applyDecorators(
    Problems(SessionRequired, UserRequired, StepUpRequired),
    Permission(`${what}: a session with a recent ${proof}.`),
  );
}

/** Stays open to a session that was opened with a temporary password. */
export function DuringPasswordChange(): MethodDecorator {
  return declare({ duringPasswordChange: true });
}

/** Stays open while the organization of the request is archived; elsewhere that is 403 `organization_archived`. */
export function WhileArchived(): MethodDecorator {
  return applyDecorators(declare({ whileArchived: true }), Permission('Also while the organization is archived.'));
}

/**
 * Bounds how often one client may call a public route that hashes, writes or mails: accounts.md, "Work is bounded". All of
 * these routes count together, per IPv4 address or IPv6 /64.
 */
export function LimitedPerClient(): MethodDecorator {
  return applyDecorators(
    declare({ limitedPerClient: true }),
    Problems(TooManyRequests),
    Permission('Limited per client address.'),
  );
}

function OrganizationHeader(required: boolean): MethodDecorator {
  return ApiHeader({
    name: 'x-org',
    required,
    description: 'Slug or id of the organization',
    schema: { type: 'string', example: 'auroralabs' },
  });
}

/** Merges into what the method's other decorators declare, in whatever order they stand. */
function declare(part: AccessDeclaration): MethodDecorator {
  return (_target, _key, descriptor: PropertyDescriptor) => {
    const method = descriptor.value as object;
    Reflect.defineMetadata(DECLARATION, { ...declarationOf(method), ...part }, method);
  };
}
