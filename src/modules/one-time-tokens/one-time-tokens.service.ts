import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { unauthenticated } from '../../access/session.guard.js';
import { newId } from '../../core/ids/ids.js';
import type { OneTimeToken, Prisma, TokenPurpose } from '../../core/prisma/generated/client.js';
import { lockTokensOf, lockUser } from '../../core/prisma/locks.js';
import { PrismaService } from '../../core/prisma/prisma.service.js';
import { Problem } from '../../core/problems/problem.js';
import { Retention } from '../../core/jobs/retention.js';
import { past } from '../../core/jobs/retention.queries.js';
import { InvalidToken } from './one-time-tokens.problems.js';
import { endTokens } from './one-time-tokens.queries.js';

/** What a token is for, and what is remembered with it. */
export interface TokenRequest {
  readonly purpose: TokenPurpose;
  /** How long it can be used, in seconds. */
  readonly lifetime: number;
  readonly createdBy: string;
  readonly userId?: string;
  readonly organizationId?: string;
  readonly email?: string;
  readonly payload?: Prisma.InputJsonObject;
}

/** A token for a link that is mailed to an address. */
export type LinkRequest = TokenRequest & {
  readonly purpose: 'registration' | 'verify_email' | 'reset_password';
  readonly email: string;
};

/** 256 bits, base64url. */
const SECRET_BYTES = 32;

/** Secrets that are used once. Only their hashes are stored. A token of one purpose is invalid for another. */
@Injectable()
export class OneTimeTokensService {
  constructor(
    private readonly prisma: PrismaService,
    retention: Retention,
  ) {
    // Anonymous callers cause some of these: accounts.md allows no such row for longer than a day.
    retention.register('OneTimeToken', past('expiresAt'));
  }

  /** @returns the token, which cannot be read again */
  async issue(request: TokenRequest): Promise<{ id: string; token: string; expiresAt: Date }> {
    const token = randomBytes(SECRET_BYTES).toString('base64url');
    return { token, ...(await this.register(token, request)) };
  }

  /**
   * Issues a token for a link that is mailed, and ends older links of the same purpose (accounts.md rule 2): those to the same address,
   * or all links of the user that set a password.
   *
   * @returns the token, which cannot be read again
   */
  async issueLink(request: LinkRequest): Promise<{ token: string }> {
    const { purpose, userId = null, email } = request;
    const address = purpose === 'reset_password' ? {} : { email };
    await this.prisma.execute(endTokens({ userId, purpose, ...address }));
    return this.issue(request);
  }

  /** Ends all links of the user that were mailed to an address, because it no longer belongs to the account (accounts.md rule 7). */
  async endLinksTo(userId: string, address: string): Promise<void> {
    await this.prisma.execute(endTokens({ userId, email: address }));
  }

  /** Locks all tokens of the user, for work that locks the user next. */
  lockAllOf(userId: string): Promise<void> {
    return lockTokensOf(this.prisma, userId);
  }

  /** Ends all tokens of the user. */
  async endAllOf(userId: string): Promise<void> {
    await this.prisma.execute(endTokens({ userId }));
  }

  /**
   * Makes a secret that was drawn elsewhere (a WebAuthn challenge) usable once.
   *
   * @returns when it expires, and its row's id
   * @throws Problem `unauthenticated` when its user was deleted
   */
  register(secret: string, { lifetime, ...request }: TokenRequest): Promise<{ id: string; expiresAt: Date }> {
    return this.prisma.transaction(async () => {
      // The foreign key has the same lock, and ignores `deletedAt`.
      if (request.userId !== undefined && !(await lockUser(this.prisma, request.userId, 'refer'))) {
        throw unauthenticated();
      }
      const createdAt = await this.prisma.now();
      const expiresAt = new Date(createdAt.getTime() + lifetime * 1000);
      const id = newId();
      await this.prisma.db.oneTimeToken.create({
        data: { id, tokenHash: hash(secret), createdAt, expiresAt, ...request },
      });
      return { id, expiresAt };
    });
  }

  /** The token's row, without using it. @throws Problem `invalid_token` */
  async find(purpose: TokenPurpose | TokenPurpose[], token: string): Promise<OneTimeToken> {
    const row = await this.prisma.db.oneTimeToken.findFirst({
      where: usable(purpose, token, await this.prisma.now()),
    });
    if (!row) {
      throw new Problem(InvalidToken);
    }
    return row;
  }

  /**
   * Uses the token: of many callers at once, exactly one succeeds.
   *
   * @param purpose or purposes the token may have been made for
   * @throws Problem `invalid_token`
   */
  async consume(purpose: TokenPurpose | TokenPurpose[], token: string): Promise<OneTimeToken> {
    const now = await this.prisma.now();
    const [row] = await this.prisma.db.oneTimeToken.updateManyAndReturn({
      where: usable(purpose, token, now),
      data: { usedAt: now },
    });
    if (!row) {
      throw new Problem(InvalidToken);
    }
    return row;
  }

  /**
   * Makes the tokens of these purposes that the user still has useless. It locks all tokens of the user, so it comes before the lock of
   * the user.
   */
  async revoke(purposes: TokenPurpose[], userId: string): Promise<void> {
    await this.lockAllOf(userId);
    await this.prisma.db.oneTimeToken.updateMany({
      where: { purpose: { in: purposes }, userId, usedAt: null },
      data: { usedAt: await this.prisma.now() },
    });
  }
}

function usable(purpose: TokenPurpose | TokenPurpose[], token: string, now: Date): Prisma.OneTimeTokenWhereInput {
  return { purpose: { in: [purpose].flat() }, tokenHash: hash(token), usedAt: null, expiresAt: { gt: now } };
}

/** A token has 256 random bits of its own: one SHA-256 without salt cannot be reversed. */
function hash(token: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash('sha256').update(token).digest());
}
