/** An order of a list: by a key of its items, or by the same in reverse. */
export type Sort<Key extends string> = Key | `-${Key}`;

/** The two orders by each of the keys, as values of a query parameter: `name`, `-name`. */
export function sortsBy<const Key extends string>(...keys: Key[]): Sort<Key>[] {
  return keys.flatMap((key) => [key, `-${key}` as const]);
}

/** Takes an order apart. */
export function parseSort<Key extends string>(sort: Sort<Key>): { readonly key: Key; readonly isDescending: boolean } {
  const isDescending = sort.startsWith('-');
  return { key: (isDescending ? sort.slice(1) : sort) as Key, isDescending };
}
