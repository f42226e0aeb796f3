import { applyDecorators } from '@nestjs/common';
import { ApiExtension, ApiOperation } from '@nestjs/swagger';
import { type ProblemType } from '../problems/problem.js';

const PROBLEMS = 'atrium:problems';
const PERMISSIONS = 'atrium:permissions';

/** Extension members that carry what the decorators know to the finished document. */
export const PROBLEMS_EXTENSION = 'x-problems';
export const PERMISSION_EXTENSION = 'x-permission';

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
  return (target, key, descriptor: PropertyDescriptor) => {
    const codes = append(
      descriptor,
      PROBLEMS,
      types.map(({ code }) => code),
    );
    ApiExtension(PROBLEMS_EXTENSION, codes)(target, key, descriptor);
  };
}

/** Documents in one sentence what a caller must have. */
export function Permission(sentence: string): MethodDecorator {
  return (target, key, descriptor: PropertyDescriptor) => {
    const sentences = append(descriptor, PERMISSIONS, [sentence]);
    ApiExtension(PERMISSION_EXTENSION, sentences.join(' '))(target, key, descriptor);
  };
}

/** Adds to what earlier decorators of the same method have left, and returns all of it. */
function append(descriptor: PropertyDescriptor, name: string, items: string[]): string[] {
  const method = descriptor.value as object;
  const earlier = (Reflect.getMetadata(name, method) as string[] | undefined) ?? [];
  const all = [...new Set([...items, ...earlier])];
  Reflect.defineMetadata(name, all, method);
  return all;
}
