import { getSchemaPath } from '@nestjs/swagger';
import {
  BadRequest,
  InternalError,
  MalformedBody,
  MalformedJson,
  PayloadTooLarge,
  Unavailable,
  UnsupportedMediaType,
  ValidationFailed,
} from '../problems/common.problems.js';
import { type ErrorFormat, PROBLEM_DETAILS } from '../problems/error-format.js';
import { findProblem, type ProblemType } from '../problems/problem.js';
import type { Method, Operation } from './described-operation.js';
import { PROBLEMS } from './route-extensions.js';

/** Problems that any route may answer with, and those that come with a body. */
const EVERYWHERE = [InternalError, Unavailable];
const WITH_BODY = [ValidationFailed, MalformedJson, MalformedBody, PayloadTooLarge, UnsupportedMediaType];

/**
 * Documents the problems of an operation: one answer for each status, with the codes that the operation can answer with.
 *
 * @returns the problems whose examples the operation refers to
 */
export function describeProblems(format: ErrorFormat, method: Method, operation: Operation): ProblemType[] {
  const problems = problemsOf(operation).filter(({ ofChanges }) => !ofChanges || method !== 'get');
  for (const [status, types] of byStatus(problems)) {
    operation.responses[status] = {
      description: types.map(({ code, title }) => `\`${code}\`: ${title}`).join('\n\n'),
      content: { [format.mediaType]: { schema: schemaOf(format, types), ...examplesIn(format, types) } },
    };
  }
  Reflect.deleteProperty(operation, PROBLEMS);
  return problems;
}

/** The schema of the format. Problem details have only the codes of this answer. */
function schemaOf(format: ErrorFormat, types: readonly ProblemType[]): object {
  const reference = { $ref: getSchemaPath(format.schema) };
  if (format !== PROBLEM_DETAILS) {
    return reference;
  }
  const code = { type: 'string', enum: types.map((type) => type.code) };
  return { allOf: [reference, { type: 'object', required: ['code'], properties: { code } }] };
}

/** The examples are problem details: formats of other shapes have none. */
function examplesIn(
  format: ErrorFormat,
  types: readonly ProblemType[],
): { examples?: Record<string, { $ref: string }> } {
  if (format !== PROBLEM_DETAILS) {
    return {};
  }
  return { examples: Object.fromEntries(types.map(({ code }) => [code, { $ref: `#/components/examples/${code}` }])) };
}

/** Each once: written out at every route they would be more than half of the document. */
export function problemExamples(types: ReadonlySet<ProblemType>): Record<string, { value: object }> {
  return Object.fromEntries([...types].map((type) => [type.code, { value: example(type) }]));
}

function problemsOf(operation: Operation): ProblemType[] {
  const declared = (operation[PROBLEMS] ?? []).flatMap((code) => findProblem(code) ?? []);
  const has = (place: string): boolean =>
    operation.parameters?.some((parameter) => 'in' in parameter && parameter.in === place) ?? false;
  return [
    ...(operation.requestBody ? WITH_BODY : []),
    ...(has('query') ? [ValidationFailed] : []),
    ...(has('path') ? [BadRequest] : []),
    ...declared,
    ...EVERYWHERE,
  ];
}

function byStatus(types: ProblemType[]): Map<number, ProblemType[]> {
  const groups = new Map<number, ProblemType[]>();
  for (const type of new Set(types)) {
    groups.set(type.status, [...(groups.get(type.status) ?? []), type]);
  }
  return groups;
}

function example({ code, status, title }: ProblemType): Record<string, unknown> {
  return {
    type: `http://localhost:3000/problems/${code}`,
    title,
    status,
    code,
    detail: title,
    instance: '/api/example',
    requestId: '019ab5e0-7c1d-7f43-8a52-5d2f6c1b9e04',
  };
}
