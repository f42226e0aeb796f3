import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Retention } from '../../core/jobs/retention.js';
import { Prisma } from '../../core/prisma/generated/client.js';
import { PrismaService } from '../../core/prisma/prisma.service.js';
import { tooManyRequests } from '../../core/limits/too-many.js';

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
 * address, links into an organization, ownership offers, imports (accounts.md, "Work is bounded").
 */
@Injectable()
export class MailBudgetService {
  constructor(
    private readonly prisma: PrismaService,
    retention: Retention,
  ) {
    retention.register('MailBudget', Prisma.sql`"resetsAt" < now()`);
  }

  /**
   * Counts a mail in the running transaction, which locks the counters of the address. Lock order: after user and organization.
   *
   * @throws Problem `too_many_requests` with the seconds until the next mail is allowed
   */
  async spend(organizationId: string, email: string): Promise<void> {
    await this.count(email, organizationId, MAX_TO_ADDRESS_FROM_ORGANIZATION);
    await this.count(email, ALL_ORGANIZATIONS, MAX_TO_ADDRESS);
  }

  /** Counts an invitation, which has a limit of its own beside that of {@link spend}. @throws Problem `too_many_requests` */
  async spendInvitation(organizationId: string, email: string): Promise<void> {
    await this.spend(organizationId, email);
    await this.count(ALL_ADDRESSES, organizationId, MAX_INVITATIONS);
  }

  /** The addresses to which the organization may send no further mail now. Counts nothing. */
  async exhausted(organizationId: string, emails: readonly string[]): Promise<Set<string>> {
    const hashes = new Map(emails.map((email) => [Buffer.from(hash(email)).toString('hex'), email]));
    const rows = await this.prisma.db.$queryRaw<{ hash: string }[]>`
      SELECT encode("addressHash", 'hex') AS hash FROM "MailBudget"
      WHERE "addressHash" IN (SELECT decode(h, 'hex') FROM unnest(${[...hashes.keys()]}::text[]) AS h)
        AND "resetsAt" > now() AND (
          ("organizationId" = ${organizationId}::uuid AND sent >= ${MAX_TO_ADDRESS_FROM_ORGANIZATION})
          OR ("organizationId" = ${ALL_ORGANIZATIONS}::uuid AND sent >= ${MAX_TO_ADDRESS})
        )`;
    return new Set(rows.flatMap((row) => hashes.get(row.hash) ?? []));
  }

  /** One conditional upsert decides, so that of many callers at once no more than the limit succeed. */
  private async count(email: string, organizationId: string, limit: number): Promise<void> {
    const addressHash = hash(email);
    const window = Prisma.sql`now() + make_interval(hours => ${WINDOW_HOURS})`;
    const counted = await this.prisma.db.$executeRaw`
      INSERT INTO "MailBudget" AS budget ("addressHash", "organizationId", "resetsAt")
      VALUES (${addressHash}, ${organizationId}::uuid, ${window})
      ON CONFLICT ("addressHash", "organizationId") DO UPDATE SET
        sent = CASE WHEN budget."resetsAt" <= now() THEN 1 ELSE budget.sent + 1 END,
        "resetsAt" = CASE WHEN budget."resetsAt" <= now() THEN EXCLUDED."resetsAt" ELSE budget."resetsAt" END
      WHERE budget.sent < ${limit} OR budget."resetsAt" <= now()`;
    if (counted === 0) {
      throw tooManyRequests(await this.remaining(addressHash, organizationId));
    }
  }

  /** Milliseconds until the counter starts again. */
  private async remaining(addressHash: Uint8Array, organizationId: string): Promise<number> {
    const [row] = await this.prisma.db.$queryRaw<{ milliseconds: number }[]>`
      SELECT (extract(epoch FROM "resetsAt" - now()) * 1000)::float8 AS milliseconds FROM "MailBudget"
      WHERE "addressHash" = ${addressHash} AND "organizationId" = ${organizationId}::uuid`;
    return row?.milliseconds ?? 0;
  }
}

/** A counter does not store addresses. */
function hash(email: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash('sha256').update(email).digest());
}
