import type { Principal } from './principal.js';

// eslint-disable-next-line no-restricted-syntax -- A record of what happened: nothing is decided by it.
const moment = (): Date => new Date();

/** Who changed a row and when, as the row remembers it: the id of a user or service account, or `root`. */
export function changedBy({ id }: Pick<Principal, 'id'>, at = moment()): { updatedAt: Date; updatedBy: string } {
  return { updatedAt: at, updatedBy: id };
}

/** Who made a row and when; until somebody changes it, he is also the last who did. */
export function madeBy(
  principal: Pick<Principal, 'id'>,
  at = moment(),
): { createdAt: Date; createdBy: string; updatedAt: Date; updatedBy: string } {
  return { createdAt: at, createdBy: principal.id, ...changedBy(principal, at) };
}
