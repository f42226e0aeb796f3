import { Module } from '@nestjs/common';
import { SessionsModule } from '../sessions/sessions.module.js';
import { AccountMembershipsController } from './http/account.controller.js';
import { ContextMembershipsController } from './http/context.controller.js';
import { MembershipsService } from './memberships.service.js';

/** Who belongs to which organization, and which one a session is about. */
@Module({
  imports: [SessionsModule],
  controllers: [AccountMembershipsController, ContextMembershipsController],
  providers: [MembershipsService],
  exports: [MembershipsService],
})
export class MembershipsModule {}
