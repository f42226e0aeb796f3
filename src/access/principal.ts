import type { Requirements } from './requirements.js';
import type { OrganizationRole } from './roles.js';
import type { Permission, Scope } from './scopes.js';

/** The caller and the caller's rights: all that services know about a caller. */
export type Principal = UserPrincipal | ServiceAccountPrincipal | RootPrincipal;

/** A person, through a session or through an API key of that person. */
export interface UserPrincipal {
  readonly kind: 'user';
  readonly id: string;
  /** Null when an API key calls. */
  readonly session: SessionInfo | null;
  /** Null when a session calls. */
  readonly apiKey: ApiKeyInfo | null;
  /**
   * The organization of this request and the caller's rights in it. Null: none, or none in which the caller is an active
   * member.
   */
  readonly organization: OrganizationAccess | null;
  /** What the route required of the caller there. */
  readonly requirements: Requirements;
}

/** A machine, through an API key. It belongs to one organization. */
export interface ServiceAccountPrincipal {
  readonly kind: 'serviceAccount';
  readonly id: string;
  readonly session: null;
  readonly apiKey: ApiKeyInfo;
  readonly organization: OrganizationAccess;
  readonly requirements: Requirements;
}

/** The operator with the root key. The operator may act in any organization, and is not a member of it. */
export interface RootPrincipal {
  readonly kind: 'root';
  readonly id: 'root';
  readonly session: null;
  readonly apiKey: null;
  readonly organization: OrganizationAccess | null;
  readonly requirements: Requirements;
}

export interface SessionInfo {
  readonly id: string;
  /** The token id of this request: what rotates the token expects it to be current still. */
  readonly tokenId: string;
  readonly authTime: Date;
  /** The time of this request by the database's clock, which wrote the other times. */
  readonly readAt: Date;
  readonly expiresAt: Date;
  /** Last step-up; null when there was none in this session. */
  readonly stepUpAt: Date | null;
  readonly amr: readonly string[];
  /** A temporary password was used: only changing it is allowed. */
  readonly passwordChangeRequired: boolean;
}

export interface ApiKeyInfo {
  readonly id: string;
  readonly scopes: readonly Scope[];
}

/** The rights of a caller in an organization. */
export interface Rights {
  /** Null for root. */
  readonly role: OrganizationRole | null;
  /** Null for root. */
  readonly appRole: 'AppAdmin' | 'AppMember' | null;
  /** What the role permits beyond what every active member may do. OrganizationAdmin and root have all there are. */
  readonly permissions: readonly Permission[];
}

/** The organization of the request, and the rights that the caller had there when the request came in. */
export interface OrganizationAccess extends Rights {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  /** Null for service accounts and root. */
  readonly membershipId: string | null;
}
