import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentUser } from '../../../access/caller.decorators.js';
import { DuringPasswordChange, SessionOnly } from '../../../access/declarations.js';
import type { UserPrincipal } from '../../../access/principal.js';
import { Operation } from '../../../core/openapi/operation.js';
import { SessionsService } from '../../sessions/sessions.service.js';
import { MeService } from '../me.service.js';
import { ProfileDto } from './profile.dto.js';
import { presentProfile } from './profile.presenter.js';

@ApiTags('Me')
@Controller('api/me')
export class ProfileMeController {
  constructor(
    private readonly me: MeService,
    private readonly sessions: SessionsService,
  ) {}

  @Get()
  @SessionOnly()
  @DuringPasswordChange()
  @Operation('getProfile', 'Read my profile', 'Keys that are not set are left out.')
  @ApiOkResponse({ type: ProfileDto })
  async read(@CurrentUser() { id }: UserPrincipal): Promise<ProfileDto> {
    const [profile, activeSessions] = await Promise.all([this.me.profile(id), this.sessions.countActive(id)]);
    return presentProfile(profile, activeSessions);
  }
}
