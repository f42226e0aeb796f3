import { Module } from '@nestjs/common';
import { MembershipsModule } from '../memberships/memberships.module.js';
import { ServiceAccountsModule } from '../service-accounts/service-accounts.module.js';
import { SessionsModule } from '../sessions/sessions.module.js';
import { AccountMeController } from './http/account.controller.js';
import { ContextMeController } from './http/context.controller.js';
import { DirectoryMeController } from './http/directory.controller.js';
import { ProfileMeController } from './http/profile.controller.js';
import { MeService } from './me.service.js';

/** The signed-in person's own profile, in each contract's words. */
@Module({
  imports: [MembershipsModule, ServiceAccountsModule, SessionsModule],
  controllers: [AccountMeController, ContextMeController, DirectoryMeController, ProfileMeController],
  providers: [MeService],
})
export class MeModule {}
