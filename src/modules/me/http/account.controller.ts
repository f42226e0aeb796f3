import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentUser } from '../../../access/caller.decorators.js';
import { DuringPasswordChange, Scope, UserOnly } from '../../../access/declarations.js';
import type { UserPrincipal } from '../../../access/principal.js';
import { Operation } from '../../../core/openapi/operation.js';
import { MeService } from '../me.service.js';
import { AccountUserDto } from './account.dto.js';
import { presentAccountUser } from './account.presenter.js';

@ApiTags('Me')
@Controller('api/v1/user')
export class AccountMeController {
  constructor(private readonly me: MeService) {}

  @Get()
  @UserOnly()
  @Scope('users:read')
  @DuringPasswordChange()
  @Operation('getUser', 'Read my profile')
  @ApiOkResponse({ type: AccountUserDto })
  async read(@CurrentUser() { id }: UserPrincipal): Promise<AccountUserDto> {
    return presentAccountUser(await this.me.profile(id));
  }
}
