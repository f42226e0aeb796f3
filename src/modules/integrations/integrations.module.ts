import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { RolesModule } from '../roles/roles.module.js';
import { AppIntegrationsController } from './http/app.controller.js';
import { IntegrationsService } from './integrations.service.js';

/** What members have connected to other products. */
@Module({
  imports: [AuditModule, RolesModule],
  controllers: [AppIntegrationsController],
  providers: [IntegrationsService],
})
export class IntegrationsModule {}
