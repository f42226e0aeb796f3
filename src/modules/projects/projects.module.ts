import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { RolesModule } from '../roles/roles.module.js';
import { UsersModule } from '../users/users.module.js';
import { ArtifactContentsService } from './artifact-contents.service.js';
import { ArtifactsService } from './artifacts.service.js';
import { AppArtifactsController } from './http/app-artifacts.controller.js';
import { AppProjectMembersController } from './http/app-members.controller.js';
import { AppPinsController } from './http/app-pins.controller.js';
import { AppUserProjectsController } from './http/app-users.controller.js';
import { AppProjectsController } from './http/app.controller.js';
import { ProjectAccess } from './project-access.js';
import { ProjectMembersService } from './project-members.service.js';
import { ProjectPinsService } from './project-pins.service.js';
import { ProjectsService } from './projects.service.js';

/** The projects of an organization, with their members and their contents. */
@Module({
  imports: [AuditModule, RolesModule, UsersModule],
  controllers: [
    AppProjectsController,
    AppUserProjectsController,
    AppProjectMembersController,
    AppPinsController,
    AppArtifactsController,
  ],
  providers: [
    ArtifactContentsService,
    ArtifactsService,
    ProjectAccess,
    ProjectMembersService,
    ProjectPinsService,
    ProjectsService,
  ],
  exports: [ArtifactContentsService],
})
export class ProjectsModule {}
