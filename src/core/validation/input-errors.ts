import type { ValidationError } from 'class-validator';
import { ValidationFailed } from '../problems/common.problems.js';
import { type InputError, Problem } from '../problems/problem.js';

/** class-validator's name for a key the DTO does not declare. */
const UNKNOWN_KEY = 'whitelistValidation';

/** Makes the problem of a body or query from class-validator's findings. */
export function validationProblem(errors: ValidationError[]): Problem {
  return inputProblem(errors.flatMap((error) => flatten(error, '')));
}

/** The problem that says what is wrong where. */
export function inputProblem(errors: InputError[]): Problem {
  const places = errors.map(({ pointer }) => pointer || 'the body').join(', ');
  return new Problem(ValidationFailed, { detail: `Invalid: ${places}.`, errors });
}

/** Writes a key as a reference token of a JSON pointer (RFC 6901, section 3). */
export function pointerToken(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

function flatten(error: ValidationError, parent: string): InputError[] {
  const pointer = `${parent}/${pointerToken(error.property)}`;
  const own = Object.entries(error.constraints ?? {}).map(([constraint, detail]) =>
    constraint === UNKNOWN_KEY
      ? { pointer, code: 'unknown_key', detail: 'This key is not one the route takes.' }
      : { pointer, code: snakeCase(constraint), detail },
  );
  return [...own, ...(error.children ?? []).flatMap((child) => flatten(child, pointer))];
}

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
