import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import { CurrentOrganization } from '../../../access/caller.decorators.js';
import { Authenticated, InOrganization, Permitted, WhileArchived } from '../../../access/declarations.js';
import type { OrganizationAccess } from '../../../access/principal.js';
import { Operation, Problems } from '../../../core/openapi/operation.js';
import { InvalidMarker } from '../../../core/problems/common.problems.js';
import { AuditLogService } from '../audit-log.service.js';
import { AuditPageDto, AuditQueryDto } from './account.dto.js';
import { presentAuditPage } from './account.presenter.js';

@ApiTags('Organizations')
@Controller('api/v1/orgs/:slug/audit')
export class AccountAuditController {
  constructor(private readonly log: AuditLogService) {}

  @Get()
  @Authenticated()
  @InOrganization('path')
  @WhileArchived()
  @Permitted('orgs:read')
  @Operation(
    'listAudit',
    'List what was done in an organization',
    'Newest first. What people do to their own accounts is not in it, and what was erased with an account stays erased.',
  )
  @ApiParam({ name: 'slug', example: 'auroralabs' })
  @Problems(InvalidMarker)
  @ApiOkResponse({ type: AuditPageDto })
  async list(
    @CurrentOrganization() organization: OrganizationAccess,
    @Query() { limit, marker, ...filter }: AuditQueryDto,
  ): Promise<AuditPageDto> {
    return presentAuditPage(await this.log.list(organization, filter, { limit, marker }));
  }
}
