import { Injectable } from '@nestjs/common';
import type { OrganizationAccess, Principal } from '../../access/principal.js';
import type { ProjectRole } from '../../core/prisma/generated/enums.js';
import { lockRow } from '../../core/prisma/locks.js';
import { PrismaService } from '../../core/prisma/prisma.service.js';
import { Problem } from '../../core/problems/problem.js';
import { MemberRightsService } from '../roles/member-rights.service.js';
import type { Project } from './project.js';
import { type ProjectAction, requireMay, roleIn, viewerOf } from './project-policy.js';
import { projectById } from './project.queries.js';
import { ProjectNotFound } from './projects.problems.js';

/** A project, and the rights of the viewer in it. */
export interface OpenProject extends Project {
  readonly role: ProjectRole;
}

/** The way to a project, for everything that is done with it. */
@Injectable()
export class ProjectAccess {
  constructor(
    private readonly prisma: PrismaService,
    private readonly rights: MemberRightsService,
  ) {}

  /**
   * The project, if the caller sees it and may do that with it.
   *
   * @param id undefined for a malformed one
   * @throws Problem `project_not_found` also for a project that the caller does not see; `insufficient_role`
   */
  async find(
    principal: Principal,
    organization: OrganizationAccess,
    id: string | undefined,
    action: ProjectAction = 'read',
  ): Promise<OpenProject> {
    const viewer = viewerOf(principal, organization);
    const [project] = id ? await this.prisma.query(projectById(viewer, id)) : [];
    if (!project) {
      throw new Problem(ProjectNotFound);
    }
    const role = roleIn(viewer, project);
    requireMay(role, action);
    return { ...project, role };
  }

  /**
   * Does the same for the caller with their rights of now, and locks the project, and with it its members.
   *
   * @throws Problem what {@link find} and {@link MemberRightsService.requireStill} throw
   */
  async lock(principal: Principal, id: string | undefined, action: ProjectAction): Promise<OpenProject> {
    const caller = await this.rights.requireStill(principal);
    if (id) {
      await lockRow(this.prisma, 'Project', { id, organizationId: caller.organization.id });
    }
    return this.find(caller, caller.organization, id, action);
  }
}
