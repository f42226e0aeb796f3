import { Body, Controller, Delete, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentMembership, CurrentOrganization, CurrentUser } from '../../../access/caller.decorators.js';
import { Access } from '../../../access/access.decorator.js';
import type { OrganizationAccess, UserPrincipal } from '../../../access/principal.js';
import { APP, INTEGRATION_ID, INTEGRATION_PARAM } from '../../../contracts/app.js';
import { created, noContent, Operation } from '../../../core/openapi/operation.js';
import { IntegrationExists, IntegrationNotFound } from '../integrations.problems.js';
import { IntegrationsService } from '../integrations.service.js';
import { AppIntegrationDto, CreateAppIntegrationDto } from './app.dto.js';
import { presentAppIntegration } from './app.presenter.js';

@ApiTags('Integrations')
@Controller(APP.path('user/integrations'))
export class AppIntegrationsController {
  constructor(private readonly integrations: IntegrationsService) {}

  @Get()
  @Access({ caller: 'user', organization: APP.organization, scope: 'projects:read' })
  @Operation({
    id: 'listAppIntegrations',
    summary: 'List my integrations',
    description: 'Ordered by creation time.',
    returns: [AppIntegrationDto],
  })
  async list(
    @CurrentOrganization() organization: OrganizationAccess,
    @CurrentMembership() membershipId: string,
  ): Promise<AppIntegrationDto[]> {
    const integrations = await this.integrations.list(membershipId);
    return integrations.map((integration) => presentAppIntegration(integration, organization));
  }

  @Post()
  @Access({ caller: 'user', organization: APP.organization, scope: 'projects:write' })
  @Operation({
    id: 'createAppIntegration',
    summary: 'Connect another product',
    description: 'A user can have one integration of each type in an organization.',
    returns: created(AppIntegrationDto),
    problems: [IntegrationExists],
  })
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
  @Access({ caller: 'user', organization: APP.organization, scope: 'projects:write' })
  @Operation({
    id: 'deleteAppIntegration',
    summary: 'Delete an integration of mine',
    description: 'Its credentials are deleted as well.',
    params: [INTEGRATION_PARAM],
    returns: noContent(),
    problems: [IntegrationNotFound],
  })
  async remove(
    @CurrentUser() principal: UserPrincipal,
    @CurrentMembership() membershipId: string,
    @Param('integrationID', INTEGRATION_ID) id: string | undefined,
  ): Promise<void> {
    await this.integrations.remove(principal, membershipId, id);
  }
}
