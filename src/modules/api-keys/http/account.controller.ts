import { Body, Controller, Delete, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { InsufficientRole, OrganizationRequired } from '../../../access/access.problems.js';
import { CurrentUser } from '../../../access/caller.decorators.js';
import { Access } from '../../../access/access.decorator.js';
import type { UserPrincipal } from '../../../access/principal.js';
import { ACCOUNT } from '../../../contracts/account.js';
import { created, noContent, Operation } from '../../../core/openapi/operation.js';
import { MarkerQueryDto } from '../../../core/paging/marker.dto.js';
import { InvalidMarker, ValidationFailed } from '../../../core/problems/common.problems.js';
import { ServiceAccountNotFound } from '../../service-accounts/service-accounts.problems.js';
import { ApiKeyNotFound, TooManyApiKeys } from '../api-keys.problems.js';
import { ApiKeysService } from '../api-keys.service.js';
import { ApiKeyPageDto, ApiKeyParamsDto, MintApiKeyDto, MintedApiKeyDto } from './account.dto.js';
import { presentApiKeyPage, presentMintedApiKey } from './account.presenter.js';

@ApiTags('API keys')
@Controller(ACCOUNT.path('api-keys'))
export class AccountApiKeysController {
  constructor(private readonly apiKeys: ApiKeysService) {}

  @Get()
  @Access({ caller: 'user', scope: 'orgs:read' })
  @Operation({
    id: 'listApiKeys',
    summary: 'List the API keys that I may manage',
    description:
      'Newest first. The list has the caller’s own keys. For an OrganizationAdmin, it also has the keys of the service accounts of the organization of the request. If an API key calls, the list has only keys for its own organization.',
    returns: ApiKeyPageDto,
    problems: [InvalidMarker],
  })
  async list(@CurrentUser() principal: UserPrincipal, @Query() query: MarkerQueryDto): Promise<ApiKeyPageDto> {
    return presentApiKeyPage(await this.apiKeys.list(principal, query));
  }

  @Post()
  @Access({ caller: 'session', recent: 'stepUp' })
  @Operation({
    id: 'mintApiKey',
    summary: 'Create an API key',
    description:
      'The key acts as the caller, or as the service account, in one organization. It is limited by its scopes and by the present roles of its owner. Only an OrganizationAdmin can create a key for a service account.',
    returns: created(MintedApiKeyDto),
    problems: [OrganizationRequired, InsufficientRole, ServiceAccountNotFound, TooManyApiKeys],
  })
  async mint(@CurrentUser() principal: UserPrincipal, @Body() request: MintApiKeyDto): Promise<MintedApiKeyDto> {
    return presentMintedApiKey(await this.apiKeys.mint(principal, request));
  }

  @Delete(':id')
  @Access({ caller: 'session', recent: 'stepUp' })
  @Operation({
    id: 'revokeApiKey',
    summary: 'Revoke an API key',
    description: 'The key stops working at once.',
    returns: noContent(),
    problems: [ValidationFailed, ApiKeyNotFound],
  })
  async revoke(@CurrentUser() principal: UserPrincipal, @Param() { id }: ApiKeyParamsDto): Promise<void> {
    await this.apiKeys.revoke(principal, id);
  }
}
