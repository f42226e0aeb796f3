import { Prisma } from '../../../core/prisma/generated/client.js';
import { limit } from '../../../core/prisma/limit.js';
import type { Query } from '../../../core/prisma/prisma.service.js';

/** A session as an administrator sees it: without what names the browser or its token. */
export interface ListedSession {
  readonly id: string;
  readonly authTime: Date;
  readonly lastUsedAt: Date;
  readonly expiresAt: Date;
  readonly remoteIp: string;
  readonly userAgent: string;
  readonly amr: string[];
}

/** The position of a session in the list. */
export interface SessionPosition {
  readonly authTime: string;
  readonly id: string;
}

/**
 * At most so many sessions of the user that still count, newest first, after the given one.
 *
 * @param idle seconds without use after which a session no longer counts
 */
export function sessionsAfter(
  userId: string,
  idle: number,
  after: SessionPosition | undefined,
  take: number,
): Query<ListedSession> {
  return Prisma.sql`
    SELECT id, "authTime", "lastUsedAt", "expiresAt", "remoteIp", "userAgent", amr
    FROM "Session"
    WHERE "userId" = ${userId}::uuid AND "expiresAt" > now() AND "lastUsedAt" > now() - make_interval(secs => ${idle})
    ${after ? Prisma.sql`AND ("authTime", id) < (${after.authTime}::timestamptz, ${after.id}::uuid)` : Prisma.empty}
    ORDER BY "authTime" DESC, id DESC ${limit(take)}`;
}
