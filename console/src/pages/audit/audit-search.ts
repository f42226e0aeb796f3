import { ACTIONS, type AuditAction } from './action-texts.ts';

/** The filters of the audit log, as the address has them. */
export interface AuditSearch {
  readonly action?: AuditAction;
  /** The id of a user or service account, or `root`. */
  readonly actor?: string;
  /** Local times as in `2026-03-01T08:30`. */
  readonly from?: string;
  readonly to?: string;
}

/** Reads the filters of an address. Others than these are left out. */
export function auditSearch(search: Record<string, unknown>): AuditSearch {
  const action = ACTIONS.find((one) => one === search.action);
  const { actor } = search;
  return {
    ...(action !== undefined && { action }),
    ...(typeof actor === 'string' && { actor }),
    ...(isTime(search.from) && { from: search.from }),
    ...(isTime(search.to) && { to: search.to }),
  };
}

/** The filters as the API has them: times are in UTC. */
export function auditQuery({ action, actor, from, to }: AuditSearch): Readonly<Record<string, string>> {
  return {
    ...(action !== undefined && { action }),
    ...(actor !== undefined && { actor }),
    ...(from !== undefined && { from: new Date(from).toISOString() }),
    ...(to !== undefined && { to: new Date(to).toISOString() }),
  };
}

function isTime(value: unknown): value is string {
  return typeof value === 'string' && !Number.isNaN(new Date(value).getTime());
}
