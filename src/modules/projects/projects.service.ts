import { Injectable } from '@nestjs/common';
import { changedBy, madeBy } from '../../access/authorship.js';
import type { OrganizationAccess, Principal, UserPrincipal } from '../../access/principal.js';
import { StepUp } from '../../access/step-up.js';
import { type Changes, merged } from '../../core/changes/changes.js';
import { newId } from '../../core/ids/ids.js';
import { numberedPage, type Page, type PageRequest } from '../../core/paging/page.js';
import { PrismaService } from '../../core/prisma/prisma.service.js';
import { AuditService } from '../audit/audit.service.js';
import { MemberRightsService } from '../roles/member-rights.service.js';
import { MembersService } from '../users/members.service.js';
import { ArtifactContentsService } from './artifact-contents.service.js';
import { changesOf, fieldsOf, type Project, type ProjectFields } from './project.js';
import { type OpenProject, ProjectAccess } from './project-access.js';
import { ACTION_OF, requireMay, requireMayGrant, viewerOf } from './project-policy.js';
import { isProject, projectPage } from './project.queries.js';

/** The projects of an organization, as each caller sees them. */
@Injectable()
export class ProjectsService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly rights: MemberRightsService,
    private readonly access: ProjectAccess,
    private readonly members: MembersService,
    private readonly contents: ArtifactContentsService,
    private readonly stepUp: StepUp,
    private readonly audit: AuditService,
  ) {}

  /** What the caller sees, in the order of creation. A page past the end is empty. */
  async list(
    principal: Principal,
    organization: OrganizationAccess,
    request: PageRequest,
    memberId?: string,
  ): Promise<Page<Project>> {
    const statement = projectPage(viewerOf(principal, organization), memberId, request);
    const rows = await this.prisma.query(statement);
    return numberedPage(rows.filter(isProject), rows[0]?.total ?? 0, request);
  }

  /**
   * The projects of a member, as far as the caller sees them, with the pins of that member.
   *
   * @throws Problem `user_not_found` also for a member of another organization
   */
  async listOf(
    principal: Principal,
    organization: OrganizationAccess,
    membershipId: string | undefined,
    request: PageRequest,
  ): Promise<Page<Project>> {
    const { id } = await this.members.get(organization, membershipId);
    return this.list(principal, organization, request, id);
  }

  /** @throws Problem `project_not_found` also for one that the caller does not see */
  find(principal: Principal, organization: OrganizationAccess, id: string | undefined): Promise<Project> {
    return this.access.find(principal, organization, id);
  }

  /**
   * Makes a project whose Owner is the caller.
   *
   * @throws Problem `session_required` and `step_up_required` for a public one; what {@link MemberRightsService.requireStill} throws
   */
  async create(
    principal: UserPrincipal,
    organization: OrganizationAccess,
    membershipId: string,
    fields: ProjectFields,
  ): Promise<Project> {
    if (fields.visibility === 'Public') {
      await this.stepUp.requireOf(principal);
    }
    return this.prisma.transaction(async () => {
      await this.rights.requireStill(principal);
      const id = newId();
      await this.prisma.db.project.create({
        data: {
          id,
          organizationId: organization.id,
          ownerId: membershipId,
          ...fieldsOf(fields),
          ...madeBy(principal),
          members: { create: { membershipId, role: 'Owner', createdBy: principal.id } },
        },
      });
      const changes = changesOf(undefined, fields);
      await this.audit.record({ action: 'project.created', actor: principal, target: id, changes });
      return this.access.find(principal, organization, id);
    });
  }

  /**
   * Changes the named properties. Without a difference, nothing is written.
   *
   * @throws Problem `project_not_found`, `insufficient_role`; when the visibility changes, `session_required`,
   * `user_required` and `step_up_required`
   */
  update(principal: Principal, id: string | undefined, wanted: Partial<ProjectFields>): Promise<Project> {
    return this.prisma.transaction(async () => {
      const project = await this.access.lock(principal, id, 'read');
      const after = merged(fieldsOf(project), wanted);
      const changes = changesOf(project, after);
      if (Object.keys(changes).length === 0) {
        requireMay(project.role, 'edit');
        return project;
      }
      await this.requireMayChange(principal, project, changes, after);
      await this.prisma.db.project.update({
        where: { id: project.id },
        data: { ...after, ...changedBy(principal) },
      });
      await this.audit.record({ action: 'project.updated', actor: principal, target: project.id, changes });
      return { ...project, ...after };
    });
  }

  /** Its artifacts go with it. @throws Problem `project_not_found`, `insufficient_role` */
  remove(principal: Principal, id: string | undefined): Promise<void> {
    return this.prisma.transaction(async () => {
      const project = await this.access.lock(principal, id, 'delete');
      await this.contents.discardOf(project.id);
      await this.prisma.db.project.delete({ where: { id: project.id } });
      const changes = changesOf(project, undefined);
      await this.audit.record({ action: 'project.deleted', actor: principal, target: project.id, changes });
    });
  }

  private async requireMayChange(
    principal: Principal,
    { role }: OpenProject,
    changes: Changes<keyof ProjectFields>,
    { defaultMemberRole }: ProjectFields,
  ): Promise<void> {
    for (const field of Object.keys(changes) as (keyof ProjectFields)[]) {
      requireMay(role, ACTION_OF[field]);
    }
    if (changes.defaultMemberRole) {
      requireMayGrant(role, defaultMemberRole);
    }
    if (changes.visibility) {
      await this.stepUp.requireOf(principal);
    }
  }
}
