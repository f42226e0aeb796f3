import { isDeepStrictEqual } from 'node:util';
import type { Prisma } from '../prisma/generated/client.js';

type Value = Prisma.JsonValue;

/** Before and after of each field that differs; null where there was or is no value. */
export type Changes<Name extends string = string> = Partial<Record<Name, { before: Value; after: Value }>>;

/**
 * The difference between two states of an object. `{}` is the state of an object that does not exist yet, or no longer.
 */
export function changesBetween<T extends { [Name in keyof T]: Value }>(
  before: Partial<T>,
  after: Partial<T>,
): Changes<keyof T & string> {
  const names = Object.keys({ ...before, ...after }) as (keyof T & string)[];
  return Object.fromEntries(
    names
      .map((name) => [name, { before: before[name] ?? null, after: after[name] ?? null }] as const)
      .filter(([, change]) => !isDeepStrictEqual(change.before, change.after)),
  ) as Changes<keyof T & string>;
}

/** A thing with the changes of a PATCH: what was not sent is undefined there, and stays. */
export function merged<T extends object>(before: T, wanted: Partial<T>): T {
  return { ...before, ...Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined)) };
}
