import { Injectable } from '@nestjs/common';
import { changedBy, madeBy } from '../../access/authorship.js';
import { nameExisting } from '../../access/name-existing.js';
import type { OrganizationAccess, Principal, UserPrincipal } from '../../access/principal.js';
import { LEAST_ROLE } from '../../access/roles.js';
import { changesBetween, merged } from '../../core/changes/changes.js';
import { isId, newId } from '../../core/ids/ids.js';
import { type MarkedPage, type MarkedPageRequest, Markers } from '../../core/paging/markers.js';
import type { Prisma, Role, Team } from '../../core/prisma/generated/client.js';
import { lockRow } from '../../core/prisma/locks.js';
import { PrismaService } from '../../core/prisma/prisma.service.js';
import { Problem } from '../../core/problems/problem.js';
import { AuditService } from '../audit/audit.service.js';
import { requireMayGrant } from '../../access/granting.js';
import { RolesService } from '../roles/roles.service.js';
import { MemberRightsService } from '../roles/member-rights.service.js';
import { TeamNameTaken, TeamNotFound } from './teams.problems.js';
import { teamNamed } from './teams.queries.js';

/** A place in a team: the team, and the role there. */
export type TeamPlace = Prisma.TeamMemberGetPayload<{ include: { team: true; role: { select: { name: true } } } }>;

/** What a team is made of. */
export interface TeamFields {
  readonly name: string;
  /** The role of a new member. Left out of a new team: the default role. */
  readonly defaultRoleId?: string;
}

/** The teams of organizations. */
@Injectable()
export class TeamsService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly markers: Markers,
    private readonly roles: RolesService,
    private readonly rights: MemberRightsService,
    private readonly audit: AuditService,
  ) {}

  /** The caller's team memberships in all organizations in which the caller is an active member, by creation time. */
  listMine({ id: userId }: UserPrincipal): Promise<TeamPlace[]> {
    return this.prisma.db.teamMember.findMany({
      where: { membership: { userId, state: 'Active' } },
      include: { team: true, role: { select: { name: true } } },
      orderBy: { teamId: 'asc' },
    });
  }

  /** The organization's teams in the order of their creation. */
  list({ id: organizationId }: OrganizationAccess, request: MarkedPageRequest): Promise<MarkedPage<Team>> {
    const read = (after: string | undefined, take: number): Promise<Team[]> =>
      this.prisma.list(() =>
        this.prisma.db.team.findMany({ where: { organizationId, id: { gt: after } }, orderBy: { id: 'asc' }, take }),
      );
    return this.markers.page({ name: `teams of ${organizationId}`, read, keyOf: ({ id }) => id }, request);
  }

  /** @throws Problem `team_not_found` also for one of another organization */
  async find({ id: organizationId }: OrganizationAccess, id: string): Promise<Team> {
    const team = isId(id) ? await this.prisma.db.team.findFirst({ where: { id, organizationId } }) : undefined;
    if (!team) {
      throw new Problem(TeamNotFound);
    }
    return team;
  }

  /**
   * @throws Problem `team_name_taken` with the id of the other team, `validation_failed` for a role that is not there, `insufficient_role` for one above
   *   the caller's own; what {@link MemberRightsService.requireStill} throws
   */
  create(principal: Principal, organization: OrganizationAccess, fields: TeamFields): Promise<Team> {
    const find = (): Promise<{ id: string }[]> => this.prisma.query(teamNamed(organization.id, fields.name));
    return nameExisting(principal, { problem: TeamNameTaken, scope: 'orgs:read', find }, () =>
      this.createNamed(principal, organization, fields),
    );
  }

  private createNamed(principal: Principal, organization: OrganizationAccess, fields: TeamFields): Promise<Team> {
    return this.prisma.transaction(async () => {
      const caller = await this.rights.requireStill(principal);
      const role = await this.defaultRole(organization, fields.defaultRoleId);
      requireMayGrant(caller, { role });
      const team = await this.prisma.db.team.create({
        data: {
          id: newId(),
          organizationId: organization.id,
          name: fields.name,
          defaultRoleId: role.id,
          ...madeBy(principal),
        },
      });
      const changes = changesBetween({}, fieldsOf(team));
      await this.audit.record({ action: 'team.created', actor: principal, target: team.id, changes });
      return team;
    });
  }

  /**
   * Changes the named properties. Without a difference, nothing is written.
   *
   * @throws Problem as {@link create} and {@link find} do
   */
  update(
    principal: Principal,
    organization: OrganizationAccess,
    id: string,
    wanted: Partial<TeamFields>,
  ): Promise<Team> {
    return this.prisma.transaction(async () => {
      const caller = await this.rights.requireStill(principal);
      const team = await this.lock(organization, id);
      const role =
        wanted.defaultRoleId === undefined ? undefined : await this.defaultRole(organization, wanted.defaultRoleId);
      const before = fieldsOf(team);
      const after = merged(before, { name: wanted.name, defaultRoleId: role?.id });
      const changes = changesBetween(before, after);
      if (Object.keys(changes).length === 0) {
        return team;
      }
      requireMayGrant(caller, changes.defaultRoleId ? { role } : {});
      const changed = await this.prisma.db.team.update({
        where: { id: team.id },
        data: { ...after, ...changedBy(principal) },
      });
      await this.audit.record({ action: 'team.updated', actor: principal, target: team.id, changes });
      return changed;
    });
  }

  /** All places in it end with it. @throws Problem `team_not_found`; what {@link MemberRightsService.requireStill} throws */
  remove(principal: Principal, organization: OrganizationAccess, id: string): Promise<void> {
    return this.prisma.transaction(async () => {
      await this.rights.requireStill(principal);
      const team = await this.lock(organization, id);
      await this.prisma.db.team.delete({ where: { id: team.id } });
      const changes = changesBetween(fieldsOf(team), {});
      await this.audit.record({ action: 'team.deleted', actor: principal, target: team.id, changes });
    });
  }

  /** Locks the team, and with it its members. @throws Problem `team_not_found` */
  async lock(organization: OrganizationAccess, id: string): Promise<Team> {
    if (isId(id)) {
      await lockRow(this.prisma, 'Team', { id, organizationId: organization.id });
    }
    return this.find(organization, id);
  }

  private defaultRole({ id: organizationId }: OrganizationAccess, id: string | undefined): Promise<Role> {
    return id === undefined
      ? this.roles.find(organizationId, LEAST_ROLE)
      : this.roles.findById(organizationId, id, '/defaultRoleId');
  }
}

function fieldsOf({ name, defaultRoleId }: Team): Required<TeamFields> {
  return { name, defaultRoleId };
}
