import { Injectable } from '@nestjs/common';
import type { OrganizationAccess, Principal, UserPrincipal } from '../../access/principal.js';
import { changesBetween } from '../../core/changes/changes.js';
import { message } from '../../core/i18n/message.js';
import { numberedPage, type Page, type PageRequest } from '../../core/paging/page.js';
import type { ProjectMember } from '../../core/prisma/generated/client.js';
import { ProjectRole } from '../../core/prisma/generated/enums.js';
import { PrismaService } from '../../core/prisma/prisma.service.js';
import { Problem } from '../../core/problems/problem.js';
import { inputProblem } from '../../core/validation/input-errors.js';
import { AuditService } from '../audit/audit.service.js';
import { InvalidRole } from '../roles/roles.problems.js';
import { MembersService } from '../users/members.service.js';
import type { Project } from './project.js';
import { ProjectAccess } from './project-access.js';
import { requireMayGrant } from './project-policy.js';
import { nameOwner } from './project.queries.js';
import { LastProjectOwner, ProjectMemberNotFound } from './projects.problems.js';

/** The members of projects, and their roles. */
@Injectable()
export class ProjectMembersService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly access: ProjectAccess,
    private readonly members: MembersService,
    private readonly audit: AuditService,
  ) {}

  /** In the order of their joining the organization. @throws Problem `project_not_found` */
  async list(
    principal: Principal,
    organization: OrganizationAccess,
    projectId: string | undefined,
    request: PageRequest,
  ): Promise<Page<ProjectMember>> {
    const { id, memberCount } = await this.access.find(principal, organization, projectId);
    const members = await this.prisma.list(() =>
      this.prisma.db.projectMember.findMany({
        where: { projectId: id },
        orderBy: { membershipId: 'asc' },
        skip: (request.page - 1) * request.pageSize,
        take: request.pageSize,
      }),
    );
    return numberedPage(members, memberCount, request);
  }

  /** @throws Problem `project_not_found`, `project_member_not_found` */
  async find(
    principal: Principal,
    organization: OrganizationAccess,
    projectId: string | undefined,
    membershipId: string | undefined,
  ): Promise<ProjectMember> {
    const { id } = await this.access.find(principal, organization, projectId);
    return this.get(id, membershipId);
  }

  /**
   * @param roleName undefined: the project's default role
   * @throws Problem `project_not_found`, `user_not_found`, `already_project_member`, `invalid_role`, `validation_failed` when no
   *   role is named and there is no default; `insufficient_role` also for a role above the caller's own
   */
  add(
    principal: UserPrincipal,
    organization: OrganizationAccess,
    projectId: string | undefined,
    membershipId: string | undefined,
    roleName: string | undefined,
  ): Promise<ProjectMember> {
    return this.prisma.transaction(async () => {
      const project = await this.access.lock(principal, projectId, 'share');
      const role = roleName === undefined ? defaultRoleOf(project) : roleNamed(roleName);
      requireMayGrant(project.role, role);
      const { id } = await this.members.get(organization, membershipId);
      const member = await this.prisma.db.projectMember.create({
        data: { projectId: project.id, membershipId: id, role, createdBy: principal.id },
      });
      await this.keepOwner(project.id, [role]);
      const changes = changesBetween({}, { [id]: role });
      await this.audit.record({ action: 'project_member.added', actor: principal, target: project.id, changes });
      return member;
    });
  }

  /**
   * @throws Problem `project_not_found`, `project_member_not_found`, `invalid_role`, `last_project_owner`;
   * `insufficient_role` also when the old or the new role is above the caller's own
   */
  change(
    principal: UserPrincipal,
    projectId: string | undefined,
    membershipId: string | undefined,
    roleName: string,
  ): Promise<ProjectMember> {
    return this.prisma.transaction(async () => {
      const project = await this.access.lock(principal, projectId, 'share');
      const role = roleNamed(roleName);
      const before = await this.get(project.id, membershipId);
      if (before.role === role) {
        return before;
      }
      requireMayGrant(project.role, before.role);
      requireMayGrant(project.role, role);
      const { membershipId: id } = before;
      const member = await this.prisma.db.projectMember.update({
        where: { projectId_membershipId: { projectId: project.id, membershipId: id } },
        data: { role },
      });
      await this.keepOwner(project.id, [before.role, role]);
      const changes = changesBetween({ [id]: before.role }, { [id]: role });
      await this.audit.record({ action: 'project_member.changed', actor: principal, target: project.id, changes });
      return member;
    });
  }

  /**
   * Removes a member, or lets a member leave. The artifacts of the member remain.
   *
   * @throws Problem `project_not_found`, `project_member_not_found`, `last_project_owner`, `insufficient_role`
   */
  remove(
    principal: UserPrincipal,
    organization: OrganizationAccess,
    projectId: string | undefined,
    membershipId: string | undefined,
  ): Promise<void> {
    return this.prisma.transaction(async () => {
      const leaves = membershipId !== undefined && membershipId === organization.membershipId;
      const project = await this.access.lock(principal, projectId, leaves ? 'read' : 'share');
      const { membershipId: id, role } = await this.get(project.id, membershipId);
      requireMayGrant(project.role, role);
      await this.prisma.db.projectMember.delete({
        where: { projectId_membershipId: { projectId: project.id, membershipId: id } },
      });
      await this.keepOwner(project.id, [role]);
      const changes = changesBetween({ [id]: role }, {});
      await this.audit.record({ action: 'project_member.removed', actor: principal, target: project.id, changes });
    });
  }

  private async get(projectId: string, membershipId: string | undefined): Promise<ProjectMember> {
    const member = membershipId
      ? await this.prisma.db.projectMember.findUnique({
          where: { projectId_membershipId: { projectId, membershipId } },
        })
      : null;
    if (!member) {
      throw new Problem(ProjectMemberNotFound);
    }
    return member;
  }

  /**
   * Ensures that there is an Owner, and that the project names an Owner. A project may have none only since the last
   * one left the organization.
   *
   * @param roles the old and the new role of a member. If neither is Owner, nothing is changed
   * @throws Problem `last_project_owner`
   */
  private async keepOwner(projectId: string, roles: readonly ProjectRole[]): Promise<void> {
    if (!roles.includes('Owner')) {
      return;
    }
    const [owner] = await this.prisma.query(nameOwner(projectId));
    if (!owner) {
      throw new Problem(LastProjectOwner);
    }
  }
}

/** @throws Problem `invalid_role` */
function roleNamed(name: string): ProjectRole {
  const role = Object.values(ProjectRole).find((known) => known === name);
  if (!role) {
    const roles = Object.values(ProjectRole).join(', ');
    throw new Problem(InvalidRole, { detail: message('input.choice', { values: roles }) });
  }
  return role;
}

/** @throws Problem `validation_failed` */
function defaultRoleOf({ defaultRoleEnabled, defaultMemberRole }: Project): ProjectRole {
  if (!defaultRoleEnabled) {
    throw inputProblem([{ pointer: '/role', code: 'is_string', detail: message('input.no_default_role') }]);
  }
  return defaultMemberRole;
}
