import { Controller, HttpCode, Post, Req } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { CurrentUser } from '../../../access/caller.decorators.js';
import { Scope, UserOnly } from '../../../access/declarations.js';
import type { UserPrincipal } from '../../../access/principal.js';
import { ImageBody } from '../../../core/images/image-body.js';
import { Images } from '../../../core/images/images.js';
import { Operation } from '../../../core/openapi/operation.js';
import { AvatarService } from '../avatar.service.js';
import { AccountUserDto } from './account.dto.js';
import { presentAccountUser } from './account.presenter.js';

@ApiTags('Me')
@Controller('api/v1/user/avatar')
export class AccountAvatarController {
  constructor(
    private readonly images: Images,
    private readonly avatars: AvatarService,
  ) {}

  @Post()
  @HttpCode(200)
  @UserOnly()
  @Scope('users:write')
  @Operation(
    'uploadAvatar',
    'Upload my picture',
    'Cut to a square in its middle and made anew as a WebP of 512×512 without metadata. `avatarUrl` is its address.',
  )
  @ImageBody('avatar')
  @ApiOkResponse({ type: AccountUserDto })
  async upload(@CurrentUser() principal: UserPrincipal, @Req() request: Request): Promise<AccountUserDto> {
    const picture = await this.images.receive(request, 'avatar');
    return presentAccountUser(await this.avatars.replace(principal, picture));
  }
}
