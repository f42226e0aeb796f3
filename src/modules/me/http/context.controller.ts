import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentUser } from '../../../access/caller.decorators.js';
import { DuringPasswordChange, SessionOnly } from '../../../access/declarations.js';
import type { UserPrincipal } from '../../../access/principal.js';
import { Operation } from '../../../core/openapi/operation.js';
import { MeService } from '../me.service.js';
import { ContextUserEnvelopeDto } from './context.dto.js';
import { presentContextUser } from './context.presenter.js';

@ApiTags('Me')
@Controller('api/users/me')
export class ContextMeController {
  constructor(private readonly me: MeService) {}

  @Get()
  @SessionOnly()
  @DuringPasswordChange()
  @Operation('getMyProfile', 'Read my profile')
  @ApiOkResponse({ type: ContextUserEnvelopeDto })
  async read(@CurrentUser() { id, organization }: UserPrincipal): Promise<ContextUserEnvelopeDto> {
    return { data: presentContextUser(await this.me.profile(id), organization?.id ?? null) };
  }
}
