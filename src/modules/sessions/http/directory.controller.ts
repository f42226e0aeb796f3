import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentUser } from '../../../access/caller.decorators.js';
import { DuringPasswordChange, SessionOnly } from '../../../access/declarations.js';
import type { UserPrincipal } from '../../../access/principal.js';
import { Operation } from '../../../core/openapi/operation.js';
import { SessionsService } from '../sessions.service.js';
import { LoginListDto } from './directory.dto.js';
import { presentLogins } from './directory.presenter.js';

@ApiTags('Sessions')
@Controller('api/v1/me/logins')
export class DirectoryLoginsController {
  constructor(private readonly sessions: SessionsService) {}

  @Get()
  @SessionOnly()
  @DuringPasswordChange()
  @Operation('listMyLogins', 'List my logins, newest first', 'Logins that expired or ended are not among them.')
  @ApiOkResponse({ type: LoginListDto })
  async list(@CurrentUser() { id, session }: UserPrincipal): Promise<LoginListDto> {
    return presentLogins(await this.sessions.listActive(id), session?.id);
  }
}
