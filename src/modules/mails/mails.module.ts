import { Module } from '@nestjs/common';
import { MailBudgetService } from './mail-budget.service.js';
import { MailsService } from './mails.service.js';

/** Mails to people: their texts, their form, their limits, and their way into the queue. */
@Module({ providers: [MailBudgetService, MailsService], exports: [MailBudgetService, MailsService] })
export class MailsModule {}
