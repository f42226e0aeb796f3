import { Module } from '@nestjs/common';
import { OneTimeTokensService } from './one-time-tokens.service.js';

/** Secrets to be used once: in links of mails, for a second factor, as a challenge. */
@Module({ providers: [OneTimeTokensService], exports: [OneTimeTokensService] })
export class OneTimeTokensModule {}
