import { Injectable } from '@nestjs/common';
import { changedBy } from '../../access/authorship.js';
import { lockUser } from '../../core/prisma/locks.js';
import type { UserEmail } from '../../core/prisma/generated/client.js';
import { PrismaService } from '../../core/prisma/prisma.service.js';
import { Problem } from '../../core/problems/problem.js';
import { AccountAccessService } from '../account-access/account-access.service.js';
import { ApiKeysService } from '../api-keys/api-keys.service.js';
import { AuditService } from '../audit/audit.service.js';
import { InvalidToken } from '../one-time-tokens/one-time-tokens.problems.js';
import { OneTimeTokensService } from '../one-time-tokens/one-time-tokens.service.js';

/**
 * Records that the reader of a mailbox used a secret that was mailed to it. Every route that proves an address of an existing account
 * does it here: no other code sets `verifiedAt` of an existing address.
 */
@Injectable()
export class MailboxProofsService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly tokens: OneTimeTokensService,
    private readonly access: AccountAccessService,
    private readonly apiKeys: ApiKeysService,
    private readonly audit: AuditService,
  ) {}

  /**
   * Proves an address in the running transaction, which has consumed the token. It locks the user. The first proof of a primary
   * address ends everything that was added to the account before (accounts.md rule 2): see {@link clear}.
   *
   * @param options.becomesPrimary whether the address is made the primary one by the same token
   * @returns the address as it was before
   * @throws Problem `invalid_token` when the address no longer belongs to the account (accounts.md rule 7); a unique violation when it
   *   belongs to another account
   */
  async prove(userId: string, address: string, { becomesPrimary = false } = {}): Promise<UserEmail> {
    const own = await this.lock(userId);
    const known = own.find((email) => email.address === address);
    if (!known) {
      throw new Problem(InvalidToken);
    }
    if (known.verifiedAt !== null) {
      return known;
    }
    const primary = own.find(({ isPrimary }) => isPrimary);
    const isForPrimary = known.isPrimary || becomesPrimary;
    if (isForPrimary && primary?.verifiedAt === null) {
      await this.clear(userId, address);
    }
    await this.prisma.db.userEmail.update({
      where: { userId_address: { userId, address } },
      data: { verifiedAt: await this.prisma.now(), ...changedBy({ id: userId }) },
    });
    await this.audit.record({ action: 'email.verified', actor: { kind: 'user', id: userId }, target: userId });
    return known;
  }

  /**
   * Ends what the managing organization could have added to the account since it set a temporary password, in the running transaction,
   * which has locked the tokens and the user: the reader of the mailbox uses a link to a new password. The organization could
   * have proved a mailbox of its own since then. So a mailbox that was proved before counts, or any mailbox if there is none.
   */
  async recover(userId: string, address: string): Promise<void> {
    const { managerAccessAt: since, emails } = await this.prisma.db.user.findUniqueOrThrow({
      where: { id: userId },
      select: { managerAccessAt: true, emails: { where: { verifiedAt: { not: null } } } },
    });
    const older = emails.filter(({ verifiedAt }) => since && verifiedAt && verifiedAt < since);
    if (since === null || (older.length > 0 && !older.some((email) => email.address === address))) {
      return;
    }
    await this.tokens.endAllOf(userId);
    await this.access.removeSince(userId, since, { kind: 'user', id: userId });
    await this.prisma.db.user.update({ where: { id: userId }, data: { managerAccessAt: null } });
    await this.audit.record({ action: 'account.cleared', actor: { kind: 'user', id: userId }, target: userId });
  }

  /**
   * Ends what was added by a person who never proved the mailbox: links, sessions, password, second factors, devices, further
   * addresses and API keys. The primary address stays.
   */
  private async clear(userId: string, address: string): Promise<void> {
    await this.tokens.endAllOf(userId);
    await this.apiKeys.revokeAll(userId, { kind: 'user', id: userId });
    const removed = await this.access.removeAll(userId);
    const { count: passwords } = await this.prisma.db.user.updateMany({
      where: { id: userId, passwordHash: { not: null } },
      data: { passwordHash: null, passwordChangeRequired: false, passwordExpiresAt: null },
    });
    await this.prisma.db.user.update({ where: { id: userId }, data: { managerAccessAt: null } });
    const { count: addresses } = await this.prisma.db.userEmail.deleteMany({
      where: { userId, isPrimary: false, address: { not: address } },
    });
    if (removed + passwords + addresses > 0) {
      await this.audit.record({ action: 'account.cleared', actor: { kind: 'user', id: userId }, target: userId });
    }
  }

  /** The user's addresses. None: the user was deleted. */
  private async lock(userId: string): Promise<UserEmail[]> {
    return (await lockUser(this.prisma, userId)) ? this.prisma.db.userEmail.findMany({ where: { userId } }) : [];
  }
}
