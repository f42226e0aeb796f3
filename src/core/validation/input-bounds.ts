import { message } from '../i18n/message.js';
import type { InputError } from '../problems/problem.js';

/** Keys of one object, or of a query, duplicates included. */
export const MOST_KEYS = 200;

/** Objects, arrays, strings, numbers and words of one body. */
export const MOST_VALUES = 10_000;

/** Objects and arrays inside each other. */
export const MOST_LEVELS = 32;

/** Characters of the largest field, and therefore of any string. */
export const LONGEST_STRING = 500_000;

/** Entries in `errors` of one answer. */
export const MOST_ERRORS = 100;

/** An object has more than {@link MOST_KEYS} keys. @param pointer names the object */
export function tooManyKeys(pointer: string): InputError {
  return { pointer, code: 'max_keys', detail: message('input.max_keys', { max: MOST_KEYS }) };
}

/** A body has more than {@link MOST_VALUES} values. */
export function tooManyValues(): InputError {
  return { pointer: '', code: 'max_values', detail: message('input.max_values', { max: MOST_VALUES }) };
}

/** A body has more than {@link MOST_LEVELS} levels. */
export function tooDeep(): InputError {
  return { pointer: '', code: 'max_depth', detail: message('input.max_depth', { levels: MOST_LEVELS }) };
}

/** A string has more than {@link LONGEST_STRING} characters. @param pointer names the string, or the object it is a key of */
export function tooLong(pointer: string): InputError {
  return { pointer, code: 'max_length', detail: message('input.max_length', { max: LONGEST_STRING }) };
}
