import { isId } from '../ids/ids.js';
import { LATIN_LETTERS } from './letters.js';

/** Words that are used, or may be used later, in the place of a slug in a path. */
const RESERVED = new Set(
  'account admin api app assets auth avatars docs health invitations login logout logos me my new openapi org organization organizations orgs problems root security settings signup static status support system user users www'.split(
    ' ',
  ),
);

/** What an organization may be called in URLs: a–z, 0–9 and single hyphens inside. The database checks the same. */
export const SLUG_FORMAT = /^[a-z0-9]+(-[a-z0-9]+)*$/;
export const SHORTEST_SLUG = 2;
export const LONGEST_SLUG = 48;

/** Whether the text has the characters and the length of a slug. */
export function isSlug(text: unknown): boolean {
  return (
    typeof text === 'string' && text.length >= SHORTEST_SLUG && text.length <= LONGEST_SLUG && SLUG_FORMAT.test(text)
  );
}

/**
 * Whether the slug is reserved: a word of ours, or an id, which is used in the place of a slug and would name another
 * organization.
 */
export function isReservedSlug(text: unknown): boolean {
  return typeof text === 'string' && (RESERVED.has(text) || isId(text));
}

/** Marks, and what is invisible inside words. */
const UNSAID = /[\p{M}\p{Default_Ignorable_Code_Point}]/gu;

/** A slug made of a name: `Çelik & Łódź` becomes `celik-lodz`. Names of other scripts may leave nothing. */
export function slugOf(name: string): string {
  const letters = name.normalize('NFKD').toLowerCase().normalize('NFKD').replace(UNSAID, '');
  const slug = Array.from(letters, (letter) => LATIN_LETTERS.get(letter) ?? letter)
    .join('')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST_SLUG)
    .replace(/^-+|-+$/g, '');
  return isSlug(slug) && !isReservedSlug(slug) ? slug : '';
}
