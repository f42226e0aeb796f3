import type { TeamPlace } from '../teams.service.js';
import type { MyTeamDto, MyTeamListDto } from './directory.dto.js';

export function presentMyTeams(places: readonly TeamPlace[]): MyTeamListDto {
  return { items: places.map(presentMyTeam) };
}

function presentMyTeam({ team, role, roleId }: TeamPlace): MyTeamDto {
  return {
    id: team.id,
    organizationId: team.organizationId,
    name: team.name,
    createdAt: team.createdAt.toISOString(),
    createdBy: team.createdBy,
    updatedAt: team.updatedAt.toISOString(),
    updatedBy: team.updatedBy,
    defaultRoleId: team.defaultRoleId,
    role: role.name,
    roleId,
  };
}
