import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentOrganization } from '../../../access/caller.decorators.js';
import { Access } from '../../../access/access.decorator.js';
import type { OrganizationAccess } from '../../../access/principal.js';
import { ACCOUNT, SLUG_PARAM } from '../../../contracts/account.js';
import { Operation } from '../../../core/openapi/operation.js';
import { InvalidMarker } from '../../../core/problems/common.problems.js';
import { AuditLogService } from '../audit-log.service.js';
import { AuditPageDto, AuditQueryDto } from './account.dto.js';
import { presentAuditPage } from './account.presenter.js';

@ApiTags('Organizations')
@Controller(ACCOUNT.path('orgs/:slug/audit'))
export class AccountAuditController {
  constructor(private readonly log: AuditLogService) {}

  @Get()
  @Access({ caller: 'authenticated', organization: ACCOUNT.organization, permission: 'orgs:read', whileArchived: true })
  @Operation({
    id: 'listAudit',
    summary: 'List the audit events of an organization',
    description:
      'Newest first. The list omits changes that users make to their own accounts, and data that was erased with an account. Sign-ins of accounts that the organization manages are listed (`session.opened`), and so is the first failure of each kind and hour (`authentication.failed`).',
    params: [SLUG_PARAM],
    returns: AuditPageDto,
    problems: [InvalidMarker],
  })
  async list(
    @CurrentOrganization() organization: OrganizationAccess,
    @Query() { limit, marker, ...filter }: AuditQueryDto,
  ): Promise<AuditPageDto> {
    return presentAuditPage(await this.log.list(organization, filter, { limit, marker }));
  }
}
