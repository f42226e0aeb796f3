import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { ErrorFormats } from '../problems/error-format.js';
import type { ProblemType } from '../problems/problem.js';
import { METHODS, type Method, type Operation } from './described-operation.js';
import { type EnumNames, nameEnums } from './named-enums.js';
import { describeProblems, problemExamples } from './problem-responses.js';
import { describeHeaders, RESPONSE_HEADERS } from './response-headers.js';
import { PERMISSION } from './route-extensions.js';

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
    describeHeaders(operation);
  }
  document.components = {
    ...document.components,
    headers: RESPONSE_HEADERS,
    examples: problemExamples(described),
  };
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
