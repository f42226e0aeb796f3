import { Module } from '@nestjs/common';
import { AppUsersController } from './http/app.controller.js';
import { MembersService } from './members.service.js';

/** The users of an organization, for those who administer them. */
@Module({ controllers: [AppUsersController], providers: [MembersService] })
export class UsersModule {}
