import { Module } from '@nestjs/common';
import { DirectoryMyTeamsController } from './http/directory.controller.js';
import { TeamsService } from './teams.service.js';

/** Teams and who is in them. */
@Module({ controllers: [DirectoryMyTeamsController], providers: [TeamsService], exports: [TeamsService] })
export class TeamsModule {}
