import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Retention } from '../../core/jobs/retention.js';
import { past } from '../../core/jobs/retention.queries.js';
import { Metrics } from '../../core/metrics/metrics.js';
import { PrismaService } from '../../core/prisma/prisma.service.js';
import { tooManyRequests } from '../../core/limits/too-many.js';
import { countMail, exhaustedBudgets, remainingTime } from './mail-budget.queries.js';

/** Mails in a day that their reader did not ask for: from one organization to one address, and from all of them to it. */
const MAX_TO_ADDRESS_FROM_ORGANIZATION = 5;
const MAX_TO_ADDRESS = 20;

/** Invitations in a day from one organization. */
const MAX_INVITATIONS = 500;

const WINDOW_HOURS = 24;

/** The key of all organizations together. */
const ALL_ORGANIZATIONS = '00000000-0000-0000-0000-000000000000';

/** The key of all addresses together. */
const ALL_ADDRESSES = '';

/**
 * Limits mails to people who did not ask for them, over all routes that send some: invitations, welcomes, changes of an
 * address, links into an organization, ownership offers, imports, notices to unproved addresses (accounts.md, "Work is bounded").
 */
@Injectable()
export class MailBudgetService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly metrics: Metrics,
    retention: Retention,
  ) {
    retention.register('MailBudget', past('resetsAt'));
  }

  /**
   * Counts a mail in the running transaction, which locks the counters of the address. Lock order: after user and organization.
   *
   * @throws Problem `too_many_requests` with the seconds until the next mail is allowed
   */
  async spend(organizationId: string, email: string): Promise<void> {
    await this.requireCount(email, organizationId, MAX_TO_ADDRESS_FROM_ORGANIZATION);
    await this.requireCount(email, ALL_ORGANIZATIONS, MAX_TO_ADDRESS);
  }

  /** As {@link spend}, for a mail that is omitted when the limit is reached. @returns whether to send the mail */
  async spendIfLeft(organizationId: string, email: string): Promise<boolean> {
    return (
      (await this.count(email, organizationId, MAX_TO_ADDRESS_FROM_ORGANIZATION)) &&
      (await this.count(email, ALL_ORGANIZATIONS, MAX_TO_ADDRESS))
    );
  }

  /** Counts an invitation, which has a limit of its own beside that of {@link spend}. @throws Problem `too_many_requests` */
  async spendInvitation(organizationId: string, email: string): Promise<void> {
    await this.spend(organizationId, email);
    await this.requireCount(ALL_ADDRESSES, organizationId, MAX_INVITATIONS);
  }

  /** The addresses to which the organization may send no further mail now. Counts nothing. */
  async exhausted(organizationId: string, emails: readonly string[]): Promise<Set<string>> {
    const hashes = new Map(emails.map((email) => [Buffer.from(hash(email)).toString('hex'), email]));
    const limits = [
      { organizationId, limit: MAX_TO_ADDRESS_FROM_ORGANIZATION },
      { organizationId: ALL_ORGANIZATIONS, limit: MAX_TO_ADDRESS },
    ];
    const rows = await this.prisma.query(exhaustedBudgets([...hashes.keys()], limits));
    return new Set(rows.flatMap((row) => hashes.get(row.hash) ?? []));
  }

  /** @throws Problem `too_many_requests` */
  private async requireCount(email: string, organizationId: string, limit: number): Promise<void> {
    if (!(await this.count(email, organizationId, limit))) {
      this.metrics.limitsHit.inc({ limit: 'mail-budget' });
      const [row] = await this.prisma.query(remainingTime({ addressHash: hash(email), organizationId }));
      throw tooManyRequests(row?.milliseconds ?? 0);
    }
  }

  /** @returns whether the mail is within the limit */
  private async count(email: string, organizationId: string, limit: number): Promise<boolean> {
    const counter = { addressHash: hash(email), organizationId };
    return (await this.prisma.execute(countMail(counter, limit, WINDOW_HOURS))) > 0;
  }
}

/** A counter does not store addresses. */
function hash(email: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash('sha256').update(email).digest());
}
