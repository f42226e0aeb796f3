import { Module } from '@nestjs/common';
import { AuditLogService } from './audit-log.service.js';
import { AuditService } from './audit.service.js';
import { AccountAuditController } from './http/account.controller.js';

/** Audit events: the action, the actor and the target. */
@Module({
  controllers: [AccountAuditController],
  providers: [AuditLogService, AuditService],
  exports: [AuditService],
})
export class AuditModule {}
