import { past } from '../../../core/jobs/retention.queries.js';
import { Prisma } from '../../../core/prisma/generated/client.js';
import type { Query } from '../../../core/prisma/prisma.service.js';

/** Hours in which clients without cookies are notified once, if their browser and network are the same. */
const NOTICE_WINDOW_HOURS = 24;

/** The condition of a notice that stops no other. */
export const NOTICE_IS_OVER = Prisma.sql`"notifiedAt" <= now() - make_interval(hours => ${Prisma.raw(String(NOTICE_WINDOW_HOURS))})`;

/** The condition of a device that was first seen so many days ago. A browser that has a session is known still. */
export function forgottenDevice({ days }: { days: number }): Prisma.Sql {
  return Prisma.sql`${past('firstSeenAt', { days })} AND NOT EXISTS (
    SELECT FROM "Session" s WHERE s."userId" = "KnownDevice"."userId" AND s."deviceId" = "KnownDevice"."deviceId")`;
}

/** Records a device. No row: it is known. */
export function insertDevice(userId: string, deviceId: string): Query<{ isFirst: boolean }> {
  return Prisma.sql`
    INSERT INTO "KnownDevice" AS noted ("userId", "deviceId") VALUES (${userId}::uuid, ${deviceId})
    ON CONFLICT DO NOTHING
    RETURNING NOT EXISTS (SELECT FROM "KnownDevice" WHERE "userId" = noted."userId") AS "isFirst"`;
}

/** Records a notice. No row: one about the same browser and network counts still. */
export function insertNotice(userId: string, clientHash: Uint8Array): Prisma.Sql {
  return Prisma.sql`
    INSERT INTO "SignInNotice" AS notice ("userId", "clientHash") VALUES (${userId}::uuid, ${clientHash})
    ON CONFLICT ("userId", "clientHash") DO UPDATE SET "notifiedAt" = now() WHERE notice.${NOTICE_IS_OVER}`;
}
