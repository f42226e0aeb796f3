import { Prisma } from '../../core/prisma/generated/client.js';
import type { Query } from '../../core/prisma/prisma.service.js';

/** A stored address, and whether it is the account's own: verified, or what it signs in with. */
export interface StoredAddress {
  readonly userId: string;
  readonly address: string;
  readonly isOwned: boolean;
}

/** Tables beside `UserEmail` that repeat an address. */
export type Copies = 'Invitation' | 'OneTimeToken';

/** The condition of the partial indices `…_formless_idx`: no other address has a form that it is not stored in. */
const formless = (column: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`(octet_length(${column}) <> char_length(${column}) OR ${column} LIKE '"%')`;

/** A page of the addresses that may have another form, in the order of the address and the user. */
export function formlessAddresses(after: StoredAddress | undefined, take: number): Query<StoredAddress> {
  const from = after ? Prisma.sql`AND ("address", "userId") > (${after.address}, ${after.userId}::uuid)` : Prisma.empty;
  return Prisma.sql`
    SELECT "userId", "address", ("verifiedAt" IS NOT NULL OR "isPrimary") AS "isOwned"
    FROM "UserEmail"
    WHERE ${formless(Prisma.sql`"address"`)} ${from}
    ORDER BY "address", "userId" LIMIT ${take}`;
}

/** The accounts that own one of the addresses. */
export function ownersOf(addresses: readonly string[]): Query<StoredAddress> {
  return Prisma.sql`
    SELECT "userId", "address", true AS "isOwned"
    FROM "UserEmail"
    WHERE "address" = ANY (${[...addresses]}) AND ("verifiedAt" IS NOT NULL OR "isPrimary")`;
}

/** A page of the addresses in another table that may have another form. */
export function formlessCopies(table: Copies, after: string, take: number): Query<{ email: string }> {
  return Prisma.sql`
    SELECT DISTINCT "email" FROM ${name(table)}
    WHERE ${formless(Prisma.sql`"email"`)} AND "email" > ${after}
    ORDER BY "email" LIMIT ${take}`;
}

/** Gives the address its form wherever the other table has it. */
export function renewCopies(table: Copies, old: string, form: string): Prisma.Sql {
  return Prisma.sql`UPDATE ${name(table)} SET "email" = ${form} WHERE ${formless(Prisma.sql`"email"`)} AND "email" = ${old}`;
}

function name(table: Copies): Prisma.Sql {
  return Prisma.raw(`"${table}"`);
}
