import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal } from '../../../access/caller.decorators.js';
import { Authenticated, DuringPasswordChange } from '../../../access/declarations.js';
import type { Principal } from '../../../access/principal.js';
import { Operation } from '../../../core/openapi/operation.js';
import { MembershipsService } from '../../memberships/memberships.service.js';
import { presentServiceAccount } from '../../service-accounts/http/directory.presenter.js';
import { ServiceAccountsService } from '../../service-accounts/service-accounts.service.js';
import { MeService } from '../me.service.js';
import { DirectoryIdentityDto } from './directory.dto.js';
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
        return { serviceAccount: presentServiceAccount(await this.serviceAccounts.get(principal.id)) };
      case 'user': {
        const [profile, memberships] = await Promise.all([
          this.me.profile(principal.id),
          this.memberships.listMine(principal),
        ]);
        return presentUserIdentity(profile, memberships);
      }
    }
  }
}
