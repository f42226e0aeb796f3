import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { MembershipRulesModule } from '../memberships/membership-rules.module.js';
import { OrganizationCreationService } from './organization-creation.service.js';

/** The creation of organizations. It is separate from the rest of them, because the registration needs it. */
@Module({
  imports: [AuditModule, MembershipRulesModule],
  providers: [OrganizationCreationService],
  exports: [OrganizationCreationService],
})
export class OrganizationCreationModule {}
