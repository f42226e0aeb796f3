import { Injectable } from '@nestjs/common';
import type { OrganizationAccess, Principal } from '../../access/principal.js';
import { changesBetween } from '../../core/changes/changes.js';
import { message } from '../../core/i18n/message.js';
import { isId } from '../../core/ids/ids.js';
import { type MarkedPage, type MarkedPageRequest, Markers } from '../../core/paging/markers.js';
import type { Prisma, Role, Team } from '../../core/prisma/generated/client.js';
import { PrismaService } from '../../core/prisma/prisma.service.js';
import { Problem } from '../../core/problems/problem.js';
import { AuditService } from '../audit/audit.service.js';
import { requireMayGrant, requireMayTake } from '../../access/granting.js';
import { RolesService } from '../roles/roles.service.js';
import { MemberRightsService } from '../roles/member-rights.service.js';
import { UserNotFound } from '../users/users.problems.js';
import { TeamsService } from './teams.service.js';

/** A member of a team: the role in it, and the member of the organization. */
export type TeamMembership = Prisma.TeamMemberGetPayload<{ include: typeof WITH_MEMBER }>;

const WITH_MEMBER = {
  role: { select: { id: true, name: true, permissions: true } },
  membership: {
    select: {
      displayName: true,
      user: {
        select: { id: true, displayName: true, emails: { where: { isPrimary: true }, select: { address: true } } },
      },
    },
  },
} satisfies Prisma.TeamMemberInclude;

/** The members of teams, and their roles. Only members of the organization can be in its teams. */
@Injectable()
export class TeamMembersService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly markers: Markers,
    private readonly teams: TeamsService,
    private readonly roles: RolesService,
    private readonly rights: MemberRightsService,
    private readonly audit: AuditService,
  ) {}

  /** The members of a team in the order in which they joined the organization. @throws Problem `team_not_found` */
  async list(
    organization: OrganizationAccess,
    teamId: string,
    request: MarkedPageRequest,
  ): Promise<MarkedPage<TeamMembership>> {
    const { id } = await this.teams.find(organization, teamId);
    const read = (after: string | undefined, take: number): Promise<TeamMembership[]> =>
      this.prisma.list(() =>
        this.prisma.db.teamMember.findMany({
          where: { teamId: id, membershipId: { gt: after } },
          include: WITH_MEMBER,
          orderBy: { membershipId: 'asc' },
          take,
        }),
      );
    return this.markers.page(
      { name: `members of team ${id}`, read, keyOf: ({ membershipId }) => membershipId },
      request,
    );
  }

  /** @throws Problem `team_not_found`, or `user_not_found` for a user who is not in the team */
  async find(organization: OrganizationAccess, teamId: string, userId: string): Promise<TeamMembership> {
    const team = await this.teams.find(organization, teamId);
    return this.required(team, userId);
  }

  /**
   * Adds a member of the organization to a team. A user who is in it already gets the role that is named.
   *
   * @param roleId left out: the team's default role
   * @returns the member, and whether they were added
   * @throws Problem `team_not_found`, `user_not_found`, `validation_failed` for an unknown role, `insufficient_role`
   * for one above the caller's own; what {@link MemberRightsService.requireStill} throws
   */
  put(
    principal: Principal,
    organization: OrganizationAccess,
    { teamId, userId, roleId }: { teamId: string; userId: string; roleId?: string },
  ): Promise<{ place: TeamMembership; added: boolean }> {
    return this.prisma.transaction(async () => {
      const caller = await this.rights.requireStill(principal);
      const team = await this.teams.lock(organization, teamId);
      const membership = await this.membershipOf(team, userId);
      if (!membership) {
        throw new Problem(UserNotFound);
      }
      const present = await this.placeOf(team, userId);
      if (present) {
        return { place: await this.give(caller, team, present, roleId ?? present.roleId), added: false };
      }
      const role = await this.roles.findById(organization.id, roleId ?? team.defaultRoleId, '/roleId');
      return { place: await this.add(caller, team, membership.id, role), added: true };
    });
  }

  /** Changes the role of a member of a team. @throws Problem as {@link put} and {@link find} do */
  change(
    principal: Principal,
    organization: OrganizationAccess,
    { teamId, userId, roleId }: { teamId: string; userId: string; roleId: string },
  ): Promise<TeamMembership> {
    return this.prisma.transaction(async () => {
      const caller = await this.rights.requireStill(principal);
      const team = await this.teams.lock(organization, teamId);
      return this.give(caller, team, await this.required(team, userId), roleId);
    });
  }

  /** @throws Problem as {@link find} does, and `insufficient_role` for a member whose role is above the caller's own */
  remove(principal: Principal, organization: OrganizationAccess, teamId: string, userId: string): Promise<void> {
    return this.prisma.transaction(async () => {
      const caller = await this.rights.requireStill(principal);
      const team = await this.teams.lock(organization, teamId);
      const place = await this.required(team, userId);
      requireMayTake(caller, { role: place.role });
      await this.prisma.db.teamMember.delete({ where: { teamId_membershipId: keyOf(place) } });
      const changes = changesOf(place, { before: place.role.name });
      await this.audit.record({ action: 'team.member_removed', actor: principal, target: team.id, changes });
    });
  }

  private async add(principal: Principal, team: Team, membershipId: string, role: Role): Promise<TeamMembership> {
    requireMayGrant(principal, { role });
    const place = await this.prisma.db.teamMember.create({
      data: { teamId: team.id, membershipId, roleId: role.id, createdBy: principal.id },
      include: WITH_MEMBER,
    });
    const changes = changesOf(place, { after: role.name });
    await this.audit.record({ action: 'team.member_added', actor: principal, target: team.id, changes });
    return place;
  }

  private async give(principal: Principal, team: Team, place: TeamMembership, roleId: string): Promise<TeamMembership> {
    const role = await this.roles.findById(team.organizationId, roleId, '/roleId');
    if (role.id === place.roleId) {
      return place;
    }
    requireMayTake(principal, { role: place.role });
    requireMayGrant(principal, { role });
    const changed = await this.prisma.db.teamMember.update({
      where: { teamId_membershipId: keyOf(place) },
      data: { roleId: role.id },
      include: WITH_MEMBER,
    });
    const changes = changesOf(place, { before: place.role.name, after: role.name });
    await this.audit.record({ action: 'team.member_changed', actor: principal, target: team.id, changes });
    return changed;
  }

  private async required(team: Team, userId: string): Promise<TeamMembership> {
    const place = await this.placeOf(team, userId);
    if (!place) {
      throw new Problem(UserNotFound, { detail: message('detail.not_in_team') });
    }
    return place;
  }

  private async placeOf({ id: teamId }: Team, userId: string): Promise<TeamMembership | null> {
    return isId(userId)
      ? this.prisma.db.teamMember.findFirst({ where: { teamId, membership: { userId } }, include: WITH_MEMBER })
      : null;
  }

  /** A membership ends under the lock of the organization, which the caller has locked. */
  private async membershipOf({ organizationId }: Team, userId: string): Promise<{ id: string } | null> {
    return isId(userId)
      ? this.prisma.db.membership.findFirst({ where: { userId, organizationId }, select: { id: true } })
      : null;
  }
}

/** The change of the role of a member, with the id of their user. */
function changesOf({ membership }: TeamMembership, role: { before?: string; after?: string }) {
  return { ...changesBetween({ role: role.before }, { role: role.after }), userId: membership.user.id };
}

function keyOf({ teamId, membershipId }: TeamMembership): { teamId: string; membershipId: string } {
  return { teamId, membershipId };
}
