import { Module } from '@nestjs/common';
import { MailsService } from './mails.service.js';

/** Mails to people: their texts, their form, and their way into the queue. */
@Module({ providers: [MailsService], exports: [MailsService] })
export class MailsModule {}
