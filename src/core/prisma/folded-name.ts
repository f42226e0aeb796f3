import { Prisma } from './generated/client.js';

/**
 * The first line of searchable text, a name, in the form in which names are ordered: without case and accents, by code points. It is
 * the same on every platform, because no collation of the system takes part. Indices have this expression, with the collation "C".
 * An entry of an index has room for 100 characters of any kind.
 */
export function foldedName(searchText: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`left(split_part(${searchText}, E'\\n', 1), 100)`;
}
