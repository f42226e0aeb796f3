import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { RolesModule } from '../memberships/roles.module.js';
import { FoundingService } from './founding.service.js';

/** How organizations come to be; apart from the rest of them, because signing up needs it. */
@Module({
  imports: [AuditModule, RolesModule],
  providers: [FoundingService],
  exports: [FoundingService],
})
export class FoundingModule {}
