import { Injectable } from '@nestjs/common';
import { changedBy } from '../../access/authorship.js';
import { lockUser } from '../../access/user-lock.js';
import type { UserEmail } from '../../core/prisma/generated/client.js';
import { PrismaService } from '../../core/prisma/prisma.service.js';
import { Problem } from '../../core/problems/problem.js';
import { AuditService } from '../audit/audit.service.js';
import { InvalidToken } from '../one-time-tokens/one-time-tokens.problems.js';

/** Records that the reader of a mailbox used a link that was mailed to it. No other code sets `verifiedAt` of an existing address. */
@Injectable()
export class MailboxProofs {
  constructor(
    private readonly prisma: PrismaService,
    private readonly audit: AuditService,
  ) {}

  /**
   * Proves an address in the running transaction, which has consumed the token. It locks the user.
   *
   * @returns the address as it was before
   * @throws Problem `invalid_token` when the address no longer belongs to the account (accounts.md rule 7); a unique violation when it
   *   belongs to another account
   */
  async prove(userId: string, address: string): Promise<UserEmail> {
    const known = await this.lock(userId, address);
    if (known.verifiedAt === null) {
      await this.prisma.db.userEmail.update({
        where: { userId_address: { userId, address } },
        data: { verifiedAt: await this.prisma.now(), ...changedBy({ id: userId }) },
      });
      const actor = { kind: 'user', id: userId } as const;
      await this.audit.record({ action: 'email.verified', actor, target: { kind: 'user', id: userId } });
    }
    return known;
  }

  private async lock(userId: string, address: string): Promise<UserEmail> {
    const exists = await lockUser(this.prisma, userId);
    const known = exists && (await this.prisma.db.userEmail.findFirst({ where: { userId, address } }));
    if (!known) {
      throw new Problem(InvalidToken);
    }
    return known;
  }
}
