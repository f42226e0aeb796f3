import { randomBytes } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Principal, SessionInfo, UserPrincipal } from '../../access/principal.js';
import { lockUser } from '../../core/prisma/locks.js';
import { Passwords } from '../../core/crypto/passwords.js';
import { DEFAULT_LOCALE } from '../../core/i18n/locales.js';
import { message } from '../../core/i18n/message.js';
import { localeOfRequest } from '../../core/i18n/negotiation.js';
import { JobWorker } from '../../core/jobs/job-worker.js';
import { Jobs } from '../../core/jobs/jobs.js';
import { PrismaService } from '../../core/prisma/prisma.service.js';
import { Problem } from '../../core/problems/problem.js';
import { inputProblem } from '../../core/validation/input-errors.js';
import { ApiKeysService } from '../api-keys/api-keys.service.js';
import { type Actor, AuditService } from '../audit/audit.service.js';
import { MailboxProofsService } from '../mailbox-proofs/mailbox-proofs.service.js';
import { MailsService } from '../mails/mails.service.js';
import { SecurityNoticesService } from '../mails/security-notices.service.js';
import { InvalidToken } from '../one-time-tokens/one-time-tokens.problems.js';
import { OneTimeTokensService } from '../one-time-tokens/one-time-tokens.service.js';
import { PasswordPolicy } from './protection/password-policy.js';
import { CurrentPasswordWrong } from './sessions.problems.js';
import { type OpenedSession, SessionsService } from './sessions.service.js';
import { SignInAttempts } from './protection/sign-in-attempts.js';
import { TrustedDevicesService } from './devices/trusted-devices.service.js';

/** Seconds a link to set a new password can be used. */
const RESET_LINK_TTL_SECONDS = 60 * 60;

/** Seconds a temporary password works. */
const TEMPORARY_PASSWORD_TTL_SECONDS = 24 * 60 * 60;

/** The most links that are mailed to a user in an hour, over all requests. */
const MOST_LINKS = 5;

/** The job that mails a link to a user who forgot the password. */
const FORGOTTEN = 'password_forgotten';

/** What a user sends to change the password. */
interface PasswordChange {
  /** Left out: the account has no password. */
  readonly currentPassword?: string;
  readonly newPassword: string;
  /** Whether the user's API keys end as well. */
  readonly revokeApiKeys: boolean;
}

interface Forgotten {
  readonly email: string;
  /** The language of the request. Jobs that an older instance queued have none. */
  readonly locale?: string;
}

/** Changes and recovers passwords. */
@Injectable()
export class PasswordService implements OnModuleInit {
  constructor(
    private readonly prisma: PrismaService,
    private readonly passwords: Passwords,
    private readonly policy: PasswordPolicy,
    private readonly sessions: SessionsService,
    private readonly trustedDevices: TrustedDevicesService,
    private readonly apiKeys: ApiKeysService,
    private readonly tokens: OneTimeTokensService,
    private readonly proofs: MailboxProofsService,
    private readonly mails: MailsService,
    private readonly jobs: Jobs,
    private readonly worker: JobWorker,
    private readonly attempts: SignInAttempts,
    private readonly notices: SecurityNoticesService,
    private readonly audit: AuditService,
  ) {}

  onModuleInit(): void {
    this.worker.register(FORGOTTEN, (payload) => this.sendResetLink(payload as Forgotten));
  }

  /**
   * Changes the caller's password. All other sessions and all trusted devices end; the caller's session continues under a new token.
   *
   * @throws Problem `current_password_wrong`, `validation_failed` for a password that is too common or is the temporary one,
   *   `too_many_requests`
   */
  async change(
    principal: UserPrincipal,
    session: SessionInfo,
    { currentPassword, newPassword, revokeApiKeys }: PasswordChange,
  ): Promise<OpenedSession> {
    await this.policy.check(newPassword, '/newPassword');
    await this.checkCurrent(principal.id, currentPassword);
    await this.refuseTemporary(principal.id, newPassword);
    const passwordHash = await this.passwords.hash(newPassword);
    return this.prisma.transaction(async () => {
      await this.revokeTokens(principal.id);
      await this.replace(principal.id, passwordHash, principal, { except: session.id });
      if (revokeApiKeys) {
        await this.apiKeys.revokeAll(principal.id, principal);
      }
      // After the user, as a deletion takes them: in another order the two could wait for each other.
      const renewed = await this.sessions.renew(principal.id, session, {});
      return { ...renewed, passwordChangeRequired: false };
    });
  }

  /** Begins a recovery. What is done for a known address is done later, so that the answer takes the same time for all. */
  async forget(email: string): Promise<void> {
    await this.jobs.enqueue(FORGOTTEN, { email, locale: localeOfRequest() } satisfies Forgotten);
  }

  /**
   * Sets a new password by a link. A user who has to recover the account may have lost more than the password: all sessions,
   * trusted devices and API keys end, and what an organization with a temporary password added: see
   * {@link MailboxProofsService.recover}.
   *
   * @throws Problem `invalid_token`, also when the address of the link no longer belongs to the account; `validation_failed`
   */
  async reset(token: string, newPassword: string): Promise<void> {
    await this.policy.check(newPassword, '/newPassword');
    const found = await this.tokens.find('reset_password', token);
    await this.refuseTemporary(found.userId ?? '', newPassword);
    const passwordHash = await this.passwords.hash(newPassword);
    await this.prisma.transaction(async () => {
      const id = found.userId ?? '';
      await this.tokens.lockAllOf(id);
      const { email } = await this.tokens.consume('reset_password', token);
      await this.revokeTokens(id);
      const { verifiedAt, isPrimary } = await this.proofs.prove(id, email ?? '');
      if (verifiedAt === null && !isPrimary) {
        // The link to a first password was mailed when this was the primary address. Another mailbox was proved since then.
        throw new Problem(InvalidToken);
      }
      await this.proofs.recover(id, email ?? '');
      await this.replace(id, passwordHash, { kind: 'user', id }, {});
      await this.apiKeys.revokeAll(id, { kind: 'user', id });
    });
  }

