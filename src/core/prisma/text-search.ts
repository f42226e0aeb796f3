import { seenOf } from '../validation/invisible.js';
import { Prisma } from './generated/client.js';

/** Characters, the @ included, in which there are trigrams to look for. */
const SHORTEST_MAILBOX = 4;

/**
 * The condition that a column of searchable text (made by `search_form`, with an index of trigrams) contains the
 * searched text. Case, accents, and the shape of apostrophes, dashes and spaces do not matter. Every sign means itself.
 *
 * Run what it is part of with `planned: 'anew'`. PostgreSQL then sees how common the text is. It finds a rare text by
 * trigrams, and a common one by reading rows in the order of the page until the page is full. Texts of one or two
 * characters have no trigrams: when hardly a row has one, and always to count them, all rows of the other conditions
 * are read (0.5 to 1.3 s of 1,000,000 members).
 *
 * @param search as `TextField` leaves it. Empty: any text
 */
export function textContains(column: Prisma.Sql, search: string): Prisma.Sql {
  if (search === '') {
    return Prisma.sql`true`;
  }
  const mailbox = search.slice(0, search.lastIndexOf('@') + 1);
  return seenOf(mailbox).length < SHORTEST_MAILBOX
    ? Prisma.sql`${column} LIKE search_pattern(${search})`
    : // All of an organization share a domain: its trigrams match all of them. The index looks for the part before it; the
      // other condition, of an expression that has no index, for all of it.
      Prisma.sql`${column} LIKE search_pattern(${mailbox}) AND ${column} || '' LIKE search_pattern(${search})`;
}
