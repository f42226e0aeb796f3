import { Module } from '@nestjs/common';
import { AccountAccessModule } from '../account-access/account-access.module.js';
import { AuditModule } from '../audit/audit.module.js';
import { FilesModule } from '../files/files.module.js';
import { InvitationSendersModule } from '../invitations/invitation-senders.module.js';
import { MailsModule } from '../mails/mails.module.js';
import { MembershipRulesModule } from '../memberships/membership-rules.module.js';
import { OneTimeTokensModule } from '../one-time-tokens/one-time-tokens.module.js';
import { AccountBelongings } from './account-belongings.js';
import { AccountDeletionService } from './account-deletion.service.js';
import { AccountPurge } from './account-purge.js';

/** The deletion of an account: it is unusable at once, and erased after a delay. */
@Module({
  imports: [
    AccountAccessModule,
    AuditModule,
    FilesModule,
    InvitationSendersModule,
    MailsModule,
    OneTimeTokensModule,
    MembershipRulesModule,
  ],
  providers: [AccountBelongings, AccountDeletionService, AccountPurge],
  exports: [AccountDeletionService],
})
export class AccountDeletionModule {}
