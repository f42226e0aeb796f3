import { Injectable } from '@nestjs/common';
import { PrismaService } from '../core/prisma/prisma.service.js';
import { lockOf } from './caller-check.queries.js';
import type { Principal, UserPrincipal } from './principal.js';
import { unauthenticated } from './session.guard.js';
import { lockExistingUser } from './user-lock.js';

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
    await lockExistingUser(this.prisma, principal.id);
    await this.requireCredential(principal);
  }

  /**
   * Locks the caller's session or API key until the running transaction ends. A logout, a revocation or a change of the password
   * that comes first is seen here; one that comes later waits. Lock order: after the organization.
   *
   * @throws Problem `unauthenticated` when the credential ended or expired, or its owner was suspended, deactivated or deleted
   */
  async requireCredential(principal: Principal): Promise<void> {
    const statement = lockOf(principal);
    if (statement && (await this.prisma.query(statement)).length === 0) {
      throw unauthenticated();
    }
  }
}
