import { Injectable } from '@nestjs/common';
import { Prisma } from '../core/prisma/generated/client.js';
import { PrismaService } from '../core/prisma/prisma.service.js';
import type { Principal, UserPrincipal } from './principal.js';
import { unauthenticated } from './session.guard.js';
import { lockUser } from './user-lock.js';

/** Repeats inside a transaction what the guard decided about the caller's credential (accounts.md rule 8). */
@Injectable()
export class CallerCheck {
  constructor(private readonly prisma: PrismaService) {}

  /**
   * Locks the caller's account and then the credential. For slow work on the caller's own account.
   *
   * @throws Problem `unauthenticated` as {@link requireCredential}, also when the account was deleted
   */
  async requireOwner(principal: UserPrincipal): Promise<void> {
    if (!(await lockUser(this.prisma, principal.id))) {
      throw unauthenticated();
    }
    await this.requireCredential(principal);
  }

  /**
   * Locks the caller's session or API key until the running transaction ends. A logout, a revocation or a change of the password
   * that comes first is seen here; one that comes later waits. Lock order: see {@link lockUser}.
   *
   * @throws Problem `unauthenticated` when the credential ended or expired, or its owner was suspended, deactivated or deleted
   */
  async requireCredential(principal: Principal): Promise<void> {
    const statement = lockOf(principal);
    if (statement && (await this.prisma.db.$queryRaw<unknown[]>(statement)).length === 0) {
      throw unauthenticated();
    }
  }
}

/** KEY SHARE waits for a deletion of the row, and not for the time of its last use. Root has nothing that could end. */
function lockOf({ id, session, apiKey }: Principal): Prisma.Sql | undefined {
  if (session) {
    return Prisma.sql`
      SELECT s.id FROM "Session" s JOIN "User" u ON u.id = s."userId"
      WHERE s.id = ${session.id}::uuid AND u.id = ${id}::uuid AND s."expiresAt" > now()
        AND u.status = 'active' AND u."deletedAt" IS NULL
      FOR KEY SHARE OF s`;
  }
  if (apiKey) {
    return Prisma.sql`
      SELECT k.id FROM "ApiKey" k
      LEFT JOIN "Membership" m ON m.id = k."membershipId"
      LEFT JOIN "User" u ON u.id = m."userId"
      WHERE k.id = ${apiKey.id}::uuid AND (k."expiresAt" IS NULL OR k."expiresAt" > now())
        AND (k."serviceAccountId" IS NOT NULL OR (m.state = 'Active' AND u.status = 'active' AND u."deletedAt" IS NULL))
      FOR KEY SHARE OF k`;
  }
  return undefined;
}
