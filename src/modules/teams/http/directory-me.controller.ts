import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentUser } from '../../../access/caller.decorators.js';
import { Access } from '../../../access/access.decorator.js';
import type { UserPrincipal } from '../../../access/principal.js';
import { DIRECTORY } from '../../../contracts/directory.js';
import { Operation } from '../../../core/openapi/operation.js';
import { TeamsService } from '../teams.service.js';
import { MyTeamListDto } from './directory.dto.js';
import { presentMyTeams } from './directory.presenter.js';

@ApiTags('Me')
@Controller(DIRECTORY.path('me/teams'))
export class DirectoryMyTeamsController {
  constructor(private readonly teams: TeamsService) {}

  @Get()
  @Access({ caller: 'session', duringPasswordChange: true })
  @Operation({ id: 'listMyTeams', summary: 'List my teams, with my role in each', returns: MyTeamListDto })
  async list(@CurrentUser() principal: UserPrincipal): Promise<MyTeamListDto> {
    return presentMyTeams(await this.teams.listMine(principal));
  }
}
