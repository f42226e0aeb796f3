import { applyDecorators } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOperation, type ApiBodyOptions } from '@nestjs/swagger';
import type { ProblemType } from '../problems/problem.js';

/** Where @nestjs/swagger keeps an operation's extension members; its own decorator keeps the first value of each only. */
const EXTENSIONS = 'swagger/apiExtension';

type Schema = Extract<ApiBodyOptions, { schema: unknown }>['schema'];

/** Members that carry to the finished document what the decorators of a route know. */
export const PROBLEMS = 'x-problems';
export const PERMISSION = 'x-permission';

/**
 * Names an operation. The id is unique in the document and becomes the method's name in generated clients.
 *
 * @param summary a few words, in the imperative
 */
export function Operation(operationId: string, summary: string, description?: string): MethodDecorator {
  return applyDecorators(ApiOperation({ operationId, summary, description }));
}

/** Documents the problems a route may answer with; each status becomes a response of the OpenAPI document. */
export function Problems(...types: ProblemType[]): MethodDecorator {
  return extend(
    PROBLEMS,
    types.map(({ code }) => code),
  );
}

/** Documents a body that the route takes in several types: the schema of each. */
export function Bodies(schemas: Readonly<Record<string, Schema>>): MethodDecorator {
  return applyDecorators(
    ApiConsumes(...Object.keys(schemas)),
    ApiBody({ required: true, schema: { oneOf: Object.values(schemas) } }),
  );
}

/** Documents in one sentence what a caller must have. */
export function Permission(sentence: string): MethodDecorator {
  return extend(PERMISSION, [sentence]);
}

/** Adds to what the method's other decorators have left: a decorator further down has run earlier. */
function extend(member: string, items: string[]): MethodDecorator {
  return (_target, _key, descriptor: PropertyDescriptor) => {
    const method = descriptor.value as object;
    const extensions = (Reflect.getMetadata(EXTENSIONS, method) ?? {}) as Record<string, string[] | undefined>;
    const all = [...new Set([...items, ...(extensions[member] ?? [])])];
    Reflect.defineMetadata(EXTENSIONS, { ...extensions, [member]: all }, method);
  };
}
