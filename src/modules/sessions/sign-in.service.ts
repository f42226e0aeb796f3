import { Injectable } from '@nestjs/common';
import { Passwords } from '../../core/crypto/passwords.js';
import type { Prisma } from '../../core/prisma/generated/client.js';
import { PrismaService } from '../../core/prisma/prisma.service.js';
import { Problem } from '../../core/problems/problem.js';
import { InvalidCredentials } from './sessions.problems.js';
import { type Device, type OpenedSession, SessionsService } from './sessions.service.js';

/** What came of a sign-in. */
export interface SignedIn extends OpenedSession {
  /** The password was a temporary one and must be changed. */
  readonly passwordChangeRequired: boolean;
}

/** An address signs in when its owner proved it is his, or when an organization answers for the account. */
const SIGNS_IN: Prisma.UserEmailWhereInput = {
  OR: [{ verifiedAt: { not: null } }, { isPrimary: true, user: { managedById: { not: null } } }],
  user: { deletedAt: null, status: { in: ['active', 'pending'] } },
};

/** Opens sessions for those who prove who they are. */
@Injectable()
export class SignInService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly passwords: Passwords,
    private readonly sessions: SessionsService,
  ) {}

  /**
   * Signs in with e-mail and password.
   *
   * @throws Problem `invalid_credentials`, the same and in the same time for an unknown address and for a wrong password
   */
  async withPassword(email: string, password: string, device: Device): Promise<SignedIn> {
    const address = await this.prisma.db.userEmail.findFirst({
      where: { address: email, ...SIGNS_IN },
      select: {
        user: { select: { id: true, passwordHash: true, passwordChangeRequired: true, passwordExpiresAt: true } },
      },
    });
    const user = address?.user;
    const matches = await this.passwords.matches(password, user?.passwordHash);
    if (!user || !matches || isPast(user.passwordExpiresAt)) {
      throw new Problem(InvalidCredentials);
    }
    const { id, passwordChangeRequired } = user;
    return this.prisma.transaction(async () => {
      await this.activate(id);
      return { ...(await this.sessions.open(id, ['pwd'], device)), passwordChangeRequired };
    });
  }

  /** The first sign-in makes a pending account active. @throws Problem `invalid_credentials` when it was just suspended */
  private async activate(userId: string): Promise<void> {
    const { count } = await this.prisma.db.user.updateMany({
      where: { id: userId, deletedAt: null, status: { in: ['pending', 'active'] } },
      data: { status: 'active' },
    });
    if (count === 0) {
      throw new Problem(InvalidCredentials);
    }
  }
}

function isPast(time: Date | null): boolean {
  return time !== null && time.getTime() <= Date.now();
}
