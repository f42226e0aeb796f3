import { Injectable } from '@nestjs/common';
import { Passwords } from '../../core/crypto/passwords.js';
import type { OneTimeToken } from '../../core/prisma/generated/client.js';
import { violatedConstraint } from '../../core/prisma/failures.js';
import { lockName } from '../../core/prisma/locks.js';
import { PrismaService } from '../../core/prisma/prisma.service.js';
import { Problem } from '../../core/problems/problem.js';
import { EmailsService } from '../emails/emails.service.js';
import { MailsService } from '../mails/mails.service.js';
import { InvalidToken } from '../one-time-tokens/one-time-tokens.problems.js';
import { OneTimeTokensService } from '../one-time-tokens/one-time-tokens.service.js';
import { OrganizationCreationService } from '../organizations/organization-creation.service.js';
import { type AccountRequest, type MailboxAccount, MailboxAccounts } from './registration/mailbox-accounts.js';
import { PasswordPolicy } from './protection/password-policy.js';
import { RegistrationPolicy } from './registration/registration-policy.js';
import type { Device, OpenedSession } from './sessions.service.js';
import { SignInService } from './sign-in/sign-in.service.js';

/** The data of a registration. */
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
interface PendingRegistration extends Omit<Registration, 'email' | 'password'> {
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
const LINK_TTL_SECONDS = 24 * 60 * 60;

/** The most mails to one address in that time, over all registrations. */
const MOST_MAILS = 5;

/** Creates accounts for people who prove their address. */
@Injectable()
export class RegistrationService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly passwords: Passwords,
    private readonly policy: PasswordPolicy,
    private readonly registrations: RegistrationPolicy,
    private readonly tokens: OneTimeTokensService,
    private readonly emails: EmailsService,
    private readonly mails: MailsService,
    private readonly accounts: MailboxAccounts,
    private readonly organizations: OrganizationCreationService,
    private readonly signIn: SignInService,
  ) {}

  /**
   * Begins a registration by mail. Whether the address has an account already shows neither in the answer nor in its
   * time: the same rows are written, and only the mail differs. An address that may not register gets no mail, unless an account has it.
   *
   * @throws Problem `validation_failed` for a password that is too common, `registration_closed`
   */
  async register({ email, password, ...about }: Registration, { deviceId }: Device): Promise<void> {
    this.registrations.requireOpen();
    await this.policy.check(password, '/password');
    const pending: PendingRegistration = {
      ...about,
      deviceId,
      passwordHash: await this.passwords.hashForRegistration(password),
    };
    await this.prisma.transaction(async () => {
      // One at a time: of several at once each would count the mails of before.
      await lockName(this.prisma, `registration:${email}`);
      if ((await this.recentRegistrations(email)) >= MOST_MAILS) {
        return;
      }
      const taken = await this.isTaken(email);
      const permitted = await this.registrations.permits(email);
      const { token } = await this.tokens.issueLink({
        purpose: 'registration',
        lifetime: LINK_TTL_SECONDS,
        email,
        payload: { ...pending },
        createdBy: 'anonymous',
      });
      const recipient = { to: email, locale: (await this.mails.localeOf(email)) ?? about.locale };
      if (taken) {
        await this.mails.queue({ template: 'registration_taken', ...recipient });
      } else if (permitted) {
        await this.mails.queue({ template: 'registration', token, ...recipient });
      } else {
        await this.mails.queueNothing();
      }
    });
  }

  /**
   * Proves an address. A registration becomes an account, with its organization when one was named, and signs its owner
   * in; a further address of an account just counts from now on. The link proves the mailbox and not the password (accounts.md
   * rule 2): the password is kept only for the browser that registered, or for a call that knows it.
   *
   * @returns the session of a registration
   * @throws Problem `invalid_token`, also when another account has got the address in between or the address may no longer register;
   *   `registration_closed` for a registration
   */
  async verify({ token, password }: Proof, device: Device): Promise<OpenedSession | undefined> {
    const found = await this.tokens.find(['registration', 'verify_email'], token);
    try {
      if (found.purpose === 'registration') {
        await this.requirePermitted(found.email ?? '');
        return await this.finish(found, token, await this.isOwn(found, password, device), device);
      }
      await this.verifyFurther(token);
      return undefined;
    } catch (error) {
      throw violatedConstraint(error) === 'UserEmail_owner_key' ? new Problem(InvalidToken, { cause: error }) : error;
    }
  }

  private async requirePermitted(email: string): Promise<void> {
    this.registrations.requireOpen();
    if (!(await this.registrations.permits(email))) {
      throw new Problem(InvalidToken);
    }
  }

  private async verifyFurther(token: string): Promise<void> {
    await this.prisma.transaction(async () => {
      await this.emails.verify(await this.tokens.consume('verify_email', token));
    });
  }

  private finish(
    registration: OneTimeToken,
    token: string,
    keepsPassword: boolean,
    device: Device,
  ): Promise<OpenedSession> {
    const { deviceId: _registeredBy, passwordHash, organizationName, ...about } = pendingOf(registration);
    const request = { ...about, passwordHash: keepsPassword ? passwordHash : null };
    return this.accounts.provide(registration.email ?? '', request, async (account) => {
      await this.tokens.consume('registration', token);
      await account.lock();
      const id = await account.obtain();
      if (organizationName !== undefined) {
        await this.organizations.create({ kind: 'user', id }, { name: organizationName });
      }
      return this.signIn.open(id, keepsPassword ? ['pwd'] : [], device);
    });
  }

  /**
   * Gives an account to a person who proved an address elsewhere, by a secret that was mailed to it, and signs them in.
   *
   * @param around what else is done in the same transaction, before the session is opened: it obtains the account
   * @throws Problem `validation_failed` for a password that is too common, `email_taken` when an account has proved the address,
   *   `registration_closed`, and what `around` throws
   */
  async registerProven(
    { email, password, ...about }: Omit<Registration, 'organizationName'> & Pick<AccountRequest, 'defaultLocale'>,
    device: Device,
    around: (account: MailboxAccount) => Promise<string>,
  ): Promise<OpenedSession> {
    this.registrations.requireOpen();
    await this.policy.check(password, '/password');
    const passwordHash = await this.passwords.hashForRegistration(password);
    return this.accounts.provide(email, { ...about, passwordHash }, async (account) =>
      this.signIn.open(await around(account), ['pwd'], device),
    );
  }

  /** Whether the caller is the person who registered: the registration may be of another person. */
  private async isOwn(registration: OneTimeToken, password: string | undefined, device: Device): Promise<boolean> {
    const { deviceId, passwordHash } = pendingOf(registration);
    return deviceId === device.deviceId || (password !== undefined && this.passwords.matches(password, passwordHash));
  }

  private async recentRegistrations(email: string): Promise<number> {
    const createdAt = { gt: await this.prisma.now(-LINK_TTL_SECONDS) };
    return this.prisma.db.oneTimeToken.count({ where: { purpose: 'registration', email, createdAt } });
  }

  /** An address that no account has proved is free. */
  private async isTaken(email: string): Promise<boolean> {
    const owners = await this.prisma.db.userEmail.count({
      where: { address: email, verifiedAt: { not: null } },
    });
    return owners > 0;
  }
}

function pendingOf({ payload }: OneTimeToken): PendingRegistration {
  return payload as unknown as PendingRegistration;
}
