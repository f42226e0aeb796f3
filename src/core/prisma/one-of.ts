import { Prisma } from './generated/client.js';

/** The condition that a column of an enum has one of the values. No values: no condition. */
export function oneOf(column: Prisma.Sql, type: string, values: readonly string[]): Prisma.Sql {
  return values.length === 0
    ? Prisma.sql`true`
    : Prisma.sql`${column} IN (${Prisma.join(values.map((value) => Prisma.sql`${value}::${Prisma.raw(`"${type}"`)}`))})`;
}
