import { seenOf } from '../validation/invisible.js';
import { Prisma } from './generated/client.js';

/** Characters, the @ included, in which there are trigrams to look for. */
const SHORTEST_MAILBOX = 4;

/**
 * The condition that a column of searchable text (made by `search_form`, with an index of trigrams) contains what is searched
 * for, whatever the case, the accents, and the shape of apostrophes, dashes and spaces. Every sign means itself.
 *
 * Run what it is part of with `planned: 'anew'`. PostgreSQL then sees how common the text is: what few rows have it finds by
 * trigrams, what many have by walking in the order of the page until that is full. Texts of one or two characters have no
 * trigrams: when hardly a row has one, all that the other conditions leave is read, and to count them always (0.5 to 1.3 s of
 * 1,000,000 members).
 *
 * @param search as `TextField` leaves it. Empty: whatever the text is
 */
export function textContains(column: Prisma.Sql, search: string): Prisma.Sql {
  if (search === '') {
    return Prisma.sql`true`;
  }
  const mailbox = search.slice(0, search.lastIndexOf('@') + 1);
  return seenOf(mailbox).length < SHORTEST_MAILBOX
    ? Prisma.sql`${column} LIKE search_pattern(${search})`
    : // All of an organization share a domain: its trigrams lead to everybody. The index looks for what stands before it; the
      // other condition, of an expression that has no index, for all of it.
      Prisma.sql`${column} LIKE search_pattern(${mailbox}) AND ${column} || '' LIKE search_pattern(${search})`;
}
