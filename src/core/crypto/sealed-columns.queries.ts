import { Prisma } from '../prisma/generated/client.js';
import type { SealedColumn } from './sealed-columns.js';

/** A sealed value, and what is needed to open it. */
export interface SealedRow {
  readonly id: string;
  readonly purposeFrom: string;
  readonly sealed: Uint8Array;
}

/** Before all ids: the place where reading in the order of ids begins. */
export const FIRST = '00000000-0000-0000-0000-000000000000';

/** How many values do not begin with the prefix. It reads the whole table. */
export function countOfOlder({ table, column }: SealedColumn, prefix: Uint8Array): Prisma.Sql {
  return Prisma.sql`
    SELECT count(*)::int AS count FROM ${name(table)} WHERE ${isOlder(column, prefix)}`;
}

/** The next values that do not begin with the prefix, in the order of ids. */
export function nextOlder(
  { table, id, column, purposeFrom }: SealedColumn,
  prefix: Uint8Array,
  after: string,
  limit: number,
): Prisma.Sql {
  return Prisma.sql`
    SELECT ${name(id)}::text AS id, ${name(purposeFrom)}::text AS "purposeFrom", ${name(column)} AS sealed
    FROM ${name(table)} WHERE ${isOlder(column, prefix)} AND ${name(id)} > ${after}::uuid
    ORDER BY ${name(id)} LIMIT ${limit}`;
}

/** {@link nextOlder}, locked until the transaction ends. Rows that another transaction has locked are not waited for: they are left out. */
export function lockNextOlder(column: SealedColumn, prefix: Uint8Array, after: string, limit: number): Prisma.Sql {
  return Prisma.sql`${nextOlder(column, prefix, after, limit)} FOR NO KEY UPDATE SKIP LOCKED`;
}

/** Replaces values by their ids. */
export function replaceSealed(
  { table, id, column }: SealedColumn,
  rows: readonly Pick<SealedRow, 'id' | 'sealed'>[],
): Prisma.Sql {
  const ids = rows.map((row) => row.id);
  const values = rows.map(({ sealed }) => Buffer.from(sealed).toString('hex'));
  return Prisma.sql`
    UPDATE ${name(table)} SET ${name(column)} = decode(r.sealed, 'hex')
    FROM unnest(${ids}::uuid[], ${values}::text[]) AS r (id, sealed) WHERE ${name(table)}.${name(id)} = r.id`;
}

function isOlder(column: string, prefix: Uint8Array): Prisma.Sql {
  return Prisma.sql`
    ${name(column)} IS NOT NULL AND substring(${name(column)} FROM 1 FOR ${prefix.length}) <> ${Buffer.from(prefix)}`;
}

function name(identifier: string): Prisma.Sql {
  return Prisma.raw(`"${identifier}"`);
}
