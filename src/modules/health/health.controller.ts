import { Controller, Get, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { Access } from '../../access/access.decorator.js';
import { Identification } from '../../access/identification.js';
import { Operation } from '../../core/openapi/operation.js';
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
  @Access({ caller: 'anyone' })
  @Operation({
    id: 'isLive',
    summary: 'Check whether the process runs',
    description: 'Use it to restart a process that hangs. It does not query the database.',
    returns: HealthDto,
  })
  live(): HealthDto {
    return { status: 'ok' };
  }

  @Get('ready')
  @Access({ caller: 'anyone' })
  @Operation({
    id: 'isReady',
    summary: 'Check whether requests are answered',
    description:
      'Use it for load balancers. It succeeds when the database is migrated and answers. With the root key, the answer has details.',
    returns: ReadinessDto,
    problems: [Unavailable],
  })
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
