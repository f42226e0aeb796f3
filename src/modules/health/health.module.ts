import { Module } from '@nestjs/common';
import { EmailsModule } from '../emails/emails.module.js';
import { HealthController } from './health.controller.js';

/** Reports the state of the process to operators and load balancers. */
@Module({ imports: [EmailsModule], controllers: [HealthController] })
export class HealthModule {}
