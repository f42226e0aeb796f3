import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { findProblem, type ProblemType } from '../problems/problem.js';
import {
  InternalError,
  MalformedJson,
  PayloadTooLarge,
  Unavailable,
  UnsupportedMediaType,
  ValidationFailed,
} from '../problems/common.problems.js';
import { PERMISSION_EXTENSION, PROBLEMS_EXTENSION } from './operation.js';
import { ProblemDto } from './problem.dto.js';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']> & {
  [PROBLEMS_EXTENSION]?: string[];
  [PERMISSION_EXTENSION]?: string;
};

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

/** Problems that any route may answer with, and those that come with a body. */
const EVERYWHERE = [InternalError, Unavailable];
const WITH_BODY = [ValidationFailed, MalformedJson, PayloadTooLarge, UnsupportedMediaType];

/** Builds the OpenAPI document from what the decorators of the controllers and DTOs say. */
export function buildDocument(app: INestApplication, base: Omit<OpenAPIObject, 'paths'>): OpenAPIObject {
  const document = SwaggerModule.createDocument(app, base, { extraModels: [ProblemDto], autoTagControllers: false });
  for (const operation of operationsOf(document)) {
    describePermission(operation);
    describeProblems(operation);
  }
  return document;
}

/** The parts of the document that no decorator knows. */
export function documentBase(info: { version: string; publicUrl: string }): DocumentBuilder {
  return new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Atrium')
    .setVersion(info.version)
    .setLicense('MIT', 'https://opensource.org/license/mit')
    .addServer(info.publicUrl);
}

function operationsOf(document: OpenAPIObject): Operation[] {
  return Object.values(document.paths).flatMap((path) => METHODS.flatMap((method) => path[method] ?? []));
}

function describePermission(operation: Operation): void {
  const permission = operation[PERMISSION_EXTENSION];
  if (permission !== undefined) {
    operation.description = [operation.description, `**Permission:** ${permission}`].filter(Boolean).join('\n\n');
  }
}

function describeProblems(operation: Operation): void {
  for (const [status, types] of byStatus(problemsOf(operation))) {
    operation.responses[status] = {
      description: types.map(({ code, title }) => `\`${code}\`: ${title}`).join('\n\n'),
      content: {
        'application/problem+json': {
          schema: { $ref: '#/components/schemas/ProblemDto' },
          examples: Object.fromEntries(types.map((type) => [type.code, { value: example(type) }])),
        },
      },
    };
  }
  delete operation[PROBLEMS_EXTENSION];
}

function problemsOf(operation: Operation): ProblemType[] {
  const declared = (operation[PROBLEMS_EXTENSION] ?? []).flatMap((code) => findProblem(code) ?? []);
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
