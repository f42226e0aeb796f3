import { Prisma, type Totp } from '../../../core/prisma/generated/client.js';

/** Steps before the current one whose codes could still be accepted, with a reserve. */
const KEPT_STEPS = 4;

/**
 * Uses a step of a secret. No row: it was used, for any purpose. Steps that cannot come again are dropped.
 * Another secret has another time of creation; the same one may be sealed again at any moment.
 */
export function useStep({ userId, createdAt }: Totp, step: number): Prisma.Sql {
  return Prisma.sql`
    UPDATE "Totp"
    SET "usedSteps" = array_append(ARRAY(SELECT s FROM unnest("usedSteps") s WHERE s > ${step - KEPT_STEPS}), ${step})
    WHERE "userId" = ${userId}::uuid AND "createdAt" = ${createdAt} AND NOT ${step} = ANY("usedSteps")`;
}

/** Stores a secret that is not active yet. No row: the user has an active one. */
export function replaceSecret(userId: string, secretEncrypted: Uint8Array): Prisma.Sql {
  return Prisma.sql`
    INSERT INTO "Totp" ("userId", "secretEncrypted", "usedSteps") VALUES (${userId}::uuid, ${secretEncrypted}, '{}')
    ON CONFLICT ("userId") DO UPDATE
    SET "secretEncrypted" = excluded."secretEncrypted", "usedSteps" = '{}', "createdAt" = now()
    WHERE "Totp"."activatedAt" IS NULL`;
}
