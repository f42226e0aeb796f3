import { Injectable } from '@nestjs/common';
import { changedBy, madeBy } from '../../access/authorship.js';
import type { Principal, UserPrincipal } from '../../access/principal.js';
import { StepUp } from '../../access/step-up.js';
import { lockExistingUser } from '../../access/user-lock.js';
import { changesBetween } from '../../core/changes/changes.js';
import { type MarkedPage, type MarkedPageRequest, Markers } from '../../core/paging/markers.js';
import type { OneTimeToken, UserEmail } from '../../core/prisma/generated/client.js';
import { lockName } from '../../core/prisma/locks.js';
import { PrismaService } from '../../core/prisma/prisma.service.js';
import { Problem } from '../../core/problems/problem.js';
import { type Actor, AuditService } from '../audit/audit.service.js';
import { MailboxProofsService } from '../mailbox-proofs/mailbox-proofs.service.js';
import { MailsService } from '../mails/mails.service.js';
import { SecurityNoticesService } from '../mails/security-notices.service.js';
import { OneTimeTokensService } from '../one-time-tokens/one-time-tokens.service.js';
import {
  EmailNotFound,
  EmailNotVerified,
  EmailTaken,
  LastVerifiedEmail,
  PrimaryEmail,
  TooManyEmails,
} from './emails.problems.js';
import { UnprovedHolders } from './unproved-holders.js';

/** Addresses an account can have. */
const MOST = 10;

/** Seconds that a link to verify an address can be used. */
const LINK_TTL_SECONDS = 24 * 60 * 60;

/** Verification mails to one address in a day, over all callers: the owner may not be one of them. */
const MOST_LINKS = 5;

/** What a verification is to do beside verifying. */
interface VerificationPayload {
  readonly makePrimary?: boolean;
}

