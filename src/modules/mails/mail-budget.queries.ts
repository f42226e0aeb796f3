import { Prisma } from '../../core/prisma/generated/client.js';
import type { Query } from '../../core/prisma/prisma.service.js';

/** What a row counts: the mails from an organization to an address, by its hash. */
export interface Counter {
  readonly addressHash: Uint8Array;
  readonly organizationId: string;
}

/** The hashes of the addresses, in hexadecimal, that had their mails from one of the organizations. */
export function exhaustedBudgets(
  hashes: readonly string[],
  limits: readonly { organizationId: string; limit: number }[],
): Query<{ hash: string }> {
  const reached = limits.map(
    ({ organizationId, limit }) => Prisma.sql`("organizationId" = ${organizationId}::uuid AND sent >= ${limit})`,
  );
  return Prisma.sql`
    SELECT encode("addressHash", 'hex') AS hash FROM "MailBudget"
    WHERE "addressHash" IN (SELECT decode(h, 'hex') FROM unnest(${[...hashes]}::text[]) AS h)
      AND "resetsAt" > now() AND (${Prisma.join(reached, ' OR ')})`;
}

/** Counts a mail. No row: the limit is reached. One conditional upsert, so that of many callers at once no more than the limit succeed. */
export function countMail({ addressHash, organizationId }: Counter, limit: number, windowHours: number): Prisma.Sql {
  return Prisma.sql`
    INSERT INTO "MailBudget" AS budget ("addressHash", "organizationId", "resetsAt")
    VALUES (${addressHash}, ${organizationId}::uuid, now() + make_interval(hours => ${windowHours}))
    ON CONFLICT ("addressHash", "organizationId") DO UPDATE SET
      sent = CASE WHEN budget."resetsAt" <= now() THEN 1 ELSE budget.sent + 1 END,
      "resetsAt" = CASE WHEN budget."resetsAt" <= now() THEN EXCLUDED."resetsAt" ELSE budget."resetsAt" END
    WHERE budget.sent < ${limit} OR budget."resetsAt" <= now()`;
}

/** Milliseconds until the counter starts again. */
export function remainingTime({ addressHash, organizationId }: Counter): Query<{ milliseconds: number }> {
  return Prisma.sql`
    SELECT (extract(epoch FROM "resetsAt" - now()) * 1000)::float8 AS milliseconds FROM "MailBudget"
    WHERE "addressHash" = ${addressHash} AND "organizationId" = ${organizationId}::uuid`;
}
