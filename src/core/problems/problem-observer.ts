import type { Request } from 'express';
import type { Problem } from './problem.js';

/** Sees every problem that a request is answered with. The domain implements it: see RefusalLog. */
export abstract class ProblemObserver {
  /** Must not throw: the answer does not depend on it. */
  abstract observe(problem: Problem, request: Request): void;
}
