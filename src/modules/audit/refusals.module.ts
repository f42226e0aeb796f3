import { Global, Module } from '@nestjs/common';
import { ProblemObserver } from '../../core/problems/problem-observer.js';
import { AuditModule } from './audit.module.js';
import { RefusalLog } from './refusal-log.service.js';

/** Traces of refused rights. Global: the problem filter reports to it. */
@Global()
@Module({
  imports: [AuditModule],
  providers: [RefusalLog, { provide: ProblemObserver, useExisting: RefusalLog }],
  exports: [ProblemObserver, RefusalLog],
})
export class RefusalsModule {}
