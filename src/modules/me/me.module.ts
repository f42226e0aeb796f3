import { Module } from '@nestjs/common';
import { AccountDeletionModule } from '../account-deletion/account-deletion.module.js';
import { AuditModule } from '../audit/audit.module.js';
import { EmailsModule } from '../emails/emails.module.js';
import { FilesModule } from '../files/files.module.js';
import { MembershipsModule } from '../memberships/memberships.module.js';
import { ServiceAccountsModule } from '../service-accounts/service-accounts.module.js';
import { SessionsModule } from '../sessions/sessions.module.js';
import { UsersModule } from '../users/users.module.js';
import { AvatarService } from './avatar.service.js';
import { AccountAvatarController } from './http/account-avatar.controller.js';
import { AccountExportController } from './http/account-export.controller.js';
import { AccountMeController } from './http/account.controller.js';
import { ContextMeController } from './http/context.controller.js';
import { DirectoryMeController } from './http/directory.controller.js';
import { ProfileMeController } from './http/profile.controller.js';
import { MeService } from './me.service.js';
import { PersonalDataService } from './personal-data.service.js';

/** The signed-in person's own profile, in each contract's words. */
@Module({
  imports: [
    AccountDeletionModule,
    AuditModule,
    EmailsModule,
    FilesModule,
    MembershipsModule,
    ServiceAccountsModule,
    SessionsModule,
    UsersModule,
  ],
  controllers: [
    AccountAvatarController,
    AccountExportController,
    AccountMeController,
    ContextMeController,
    DirectoryMeController,
    ProfileMeController,
  ],
  providers: [AvatarService, MeService, PersonalDataService],
  exports: [MeService],
})
export class MeModule {}
