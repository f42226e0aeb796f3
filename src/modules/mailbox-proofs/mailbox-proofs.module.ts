import { Module } from '@nestjs/common';
import { AccountAccessModule } from '../account-access/account-access.module.js';
import { ApiKeysModule } from '../api-keys/api-keys.module.js';
import { AuditModule } from '../audit/audit.module.js';
import { OneTimeTokensModule } from '../one-time-tokens/one-time-tokens.module.js';
import { MailboxProofsService } from './mailbox-proofs.service.js';

/** The proof that a mailbox belongs to the owner of an account, and what it ends. */
@Module({
  imports: [AccountAccessModule, ApiKeysModule, AuditModule, OneTimeTokensModule],
  providers: [MailboxProofsService],
  exports: [MailboxProofsService],
})
export class MailboxProofsModule {}
