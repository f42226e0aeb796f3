import type { ProblemType } from '../core/problems/problem.js';
import { SessionRequired, UserRequired } from './access.problems.js';
import type { Principal } from './principal.js';
import type { RecentProof } from './requirements.js';

/**
 * The refusal of a caller without a session, on a route that needs one.
 *
 * @param by what the route requires of the session. A service account gets 403 `session_required` where that is a step-up
 *   (accounts.md rule 4), and 403 `user_required` where the route is about the caller's own account
 * @returns `session_required`, or `user_required` for the root key
 */
export function sessionRequired(kind: Principal['kind'], by: RecentProof | undefined): ProblemType {
  const couldBeSession = kind === 'user' || (kind === 'serviceAccount' && by === 'stepUp');
  return couldBeSession ? SessionRequired : UserRequired;
}
