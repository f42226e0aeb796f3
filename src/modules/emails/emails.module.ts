import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { MailboxProofsModule } from '../mailbox-proofs/mailbox-proofs.module.js';
import { MailsModule } from '../mails/mails.module.js';
import { OneTimeTokensModule } from '../one-time-tokens/one-time-tokens.module.js';
import { EmailsService } from './emails.service.js';
import { DirectoryEmailsController } from './http/directory.controller.js';
import { StoredAddressesService } from './stored-addresses.service.js';

/** The e-mail addresses of accounts: added, verified, made primary, removed. */
@Module({
  imports: [AuditModule, MailboxProofsModule, MailsModule, OneTimeTokensModule],
  controllers: [DirectoryEmailsController],
  providers: [EmailsService, StoredAddressesService],
  exports: [EmailsService, StoredAddressesService],
})
export class EmailsModule {}
