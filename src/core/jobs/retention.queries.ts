import { Prisma } from '../prisma/generated/client.js';
import { limit } from '../prisma/limit.js';

/** The condition that the time in a column has passed, since so many days. By the database's clock. */
export function past(column: string, { days = 0 }: { days?: number } = {}): Prisma.Sql {
  const since = days === 0 ? Prisma.empty : Prisma.raw(` - interval '${days.toString()} days'`);
  return Prisma.sql`${Prisma.raw(`"${column}"`)} < now()${since}`;
}

/** Deletes at most so many rows that meet the condition. */
export function deleteBatch(table: Prisma.ModelName, condition: Prisma.Sql, size: number): Prisma.Sql {
  const name = Prisma.raw(`"${table}"`);
  return Prisma.sql`
    DELETE FROM ${name} WHERE ctid = ANY(ARRAY(SELECT ctid FROM ${name} WHERE ${condition} ${limit(size)}))`;
}
