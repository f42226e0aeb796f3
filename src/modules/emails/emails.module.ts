import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { MailsModule } from '../mails/mails.module.js';
import { OneTimeTokensModule } from '../one-time-tokens/one-time-tokens.module.js';
import { EmailsService } from './emails.service.js';
import { DirectoryEmailsController } from './http/directory.controller.js';
import { MailboxProofs } from './mailbox-proofs.js';

/** The e-mail addresses of accounts: added, verified, made primary, removed. */
@Module({
  imports: [AuditModule, MailsModule, OneTimeTokensModule],
  controllers: [DirectoryEmailsController],
  providers: [EmailsService, MailboxProofs],
  exports: [EmailsService, MailboxProofs],
})
export class EmailsModule {}
