import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Principal } from '../../access/principal.js';
import { ORGANIZATION_ADMIN } from '../../access/roles.js';
import { JobWorker } from '../../core/jobs/job-worker.js';
import { Jobs } from '../../core/jobs/jobs.js';
import { PrismaService } from '../../core/prisma/prisma.service.js';
import { Problem } from '../../core/problems/problem.js';
import { AccountAccessService } from '../account-access/account-access.service.js';
import { AuditService } from '../audit/audit.service.js';
import { SecurityNoticesService } from '../mails/security-notices.service.js';
import { OneTimeTokensService } from '../one-time-tokens/one-time-tokens.service.js';
import { RecoveryRequired } from './management.problems.js';

/** The job that notifies the administrators of an organization that an account was released, or deleted. */
const RELEASED = 'account_released';

/** Administrators that one run of the job notifies. */
const PAGE = 100;

interface Released {
  readonly organizationId: string;
  readonly address: string;
  /** Whether the account was deleted: its address was proved for another account. */
  readonly isDeleted?: boolean;
  /** The membership of the last administrator who was notified. */
  readonly after?: string;
}

interface Managed {
  readonly managedById: string | null;
  readonly managerAccessAt: Date | null;
  /** The primary address. */
  readonly emails: readonly { readonly address: string }[];
}

/** Ends the management of accounts by organizations. */
@Injectable()
export class ManagementService implements OnModuleInit {
  constructor(
    private readonly prisma: PrismaService,
    private readonly access: AccountAccessService,
    private readonly tokens: OneTimeTokensService,
    private readonly jobs: Jobs,
    private readonly worker: JobWorker,
    private readonly notices: SecurityNoticesService,
    private readonly audit: AuditService,
  ) {}

  onModuleInit(): void {
    this.worker.register(RELEASED, (payload) => this.notifyAdministrators(payload as Released));
  }

  /**
   * Releases an account that becomes a member of an organization, if another organization manages it without domain proof: such
   * management is confined to the managing organization (accounts.md rule 1). Every path that creates a membership of an existing
   * account calls this in its transaction, after it has locked the user, so that a reset by the former manager is decided before or after.
   *
   * @param joinedOrganizationId left out where the owner of the mailbox takes the account over (accounts.md rule 3)
   * @throws Problem `recovery_required` when the account itself joins, and its manager could have opened the session of the caller
   */
  async confine(by: Pick<Principal, 'kind' | 'id'>, userId: string, joinedOrganizationId?: string): Promise<void> {
    const { managedById, managerAccessAt, emails } = await this.managed(userId);
    if (managedById === null || managedById === joinedOrganizationId || hasDomainProof()) {
      return;
    }
    if (managerAccessAt && by.id === userId) {
      throw new Problem(RecoveryRequired);
    }
    await this.release(by, userId, managedById);
    const released: Released = { organizationId: managedById, address: emails[0]?.address ?? '' };
    await this.jobs.enqueue(RELEASED, released);
  }

  /**
   * Ends the organization's management of the account, if there is any, in the running transaction, which has locked the user, and
   * notifies the owner. The organization may have signed in with a temporary password that it set: what was added to the account
   * since then ends as well.
   */
  async release(by: Pick<Principal, 'kind' | 'id'>, userId: string, organizationId: string): Promise<void> {
    const where = { id: userId, managedById: organizationId };
    const managed = await this.prisma.db.user.findFirst({ where, select: { managerAccessAt: true } });
    if (!managed) {
      return;
    }
    await this.prisma.db.user.update({ where, data: { managedById: null, managerAccessAt: null } });
    if (managed.managerAccessAt) {
      // The owner asks for a link to a new password.
      await this.tokens.endAllOf(userId);
      await this.access.removeSince(userId, managed.managerAccessAt, by);
    }
    await this.audit.record({ action: 'account.released', actor: by, target: userId, organizationId });
    const { name } = await this.prisma.db.organization.findUniqueOrThrow({ where: { id: organizationId } });
    await this.notices.managementEnded(userId, name, { withPassword: managed.managerAccessAt !== null });
  }

  /**
   * Records for the managing organization, if there is one, that the account is deleted because its address was proved for another account,
   * and notifies the administrators. It runs in the transaction that deletes the account, before the deletion.
   */
  async announceDeletion(by: Pick<Principal, 'kind' | 'id'>, userId: string): Promise<void> {
    const { managedById: organizationId, emails } = await this.managed(userId);
    if (organizationId === null) {
      return;
    }
    await this.audit.record({ action: 'account.displaced', actor: by, target: userId, organizationId });
    const released: Released = { organizationId, address: emails[0]?.address ?? '', isDeleted: true };
    await this.jobs.enqueue(RELEASED, released);
  }

  private managed(userId: string): Promise<Managed> {
    return this.prisma.db.user.findUniqueOrThrow({
      where: { id: userId },
      select: {
        managedById: true,
        managerAccessAt: true,
        emails: { where: { isPrimary: true }, select: { address: true } },
      },
    });
  }

  private notifyAdministrators({ after, ...released }: Released): Promise<void> {
    const { organizationId, address, isDeleted } = released;
    return this.prisma.transaction(async () => {
      const administrators = await this.prisma.db.membership.findMany({
        where: {
          organizationId,
          state: 'Active',
          role: { organizationId: null, name: ORGANIZATION_ADMIN },
          id: { gt: after },
        },
        select: { id: true, userId: true, organization: { select: { name: true } } },
        orderBy: { id: 'asc' },
        take: PAGE,
      });
      for (const { userId, organization } of administrators) {
        await (isDeleted
          ? this.notices.accountDisplaced(userId, organization.name, address)
          : this.notices.accountReleased(userId, organization.name, address));
      }
      const last = administrators[PAGE - 1];
      if (last) {
        await this.jobs.enqueue(RELEASED, { ...released, after: last.id } satisfies Released);
      }
    });
  }
}

/**
 * Whether a verified domain of the managing organization covers the primary address of the account (domains-sso.md): such an
 * organization keeps the management. Organizations have no verified domains yet.
 */
function hasDomainProof(): boolean {
  return false;
}
