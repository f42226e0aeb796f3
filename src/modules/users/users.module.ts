import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { FilesModule } from '../files/files.module.js';
import { RolesModule } from '../memberships/roles.module.js';
import { SessionsModule } from '../sessions/sessions.module.js';
import { AccountBelongings } from './account-belongings.js';
import { AccountDeletionService } from './account-deletion.service.js';
import { AccountPurge } from './account-purge.js';
import { AppUsersController } from './http/app.controller.js';
import { DirectoryCredentialsController } from './http/directory-credentials.controller.js';
import { ManagedAccountsService } from './managed-accounts.service.js';
import { MembersService } from './members.service.js';

/** The users of an organization, for those who administer them. */
@Module({
  imports: [AuditModule, FilesModule, RolesModule, SessionsModule],
  controllers: [AppUsersController, DirectoryCredentialsController],
  providers: [AccountBelongings, AccountDeletionService, AccountPurge, ManagedAccountsService, MembersService],
  exports: [AccountDeletionService],
})
export class UsersModule {}
