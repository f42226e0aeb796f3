import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import { CurrentOrganization } from '../../../access/caller.decorators.js';
import { Authenticated, DuringPasswordChange, InOrganization, Scope, UserOnly } from '../../../access/declarations.js';
import type { OrganizationAccess } from '../../../access/principal.js';
import { fromPrefixedId } from '../../../core/ids/prefixed-id.js';
import { Operation, Problems } from '../../../core/openapi/operation.js';
import { MembersService } from '../members.service.js';
import { UserNotFound } from '../users.problems.js';
import { AppMeDto, AppUserDto, AppUserPageDto, AppUserQueryDto } from './app.dto.js';
import { presentAppMe, presentAppUser, presentAppUserPage } from './app.presenter.js';

@ApiTags('Users')
@Controller('api/v1/app')
export class AppUsersController {
  constructor(private readonly members: MembersService) {}

  @Get('me')
  @UserOnly()
  @InOrganization('header')
  @Scope('users:read')
  @DuringPasswordChange()
  @Operation('getAppMe', 'Verify the token and read my user in the organization')
  @ApiOkResponse({ type: AppMeDto })
  async me(@CurrentOrganization() organization: OrganizationAccess): Promise<AppMeDto> {
    return presentAppMe(await this.members.me(organization));
  }

  @Get('user')
  @Authenticated()
  @InOrganization('header')
  @Scope('users:read')
  @Operation('listAppUsers', 'List the users of the organization', 'In the order of their creation.')
  @ApiOkResponse({ type: AppUserPageDto })
  async list(
    @CurrentOrganization() organization: OrganizationAccess,
    @Query() { page, page_size: pageSize, state, q }: AppUserQueryDto,
  ): Promise<AppUserPageDto> {
    return presentAppUserPage(await this.members.list(organization, { states: state, search: q }, { page, pageSize }));
  }

  @Get('user/:userID')
  @Authenticated()
  @InOrganization('header')
  @Scope('users:read')
  @Operation('getAppUser', 'Read a user of the organization')
  @ApiParam({ name: 'userID', description: '`user_…`, or the UUID' })
  @Problems(UserNotFound)
  @ApiOkResponse({ type: AppUserDto })
  async get(
    @CurrentOrganization() organization: OrganizationAccess,
    @Param('userID') userId: string,
  ): Promise<AppUserDto> {
    return presentAppUser(await this.members.get(organization, fromPrefixedId('user', userId)));
  }
}
