import { Injectable } from '@nestjs/common';
import type { UserPrincipal } from '../../access/principal.js';
import { PrismaService } from '../../core/prisma/prisma.service.js';
import { AuditService } from '../audit/audit.service.js';
import type { Project } from './project.js';
import { ProjectAccess } from './project-access.js';

/** The pinned projects of each member. */
@Injectable()
export class ProjectPinsService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly access: ProjectAccess,
    private readonly audit: AuditService,
  ) {}

  /**
   * Pins the project, or leaves it pinned.
   *
   * @throws Problem `project_not_found` also for one that the caller does not see
   */
  pin(principal: UserPrincipal, membershipId: string, id: string | undefined): Promise<Project> {
    return this.prisma.transaction(async () => {
      const project = await this.access.lock(principal, id, 'read');
      const { count } = await this.prisma.db.projectPin.createMany({
        data: { projectId: project.id, membershipId },
        skipDuplicates: true,
      });
      if (count > 0) {
        await this.audit.record({ action: 'project.pinned', actor: principal, target: project.id });
      }
      return { ...project, isPinned: true };
    });
  }

  /** Takes the pin away, if there is one. @throws Problem `project_not_found` also for one that the caller does not see */
  unpin(principal: UserPrincipal, membershipId: string, id: string | undefined): Promise<void> {
    return this.prisma.transaction(async () => {
      const project = await this.access.lock(principal, id, 'read');
      const { count } = await this.prisma.db.projectPin.deleteMany({ where: { projectId: project.id, membershipId } });
      if (count > 0) {
        await this.audit.record({ action: 'project.unpinned', actor: principal, target: project.id });
      }
    });
  }
}
