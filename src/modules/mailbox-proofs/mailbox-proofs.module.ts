import { Module } from '@nestjs/common';
import { ApiKeysModule } from '../api-keys/api-keys.module.js';
import { AuditModule } from '../audit/audit.module.js';
import { OneTimeTokensModule } from '../one-time-tokens/one-time-tokens.module.js';
import { AccountAccessService } from './account-access.service.js';
import { MailboxProofsService } from './mailbox-proofs.service.js';

/** The proof that a mailbox belongs to the owner of an account, and what it ends. */
@Module({
  imports: [ApiKeysModule, AuditModule, OneTimeTokensModule],
  providers: [AccountAccessService, MailboxProofsService],
  exports: [AccountAccessService, MailboxProofsService],
})
export class MailboxProofsModule {}
