import { Module } from '@nestjs/common';
import { AuditService } from './audit.service.js';

/** What was done, by whom, to what. */
@Module({ providers: [AuditService], exports: [AuditService] })
export class AuditModule {}
