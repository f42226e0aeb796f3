import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access } from '../../../access/access.decorator.js';
import { ACCOUNT } from '../../../contracts/account.js';
import { Operation } from '../../../core/openapi/operation.js';
import { InvalidMarker } from '../../../core/problems/common.problems.js';
import { OrganizationListService } from '../organization-list.service.js';
import { ListedOrganizationPageDto, OrganizationQueryDto } from './account-list.dto.js';
import { presentOrganizationPage } from './account-list.presenter.js';

@ApiTags('Organizations')
@Controller(ACCOUNT.path('orgs'))
export class AccountOrganizationListController {
  constructor(private readonly organizations: OrganizationListService) {}

  @Get()
  @Access({ caller: 'root' })
  @Operation({
    id: 'listOrganizations',
    summary: 'List all organizations',
    description: 'Ordered by creation time, with archived organizations.',
    returns: ListedOrganizationPageDto,
    problems: [InvalidMarker],
  })
  async list(@Query() { q, ...page }: OrganizationQueryDto): Promise<ListedOrganizationPageDto> {
    return presentOrganizationPage(await this.organizations.list(q, page));
  }
}
