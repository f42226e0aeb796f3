import { Injectable, type OnModuleInit } from '@nestjs/common';
import { changedBy } from '../../access/authorship.js';
import type { Principal, UserPrincipal } from '../../access/principal.js';
import { StepUp } from '../../access/step-up.js';
import { Config } from '../../core/config/config.js';
import { JobWorker } from '../../core/jobs/job-worker.js';
import { Jobs } from '../../core/jobs/jobs.js';
import { lockUser } from '../../core/prisma/locks.js';
import { PrismaService } from '../../core/prisma/prisma.service.js';
import { AuditService } from '../audit/audit.service.js';
import { InvitationSendersService } from '../invitations/invitation-senders.service.js';
import { SecurityNoticesService } from '../mails/security-notices.service.js';
import { AdministratorsService } from '../memberships/administrators.service.js';
import { ManagementService } from '../memberships/management.service.js';
import { OneTimeTokensService } from '../one-time-tokens/one-time-tokens.service.js';
import { AccountBelongings } from './account-belongings.js';
import { AccountPurge } from './account-purge.js';

/** In seconds. */
const DAY = 24 * 60 * 60;

/** The job that erases what is left of a deleted account. */
const PURGE = 'account_purge';

interface PurgePayload {
  readonly userId: string;
}

interface Deletion {
  /** Only if this organization still manages the account. */
  readonly managedBy?: string;
  /** Decides again whether the caller may do this, once everything is locked. */
  readonly requireStill?: () => Promise<unknown>;
}

/** Deletes accounts: they are unusable at once, and erased after a delay. */
@Injectable()
export class AccountDeletionService implements OnModuleInit {
  constructor(
    private readonly prisma: PrismaService,
    private readonly config: Config,
    private readonly stepUp: StepUp,
    private readonly administrators: AdministratorsService,
    private readonly management: ManagementService,
    private readonly tokens: OneTimeTokensService,
    private readonly belongings: AccountBelongings,
    private readonly senders: InvitationSendersService,
    private readonly purge: AccountPurge,
    private readonly jobs: Jobs,
    private readonly worker: JobWorker,
    private readonly notices: SecurityNoticesService,
    private readonly audit: AuditService,
  ) {}

  onModuleInit(): void {
    this.worker.register(PURGE, (payload) => this.purge.erase((payload as PurgePayload).userId));
  }

  /**
   * Deletes the caller's own account: {@link delete}.
   *
   * @throws Problem also `step_up_required` (accounts.md rule 4), `unauthenticated` when the session has ended
   */
  deleteOwn(principal: UserPrincipal): Promise<boolean> {
    return this.delete(principal, principal.id, {});
  }

  /**
   * Ends everything a user has and is, in one transaction: sessions, keys, memberships, teams, factors, addresses. An
   * organization that is left without members is archived. Of several calls at once, one does it.
   *
   * @returns whether it was there to be deleted
   * @throws Problem `last_organization_admin`, `last_app_admin` when the other members of an organization would have no administrator;
   *   `step_up_required`, `session_required` for the caller's own account (accounts.md rule 4); what `requireStill` throws
   */
  delete(by: Principal, userId: string, { managedBy, requireStill }: Deletion): Promise<boolean> {
    return this.end(by, userId, {
      managedBy,
      requireStill: async () => {
        if (by.id === userId) {
          await this.stepUp.requireOf(by, 'signIn');
        }
        await requireStill?.();
      },
    });
  }

  /**
   * Deletes an account that was never signed in to, because the owner of its mailbox proved the address for another account
   * (accounts.md rule 3). The administrators of the managing organization are notified.
   *
   * @throws Problem `last_organization_admin`, `last_app_admin` as {@link delete}
   */
  deleteUnentered(by: Pick<Principal, 'kind' | 'id'>, userId: string): Promise<boolean> {
    return this.prisma.transaction(async () => {
      await this.management.announceDeletion(by, userId);
      return this.end(by, userId, {});
    });
  }

  private end(
    by: Pick<Principal, 'kind' | 'id'>,
    userId: string,
    { managedBy, requireStill }: Deletion,
  ): Promise<boolean> {
    return this.prisma.transaction(async () => {
      // The links come first: a transaction that uses a link locks it, and waits for the user.
      await this.tokens.lockAllOf(userId);
      if (!(await lockUser(this.prisma, userId, 'delete')) || !(await this.isManagedBy(userId, managedBy))) {
        return false;
      }
      const memberships = await this.prisma.db.membership.findMany({
        where: { userId },
        select: { id: true, organizationId: true },
      });
      const organizationIds = memberships.map(({ organizationId }) => organizationId);
      await this.administrators.keepAdministratorDuring(by, organizationIds, async () => {
        await requireStill?.();
        await this.notices.accountDeleted(userId);
        await this.belongings.remove(userId);
        for (const { id, organizationId } of memberships) {
          await this.senders.endUnsendable(by, organizationId, { senderMembershipId: id });
        }
      });
      await this.prisma.db.user.update({
        where: { id: userId },
        data: { deletedAt: await this.prisma.now(), passwordHash: null, managedById: null, ...changedBy(by) },
      });
      await this.audit.record({ action: 'user.deleted', actor: by, target: userId });
      const delay = this.config.accountPurgeDays * DAY;
      await this.jobs.enqueue(PURGE, { userId } satisfies PurgePayload, { delay });
      return true;
    });
  }

  /** Whether the organization still manages the account. Without an organization it does not matter. */
  private async isManagedBy(id: string, managedById: string | undefined): Promise<boolean> {
    return managedById === undefined || (await this.prisma.db.user.count({ where: { id, managedById } })) > 0;
  }
}
