import { Injectable } from '@nestjs/common';
import { lockUsers } from '../../core/prisma/locks.js';
import type { UserStatus } from '../../core/prisma/generated/enums.js';
import { PrismaService } from '../../core/prisma/prisma.service.js';
import { Problem } from '../../core/problems/problem.js';
import { AccountAccessService } from '../account-access/account-access.service.js';
import { AccountDeletionService } from '../account-deletion/account-deletion.service.js';
import { AuditService } from '../audit/audit.service.js';
import { SecurityNoticesService } from '../mails/security-notices.service.js';
import { LastAppAdmin, LastOrganizationAdmin } from '../memberships/administrators.problems.js';
import { InvalidToken } from '../one-time-tokens/one-time-tokens.problems.js';
import { OneTimeTokensService } from '../one-time-tokens/one-time-tokens.service.js';

/** The account that has an address proved, or as its primary one. */
interface Holder {
  readonly userId: string;
  readonly verifiedAt: Date | null;
  readonly user: {
    readonly status: UserStatus;
    /** Proved ones. */
    readonly emails: readonly unknown[];
  };
}

/**
 * Frees primary addresses that their accounts never proved, for the account that proves them: an unproved address reserves nothing
 * (accounts.md rule 3). If the former account has another proved address, this becomes the primary one. Without one, the account is
 * deleted if it was never signed in to.
 *
 * An account that was signed in to keeps its only address, because the link in a mail must not delete an account that is used: the
 * reader may be its user, and the link may be a stranger's. The owner of the mailbox takes such an account over by registering.
 */
@Injectable()
export class UnprovedHolders {
  constructor(
    private readonly prisma: PrismaService,
    private readonly tokens: OneTimeTokensService,
    private readonly access: AccountAccessService,
    private readonly deletion: AccountDeletionService,
    private readonly notices: SecurityNoticesService,
    private readonly audit: AuditService,
  ) {}

  /** Whether another account has the address and keeps it. */
  async isTaken(address: string, userId: string): Promise<boolean> {
    const holder = await this.holderOf(address, userId);
    return holder !== undefined && !isFreeable(holder);
  }

  /**
   * Frees the address of another account that does not keep it, in the running transaction, which has used the token of `userId`.
   * Locks both accounts. An address that the other account keeps is unchanged.
   *
   * @throws Problem `invalid_token` when the other account is the only administrator of an organization with other members
   */
  async free(address: string, userId: string): Promise<void> {
    const seen = await this.holderOf(address, userId);
    if (!seen || !isFreeable(seen)) {
      return;
    }
    await this.tokens.lockAllOf(seen.userId);
    await lockUsers(this.prisma, [userId, seen.userId]);
    const holder = await this.holderOf(address, userId);
    // The other account may have proved the address, or been signed in to, before the lock.
    if (holder?.userId !== seen.userId || !isFreeable(holder)) {
      return;
    }
    await (holder.user.emails.length > 0 ? this.remove(address, holder.userId, userId) : this.delete(holder, userId));
  }

  private async remove(address: string, holderId: string, userId: string): Promise<void> {
    await this.prisma.db.userEmail.delete({ where: { userId_address: { userId: holderId, address } } });
    await this.access.restorePrimary(holderId);
    await this.tokens.endLinksTo(holderId, address);
    await this.audit.record({ action: 'email.removed', actor: { kind: 'user', id: userId }, target: holderId });
    await this.notices.addressRemoved(holderId, address);
  }

  private async delete(holder: Holder, userId: string): Promise<void> {
    try {
      await this.deletion.deleteUnentered({ kind: 'user', id: userId }, holder.userId);
    } catch (error) {
      throw isLastAdministrator(error) ? new Problem(InvalidToken, { cause: error }) : error;
    }
  }

  private async holderOf(address: string, userId: string): Promise<Holder | undefined> {
    const holder = await this.prisma.db.userEmail.findFirst({
      where: { address, userId: { not: userId }, OR: [{ verifiedAt: { not: null } }, { isPrimary: true }] },
      select: {
        userId: true,
        verifiedAt: true,
        user: { select: { status: true, emails: { where: { verifiedAt: { not: null } }, select: { address: true } } } },
      },
    });
    return holder ?? undefined;
  }
}

function isFreeable({ verifiedAt, user }: Holder): boolean {
  return verifiedAt === null && (user.emails.length > 0 || user.status === 'pending');
}

function isLastAdministrator(error: unknown): boolean {
  return error instanceof Problem && [LastAppAdmin, LastOrganizationAdmin].includes(error.type);
}
