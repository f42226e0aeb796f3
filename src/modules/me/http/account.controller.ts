import { Body, Controller, Get, Patch } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentUser } from '../../../access/caller.decorators.js';
import { Access } from '../../../access/access.decorator.js';
import type { UserPrincipal } from '../../../access/principal.js';
import { ACCOUNT } from '../../../contracts/account.js';
import { Operation } from '../../../core/openapi/operation.js';
import { ChangesPipe } from '../../../core/validation/changes.pipe.js';
import { MeService } from '../me.service.js';
import { AccountUserDto, UpdateAccountUserDto } from './account.dto.js';
import { presentAccountUser } from './account.presenter.js';

@ApiTags('Me')
@Controller(ACCOUNT.path('user'))
export class AccountMeController {
  constructor(private readonly me: MeService) {}

  @Get()
  @Access({ caller: 'user', scope: 'users:read', duringPasswordChange: true })
  @Operation({ id: 'getUser', summary: 'Read my profile', returns: AccountUserDto })
  async read(@CurrentUser() { id }: UserPrincipal): Promise<AccountUserDto> {
    return presentAccountUser(await this.me.profile(id));
  }

  @Patch()
  @Access({ caller: 'user', scope: 'users:write' })
  @Operation({
    id: 'updateUser',
    summary: 'Change my profile',
    description: 'Omitted keys are unchanged. Null clears a value.',
    returns: AccountUserDto,
  })
  async update(
    @CurrentUser() principal: UserPrincipal,
    @Body(ChangesPipe) changes: UpdateAccountUserDto,
  ): Promise<AccountUserDto> {
    return presentAccountUser(await this.me.update(principal, changes));
  }
}
