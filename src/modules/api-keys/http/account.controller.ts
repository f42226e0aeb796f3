import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { InsufficientRole, OrganizationRequired } from '../../../access/access.problems.js';
import { CurrentUser } from '../../../access/caller.decorators.js';
import { Scope, StepUp, UserOnly } from '../../../access/declarations.js';
import type { UserPrincipal } from '../../../access/principal.js';
import { Operation, Problems } from '../../../core/openapi/operation.js';
import { MarkerQueryDto } from '../../../core/paging/marker.dto.js';
import { InvalidMarker, ValidationFailed } from '../../../core/problems/common.problems.js';
import { ServiceAccountNotFound } from '../../service-accounts/service-accounts.problems.js';
import { ApiKeyNotFound, TooManyApiKeys } from '../api-keys.problems.js';
import { ApiKeysService } from '../api-keys.service.js';
import { ApiKeyPageDto, ApiKeyParamsDto, MintApiKeyDto, MintedApiKeyDto } from './account.dto.js';
import { presentApiKeyPage, presentMintedApiKey } from './account.presenter.js';

@ApiTags('API keys')
@Controller('api/v1/api-keys')
export class AccountApiKeysController {
  constructor(private readonly apiKeys: ApiKeysService) {}

  @Get()
  @UserOnly()
  @Scope('orgs:read')
  @Operation(
    'listApiKeys',
    'List the API keys that I may manage',
    'Newest first: my own (an API key sees those of its own organization alone) and, for an OrganizationAdmin, those of ' +
      'the service accounts of the organization of the request.',
  )
  @Problems(InvalidMarker)
  @ApiOkResponse({ type: ApiKeyPageDto })
  async list(@CurrentUser() principal: UserPrincipal, @Query() query: MarkerQueryDto): Promise<ApiKeyPageDto> {
    return presentApiKeyPage(await this.apiKeys.list(principal, query));
  }

  @Post()
  @StepUp()
  @Operation(
    'mintApiKey',
    'Mint an API key',
    'It acts as me, or as the service account, in one organization: with its own scopes, and never with more than the ' +
      'owner’s roles of the moment. Keys for a service account are minted by an OrganizationAdmin.',
  )
  @Problems(OrganizationRequired, InsufficientRole, ServiceAccountNotFound, TooManyApiKeys)
  @ApiCreatedResponse({ type: MintedApiKeyDto })
  async mint(@CurrentUser() principal: UserPrincipal, @Body() request: MintApiKeyDto): Promise<MintedApiKeyDto> {
    return presentMintedApiKey(await this.apiKeys.mint(principal, request));
  }

  @Delete(':id')
  @HttpCode(204)
  @StepUp()
  @Operation('revokeApiKey', 'Revoke an API key', 'It stops working at once.')
  @Problems(ValidationFailed, ApiKeyNotFound)
  @ApiNoContentResponse()
  async revoke(@CurrentUser() principal: UserPrincipal, @Param() { id }: ApiKeyParamsDto): Promise<void> {
    await this.apiKeys.revoke(principal, id);
  }
}
