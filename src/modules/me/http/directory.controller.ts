import { Body, Controller, Get, Patch } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal, CurrentUser } from '../../../access/caller.decorators.js';
import { Authenticated, DuringPasswordChange, Scope, StepUpFor, UserOnly } from '../../../access/declarations.js';
import type { Principal, UserPrincipal } from '../../../access/principal.js';
import { Operation, Problems } from '../../../core/openapi/operation.js';
import { ChangesPipe } from '../../../core/validation/changes.pipe.js';
import { TooManyEmails } from '../../emails/emails.problems.js';
import { MembershipsService } from '../../memberships/memberships.service.js';
import { presentServiceAccount } from '../../service-accounts/http/directory.presenter.js';
import { ServiceAccountsService } from '../../service-accounts/service-accounts.service.js';
import { MeService } from '../me.service.js';
import { DirectoryIdentityDto, UpdateMeDto } from './directory.dto.js';
import { presentUserIdentity } from './directory.presenter.js';

@ApiTags('Me')
@Controller('api/v1/me')
export class DirectoryMeController {
  constructor(
    private readonly me: MeService,
    private readonly memberships: MembershipsService,
    private readonly serviceAccounts: ServiceAccountsService,
  ) {}

  @Get()
  @Authenticated()
  @DuringPasswordChange()
  @Operation('getMe', 'Describe the current identity', 'Exactly one of `root`, `user` and `serviceAccount`.')
  @ApiOkResponse({ type: DirectoryIdentityDto })
  async read(@CurrentPrincipal() principal: Principal): Promise<DirectoryIdentityDto> {
    switch (principal.kind) {
      case 'root':
        return { root: {} };
      case 'serviceAccount':
        return { serviceAccount: presentServiceAccount(await this.serviceAccounts.me(principal.id)) };
      case 'user':
        return this.describe(principal);
    }
  }

  @Patch()
  @UserOnly()
  @Scope('users:write')
  @StepUpFor('A new e-mail', 'stepUpOrSignIn')
  @Operation(
    'updateMe',
    'Change my profile',
    'Omitted keys are unchanged; null clears. A new e-mail is mailed a link; the old one stays until the link is opened.',
  )
  @Problems(TooManyEmails)
  @ApiOkResponse({ type: DirectoryIdentityDto })
  async update(
    @CurrentUser() principal: UserPrincipal,
    @Body(ChangesPipe) { email, ...names }: UpdateMeDto,
  ): Promise<DirectoryIdentityDto> {
    await this.me.updateWithEmail(principal, names, email);
    return this.describe(principal);
  }

  private async describe(principal: UserPrincipal): Promise<DirectoryIdentityDto> {
    const [profile, memberships] = await Promise.all([
      this.me.profile(principal.id),
      this.memberships.listMine(principal),
    ]);
    return presentUserIdentity(profile, memberships);
  }
}
