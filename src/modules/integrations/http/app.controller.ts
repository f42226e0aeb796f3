import { Body, Controller, Delete, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentMembership, CurrentOrganization, CurrentUser } from '../../../access/caller.decorators.js';
import { Access } from '../../../access/access.decorator.js';
import type { OrganizationAccess, UserPrincipal } from '../../../access/principal.js';
import { PrefixedIdPipe } from '../../../core/ids/prefixed-id.pipe.js';
import { created, noContent, Operation } from '../../../core/openapi/operation.js';
import { IntegrationExists, IntegrationNotFound } from '../integrations.problems.js';
import { IntegrationsService } from '../integrations.service.js';
import { AppIntegrationDto, CreateAppIntegrationDto } from './app.dto.js';
import { presentAppIntegration } from './app.presenter.js';

@ApiTags('Integrations')
@Controller('api/v1/app/user/integrations')
export class AppIntegrationsController {
  constructor(private readonly integrations: IntegrationsService) {}

  @Get()
  @Access({ caller: 'user', organization: 'header', scope: 'projects:read' })
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
  @Access({ caller: 'user', organization: 'header', scope: 'projects:write' })
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
  @Access({ caller: 'user', organization: 'header', scope: 'projects:write' })
  @Operation({
    id: 'deleteAppIntegration',
    summary: 'Delete an integration of mine',
    description: 'Its credentials are deleted as well.',
    params: [{ name: 'integrationID', description: '`conf_…`, or the UUID' }],
    returns: noContent(),
    problems: [IntegrationNotFound],
  })
  async remove(
    @CurrentUser() principal: UserPrincipal,
    @CurrentMembership() membershipId: string,
    @Param('integrationID', new PrefixedIdPipe('conf')) id: string | undefined,
  ): Promise<void> {
    await this.integrations.remove(principal, membershipId, id);
  }
}
