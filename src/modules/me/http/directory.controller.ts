import { Body, Controller, Get, Patch } from '@nestjs/common';
import { ApiExtraModels, ApiTags, getSchemaPath } from '@nestjs/swagger';
import { CurrentPrincipal, CurrentUser } from '../../../access/caller.decorators.js';
import { Access } from '../../../access/access.decorator.js';
import type { Principal, UserPrincipal } from '../../../access/principal.js';
import { DIRECTORY } from '../../../contracts/directory.js';
import { ok, Operation } from '../../../core/openapi/operation.js';
import { ChangesPipe } from '../../../core/validation/changes.pipe.js';
import { TooManyEmails } from '../../emails/emails.problems.js';
import { MembershipsService } from '../../memberships/memberships.service.js';
import { presentServiceAccount } from '../../service-accounts/http/directory.presenter.js';
import { ServiceAccountsService } from '../../service-accounts/service-accounts.service.js';
import { MeService } from '../me.service.js';
import {
  type DirectoryIdentity,
  RootCallerDto,
  ServiceAccountCallerDto,
  UpdateMeDto,
  UserCallerDto,
} from './directory.dto.js';
import { presentUserIdentity } from './directory.presenter.js';

const CALLERS = [RootCallerDto, UserCallerDto, ServiceAccountCallerDto];

@ApiTags('Me')
@Controller(DIRECTORY.path('me'))
export class DirectoryMeController {
  constructor(
    private readonly me: MeService,
    private readonly memberships: MembershipsService,
    private readonly serviceAccounts: ServiceAccountsService,
  ) {}

  @Get()
  @Access({ caller: 'authenticated', duringPasswordChange: true })
  @Operation({
    id: 'getMe',
    summary: 'Describe the current identity',
    description: 'Exactly one of `root`, `user` and `serviceAccount`.',
    returns: ok(undefined, { schema: { oneOf: CALLERS.map((dto) => ({ $ref: getSchemaPath(dto) })) } }),
  })
  @ApiExtraModels(...CALLERS)
  async read(@CurrentPrincipal() principal: Principal): Promise<DirectoryIdentity> {
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
  @Access({ caller: 'user', scope: 'users:write', recentFor: { case: 'A new e-mail', proof: 'signIn' } })
  @Operation({
    id: 'updateMe',
    summary: 'Change my profile',
    description:
      'Omitted keys are unchanged. Null clears a value. A link is mailed to a new e-mail address. The old address is unchanged until the link is opened.',
    returns: UserCallerDto,
    problems: [TooManyEmails],
  })
  async update(
    @CurrentUser() principal: UserPrincipal,
    @Body(ChangesPipe) { email, ...names }: UpdateMeDto,
  ): Promise<UserCallerDto> {
    await this.me.updateWithEmail(principal, names, email);
    return this.describe(principal);
  }

  private async describe(principal: UserPrincipal): Promise<UserCallerDto> {
    const [profile, memberships] = await Promise.all([
      this.me.profile(principal.id),
      this.memberships.listMine(principal),
    ]);
    return presentUserIdentity(profile, memberships);
  }
}
