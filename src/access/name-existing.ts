import { violatedConstraint } from '../core/prisma/failures.js';
import { Problem, problemOfConstraint, type ProblemType } from '../core/problems/problem.js';
import type { Principal } from './principal.js';
import type { Scope } from './scopes.js';

/** The thing of the organization that has the unique value already. */
interface Existing {
  /** The problem of the unique constraint. */
  readonly problem: ProblemType;
  /** The scope that an API key needs to read the thing. */
  readonly scope: Scope;
  /** Finds the thing among those of the caller's organization. Empty: it was deleted since. */
  readonly find: () => Promise<readonly { readonly id: string }[]>;
}

/**
 * Creates a thing. If its unique value is taken, the problem has the id of the thing that has it, in the member `existing`. A caller who
 * did not get the answer of a first try finds the thing with it. A caller who may not read the thing does not get its id.
 *
 * @throws Problem `problem`, and what `create` throws
 */
export async function nameExisting<T>(
  { apiKey }: Principal,
  { problem, scope, find }: Existing,
  create: () => Promise<T>,
): Promise<T> {
  try {
    return await create();
  } catch (error) {
    const constraint = violatedConstraint(error);
    const isTaken = constraint !== undefined && problemOfConstraint(constraint) === problem;
    if (!isTaken || (apiKey && !apiKey.scopes.includes(scope))) {
      throw error;
    }
    const [existing] = await find();
    throw new Problem(problem, { cause: error, ...(existing && { members: { existing: { id: existing.id } } }) });
  }
}
