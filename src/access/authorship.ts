import type { Principal } from './principal.js';

// eslint-disable-next-line no-restricted-syntax -- A record of what happened: nothing is decided by it.
const moment = (): Date => new Date();

/** The last change of a row: its time, and the id of the user or service account that made it, or `root`. */
export function changedBy({ id }: Pick<Principal, 'id'>, at = moment()): { updatedAt: Date; updatedBy: string } {
  return { updatedAt: at, updatedBy: id };
}

/** The creation of a row: its time and its author. A new row has the same values for its last change. */
export function madeBy(
  principal: Pick<Principal, 'id'>,
  at = moment(),
): { createdAt: Date; createdBy: string; updatedAt: Date; updatedBy: string } {
  return { createdAt: at, createdBy: principal.id, ...changedBy(principal, at) };
}
