import { Prisma } from './generated/client.js';

/** Characters of a UUID. */
const ID_LENGTH = 36;

/** The order of a list that is read on by position. An index has the same columns in the same order. */
export interface KeysetOrder {
  /** Text, compared by code points ("C"). Left out: the list is ordered by the ids alone. */
  readonly name?: Prisma.Sql;
  /** Unique in the list. */
  readonly id: Prisma.Sql;
  readonly isDescending: boolean;
}

/** The position of a row in its list, for {@link behind}. @param name where the list is ordered by names */
export function positionOf(id: string, name = ''): string {
  return `${id}${name}`;
}

/** The condition that a row comes after the position. No position: no condition. */
export function behind({ name, id, isDescending }: KeysetOrder, position: string | undefined): Prisma.Sql {
  if (position === undefined) {
    return Prisma.sql`true`;
  }
  const sign = Prisma.raw(isDescending ? '<' : '>');
  const lastId = Prisma.sql`${position.slice(0, ID_LENGTH)}::uuid`;
  return name === undefined
    ? Prisma.sql`${id} ${sign} ${lastId}`
    : Prisma.sql`(${name} COLLATE "C", ${id}) ${sign} (${position.slice(ID_LENGTH)}::text COLLATE "C", ${lastId})`;
}

/** The columns to order by, for ORDER BY. */
export function orderedBy({ name, id, isDescending }: KeysetOrder): Prisma.Sql {
  const direction = Prisma.raw(isDescending ? 'DESC' : 'ASC');
  const byId = Prisma.sql`${id} ${direction}`;
  return name === undefined ? byId : Prisma.sql`${name} COLLATE "C" ${direction}, ${byId}`;
}
