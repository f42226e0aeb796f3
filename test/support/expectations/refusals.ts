import type { Response } from 'supertest';
import type { AppLocale } from '../../../src/core/i18n/locales.js';
import { findProblem } from '../../../src/core/problems/problem.js';
import { type ProblemDocument, titleOf } from '../../../src/core/problems/render.js';
import { expectProblem } from './problem.js';

/** What a problem document says of the one occurrence. */
interface Occurrence {
  detail?: string;
  errors?: ProblemDocument['errors'];
  /** What a step-up can be made with. */
  methods?: readonly string[];
  /** The thing that has the unique value already. */
  existing?: { id: unknown };
}

/** Expects the problem of that code, word for word as the answer's language has it, about the path that was asked. */
export function expectRefusal(response: Response, status: number, code: string, occurrence: Occurrence = {}): void {
  const problem = findProblem(code);
  const title = problem && titleOf(problem, response.headers['content-language'] as AppLocale);
  const { pathname, port } = new URL(response.request.url);
  const type = `http://localhost:${port}/problems/${code}`;
  expectProblem(response, status, code, { type, title, detail: title, instance: pathname, ...occurrence });
}

/** Expects the one answer to every credential that does not hold. */
export function expectUnauthenticated(response: Response): void {
  expectRefusal(response, 401, 'unauthenticated');
  expect(response.headers['www-authenticate']).toBe('Bearer');
}

/** Expects 400 `validation_failed` with exactly these errors. */
export function expectInvalid(
  response: Response,
  ...errors: (readonly [pointer: string, code: string, detail: string])[]
): void {
  expectRefusal(response, 400, 'validation_failed', {
    detail: `Invalid: ${errors.map(([pointer]) => pointer || 'the body').join(', ')}.`,
    errors: errors.map(([pointer, code, detail]) => ({ pointer, code, detail })),
  });
}

/** Expects the same problem document twice, but for what differs from one request to the next. */
export function expectSameProblem(one: Response, other: Response): void {
  const { instance, requestId } = one.body as { instance: string; requestId: string };
  expect(one.body).toEqual({ ...other.body, instance, requestId });
}
