import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import { CurrentMembership, CurrentOrganization, CurrentUser } from '../../../access/caller.decorators.js';
import { InOrganization, Scope, UserOnly } from '../../../access/declarations.js';
import type { OrganizationAccess, UserPrincipal } from '../../../access/principal.js';
import { PrefixedIdPipe } from '../../../core/ids/prefixed-id.pipe.js';
import { Operation, Problems } from '../../../core/openapi/operation.js';
import { IntegrationExists, IntegrationNotFound } from '../integrations.problems.js';
import { IntegrationsService } from '../integrations.service.js';
import { AppIntegrationDto, CreateAppIntegrationDto } from './app.dto.js';
import { presentAppIntegration } from './app.presenter.js';

@ApiTags('Integrations')
@Controller('api/v1/app/user/integrations')
export class AppIntegrationsController {
  constructor(private readonly integrations: IntegrationsService) {}

  @Get()
  @UserOnly()
  @InOrganization('header')
  @Scope('projects:read')
  @Operation('listAppIntegrations', 'List my integrations', 'In the order of their creation.')
  @ApiOkResponse({ type: [AppIntegrationDto] })
  async list(
    @CurrentOrganization() organization: OrganizationAccess,
    @CurrentMembership() membershipId: string,
  ): Promise<AppIntegrationDto[]> {
    const integrations = await this.integrations.list(membershipId);
    return integrations.map((integration) => presentAppIntegration(integration, organization));
  }

  @Post()
  @UserOnly()
  @InOrganization('header')
  @Scope('projects:write')
  @Operation('createAppIntegration', 'Connect another product', 'One of each type.')
  @Problems(IntegrationExists)
  @ApiCreatedResponse({ type: AppIntegrationDto })
  async create(
    @CurrentUser() principal: UserPrincipal,
    @CurrentOrganization() organization: OrganizationAccess,
    @CurrentMembership() membershipId: string,
    @Body() { type, credentials }: CreateAppIntegrationDto,
  ): Promise<AppIntegrationDto> {
    const integration = await this.integrations.create(principal, membershipId, type, credentials);
    return presentAppIntegration(integration, organization);
  }

  @Delete(':integrationID')
  @HttpCode(204)
  @UserOnly()
  @InOrganization('header')
  @Scope('projects:write')
  @Operation('deleteAppIntegration', 'Delete an integration of mine', 'Its credentials go with it.')
  @ApiParam({ name: 'integrationID', description: '`conf_…`, or the UUID' })
  @Problems(IntegrationNotFound)
  @ApiNoContentResponse()
  async remove(
    @CurrentUser() principal: UserPrincipal,
    @CurrentMembership() membershipId: string,
    @Param('integrationID', new PrefixedIdPipe('conf')) id: string | undefined,
  ): Promise<void> {
    await this.integrations.remove(principal, membershipId, id);
  }
}
