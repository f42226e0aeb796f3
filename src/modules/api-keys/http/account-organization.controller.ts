import { Controller, Delete, Get, Param, Query } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { CurrentOrganization, CurrentUser } from '../../../access/caller.decorators.js';
import { Access } from '../../../access/access.decorator.js';
import type { OrganizationAccess, UserPrincipal } from '../../../access/principal.js';
import { ORGANIZATION_ADMIN } from '../../../access/roles.js';
import { ACCOUNT, SLUG_PARAM } from '../../../contracts/account.js';
import { noContent, Operation } from '../../../core/openapi/operation.js';
import { MarkerQueryDto } from '../../../core/paging/marker.dto.js';
import { InvalidMarker } from '../../../core/problems/common.problems.js';
import { ApiKeyNotFound } from '../api-keys.problems.js';
import { ApiKeysService } from '../api-keys.service.js';
import { OwnedApiKeyPageDto } from './account.dto.js';
import { presentOwnedApiKeyPage } from './account.presenter.js';

@ApiTags('API keys')
@ApiParam(SLUG_PARAM)
@Controller(ACCOUNT.path('orgs/:slug/api-keys'))
export class AccountOrganizationApiKeysController {
  constructor(private readonly apiKeys: ApiKeysService) {}

  @Get()
  @Access({ caller: 'session', organization: ACCOUNT.organization, role: ORGANIZATION_ADMIN })
  @Operation({
    id: 'listOrganizationApiKeys',
    summary: 'List the API keys that work in an organization',
    description:
      'Newest first. The list has the keys of members and of service accounts, with their owners. The secrets are not shown.',
    returns: OwnedApiKeyPageDto,
    problems: [InvalidMarker],
  })
  async list(
    @CurrentOrganization() organization: OrganizationAccess,
    @Query() query: MarkerQueryDto,
  ): Promise<OwnedApiKeyPageDto> {
    return presentOwnedApiKeyPage(await this.apiKeys.listOf(organization, query));
  }

  @Delete(':id')
  @Access({ caller: 'session', organization: ACCOUNT.organization, role: ORGANIZATION_ADMIN, recent: 'stepUp' })
  @Operation({
    id: 'revokeOrganizationApiKey',
    summary: 'Revoke an API key that works in an organization',
    description:
      'The key stops working at once. Its owner can be any member or service account. Keys of the same person in other organizations are unchanged.',
    params: [{ name: 'id', format: 'uuid' }],
    returns: noContent(),
    problems: [ApiKeyNotFound],
  })
  async revoke(
    @CurrentUser() principal: UserPrincipal,
    @CurrentOrganization() organization: OrganizationAccess,
    @Param('id') id: string,
  ): Promise<void> {
    await this.apiKeys.revokeOf(principal, organization, id);
  }
}