  /**
   * Gives a user a random password that they must change after signing in with it. All sessions and trusted devices of the user end.
   * The caller could sign in with it as well, which is recorded.
   *
   * @param requireStill decides again, once the user is locked, whether the caller may do this (accounts.md rule 8): the hash takes time
   * @returns the password, which cannot be read again
   * @throws Problem what `requireStill` throws
   */
  async setTemporary(by: Principal, userId: string, requireStill: () => Promise<void>): Promise<string> {
    const password = randomBytes(12).toString('base64url');
    const passwordHash = await this.passwords.hash(password);
    await this.prisma.transaction(async () => {
      await this.revokeTokens(userId);
      await lockUser(this.prisma, userId);
      await requireStill();
      await this.prisma.db.user.update({
        where: { id: userId },
        data: {
          passwordHash,
          passwordChangeRequired: true,
          passwordExpiresAt: await this.prisma.now(TEMPORARY_PASSWORD_TTL_SECONDS),
        },
      });
      await this.prisma.db.user.updateMany({
        where: { id: userId, managerAccessAt: null },
        data: { managerAccessAt: await this.prisma.now() },
      });
      await this.sessions.endAll(userId);
      await this.trustedDevices.revokeAll(userId);
      await this.audit.record({ action: 'password.reset', actor: by, target: userId });
      await this.notices.passwordReset(userId);
    });
    return password;
  }

  /** After {@link revokeTokens}. */
  private async replace(
    userId: string,
    passwordHash: string,
    actor: Actor,
    { except }: { except?: string },
  ): Promise<void> {
    await this.prisma.db.user.update({
      where: { id: userId },
      data: { passwordHash, passwordChangeRequired: false, passwordExpiresAt: null },
    });
    await this.sessions.endAll(userId, except);
    await this.trustedDevices.revokeAll(userId);
    await this.audit.record({ action: 'password.changed', actor, target: userId });
    await this.notices.passwordChanged(userId);
  }

  /**
   * Sign-ins that wait for their second factor, and links to set another password. Before the user is changed: a
   * sign-in locks its token first and then the user. Any other order can deadlock.
   */
  private async revokeTokens(userId: string): Promise<void> {
    await this.tokens.revoke(['mfa', 'reset_password'], userId);
  }

  /**
   * An account without a password, whose owner has just proved the mailbox, has none to ask for (accounts.md rule 2).
   *
   * @throws Problem `current_password_wrong`, `validation_failed` when it is missing, `too_many_requests`
   */
  private async checkCurrent(userId: string, password: string | undefined): Promise<void> {
    const user = await this.prisma.db.user.findUniqueOrThrow({ where: { id: userId } });
    if (user.passwordHash === null && user.passwordChangeRequired) {
      return;
    }
    if (password === undefined) {
      throw inputProblem([{ pointer: '/currentPassword', code: 'is_string', detail: message('input.string') }]);
    }
    await this.attempts.count({ userId }, 'password_change', async () => {
      if (!(await this.passwords.matches(password, user.passwordHash))) {
        throw new Problem(CurrentPasswordWrong);
      }
    });
  }

  /** A temporary password is known to the administrator who gave it: it must not become the user's own. */
  private async refuseTemporary(userId: string, newPassword: string): Promise<void> {
    const user = await this.prisma.db.user.findUnique({ where: { id: userId } });
    if (user?.passwordChangeRequired && (await this.passwords.matches(newPassword, user.passwordHash))) {
      const detail = message('input.temporary_password');
      throw inputProblem([{ pointer: '/newPassword', code: 'temporary_password', detail }]);
    }
  }

  private async sendResetLink({ email, locale = DEFAULT_LOCALE }: Forgotten): Promise<void> {
    const address = await this.prisma.db.userEmail.findFirst({
      where: {
        address: email,
        // The owner of an unproved address registers instead of asking for a link (accounts.md rules 3 and 7).
        verifiedAt: { not: null },
        user: { deletedAt: null, status: { not: 'suspended' } },
      },
      select: { userId: true },
    });
    if (!address) {
      return;
    }
    const { userId } = address;
    await this.prisma.transaction(async () => {
      // One at a time: of several at once each would count the links of before.
      if (!(await lockUser(this.prisma, userId)) || (await this.recentLinks(userId)) >= MOST_LINKS) {
        return;
      }
      const { token } = await this.tokens.issueLink({
        purpose: 'reset_password',
        lifetime: RESET_LINK_TTL_SECONDS,
        userId,
        email,
        createdBy: userId,
      });
      await this.mails.tell(userId, { template: 'reset_password', token }, email, locale);
    });
  }

  private async recentLinks(userId: string): Promise<number> {
    const createdAt = { gt: await this.prisma.now(-RESET_LINK_TTL_SECONDS) };
    return this.prisma.db.oneTimeToken.count({ where: { purpose: 'reset_password', userId, createdAt } });
  }
}
