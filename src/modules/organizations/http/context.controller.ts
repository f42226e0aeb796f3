import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentUser } from '../../../access/caller.decorators.js';
import { DuringPasswordChange, SessionOnly } from '../../../access/declarations.js';
import type { UserPrincipal } from '../../../access/principal.js';
import { Operation } from '../../../core/openapi/operation.js';
import { OrganizationsService } from '../organizations.service.js';
import { CurrentOrganizationEnvelopeDto } from './context.dto.js';
import { presentCurrentOrganization } from './context.presenter.js';

@ApiTags('Organizations')
@Controller('api/me/current-organization')
export class ContextOrganizationController {
  constructor(private readonly organizations: OrganizationsService) {}

  @Get()
  @SessionOnly()
  @DuringPasswordChange()
  @Operation('getCurrentOrganization', 'Describe my active organization')
  @ApiOkResponse({ type: CurrentOrganizationEnvelopeDto })
  async current(@CurrentUser() { organization }: UserPrincipal): Promise<CurrentOrganizationEnvelopeDto> {
    return {
      data:
        organization && presentCurrentOrganization(await this.organizations.get(organization.id), organization.role),
    };
  }
}
