import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentUser } from '../../../access/caller.decorators.js';
import { Access } from '../../../access/access.decorator.js';
import type { UserPrincipal } from '../../../access/principal.js';
import { CONTEXT } from '../../../contracts/context.js';
import { Operation } from '../../../core/openapi/operation.js';
import { OrganizationsService } from '../organizations.service.js';
import { CurrentOrganizationEnvelopeDto } from './context.dto.js';
import { presentCurrentOrganization } from './context.presenter.js';

@ApiTags('Organizations')
@Controller(CONTEXT.path('me/current-organization'))
export class ContextOrganizationController {
  constructor(private readonly organizations: OrganizationsService) {}

  @Get()
  @Access({ caller: 'session', duringPasswordChange: true })
  @Operation({
    id: 'getCurrentOrganization',
    summary: 'Describe my active organization',
    returns: CurrentOrganizationEnvelopeDto,
  })
  async current(@CurrentUser() { organization }: UserPrincipal): Promise<CurrentOrganizationEnvelopeDto> {
    return {
      data:
        organization && presentCurrentOrganization(await this.organizations.get(organization.id), organization.role),
    };
  }
}
