import { Controller, Delete, Get, HttpCode, Param, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import { CurrentOrganization, CurrentUser } from '../../../access/caller.decorators.js';
import { InOrganization, Roles, SessionOnly, StepUp } from '../../../access/declarations.js';
import type { OrganizationAccess, UserPrincipal } from '../../../access/principal.js';
import { ORGANIZATION_ADMIN } from '../../../access/roles.js';
import { Operation, Problems } from '../../../core/openapi/operation.js';
import { MarkerQueryDto } from '../../../core/paging/marker.dto.js';
import { InvalidMarker } from '../../../core/problems/common.problems.js';
import { ApiKeyNotFound } from '../api-keys.problems.js';
import { ApiKeysService } from '../api-keys.service.js';
import { OwnedApiKeyPageDto } from './account.dto.js';
import { presentOwnedApiKeyPage } from './account.presenter.js';

@ApiTags('API keys')
@ApiParam({ name: 'slug', description: 'Present or former slug of the organization', example: 'auroralabs' })
@Controller('api/v1/orgs/:slug/api-keys')
export class AccountOrganizationApiKeysController {
  constructor(private readonly apiKeys: ApiKeysService) {}

  @Get()
  @SessionOnly()
  @InOrganization('path')
  @Roles(ORGANIZATION_ADMIN)
  @Operation(
    'listOrganizationApiKeys',
    'List the API keys that work in an organization',
    'Newest first: those of its members and of its service accounts, with their owners. The keys themselves are not shown.',
  )
  @Problems(InvalidMarker)
  @ApiOkResponse({ type: OwnedApiKeyPageDto })
  async list(
    @CurrentOrganization() organization: OrganizationAccess,
    @Query() query: MarkerQueryDto,
  ): Promise<OwnedApiKeyPageDto> {
    return presentOwnedApiKeyPage(await this.apiKeys.listOf(organization, query));
  }

  @Delete(':id')
  @HttpCode(204)
  @StepUp()
  @InOrganization('path')
  @Roles(ORGANIZATION_ADMIN)
  @Operation(
    'revokeOrganizationApiKey',
    'Revoke an API key that works in an organization',
    'The key stops working at once. Its owner can be any member or service account. Keys of the same person in other organizations are unchanged.',
  )
  @ApiParam({ name: 'id', format: 'uuid' })
  @Problems(ApiKeyNotFound)
  @ApiNoContentResponse()
  async revoke(
    @CurrentUser() principal: UserPrincipal,
    @CurrentOrganization() organization: OrganizationAccess,
    @Param('id') id: string,
  ): Promise<void> {
    await this.apiKeys.revokeOf(principal, organization, id);
  }
}
