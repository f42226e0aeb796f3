import type { ApiKeyInfo, OrganizationAccess, Principal, SessionInfo } from './principal.js';

/** The organization a request names. */
export interface OrganizationChoice {
  /** A slug or an id. Empty: the header is there but names none. */
  readonly name: string;
  readonly from: 'header' | 'path';
}

/** Who a credential belongs to, before it is decided whether he may call. */
export interface Caller {
  readonly kind: Principal['kind'];
  readonly id: string;
  readonly session: SessionInfo | null;
  readonly apiKey: ApiKeyInfo | null;
  /** The language he has saved; only people can. */
  readonly locale: string | null;
  /** His place in the organization of the request. Null: no organization, or none of his. */
  readonly place: Place | null;
}

/** What somebody is in an organization. */
export interface Place {
  /** Whether his membership is. */
  readonly active: boolean;
  /** Whether the organization is. */
  readonly archived: boolean;
  readonly organization: OrganizationAccess;
}
