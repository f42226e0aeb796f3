import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, getSchemaPath, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { type ErrorFormat, ErrorFormats, PROBLEM_DETAILS } from '../problems/error-format.js';
import { findProblem, type ProblemType } from '../problems/problem.js';
import {
  InternalError,
  MalformedBody,
  MalformedJson,
  PayloadTooLarge,
  Unavailable,
  UnsupportedMediaType,
  ValidationFailed,
} from '../problems/common.problems.js';
import { type EnumNames, nameEnums } from './named-enums.js';
import { PERMISSION, PROBLEMS } from './route-extensions.js';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']> & {
  [PROBLEMS]?: string[];
  [PERMISSION]?: string[];
};

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;
type Method = (typeof METHODS)[number];

/** Problems that any route may answer with, and those that come with a body. */
const EVERYWHERE = [InternalError, Unavailable];
const WITH_BODY = [ValidationFailed, MalformedJson, MalformedBody, PayloadTooLarge, UnsupportedMediaType];

/** A header that every 401 has (RFC 9110, section 15.5.2). */
const CHALLENGE = { 'WWW-Authenticate': { required: true, schema: { type: 'string', example: 'Bearer' } } } as const;

/** Builds the OpenAPI document from the decorators of the controllers and DTOs. */
export function buildDocument(
  app: INestApplication,
  base: Omit<OpenAPIObject, 'paths'>,
  enumNames: EnumNames,
): OpenAPIObject {
  const formats = app.get(ErrorFormats);
  const extraModels = formats.all.map(({ schema }) => schema);
  // A copy: the schemas of decorators, which other documents are built from, are not changed.
  const document = JSON.parse(
    JSON.stringify(SwaggerModule.createDocument(app, base, { extraModels, autoTagControllers: false })),
  ) as OpenAPIObject;
  const described = new Set<ProblemType>();
  for (const [path, method, operation] of operationsOf(document)) {
    operation.security ??= [];
    describePermission(operation);
    describeQueryLists(operation);
    describeBodies(operation);
    describeSuccess(operation);
    for (const problem of describeProblems(formats.of(path), method, operation)) {
      described.add(problem);
    }
  }
  document.components = { ...document.components, examples: examplesOf(described) };
  nameEnums(document, enumNames);
  return document;
}

/** The parts of the document that no decorator knows. @param path under which the service is public */
export function documentBase(version: string, path: string): DocumentBuilder {
  return new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Atrium')
    .setVersion(version)
    .setLicense('MIT', 'https://opensource.org/license/mit')
    .addServer(path === '' ? '/' : path, 'The origin of this document');
}

function operationsOf(document: OpenAPIObject): [string, Method, Operation][] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    METHODS.flatMap((method): [string, Method, Operation][] => (item[method] ? [[path, method, item[method]]] : [])),
  );
}

function describePermission(operation: Operation): void {
  const sentences = operation[PERMISSION] ?? [];
  if (sentences.length > 0) {
    operation.description = [operation.description, `**Permission:** ${sentences.join(' ')}`]
      .filter(Boolean)
      .join('\n\n');
  }
  Reflect.deleteProperty(operation, PERMISSION);
}

/** A list in a query is written with commas. */
function describeQueryLists(operation: Operation): void {
  for (const parameter of operation.parameters ?? []) {
    if ('in' in parameter && parameter.in === 'query' && parameter.schema && 'items' in parameter.schema) {
      Object.assign(parameter, { style: 'form', explode: false });
    }
  }
}

/** @nestjs/swagger gives a body of several types the schemas of all in each; they have the same order. */
function describeBodies({ requestBody }: Operation): void {
  const types = requestBody && 'content' in requestBody ? Object.values(requestBody.content) : [];
  for (const [index, type] of types.entries()) {
    if (types.length > 1 && type.schema && 'oneOf' in type.schema) {
      type.schema = type.schema.oneOf?.[index];
    }
  }
}

function describeSuccess(operation: Operation): void {
  for (const response of Object.values(operation.responses)) {
    if (response && 'description' in response && response.description === '') {
      response.description = 'Success';
    }
  }
}

/** @returns the problems whose examples the operation refers to */
function describeProblems(format: ErrorFormat, method: Method, operation: Operation): ProblemType[] {
  const problems = problemsOf(operation).filter(({ ofChanges }) => !ofChanges || method !== 'get');
  for (const [status, types] of byStatus(problems)) {
    operation.responses[status] = {
      description: types.map(({ code, title }) => `\`${code}\`: ${title}`).join('\n\n'),
      ...(status === 401 && { headers: CHALLENGE }),
      content: {
        [format.mediaType]: { schema: { $ref: getSchemaPath(format.schema) }, ...examplesIn(format, types) },
      },
    };
  }
  Reflect.deleteProperty(operation, PROBLEMS);
  return problems;
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
function examplesOf(types: ReadonlySet<ProblemType>): Record<string, { value: object }> {
  return Object.fromEntries([...types].map((type) => [type.code, { value: example(type) }]));
}

function problemsOf(operation: Operation): ProblemType[] {
  const declared = (operation[PROBLEMS] ?? []).flatMap((code) => findProblem(code) ?? []);
  const takesInput = operation.parameters?.some((parameter) => 'in' in parameter && parameter.in === 'query');
  return [
    ...(operation.requestBody ? WITH_BODY : []),
    ...(takesInput ? [ValidationFailed] : []),
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
