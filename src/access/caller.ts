import type { ApiKeyInfo, OrganizationAccess, Principal, SessionInfo } from './principal.js';

/** The organization a request names. */
export interface OrganizationChoice {
  /** A slug or an id. Empty: the header is there but names none. */
  readonly name: string;
  readonly from: 'header' | 'path';
}

/** The owner of a credential, before it is decided whether the owner may call. */
export interface Caller {
  readonly kind: Principal['kind'];
  readonly id: string;
  readonly session: SessionInfo | null;
  readonly apiKey: ApiKeyInfo | null;
  /** The language that the user has saved. Only users can save one. */
  readonly locale: string | null;
  /**
   * The caller's access to the organization of the request. Null: no organization, or the caller is not a member of it.
   */
  readonly access: UndecidedAccess | null;
}

/** A caller's access to an organization, before it is decided whether the route is open to an inactive member or while it is archived. */
export interface UndecidedAccess {
  /** Whether the membership is active. */
  readonly active: boolean;
  /** Whether the organization is. */
  readonly archived: boolean;
  readonly organization: OrganizationAccess;
}
