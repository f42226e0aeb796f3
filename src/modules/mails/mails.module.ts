import { Module } from '@nestjs/common';
import { MailBudgetService } from './mail-budget.service.js';
import { MailsService } from './mails.service.js';
import { SecurityNoticesService } from './security-notices.service.js';

/** Mails to people: their texts, their form, their limits, and their way into the queue. */
@Module({
  providers: [MailBudgetService, MailsService, SecurityNoticesService],
  exports: [MailBudgetService, MailsService, SecurityNoticesService],
})
export class MailsModule {}
