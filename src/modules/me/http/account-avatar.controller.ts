import { Controller, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { CurrentUser } from '../../../access/caller.decorators.js';
import { Access } from '../../../access/access.decorator.js';
import type { UserPrincipal } from '../../../access/principal.js';
import { ACCOUNT } from '../../../contracts/account.js';
import { ImageBody } from '../../../core/images/image-body.js';
import { Images } from '../../../core/images/images.js';
import { Operation } from '../../../core/openapi/operation.js';
import { AvatarService } from '../avatar.service.js';
import { AccountUserDto } from './account.dto.js';
import { presentAccountUser } from './account.presenter.js';

@ApiTags('Me')
@Controller(ACCOUNT.path('user/avatar'))
export class AccountAvatarController {
  constructor(
    private readonly images: Images,
    private readonly avatars: AvatarService,
  ) {}

  @Post()
  @Access({ caller: 'user', scope: 'users:write' })
  @Operation({
    id: 'uploadAvatar',
    summary: 'Upload my picture',
    description:
      'The picture is cropped to its central square, and stored as a WebP of 512×512 pixels without metadata. `avatarUrl` is its address.',
    returns: AccountUserDto,
  })
  @ImageBody('avatar')
  async upload(@CurrentUser() principal: UserPrincipal, @Req() request: Request): Promise<AccountUserDto> {
    const picture = await this.images.receive(request, 'avatar');
    return presentAccountUser(await this.avatars.replace(principal, picture));
  }
}
