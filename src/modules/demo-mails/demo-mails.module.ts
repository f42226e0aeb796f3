import { Module } from '@nestjs/common';
import { DemoMailsService } from './demo-mails.service.js';
import { DemoMailsController } from './demo-mails.controller.js';

/** The mails of a demo as pages, for a person who tries Atrium out without a mail program. */
@Module({ controllers: [DemoMailsController], providers: [DemoMailsService] })
export class DemoMailsModule {}
