import { Injectable } from '@nestjs/common';
import type { OrganizationAccess, Principal } from '../../access/principal.js';
import type { ProjectRole } from '../../core/prisma/generated/enums.js';
import { PrismaService } from '../../core/prisma/prisma.service.js';
import { Problem } from '../../core/problems/problem.js';
import type { Project } from './project.js';
import { type ProjectAction, requireMay, roleIn, viewerOf } from './project-policy.js';
import { projectById } from './project.queries.js';
import { ProjectNotFound } from './projects.problems.js';

/** A project, and what the one who looks may do in it. */
export interface OpenProject extends Project {
  readonly role: ProjectRole;
}

/** The way to a project, for everything that is done with it. */
@Injectable()
export class ProjectAccess {
  constructor(private readonly prisma: PrismaService) {}

  /**
   * The project, if the caller sees it and may do that with it.
   *
   * @param id undefined for a malformed one
   * @throws Problem `project_not_found` also for one that he does not see; `insufficient_role`
   */
  async find(
    principal: Principal,
    organization: OrganizationAccess,
    id: string | undefined,
    action: ProjectAction = 'read',
  ): Promise<OpenProject> {
    const viewer = viewerOf(principal, organization);
    const [project] = id ? await this.prisma.query<Project>(projectById(viewer, id)) : [];
    if (!project) {
      throw new Problem(ProjectNotFound);
    }
    const role = roleIn(viewer, project);
    requireMay(role, action);
    return { ...project, role };
  }

  /**
   * The same, and nobody else changes the project or its members until the running transaction ends. Its organization is
   * locked before it, as it is by those who change memberships: who has left it since cannot come in, and neither waits for
   * the other crosswise.
   *
   * @throws Problem what {@link find} throws
   */
  async hold(
    principal: Principal,
    organization: OrganizationAccess,
    id: string | undefined,
    action: ProjectAction,
  ): Promise<OpenProject> {
    await this.holdMemberships(organization);
    if (id) {
      await this.prisma.db.$queryRaw`SELECT id FROM "Project" WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
    }
    return this.find(principal, organization, id, action);
  }

  /** Nobody joins or leaves the organization until the running transaction ends. */
  async holdMemberships({ id }: OrganizationAccess): Promise<void> {
    await this.prisma.db.$queryRaw`SELECT id FROM "Organization" WHERE id = ${id}::uuid FOR SHARE`;
  }
}
