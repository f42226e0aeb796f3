import { Body, Controller, Delete, Get, Patch, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { CurrentUser } from '../../../access/caller.decorators.js';
import { Access } from '../../../access/access.decorator.js';
import type { UserPrincipal } from '../../../access/principal.js';
import { PROFILE } from '../../../contracts/profile.js';
import { accepted, Operation } from '../../../core/openapi/operation.js';
import { ChangesPipe } from '../../../core/validation/changes.pipe.js';
import { LastAppAdmin, LastOrganizationAdmin } from '../../memberships/administrators.problems.js';
import { BrowserCookies, CLEAR_SITE_DATA } from '../../sessions/http/browser.cookies.js';
import { SessionsService } from '../../sessions/sessions.service.js';
import { AccountDeletionService } from '../../account-deletion/account-deletion.service.js';
import type { Profile } from '../../users/profiles.service.js';
import { MeService } from '../me.service.js';
import { ProfileDto, UpdateProfileDto } from './profile.dto.js';
import { presentProfile } from './profile.presenter.js';

@ApiTags('Me')
@Controller(PROFILE.path())
export class ProfileMeController {
  constructor(
    private readonly me: MeService,
    private readonly sessions: SessionsService,
    private readonly deletion: AccountDeletionService,
    private readonly cookies: BrowserCookies,
  ) {}

  @Get()
  @Access({ caller: 'session', duringPasswordChange: true })
  @Operation({
    id: 'getProfile',
    summary: 'Read my profile',
    description: 'Keys without a value are omitted.',
    returns: ProfileDto,
  })
  async read(@CurrentUser() { id }: UserPrincipal): Promise<ProfileDto> {
    return this.present(await this.me.profile(id));
  }

  @Patch()
  @Access({ caller: 'session' })
  @Operation({
    id: 'updateProfile',
    summary: 'Change my profile',
    description: 'Omitted keys are unchanged. Null clears a value.',
    returns: ProfileDto,
  })
  async update(
    @CurrentUser() principal: UserPrincipal,
    @Body(ChangesPipe) changes: UpdateProfileDto,
  ): Promise<ProfileDto> {
    const { name, ...others } = changes;
    return this.present(await this.me.update(principal, { displayName: name, ...others }));
  }

  @Delete()
  @Access({ caller: 'session', recent: 'signIn' })
  @Operation({
    id: 'deleteProfile',
    summary: 'Delete my account',
    description:
      'All sessions, API keys, memberships and team memberships end at once, and the e-mail address becomes free. The personal data is erased later.',
    returns: accepted(undefined, { description: 'The account was deleted.', headers: CLEAR_SITE_DATA }),
    problems: [LastOrganizationAdmin, LastAppAdmin],
  })
  async remove(@CurrentUser() principal: UserPrincipal, @Res({ passthrough: true }) response: Response): Promise<void> {
    await this.deletion.deleteOwn(principal);
    this.cookies.clear(response);
  }

  private async present(profile: Profile): Promise<ProfileDto> {
    return presentProfile(profile, await this.sessions.countActive(profile.id));
  }
}
