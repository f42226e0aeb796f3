import { Module } from '@nestjs/common';
import { AccountAccessService } from './account-access.service.js';

/** What opens an account. */
@Module({ providers: [AccountAccessService], exports: [AccountAccessService] })
export class AccountAccessModule {}
