import { Prisma } from '../prisma/generated/client.js';

/** Seconds without a step after which a turn ends. Longer than a step can take: it waits, and its transaction has 15 seconds. */
const TURN_SECONDS = 60;

/** Takes or renews the turn of an organization. No row: another holder has it. Of several at once, one gets a turn that is free or expired. */
export function takeTurn(organizationId: string, holderId: string): Prisma.Sql {
  return Prisma.sql`
    INSERT INTO "BulkTurn" AS turn ("organizationId", "holderId", "expiresAt")
    VALUES (${organizationId}::uuid, ${holderId}::uuid, now() + make_interval(secs => ${TURN_SECONDS}))
    ON CONFLICT ("organizationId") DO UPDATE SET "holderId" = EXCLUDED."holderId", "expiresAt" = EXCLUDED."expiresAt"
    WHERE turn."holderId" = EXCLUDED."holderId" OR turn."expiresAt" <= now()`;
}
