import { Module } from '@nestjs/common';
import { AccountAccessModule } from '../account-access/account-access.module.js';
import { AccountDeletionModule } from '../account-deletion/account-deletion.module.js';
import { AuditModule } from '../audit/audit.module.js';
import { MailboxProofsModule } from '../mailbox-proofs/mailbox-proofs.module.js';
import { MailsModule } from '../mails/mails.module.js';
import { OneTimeTokensModule } from '../one-time-tokens/one-time-tokens.module.js';
import { EmailsService } from './emails.service.js';
import { DirectoryEmailsController } from './http/directory.controller.js';
import { StoredAddressesService } from './stored-addresses.service.js';
import { UnprovedHolders } from './unproved-holders.js';

/** The e-mail addresses of accounts: added, verified, made primary, removed. */
@Module({
  imports: [
    AccountAccessModule,
    AccountDeletionModule,
    AuditModule,
    MailboxProofsModule,
    MailsModule,
    OneTimeTokensModule,
  ],
  controllers: [DirectoryEmailsController],
  providers: [EmailsService, StoredAddressesService, UnprovedHolders],
  exports: [EmailsService, StoredAddressesService],
})
export class EmailsModule {}
