import { Module } from '@nestjs/common';
import { SessionsModule } from '../sessions/sessions.module.js';
import { AppUsersController } from './http/app.controller.js';
import { DirectoryCredentialsController } from './http/directory-credentials.controller.js';
import { ManagedAccountsService } from './managed-accounts.service.js';
import { MembersService } from './members.service.js';

/** The users of an organization, for those who administer them. */
@Module({
  imports: [SessionsModule],
  controllers: [AppUsersController, DirectoryCredentialsController],
  providers: [ManagedAccountsService, MembersService],
})
export class UsersModule {}
