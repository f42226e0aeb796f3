import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentOrganization } from '../../../access/caller.decorators.js';
import { Access } from '../../../access/access.decorator.js';
import type { OrganizationAccess } from '../../../access/principal.js';
import { APP, USER_PARAM } from '../../../contracts/app.js';
import { fromPrefixedId } from '../../../core/ids/prefixed-id.js';
import { Operation } from '../../../core/openapi/operation.js';
import { MembersService } from '../members.service.js';
import { UserNotFound } from '../users.problems.js';
import { APP_USER_SORTS, AppMeDto, AppUserDto, AppUserPageDto, AppUserQueryDto } from './app.dto.js';
import { presentAppMe, presentAppUser, presentAppUserPage } from './app.presenter.js';

@ApiTags('Users')
@Controller(APP.path())
export class AppUsersController {
  constructor(private readonly members: MembersService) {}

  @Get('me')
  @Access({ caller: 'user', organization: APP.organization, scope: 'users:read', duringPasswordChange: true })
  @Operation({ id: 'getAppMe', summary: 'Verify the token and read my user in the organization', returns: AppMeDto })
  async me(@CurrentOrganization() organization: OrganizationAccess): Promise<AppMeDto> {
    return presentAppMe(await this.members.me(organization));
  }

  @Get('user')
  @Access({ caller: 'authenticated', organization: APP.organization, scope: 'users:read' })
  @Operation({
    id: 'listAppUsers',
    summary: 'List the users of the organization',
    description: 'Ordered by creation time, unless `sort` names another order.',
    returns: AppUserPageDto,
  })
  async list(
    @CurrentOrganization() organization: OrganizationAccess,
    @Query() { page, page_size: pageSize, state, q, sort }: AppUserQueryDto,
  ): Promise<AppUserPageDto> {
    const filter = { states: state, search: q };
    return presentAppUserPage(await this.members.list(organization, filter, APP_USER_SORTS[sort], { page, pageSize }));
  }

  @Get('user/:userID')
  @Access({ caller: 'authenticated', organization: APP.organization, scope: 'users:read' })
  @Operation({
    id: 'getAppUser',
    summary: 'Read a user of the organization',
    params: [USER_PARAM],
    returns: AppUserDto,
    problems: [UserNotFound],
  })
  async get(
    @CurrentOrganization() organization: OrganizationAccess,
    @Param('userID') userId: string,
  ): Promise<AppUserDto> {
    return presentAppUser(await this.members.get(organization, fromPrefixedId('user', userId)));
  }
}
