import { presentAttribution } from '../../../contracts/directory.js';
import { presentMarkedPage } from '../../../contracts/marked-page.js';
import type { MarkedPage } from '../../../core/paging/markers.js';
import type { Team } from '../../../core/prisma/generated/client.js';
import type { TeamMembership } from '../team-members.service.js';
import type { TeamPlace } from '../teams.service.js';
import type {
  MyTeamDto,
  MyTeamListDto,
  TeamDto,
  TeamMemberDto,
  TeamMemberPageDto,
  TeamPageDto,
} from './directory.dto.js';

export function presentMyTeams(places: readonly TeamPlace[]): MyTeamListDto {
  return { items: places.map(presentMyTeam) };
}

function presentMyTeam({ team, role, roleId }: TeamPlace): MyTeamDto {
  return {
    id: team.id,
    organizationId: team.organizationId,
    name: team.name,
    ...presentAttribution(team),
    defaultRoleId: team.defaultRoleId,
    role: role.name,
    roleId,
  };
}

export function presentTeam(team: Team): TeamDto {
  return {
    id: team.id,
    organizationId: team.organizationId,
    name: team.name,
    ...presentAttribution(team),
    defaultRoleId: team.defaultRoleId,
  };
}

export function presentTeamPage(page: MarkedPage<Team>): TeamPageDto {
  return presentMarkedPage(page, presentTeam);
}

export function presentTeamMember({ membership, membershipId, role, ...place }: TeamMembership): TeamMemberDto {
  return {
    userId: membership.user.id,
    membershipId,
    displayName: membership.displayName ?? membership.user.displayName,
    email: membership.user.emails[0]?.address ?? '',
    role: role.name,
    roleId: role.id,
    createdAt: place.createdAt.toISOString(),
    createdBy: place.createdBy,
  };
}

export function presentTeamMemberPage(page: MarkedPage<TeamMembership>): TeamMemberPageDto {
  return presentMarkedPage(page, presentTeamMember);
}
