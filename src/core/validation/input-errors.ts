import type { ValidationError } from 'class-validator';
import { type Message, message } from '../i18n/message.js';
import { ValidationFailed } from '../problems/common.problems.js';
import { type InputError, Problem } from '../problems/problem.js';
import { MOST_ERRORS } from './input-bounds.js';

/** Characters of a pointer in an answer. Callers choose the keys in it, and each key is in the answer twice. */
const LONGEST_POINTER = 256;

/** class-validator's name for a key the DTO does not declare. */
const UNKNOWN_KEY = 'whitelistValidation';

/** Makes the problem of a body or query from class-validator's findings. */
export function validationProblem(errors: ValidationError[]): Problem {
  return inputProblem(errors.flatMap((error) => flatten(error, '')));
}

/** The problem with the errors of the input, at most {@link MOST_ERRORS} of them. */
export function inputProblem(all: readonly InputError[]): Problem {
  const errors = all.slice(0, MOST_ERRORS).map((error) => ({ ...error, pointer: shortened(error.pointer) }));
  const pointers = errors.map(({ pointer }) => pointer);
  const detail = pointers.includes('')
    ? message('input.invalid_body')
    : message('input.invalid', { places: pointers.join(', ') });
  return new Problem(ValidationFailed, { detail, errors });
}

/** A pointer that is too long becomes that of the closest object or array around the place. */
function shortened(pointer: string): string {
  return pointer.length > LONGEST_POINTER ? pointer.slice(0, pointer.lastIndexOf('/', LONGEST_POINTER)) : pointer;
}

/** What is wrong with a key that the place does not have. */
export function unknownKey(pointer: string): InputError {
  return { pointer, code: 'unknown_key', detail: message('input.unknown_key') };
}

/** What is wrong with a key like `state[]`, as other services write lists. */
export function bracketedKey(key: string): InputError {
  return { pointer: `/${pointerToken(key)}`, code: 'comma_list', detail: message('input.comma_list') };
}

/** Writes a key as a reference token of a JSON pointer (RFC 6901, section 3). */
export function pointerToken(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

function flatten(error: ValidationError, parent: string): InputError[] {
  const pointer = `${parent}/${pointerToken(error.property)}`;
  const own = Object.keys(error.constraints ?? {}).map((constraint) =>
    constraint === UNKNOWN_KEY
      ? unknownKey(pointer)
      : { pointer, code: snakeCase(constraint), detail: saidBy(error, constraint) },
  );
  return [...own, ...(error.children ?? []).flatMap((child) => flatten(child, pointer))];
}

/** class-validator's own rules, such as the one for nested objects, have no sentence of ours. */
function saidBy({ contexts }: ValidationError, constraint: string): Message {
  return (contexts?.[constraint] as Message | undefined) ?? message('input.not_valid');
}

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
