import { Module } from '@nestjs/common';
import { EmailsModule } from '../emails/emails.module.js';
import { HealthController } from './health.controller.js';

/** Tells operators and load balancers how the process is. */
@Module({ imports: [EmailsModule], controllers: [HealthController] })
export class HealthModule {}
