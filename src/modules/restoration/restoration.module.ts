import { Module } from '@nestjs/common';
import { AccountAccessModule } from '../account-access/account-access.module.js';
import { InvitationsModule } from '../invitations/invitations.module.js';
import { MembershipRulesModule } from '../memberships/membership-rules.module.js';
import { OrganizationsModule } from '../organizations/organizations.module.js';
import { AccountRestorationController } from './http/account.controller.js';
import { RestorationService } from './restoration.service.js';

/** Brings organizations back into use. Apart from the other routes of organizations, because it invites. */
@Module({
  imports: [AccountAccessModule, InvitationsModule, OrganizationsModule, MembershipRulesModule],
  controllers: [AccountRestorationController],
  providers: [RestorationService],
})
export class RestorationModule {}
