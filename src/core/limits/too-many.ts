import { TooManyRequests } from '../problems/common.problems.js';
import { Problem } from '../problems/problem.js';

/** The problem `too_many_requests` for a caller who may try again after so many milliseconds. */
export function tooManyRequests(milliseconds: number): Problem {
  const seconds = Math.max(1, Math.ceil(milliseconds / 1000));
  return new Problem(TooManyRequests, { headers: { 'Retry-After': seconds.toString() } });
}
