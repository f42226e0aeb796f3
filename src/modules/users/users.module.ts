import { Module } from '@nestjs/common';
import { AccountDeletionModule } from '../account-deletion/account-deletion.module.js';
import { AuditModule } from '../audit/audit.module.js';
import { EmailsModule } from '../emails/emails.module.js';
import { FilesModule } from '../files/files.module.js';
import { MailsModule } from '../mails/mails.module.js';
import { MembershipChangesModule } from '../memberships/membership-changes.module.js';
import { MembershipRulesModule } from '../memberships/membership-rules.module.js';
import { OneTimeTokensModule } from '../one-time-tokens/one-time-tokens.module.js';
import { SessionsModule } from '../sessions/sessions.module.js';
import { BulkProvisioningService } from './imports/bulk-provisioning.service.js';
import { ExportService } from './members/export.service.js';
import { AppUserAdministrationController } from './http/app-administration.controller.js';
import { AppUsersController } from './http/app.controller.js';
import { DirectoryCredentialsController } from './http/directory-credentials.controller.js';
import { DirectoryUserSessionsController } from './http/directory-sessions.controller.js';
import { DirectoryImportController } from './http/directory-import.controller.js';
import { DirectoryUsersController } from './http/directory-users.controller.js';
import { ImportService } from './imports/import.service.js';
import { ImportWelcomeService } from './imports/import-welcome.service.js';
import { ManagedAccountsService } from './administration/managed-accounts.service.js';
import { ManagedSessionsService } from './administration/managed-sessions.service.js';
import { MemberAdministrationService } from './administration/member-administration.service.js';
import { MembersService } from './members.service.js';
import { ProfilesService } from './profiles.service.js';
import { ProvisioningService } from './provisioning/provisioning.service.js';
import { UsersService } from './members/users.service.js';
import { WelcomeService } from './provisioning/welcome.service.js';

/** The users of an organization, for its administrators. */
@Module({
  imports: [
    AccountDeletionModule,
    AuditModule,
    EmailsModule,
    FilesModule,
    MailsModule,
    MembershipChangesModule,
    OneTimeTokensModule,
    MembershipRulesModule,
    SessionsModule,
  ],
  controllers: [
    AppUserAdministrationController,
    AppUsersController,
    DirectoryCredentialsController,
    // Before the one that would take the words in their paths for ids.
    DirectoryImportController,
    DirectoryUsersController,
    DirectoryUserSessionsController,
  ],
  providers: [
    BulkProvisioningService,
    ExportService,
    ImportService,
    ImportWelcomeService,
    ManagedAccountsService,
    ManagedSessionsService,
    MemberAdministrationService,
    MembersService,
    ProfilesService,
    ProvisioningService,
    UsersService,
    WelcomeService,
  ],
  exports: [MembersService, ProfilesService],
})
export class UsersModule {}
