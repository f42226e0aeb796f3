import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Principal } from '../../access/principal.js';
import { ORGANIZATION_ADMIN } from '../../access/roles.js';
import { JobWorker } from '../../core/jobs/job-worker.js';
import { Jobs } from '../../core/jobs/jobs.js';
import { PrismaService } from '../../core/prisma/prisma.service.js';
import { AuditService } from '../audit/audit.service.js';
import { SecurityNoticesService } from '../mails/security-notices.service.js';

/** The job that notifies the administrators of an organization that an account was released. */
const RELEASED = 'account_released';

/** Administrators that one run of the job notifies. */
const PAGE = 100;

interface Released {
  readonly organizationId: string;
  readonly address: string;
  /** The membership of the last administrator who was notified. */
  readonly after?: string;
}

/** Ends the management of accounts by organizations. */
@Injectable()
export class ManagementService implements OnModuleInit {
  constructor(
    private readonly prisma: PrismaService,
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
   */
  async confine(by: Pick<Principal, 'kind' | 'id'>, userId: string, joinedOrganizationId: string): Promise<void> {
    const { managedById, emails } = await this.prisma.db.user.findUniqueOrThrow({
      where: { id: userId },
      select: { managedById: true, emails: { where: { isPrimary: true }, select: { address: true } } },
    });
    if (managedById === null || managedById === joinedOrganizationId || hasDomainProof()) {
      return;
    }
    await this.release(by, userId, managedById);
    await this.endTemporaryPassword(userId);
    const released: Released = { organizationId: managedById, address: emails[0]?.address ?? '' };
    await this.jobs.enqueue(RELEASED, released);
  }

  /** Ends the organization's management of the account, if there is any, in the running transaction, and notifies the owner. */
  async release(by: Pick<Principal, 'kind' | 'id'>, userId: string, organizationId: string): Promise<void> {
    const { count } = await this.prisma.db.user.updateMany({
      where: { id: userId, managedById: organizationId },
      data: { managedById: null },
    });
    if (count === 0) {
      return;
    }
    const target = { kind: 'user', id: userId };
    await this.audit.record({ action: 'account.released', actor: by, target, organizationId });
    const { name } = await this.prisma.db.organization.findUniqueOrThrow({ where: { id: organizationId } });
    await this.notices.managementEnded(userId, name);
  }

  /** The former manager knows it. The owner asks for a link to a new password. */
  private async endTemporaryPassword(userId: string): Promise<void> {
    const { count } = await this.prisma.db.user.updateMany({
      where: { id: userId, passwordChangeRequired: true, passwordHash: { not: null } },
      data: { passwordHash: null, passwordChangeRequired: false, passwordExpiresAt: null },
    });
    if (count > 0) {
      await this.prisma.db.session.deleteMany({ where: { userId } });
    }
  }

  private notifyAdministrators({ organizationId, address, after }: Released): Promise<void> {
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
        await this.notices.accountReleased(userId, organization.name, address);
      }
      const last = administrators[PAGE - 1];
      if (last) {
        await this.jobs.enqueue(RELEASED, { organizationId, address, after: last.id } satisfies Released);
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
