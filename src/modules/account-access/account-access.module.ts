import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { AccountAccessService } from './account-access.service.js';
import { ApiKeyRevocationService } from './api-key-revocation.service.js';

/** What opens an account. */
@Module({
  imports: [AuditModule],
  providers: [AccountAccessService, ApiKeyRevocationService],
  exports: [AccountAccessService, ApiKeyRevocationService],
})
export class AccountAccessModule {}
