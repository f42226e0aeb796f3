import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { OrganizationAccess, Principal } from '../../../access/principal.js';
import { DEFAULT_LOCALE } from '../../../core/i18n/locales.js';
import { localeOfRequest } from '../../../core/i18n/negotiation.js';
import { JobWorker } from '../../../core/jobs/job-worker.js';
import { Jobs } from '../../../core/jobs/jobs.js';
import { TooManyRequests } from '../../../core/problems/common.problems.js';
import { Problem } from '../../../core/problems/problem.js';
import { PrismaService } from '../../../core/prisma/prisma.service.js';
import { WelcomeService } from '../provisioning/welcome.service.js';

const KIND = 'user.welcome';

/** Mails a second: those of a large import (100,000 take 83 minutes) must not keep others waiting for a link they asked for. */
const RATE = 20;

interface Welcome {
  readonly userId: string;
  readonly email: string;
  readonly byId: string;
  /** The language of the import. Jobs that an older instance queued have none. */
  readonly locale?: string;
  /** Jobs that an older instance queued have none. Then it is the managing organization. */
  readonly organization?: Pick<OrganizationAccess, 'id' | 'name'>;
}

/** Notifies the users that an import created, little by little. */
@Injectable()
export class ImportWelcomeService implements OnModuleInit {
  constructor(
    private readonly prisma: PrismaService,
    private readonly jobs: Jobs,
    private readonly worker: JobWorker,
    private readonly welcome: WelcomeService,
  ) {}

  onModuleInit(): void {
    this.worker.register(KIND, (payload) => this.send(payload as Welcome));
  }

  /**
   * Mails a link to every new user once the running transaction has committed.
   *
   * @param before how many of the same import come first
   */
  async queue(
    by: Principal,
    { id, name }: OrganizationAccess,
    people: readonly { userId: string; email: string }[],
    before: number,
  ): Promise<void> {
    const locale = localeOfRequest();
    const jobs = people.map(({ userId, email }, index) => ({
      payload: { userId, email, byId: by.id, locale, organization: { id, name } } satisfies Welcome,
      delay: Math.floor((before + index) / RATE),
    }));
    await this.jobs.enqueueAll(KIND, jobs);
  }

  /** No mail to a user who was deleted, has another address, or has signed in already. */
  private async send({ userId, email, byId, locale = DEFAULT_LOCALE, organization }: Welcome): Promise<void> {
    const sent = this.prisma.transaction(async () => {
      const waiting = await this.prisma.db.user.findFirst({
        where: {
          id: userId,
          deletedAt: null,
          status: 'pending',
          passwordHash: null,
          emails: { some: { address: email, isPrimary: true } },
        },
        select: { managedBy: { select: { id: true, name: true } } },
      });
      const sender = waiting && (organization ?? waiting.managedBy);
      if (sender) {
        await this.welcome.send({ id: byId }, sender, { userId, email, locale });
      }
    });
    // An address that had its mails of the day gets no further one. The administrator can invite its owner to set a password.
    await sent.catch((error: unknown) => {
      if (!(error instanceof Problem && error.type === TooManyRequests)) {
        throw error;
      }
    });
  }
}
