import { Injectable } from '@nestjs/common';
import { methodsWith } from '../../../access/step-up.js';
import type { StepUpMethod } from '../../../access/step-up.queries.js';
import { lockUser } from '../../../core/prisma/locks.js';
import { Passwords } from '../../../core/crypto/passwords.js';
import { PrismaService } from '../../../core/prisma/prisma.service.js';
import { Problem } from '../../../core/problems/problem.js';
import { OneTimeTokensService } from '../../one-time-tokens/one-time-tokens.service.js';
import { KnownDevices } from '../devices/known-devices.js';
import { SecondFactor, type SecondFactorMethod } from '../second-factor/second-factor.js';
import { InvalidCredentials } from '../sessions.problems.js';
import { type Device, type OpenedSession, SessionsService } from '../sessions.service.js';
import { SignInAttempts } from '../protection/sign-in-attempts.js';
import { type SignInAccount, accountOf, stillWith } from './sign-in.queries.js';
import { TrustedDevicesService } from '../devices/trusted-devices.service.js';

/** A browser that signs in, with what it presents to skip the second factor. */
export interface SigningInDevice extends Device {
  readonly trustedSecret: string | undefined;
}

/** A password was right, and more is needed. */
export interface PendingSignIn {
  readonly mfaToken: string;
  readonly methods: readonly StepUpMethod[];
  readonly expiresAt: Date;
}

/** A finished sign-in. */
export interface SignedIn {
  readonly session: OpenedSession;
  /** Given to the browser when it asked to be trusted. */
  readonly trustedSecret?: string;
}

/** Seconds between the password and the second factor. */
const PENDING_SIGN_IN_TTL_SECONDS = 10 * 60;

/** Opens sessions for users who prove their identity. */
@Injectable()
export class SignInService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly passwords: Passwords,
    private readonly sessions: SessionsService,
    private readonly tokens: OneTimeTokensService,
    private readonly secondFactor: SecondFactor,
    private readonly trustedDevices: TrustedDevicesService,
    private readonly knownDevices: KnownDevices,
    private readonly attempts: SignInAttempts,
  ) {}

  /**
   * Signs in with e-mail and password, or begins to.
   *
   * @throws Problem `invalid_credentials`, the same and in the same time for an unknown address and for a wrong password;
   *   `too_many_requests`
   */
  async withPassword(email: string, password: string, device: SigningInDevice): Promise<SignedIn | PendingSignIn> {
    const [user] = await this.prisma.query(accountOf(email, device.deviceId));
    const account = user ? { userId: user.id } : { email };
    const found = await this.attempts.count(account, 'password', () => this.checkPassword(user, password));
    const methods = methodsWith(found);
    return methods.includes('password')
      ? { session: await this.openByPassword(found, device) }
      : this.withTrustedDevice(found, methods, device);
  }

  /** Under the lock of the user, which a change of the password and a revocation of trusted devices take too. */
  private withTrustedDevice(
    account: SignInAccount,
    methods: readonly StepUpMethod[],
    device: SigningInDevice,
  ): Promise<SignedIn | PendingSignIn> {
    return this.prisma.transaction(async () => {
      if ((await this.prisma.query(stillWith(account))).length === 0) {
        throw new Problem(InvalidCredentials);
      }
      return (await this.trustedDevices.isTrusted(account.id, device.trustedSecret, device))
        ? { session: await this.openByPassword(account, device) }
        : this.begin(account.id, methods);
    });
  }

  /**
   * Finishes a pending sign-in.
   *
   * @throws Problem `invalid_token` when it expired or was finished already, `invalid_code`, `too_many_requests`
   */
  async withSecondFactor(
    {
      mfaToken,
      method,
      code,
      trustDevice,
    }: { mfaToken: string; method: SecondFactorMethod; code: string; trustDevice: boolean },
    device: Device,
  ): Promise<SignedIn> {
    const { userId } = await this.tokens.find('mfa', mfaToken);
    if (userId === null) {
      throw new Problem(InvalidCredentials);
    }
    return this.attempts.count({ userId }, 'second_factor', () =>
      this.prisma.transaction(async () => {
        await this.tokens.consume('mfa', mfaToken);
        await lockUser(this.prisma, userId);
        await this.secondFactor.accept(userId, method, code);
        const session = await this.open(userId, ['pwd', 'otp', 'mfa'], device);
        return trustDevice ? { session, trustedSecret: await this.trustedDevices.trust(userId, device) } : { session };
      }),
    );
  }

  /**
   * Opens the session of a user who has proved their identity, and notifies the user of a new device: all of it or
   * nothing.
   *
   * @throws Problem as {@link SessionsService.open}
   */
  open(userId: string, amr: readonly string[], device: Device, passwordHash?: string | null): Promise<OpenedSession> {
    return this.prisma.transaction(async () => {
      const session = await this.sessions.open(userId, amr, device, passwordHash);
      await this.knownDevices.note(userId, device);
      return session;
    });
  }

  /** A device that is known is not recorded again. */
  private openByPassword({ id, passwordHash, knowsDevice }: SignInAccount, device: Device): Promise<OpenedSession> {
    const opener = knowsDevice ? this.sessions : this;
    return opener.open(id, ['pwd'], device, passwordHash);
  }

  private async checkPassword(user: SignInAccount | undefined, password: string): Promise<SignInAccount> {
    const matches = await this.passwords.matches(password, user?.passwordHash);
    if (!user || !matches || user.isPasswordExpired) {
      throw new Problem(InvalidCredentials);
    }
    return { ...user, passwordHash: await this.renewHash(user, password) };
  }

  /**
   * Raises an old hash to today's parameters, because the password is known now.
   *
   * @returns the password's hash from now on
   */
  private async renewHash({ id, passwordHash }: SignInAccount, password: string): Promise<string | null> {
    if (passwordHash === null || !this.passwords.isOutdated(passwordHash)) {
      return passwordHash;
    }
    const renewed = await this.passwords.hash(password);
    const { count } = await this.prisma.db.user.updateMany({
      where: { id, passwordHash },
      data: { passwordHash: renewed },
    });
    if (count === 1) {
      return renewed;
    }
    // Another sign-in has renewed it in between, or the password was changed.
    const current = await this.prisma.db.user.findUniqueOrThrow({ where: { id }, select: { passwordHash: true } });
    return (await this.passwords.matches(password, current.passwordHash)) ? current.passwordHash : passwordHash;
  }

  private async begin(userId: string, methods: readonly StepUpMethod[]): Promise<PendingSignIn> {
    const { token, expiresAt } = await this.tokens.issue({
      purpose: 'mfa',
      lifetime: PENDING_SIGN_IN_TTL_SECONDS,
      userId,
      createdBy: userId,
    });
    return { mfaToken: token, methods, expiresAt };
  }
}
