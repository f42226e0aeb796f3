import { canonicalId, isId } from './ids.js';

/** What the app contract writes before an id, by the kind of thing it names. */
export type IdPrefix = 'user' | 'org' | 'acct' | 'proj' | 'artifact' | 'conf';

/** Writes an id as the app contract does: the prefix and the UUID's 32 hexadecimal digits. */
export function toPrefixedId(prefix: IdPrefix, id: string): string {
  return `${prefix}_${id.replaceAll('-', '')}`;
}

/** Characters of a UUID with its hyphens. */
export const UUID_LENGTH = 36;

/** Characters of the longest form of an id: with the prefix, or as a UUID. */
export function longestPrefixedId(prefix: IdPrefix): number {
  return Math.max(UUID_LENGTH, `${prefix}_`.length + 32);
}

/**
 * Reads an id of the app contract, in its prefixed form or as a UUID.
 *
 * @returns the UUID, or undefined when the text is neither, or carries another prefix
 */
export function fromPrefixedId(prefix: IdPrefix, text: string): string | undefined {
  const hex = new RegExp(`^${prefix}_([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})$`).exec(text);
  const id = hex ? hex.slice(1).join('-') : text;
  return isId(id) ? canonicalId(id) : undefined;
}
