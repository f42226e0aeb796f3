import { Module } from '@nestjs/common';
import { HealthController } from './health.controller.js';

/** Tells operators and load balancers how the process is. */
@Module({ controllers: [HealthController] })
export class HealthModule {}
