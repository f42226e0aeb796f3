import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentUser } from '../../../access/caller.decorators.js';
import { DuringPasswordChange, SessionOnly } from '../../../access/declarations.js';
import type { UserPrincipal } from '../../../access/principal.js';
import { Operation } from '../../../core/openapi/operation.js';
import { TeamsService } from '../teams.service.js';
import { MyTeamListDto } from './directory.dto.js';
import { presentMyTeams } from './directory.presenter.js';

@ApiTags('Me')
@Controller('api/v1/me/teams')
export class DirectoryMyTeamsController {
  constructor(private readonly teams: TeamsService) {}

  @Get()
  @SessionOnly()
  @DuringPasswordChange()
  @Operation('listMyTeams', 'List my teams, with my role in each')
  @ApiOkResponse({ type: MyTeamListDto })
  async list(@CurrentUser() principal: UserPrincipal): Promise<MyTeamListDto> {
    return presentMyTeams(await this.teams.listMine(principal));
  }
}
