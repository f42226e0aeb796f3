import { Injectable } from '@nestjs/common';
import { Passwords } from '../../core/crypto/passwords.js';
import { newId } from '../../core/ids/ids.js';
import type { OneTimeToken } from '../../core/prisma/generated/client.js';
import { violatedConstraint } from '../../core/prisma/failures.js';
import { PrismaService } from '../../core/prisma/prisma.service.js';
import { Problem } from '../../core/problems/problem.js';
import { displayNameOf } from '../../core/validation/person.js';
import { AuditService } from '../audit/audit.service.js';
import { EmailsService } from '../emails/emails.service.js';
import { MailsService } from '../mails/mails.service.js';
import { InvalidToken } from '../one-time-tokens/one-time-tokens.problems.js';
import { OneTimeTokensService } from '../one-time-tokens/one-time-tokens.service.js';
import { FoundingService } from '../organizations/founding.service.js';
import { PasswordPolicy } from './password-policy.js';
import type { Device, OpenedSession } from './sessions.service.js';
import { SignInService } from './sign-in.service.js';

/** What a newcomer says of himself. */
export interface Registration {
  readonly email: string;
  readonly password: string;
  readonly displayName?: string;
  readonly givenName?: string;
  readonly familyName?: string;
  readonly locale?: string;
  readonly organizationName?: string;
}

/** What waits in the token until its owner proves the address: nothing of it exists before. */
interface PendingAccount extends Omit<Registration, 'email' | 'password'> {
  /** Null: the owner chooses a password once signed in. */
  readonly passwordHash: string | null;
}

/** A registration that waits for its link to be opened. */
interface PendingRegistration extends PendingAccount {
  readonly passwordHash: string;
  /** The browser that registered. */
  readonly deviceId: string;
}

/** What is sent to prove an address. */
interface Proof {
  readonly token: string;
  /** Of the registration. */
  readonly password?: string;
}

/** Seconds a registration waits for its verification. */
const LINK_LASTS = 24 * 60 * 60;

/** Mails an address is sent in that time at most, however often somebody registers with it. */
const MOST_MAILS = 5;

/** Makes accounts of those who prove their address. */
@Injectable()
export class RegistrationService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly passwords: Passwords,
    private readonly policy: PasswordPolicy,
    private readonly tokens: OneTimeTokensService,
    private readonly emails: EmailsService,
    private readonly mails: MailsService,
    private readonly founding: FoundingService,
    private readonly signIn: SignInService,
    private readonly audit: AuditService,
  ) {}

  /**
   * Begins a registration by mail. Whether the address has an account already shows neither in the answer nor in its
   * time: the same rows are written, and only the mail differs.
   *
   * @throws Problem `validation_failed` for a password that is too common
   */
  async register({ email, password, ...about }: Registration, { deviceId }: Device): Promise<void> {
    await this.policy.check(password, '/password');
    const pending: PendingRegistration = {
      ...about,
      deviceId,
      passwordHash: await this.passwords.hashForRegistration(password),
    };
    await this.prisma.transaction(async () => {
      // One at a time: of several at once each would count the mails of before.
      await this.prisma.db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`registration:${email}`}, 0))`;
      if ((await this.recentRegistrations(email)) >= MOST_MAILS) {
        return;
      }
      const taken = await this.isTaken(email);
      const { token } = await this.tokens.issueLink({
        purpose: 'registration',
        lifetime: LINK_LASTS,
        email,
        payload: { ...pending },
        createdBy: 'anonymous',
      });
      const recipient = { to: email, locale: about.locale };
      await this.mails.queue(
        taken ? { template: 'registration_taken', ...recipient } : { template: 'registration', token, ...recipient },
      );
    });
  }

  /**
   * Proves an address. A registration becomes an account, with its organization when one was named, and signs its owner
   * in; a further address of an account just counts from now on. The link proves the mailbox and not the password (accounts.md
   * rule 2): the password is kept only for the browser that registered, or for a call that knows it.
   *
   * @returns the session of a registration
   * @throws Problem `invalid_token`, also when the address was taken meanwhile
   */
  async verify({ token, password }: Proof, device: Device): Promise<OpenedSession | undefined> {
    const found = await this.tokens.find(['registration', 'verify_email'], token);
    const keepsPassword = found.purpose === 'registration' && (await this.isOwn(found, password, device));
    try {
      return await this.prisma.transaction(async () => {
        const proved = await this.tokens.consume(['registration', 'verify_email'], token);
        if (proved.purpose === 'verify_email') {
          await this.emails.verify(proved);
          return undefined;
        }
        const { deviceId: _registeredBy, passwordHash, ...about } = pendingOf(proved);
        const pending = { ...about, passwordHash: keepsPassword ? passwordHash : null };
        const userId = await this.makeUser(proved.email ?? '', pending);
        return this.signIn.open(userId, keepsPassword ? ['pwd'] : [], device);
      });
    } catch (error) {
      throw violatedConstraint(error) === 'UserEmail_owner_key' ? new Problem(InvalidToken, { cause: error }) : error;
    }
  }

  /**
   * Makes the account of somebody who proved his address elsewhere, by a secret that was mailed to it, and signs him in.
   *
   * @param around what else is done in the same transaction, before the session is opened: it makes the account by calling its
   *   parameter, after it has locked what comes before an address
   * @throws Problem `validation_failed` for a password that is too common, `email_taken`, and what `around` throws
   */
  async registerProven(
    { email, password, ...about }: Registration,
    device: Device,
    around: (makeUser: () => Promise<string>) => Promise<string>,
  ): Promise<OpenedSession> {
    await this.policy.check(password, '/password');
    const passwordHash = await this.passwords.hashForRegistration(password);
    return this.prisma.transaction(async () => {
      const userId = await around(() => this.makeUser(email, { ...about, passwordHash }));
      return this.signIn.open(userId, ['pwd'], device);
    });
  }

  private async makeUser(
    address: string,
    { passwordHash, organizationName, ...about }: PendingAccount,
  ): Promise<string> {
    const id = newId();
    const by = { createdBy: id, updatedBy: id };
    await this.prisma.db.user.create({
      data: {
        id,
        ...about,
        displayName: displayNameOf(about, address),
        status: 'active',
        passwordHash,
        passwordChangeRequired: passwordHash === null,
        ...by,
        emails: { create: { address, isPrimary: true, verifiedAt: await this.prisma.now(), ...by } },
      },
    });
    const actor = { kind: 'user', id } as const;
    await this.audit.record({ action: 'user.registered', actor, target: { kind: 'user', id } });
    if (organizationName !== undefined) {
      await this.founding.found(actor, { name: organizationName });
    }
    return id;
  }

  /** Whether the caller is who registered: the registration itself may be another person's. */
  private async isOwn(registration: OneTimeToken, password: string | undefined, device: Device): Promise<boolean> {
    const { deviceId, passwordHash } = pendingOf(registration);
    return deviceId === device.deviceId || (password !== undefined && this.passwords.matches(password, passwordHash));
  }

  private async recentRegistrations(email: string): Promise<number> {
    const createdAt = { gt: await this.prisma.now(-LINK_LASTS) };
    return this.prisma.db.oneTimeToken.count({ where: { purpose: 'registration', email, createdAt } });
  }

  private async isTaken(email: string): Promise<boolean> {
    const owners = await this.prisma.db.userEmail.count({
      where: { address: email, OR: [{ verifiedAt: { not: null } }, { isPrimary: true }] },
    });
    return owners > 0;
  }
}

function pendingOf({ payload }: OneTimeToken): PendingRegistration {
  return payload as unknown as PendingRegistration;
}
