import { Controller, Get, Req } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { Public } from '../../access/declarations.js';
import { Identification } from '../../access/identification.js';
import { Operation, Problems } from '../../core/openapi/operation.js';
import { Readiness, unavailable } from '../../core/http/readiness.js';
import { Database } from '../../core/prisma/database.js';
import { Unavailable } from '../../core/problems/common.problems.js';
import { StoredAddressesService } from '../emails/stored-addresses.service.js';
import { HealthDto, type ReadinessDetailsDto, ReadinessDto } from './health.dto.js';

@ApiTags('Health')
@Controller('health')
export class HealthController {
  constructor(
    private readonly readiness: Readiness,
    private readonly database: Database,
    private readonly identification: Identification,
    private readonly addresses: StoredAddressesService,
  ) {}

  @Get('live')
  @Public()
  @Operation('isLive', 'Whether the process runs', 'For restarting a process that hangs; does not ask the database.')
  @ApiOkResponse({ type: HealthDto })
  live(): HealthDto {
    return { status: 'ok' };
  }

  @Get('ready')
  @Public()
  @Operation(
    'isReady',
    'Whether requests are answered',
    'For load balancers: the database is migrated and answers. The root key is given details as well.',
  )
  @Problems(Unavailable)
  @ApiOkResponse({ type: ReadinessDto })
  async ready(@Req() request: Request): Promise<ReadinessDto> {
    if (!this.readiness.isReady) {
      throw unavailable();
    }
    await this.database.ping();
    const isRoot = this.identification.credentialOf(request)?.kind === 'root';
    return isRoot ? { status: 'ok', details: this.details() } : { status: 'ok' };
  }

  private details(): ReadinessDetailsDto {
    return { addressConflicts: this.addresses.conflicts.map(({ userIds }) => ({ userIds: [...userIds] })) };
  }
}
