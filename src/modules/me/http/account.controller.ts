import { Body, Controller, Get, Patch } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentUser } from '../../../access/caller.decorators.js';
import { DuringPasswordChange, Scope, UserOnly } from '../../../access/declarations.js';
import type { UserPrincipal } from '../../../access/principal.js';
import { Operation } from '../../../core/openapi/operation.js';
import { ChangesPipe } from '../../../core/validation/changes.pipe.js';
import { MeService } from '../me.service.js';
import { AccountUserDto, UpdateAccountUserDto } from './account.dto.js';
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

  @Patch()
  @UserOnly()
  @Scope('users:write')
  @Operation('updateUser', 'Change my profile', 'Keys that are not sent stay as they are; null clears.')
  @ApiOkResponse({ type: AccountUserDto })
  async update(
    @CurrentUser() principal: UserPrincipal,
    @Body(ChangesPipe) changes: UpdateAccountUserDto,
  ): Promise<AccountUserDto> {
    return presentAccountUser(await this.me.update(principal, changes));
  }
}
