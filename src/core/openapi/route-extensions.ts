import type { ProblemType } from '../problems/problem.js';

/** Where @nestjs/swagger keeps an operation's extension members; its own decorator keeps the first value of each only. */
const EXTENSIONS = 'swagger/apiExtension';

/** Members that carry to the finished document what the decorators of a route know. */
export const PROBLEMS = 'x-problems';
export const PERMISSION = 'x-permission';

/** Documents the problems a route may answer with; each status becomes a response of the OpenAPI document. */
export function Problems(...types: ProblemType[]): MethodDecorator {
  return extend(
    PROBLEMS,
    types.map(({ code }) => code),
  );
}

/** Documents in sentences what a caller must have. */
export function Permission(...sentences: string[]): MethodDecorator {
  return extend(PERMISSION, sentences);
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
