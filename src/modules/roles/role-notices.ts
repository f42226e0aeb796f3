import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JobWorker } from '../../core/jobs/job-worker.js';
import { Jobs } from '../../core/jobs/jobs.js';
import { PrismaService } from '../../core/prisma/prisma.service.js';
import { SecurityNoticesService } from '../mails/security-notices.service.js';

/** The job that notifies the members who have a role that its permissions changed. */
const CHANGED = 'role_permissions';

/** Members that one run of the job notifies. */
const PAGE = 100;

interface Changed {
  readonly roleId: string;
  /** The membership of the last member who was notified. */
  readonly after?: string;
}

/** Notifies members of changes to the permissions of their role (accounts.md rule 5), in the background: a role can have thousands. */
@Injectable()
export class RoleNotices implements OnModuleInit {
  constructor(
    private readonly prisma: PrismaService,
    private readonly jobs: Jobs,
    private readonly worker: JobWorker,
    private readonly notices: SecurityNoticesService,
  ) {}

  onModuleInit(): void {
    this.worker.register(CHANGED, (payload) => this.notify(payload as Changed));
  }

  /** Notifies the members once the running transaction has committed. */
  async permissionsChanged(roleId: string): Promise<void> {
    await this.jobs.enqueue(CHANGED, { roleId } satisfies Changed);
  }

  private notify({ roleId, after }: Changed): Promise<void> {
    return this.prisma.transaction(async () => {
      const members = await this.prisma.db.membership.findMany({
        where: { roleId, state: 'Active', id: { gt: after } },
        select: {
          id: true,
          userId: true,
          role: { select: { name: true } },
          organization: { select: { id: true, name: true } },
        },
        orderBy: { id: 'asc' },
        take: PAGE,
      });
      for (const { userId, role, organization } of members) {
        await this.notices.rolePermissionsChanged(userId, organization, role.name);
      }
      const last = members[PAGE - 1];
      if (last) {
        await this.jobs.enqueue(CHANGED, { roleId, after: last.id } satisfies Changed);
      }
    });
  }
}
