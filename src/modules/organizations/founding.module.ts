import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { RolesModule } from '../memberships/roles.module.js';
import { FoundingService } from './founding.service.js';

/** The creation of organizations. It is separate from the rest of them, because the registration needs it. */
@Module({
  imports: [AuditModule, RolesModule],
  providers: [FoundingService],
  exports: [FoundingService],
})
export class FoundingModule {}
