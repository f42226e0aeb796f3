import { type DynamicModule, Module } from '@nestjs/common';
import { AccessModule } from './access/access.module.js';
import type { Config } from './core/config/config.js';
import { CONTRACTS } from './contracts/contracts.js';
import { CoreModule } from './core/core.module.js';
import { ErrorFormats } from './core/problems/error-format.js';
import { ApiKeysModule } from './modules/api-keys/api-keys.module.js';
import { RefusalsModule } from './modules/audit/refusals.module.js';
import { DemoMailsModule } from './modules/demo-mails/demo-mails.module.js';
import { DemoModule } from './modules/demo/demo.module.js';
import { FilesModule } from './modules/files/files.module.js';
import { HealthModule } from './modules/health/health.module.js';
import { IntegrationsModule } from './modules/integrations/integrations.module.js';
import { InvitationsModule } from './modules/invitations/invitations.module.js';
import { LocalizationModule } from './modules/localization/localization.module.js';
import { MeModule } from './modules/me/me.module.js';
import { MembershipsModule } from './modules/memberships/memberships.module.js';
import { OperatorModule } from './modules/operator/operator.module.js';
import { OrganizationsModule } from './modules/organizations/organizations.module.js';
import { OwnershipModule } from './modules/ownership/ownership.module.js';
import { ProblemsModule } from './modules/problems/problems.module.js';
import { ProjectsModule } from './modules/projects/projects.module.js';
import { RestorationModule } from './modules/restoration/restoration.module.js';
import { RolesModule } from './modules/roles/roles.module.js';
import { ServiceAccountsModule } from './modules/service-accounts/service-accounts.module.js';
import { SessionsModule } from './modules/sessions/sessions.module.js';
import { TeamsModule } from './modules/teams/teams.module.js';
import { UsersModule } from './modules/users/users.module.js';

/** The modules of the domain. Memberships before organizations: `/orgs/my` is a route of its own, and no slug. */
const MODULES = [
  // Before the users: the router takes the first route that fits, and `user/integrations` is no user's id.
  IntegrationsModule,
  MeModule,
  UsersModule,
  MembershipsModule,
  OrganizationsModule,
  OwnershipModule,
  InvitationsModule,
  RestorationModule,
  SessionsModule,
  LocalizationModule,
  ServiceAccountsModule,
  TeamsModule,
  RolesModule,
  ProjectsModule,
  ApiKeysModule,
  FilesModule,
  ProblemsModule,
  HealthModule,
  DemoMailsModule,
  DemoModule,
  OperatorModule,
];

@Module({})
export class AppModule {
  static configured(config: Config): DynamicModule {
    const core = CoreModule.configured(config, new ErrorFormats(CONTRACTS));
    return { module: AppModule, imports: [core, AccessModule, RefusalsModule, ...MODULES] };
  }
}
