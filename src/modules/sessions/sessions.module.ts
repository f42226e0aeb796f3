import { Module } from '@nestjs/common';
import { AccountSessionsController } from './http/account.controller.js';
import { DeviceCookie } from './http/device.js';
import { DirectoryLoginsController } from './http/directory.controller.js';
import { IdentityService } from './identity.service.js';
import { SessionsService } from './sessions.service.js';
import { SignInService } from './sign-in.service.js';

/** Signing in, and the logins that come of it. */
@Module({
  controllers: [AccountSessionsController, DirectoryLoginsController],
  providers: [DeviceCookie, IdentityService, SessionsService, SignInService],
  exports: [SessionsService],
})
export class SessionsModule {}
