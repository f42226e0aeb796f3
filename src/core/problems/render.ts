import { type Problem } from './problem.js';

/** An RFC 9457 problem document, its keys in the order they are written. */
export interface ProblemDocument {
  type: string;
  title: string;
  status: number;
  code: string;
  detail: string;
  instance: string;
  requestId: string;
  errors?: readonly { pointer: string; code: string; detail: string }[];
  [extension: string]: unknown;
}

/** @param context the service's origin, the request's path (without its query, which may hold secrets) and its id */
export function renderProblem(
  problem: Problem,
  context: { publicUrl: string; path: string; requestId: string },
): ProblemDocument {
  const { type, occurrence } = problem;
  return {
    type: `${context.publicUrl}/problems/${type.code}`,
    title: type.title,
    status: type.status,
    code: type.code,
    detail: occurrence.detail ?? type.title,
    instance: context.path,
    requestId: context.requestId,
    ...(occurrence.errors && { errors: occurrence.errors }),
    ...occurrence.members,
  };
}
