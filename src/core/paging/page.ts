/**
 * A page of a list, and its position in the list. Services return it; each contract's presenter writes its own keys.
 */
export interface Page<T> {
  readonly items: readonly T[];
  /** How many match altogether. */
  readonly total: number;
  readonly hasNext: boolean;
  readonly hasPrevious: boolean;
}

/** Which page of a list, by number. */
export interface PageRequest {
  /** From 1. */
  readonly page: number;
  readonly pageSize: number;
}

/** Makes the page of a numbered list. */
export function numberedPage<T>(items: readonly T[], total: number, { page, pageSize }: PageRequest): Page<T> {
  return { items, total, hasNext: total > page * pageSize, hasPrevious: page > 1 };
}