/** The e-mail addresses of accounts. */
@Injectable()
export class EmailsService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly markers: Markers,
    private readonly stepUp: StepUp,
    private readonly tokens: OneTimeTokensService,
    private readonly proofs: MailboxProofsService,
    private readonly holders: UnprovedHolders,
    private readonly mails: MailsService,
    private readonly notices: SecurityNoticesService,
    private readonly audit: AuditService,
  ) {}

  /** The user's addresses in alphabetical order, which is always stable. */
  list(userId: string, request: MarkedPageRequest): Promise<MarkedPage<UserEmail>> {
    const read = (after: string | undefined, take: number): Promise<UserEmail[]> =>
      this.prisma.db.userEmail.findMany({
        where: { userId, address: { gt: after } },
        orderBy: { address: 'asc' },
        take,
      });
    return this.markers.page({ name: `emails of ${userId}`, read, keyOf: ({ address }) => address }, request);
  }

  /**
   * Adds an address and mails a link to verify it. An address of another account ({@link UnprovedHolders.isTaken}) is
   * added as well, but cannot be verified, and the answer does not show it.
   *
   * @throws Problem `email_taken` when the caller has it already, `too_many_emails`, `step_up_required`
   */
  add(principal: UserPrincipal, address: string, payload: VerificationPayload = {}): Promise<UserEmail> {
    return this.prisma.transaction(async () => {
      const own = await this.lockOwn(principal);
      if (own.some((email) => email.address === address)) {
        throw new Problem(EmailTaken);
      }
      if (own.length >= MOST) {
        throw new Problem(TooManyEmails);
      }
      const added = await this.prisma.db.userEmail.create({
        data: { userId: principal.id, address, ...madeBy(principal) },
      });
      await this.audit.record({ action: 'email.added', actor: principal, target: principal.id });
      await this.notices.addressAdded(principal.id, address);
      await this.sendLink(principal.id, address, payload);
      return added;
    });
  }

  /**
   * Makes an address the one the user is known by: at once when it is verified, else once it is.
   *
   * @throws Problem `too_many_emails`, `step_up_required`, or `session_required` for an API key
   */
  async change(principal: UserPrincipal, address: string): Promise<void> {
    await this.prisma.transaction(async () => {
      const known = (await this.lockOwn(principal)).find((email) => email.address === address);
      if (!known) {
        await this.add(principal, address, { makePrimary: true });
      } else if (known.verifiedAt === null) {
        await this.sendLink(principal.id, address, { makePrimary: true });
      } else if (!known.isPrimary) {
        await this.switchPrimary(principal, principal.id, address);
      }
    });
  }

  /** @throws Problem `email_not_found`, `email_not_verified`, `step_up_required` */
  makePrimary(principal: UserPrincipal, address: string): Promise<UserEmail> {
    return this.prisma.transaction(async () => {
      const email = find(await this.lockOwn(principal), address);
      if (email.verifiedAt === null) {
        throw new Problem(EmailNotVerified);
      }
      return email.isPrimary ? email : this.switchPrimary(principal, principal.id, address);
    });
  }

  /** @throws Problem `email_not_found`, `primary_email`, `last_verified_email`, `step_up_required` */
  async remove(principal: UserPrincipal, address: string): Promise<void> {
    await this.prisma.transaction(async () => {
      const own = await this.lockOwn(principal);
      const { isPrimary, verifiedAt } = find(own, address);
      if (isPrimary) {
        throw new Problem(PrimaryEmail);
      }
      if (verifiedAt !== null && own.filter((email) => email.verifiedAt !== null).length === 1) {
        throw new Problem(LastVerifiedEmail);
      }
      await this.prisma.db.userEmail.delete({ where: { userId_address: { userId: principal.id, address } } });
      await this.tokens.endLinksTo(principal.id, address);
      await this.audit.record({ action: 'email.removed', actor: principal, target: principal.id });
      await this.notices.addressRemoved(principal.id, address);
    });
  }

  /**
   * Records that the link in the mail was opened, in the transaction that used the token.
   *
   * @throws Problem `invalid_token` when the address no longer belongs to the account; a unique violation when it belongs to another
   */
  async verify({ userId, email, payload }: OneTimeToken): Promise<void> {
    const id = userId ?? '';
    const address = email ?? '';
    const actor: Actor = { kind: 'user', id };
    const becomesPrimary = (payload as VerificationPayload).makePrimary ?? false;
    await this.holders.free(address, id);
    const known = await this.proofs.prove(id, address, { becomesPrimary });
    if (known.verifiedAt === null) {
      await this.notices.addressProved(id, address);
    }
    if (becomesPrimary && !known.isPrimary) {
      await this.switchPrimary(actor, id, address);
    }
  }

  /**
   * Changes the primary address of an account for its administrator, and removes the previous address, whose mailbox
   * loses all access. The new address is not proved yet.
   *
   * @param announce notifies the old address, and mails a link to verify it to the new one
   * @throws Problem `email_taken`
   */
  async assign(by: Principal, userId: string, address: string, { announce }: { announce: boolean }): Promise<void> {
    await lockExistingUser(this.prisma, userId);
    const own = await this.prisma.db.userEmail.findMany({ where: { userId } });
    const old = own.find((email) => email.isPrimary);
    const verified = own.some((email) => email.address === address && email.verifiedAt !== null);
    await this.prisma.db.userEmail.deleteMany({ where: { userId, isPrimary: true } });
    await this.prisma.db.userEmail.upsert({
      where: { userId_address: { userId, address } },
      create: { userId, address, isPrimary: true, ...madeBy(by) },
      update: { isPrimary: true, ...changedBy(by) },
    });
    await this.prisma.db.user.update({ where: { id: userId }, data: changedBy(by) });
    await this.audit.record({
      action: 'email.assigned',
      actor: by,
      target: userId,
      changes: changesBetween({ email: old?.address }, { email: address }),
    });
    if (announce && old) {
      await this.notices.primaryChanged(userId, { from: old.address, to: address, isProved: verified });
    }
    if (announce && !verified) {
      await this.sendLink(userId, address, {});
    }
  }

  /** Both addresses are notified: another person than the owner may have switched them. */
  private async switchPrimary(actor: Actor & { id: string }, userId: string, address: string): Promise<UserEmail> {
    const by = changedBy(actor);
    const [old] = await this.prisma.db.userEmail.updateManyAndReturn({
      where: { userId, isPrimary: true },
      data: { isPrimary: false, ...by },
    });
    const primary = await this.prisma.db.userEmail.update({
      where: { userId_address: { userId, address } },
      data: { isPrimary: true, ...by },
    });
    await this.prisma.db.user.update({ where: { id: userId }, data: by });
    await this.audit.record({ action: 'email.made_primary', actor, target: userId });
    if (old) {
      await this.notices.primaryChanged(userId, { from: old.address, to: address, isProved: true });
    }
    return primary;
  }

  /** The answer is the same whether or not a mail is sent. */
  private async sendLink(userId: string, address: string, payload: VerificationPayload): Promise<void> {
    // One at a time: of several at once each would count the links of before.
    await lockName(this.prisma, `verify:${address}`);
    if ((await this.recentLinks(address)) >= MOST_LINKS) {
      return;
    }
    const taken = await this.holders.isTaken(address, userId);
    const { token } = await this.tokens.issueLink({
      purpose: 'verify_email',
      lifetime: LINK_TTL_SECONDS,
      userId,
      email: address,
      payload: { ...payload },
      createdBy: userId,
    });
    // The owner of a taken address is another user, who reads another language.
    await (taken
      ? this.mails.queue({ template: 'registration_taken', to: address, locale: await this.mails.localeOf(address) })
      : this.mailLink(userId, address, token));
  }

  /** The mail names the account by its other address, because the reader may be another person than its owner. */
  private async mailLink(userId: string, address: string, token: string): Promise<void> {
    const primary = await this.prisma.db.userEmail.findFirst({
      where: { userId, isPrimary: true, address: { not: address } },
    });
    const content = primary
      ? ({ template: 'verify_further_email', token, accountAddress: primary.address } as const)
      : ({ template: 'verify_email', token } as const);
    await this.mails.tell(userId, content, address);
  }

  private async recentLinks(address: string): Promise<number> {
    const createdAt = { gt: await this.prisma.now(-LINK_TTL_SECONDS) };
    return this.prisma.db.oneTimeToken.count({ where: { purpose: 'verify_email', email: address, createdAt } });
  }

  /**
   * The caller's addresses, locked for a change that needs recent authentication.
   *
   * @throws Problem as {@link StepUp.requireLocked}
   */
  private async lockOwn(principal: UserPrincipal): Promise<UserEmail[]> {
    await this.stepUp.requireLocked(principal, 'signIn');
    return this.prisma.db.userEmail.findMany({ where: { userId: principal.id } });
  }
}

function find(emails: readonly UserEmail[], address: string): UserEmail {
  const email = emails.find((own) => own.address === address);
  if (!email) {
    throw new Problem(EmailNotFound);
  }
  return email;
}
