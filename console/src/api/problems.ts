import { AtriumProblem } from '@atrium/client';

type Code = AtriumProblem['code'];

/** Whether the error is the refusal with that code. */
export function isProblem(error: unknown, ...codes: readonly Code[]): error is AtriumProblem {
  return error instanceof AtriumProblem && codes.includes(error.code);
}

/** Whether the request may succeed when it is sent again as it is: there was no answer, or the service could not answer. */
export function isTemporary(error: unknown): boolean {
  return error instanceof AtriumProblem ? error.status >= 500 : error instanceof TypeError;
}

/** Whether the thing has changed or ended since the page read it. The page must read it again. */
export function isStale(error: unknown): boolean {
  return error instanceof AtriumProblem && [404, 409, 412].includes(error.status);
}

/** The sentences of a refusal about values of the form, by the name of the field: `/user_info/email` is `user_info.email`. */
export function fieldErrors(error: unknown): Record<string, string> {
  const errors = error instanceof AtriumProblem ? error.errors : [];
  return Object.fromEntries(errors.map(({ pointer, detail }) => [pointer.slice(1).replaceAll('/', '.'), detail]));
}
