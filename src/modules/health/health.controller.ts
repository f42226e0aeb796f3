import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Public } from '../../access/declarations.js';
import { Operation, Problems } from '../../core/openapi/operation.js';
import { Readiness, unavailable } from '../../core/http/readiness.js';
import { Database } from '../../core/prisma/database.js';
import { Unavailable } from '../../core/problems/common.problems.js';
import { HealthDto } from './health.dto.js';

@ApiTags('Health')
@Controller('health')
export class HealthController {
  constructor(
    private readonly readiness: Readiness,
    private readonly database: Database,
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
  @Operation('isReady', 'Whether requests are answered', 'For load balancers: the database is migrated and answers.')
  @Problems(Unavailable)
  @ApiOkResponse({ type: HealthDto })
  async ready(): Promise<HealthDto> {
    if (!this.readiness.isReady) {
      throw unavailable();
    }
    await this.database.ping();
    return { status: 'ok' };
  }
}
