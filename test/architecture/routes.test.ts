import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type AccessDeclaration, isForAnyone } from '../../src/access/access.decorator.js';
import { type Route, RouteInventory } from '../../src/access/route-inventory.js';
import { TestApp } from '../support/app/app.js';

/**
 * Every route and who may use it. A new one is added here by hand, so that somebody has thought about the right column.
 * `person` is a session or an API key of a person; `caller` a service account or root as well.
 */
const ROUTES = `
DELETE /api/me                                          session, recent sign-in
GET    /api/me                                          session, during password change
PATCH  /api/me                                          session
GET    /api/me/current-organization                     session, during password change
GET    /api/me/organizations                            session, during password change
POST   /api/me/primary-organization                     session
POST   /api/me/switch-organization                      session
GET    /api/users/me                                    session, during password change
PATCH  /api/users/me                                    session
GET    /api/v1/api-keys                                 person, scope orgs:read
POST   /api/v1/api-keys                                 session, step-up
DELETE /api/v1/api-keys/:id                             session, step-up
GET    /api/v1/app/me                                   person, organization from header, scope users:read, during password change
GET    /api/v1/app/project                              caller, organization from header, scope projects:read
POST   /api/v1/app/project                              person, organization from header, scope projects:write
DELETE /api/v1/app/project/:projectID                   caller, organization from header, scope projects:write
GET    /api/v1/app/project/:projectID                   caller, organization from header, scope projects:read
PUT    /api/v1/app/project/:projectID                   caller, organization from header, scope projects:write
GET    /api/v1/app/project/:projectID/artifact          caller, organization from header, scope projects:read
POST   /api/v1/app/project/:projectID/artifact          caller, organization from header, scope projects:write
DELETE /api/v1/app/project/:projectID/artifact/:artifactID caller, organization from header, scope projects:write
GET    /api/v1/app/project/:projectID/artifact/:artifactID caller, organization from header, scope projects:read
PUT    /api/v1/app/project/:projectID/artifact/:artifactID caller, organization from header, scope projects:write
GET    /api/v1/app/project/:projectID/artifact/:artifactID/content caller, organization from header, scope projects:read
GET    /api/v1/app/project/:projectID/member            caller, organization from header, scope projects:read
POST   /api/v1/app/project/:projectID/member            session, organization from header, step-up
DELETE /api/v1/app/project/:projectID/member/:userID    session, organization from header, step-up
GET    /api/v1/app/project/:projectID/member/:userID    caller, organization from header, scope projects:read
PUT    /api/v1/app/project/:projectID/member/:userID    session, organization from header, step-up
DELETE /api/v1/app/project/:projectID/pin               person, organization from header, scope projects:write
POST   /api/v1/app/project/:projectID/pin               person, organization from header, scope projects:write
GET    /api/v1/app/user                                 caller, organization from header, scope users:read
POST   /api/v1/app/user                                 caller, organization from header, AppAdmin, scope users:write
GET    /api/v1/app/user/:userID                         caller, organization from header, scope users:read
PUT    /api/v1/app/user/:userID                         caller, organization from header, AppAdmin, scope users:write
POST   /api/v1/app/user/:userID/activate                caller, organization from header, AppAdmin, scope users:write
POST   /api/v1/app/user/:userID/deactivate              caller, organization from header, AppAdmin, scope users:write
GET    /api/v1/app/user/:userID/latest-artifacts        caller, organization from header, scope projects:read
GET    /api/v1/app/user/:userID/project                 caller, organization from header, scope projects:read
GET    /api/v1/app/user/integrations                    person, organization from header, scope projects:read
POST   /api/v1/app/user/integrations                    person, organization from header, scope projects:write
DELETE /api/v1/app/user/integrations/:integrationID     person, organization from header, scope projects:write
POST   /api/v1/auth/email/verify                        anybody, limited per client
GET    /api/v1/auth/factors                             session
POST   /api/v1/auth/login                               anybody, limited per client
POST   /api/v1/auth/login/mfa                           anybody, limited per client
POST   /api/v1/auth/logout                              session, during password change
GET    /api/v1/auth/me                                  person, during password change
GET    /api/v1/auth/passkeys                            session
POST   /api/v1/auth/passkeys                            session, recent sign-in
DELETE /api/v1/auth/passkeys/:id                        session, recent sign-in
POST   /api/v1/auth/passkeys/authenticate               anybody or session, limited per client
POST   /api/v1/auth/passkeys/authentication-options     anybody or session, limited per client
POST   /api/v1/auth/passkeys/registration-options       session, recent sign-in
POST   /api/v1/auth/password/forgot                     anybody, limited per client
POST   /api/v1/auth/password/reset                      anybody, limited per client
POST   /api/v1/auth/recovery-codes                      session, step-up
POST   /api/v1/auth/register                            anybody, limited per client
POST   /api/v1/auth/step-up                             session
DELETE /api/v1/auth/totp                                session, recent sign-in
POST   /api/v1/auth/totp/activate                       session, recent sign-in
POST   /api/v1/auth/totp/setup                          session, recent sign-in
POST   /api/v1/invitations/accept                       session
POST   /api/v1/invitations/preview                      anybody, limited per client
POST   /api/v1/invitations/register                     anybody, limited per client
GET    /api/v1/me                                       caller, during password change
PATCH  /api/v1/me                                       person, scope users:write
GET    /api/v1/me/emails                                session, during password change
POST   /api/v1/me/emails                                session, recent sign-in
DELETE /api/v1/me/emails/:email                         session, recent sign-in
POST   /api/v1/me/emails/:email/primary                 session, recent sign-in
DELETE /api/v1/me/logins                                session
GET    /api/v1/me/logins                                session, during password change
DELETE /api/v1/me/logins/:loginId                       session
GET    /api/v1/me/teams                                 session, during password change
GET    /api/v1/me/trusted-devices                       session, during password change
DELETE /api/v1/me/trusted-devices/:trustedDeviceId      session
GET    /api/v1/org/roles                                caller, organization from context, scope orgs:read
POST   /api/v1/org/roles                                session, organization from context, OrganizationAdmin, step-up
DELETE /api/v1/org/roles/:role                          session, organization from context, OrganizationAdmin, step-up
GET    /api/v1/org/roles/:role                          caller, organization from context, scope orgs:read
PATCH  /api/v1/org/roles/:role                          session, organization from context, OrganizationAdmin, step-up
GET    /api/v1/org/service-accounts                     caller, organization from context, OrganizationAdmin, scope orgs:read
POST   /api/v1/org/service-accounts                     caller, organization from context, OrganizationAdmin, scope orgs:write
DELETE /api/v1/org/service-accounts/:id                 caller, organization from context, OrganizationAdmin, scope orgs:write
GET    /api/v1/org/service-accounts/:id                 caller, organization from context, OrganizationAdmin, scope orgs:read
PATCH  /api/v1/org/service-accounts/:id                 caller, organization from context, OrganizationAdmin, scope orgs:write
GET    /api/v1/org/teams                                caller, organization from context, scope orgs:read
POST   /api/v1/org/teams                                caller, organization from context, permission orgs:write, scope orgs:write
DELETE /api/v1/org/teams/:team                          caller, organization from context, OrganizationAdmin, scope orgs:write
GET    /api/v1/org/teams/:team                          caller, organization from context, scope orgs:read
PATCH  /api/v1/org/teams/:team                          caller, organization from context, permission orgs:write, scope orgs:write
GET    /api/v1/org/teams/:team/members                  caller, organization from context, scope orgs:read
DELETE /api/v1/org/teams/:team/members/:user            caller, organization from context, permission orgs:write, scope orgs:write
GET    /api/v1/org/teams/:team/members/:user            caller, organization from context, scope orgs:read
PATCH  /api/v1/org/teams/:team/members/:user            caller, organization from context, permission orgs:write, scope orgs:write
PUT    /api/v1/org/teams/:team/members/:user            caller, organization from context, permission orgs:write, scope orgs:write
GET    /api/v1/org/users                                caller, organization from context, permission users:read, scope users:read
POST   /api/v1/org/users                                caller, organization from context, permission users:write, scope users:write
DELETE /api/v1/org/users/:user                          caller, organization from context, OrganizationAdmin, scope users:write
GET    /api/v1/org/users/:user                          caller, organization from context, scope users:read
PATCH  /api/v1/org/users/:user                          caller, organization from context, OrganizationAdmin, scope users:write
DELETE /api/v1/org/users/:user/mfa                      session, organization from context, OrganizationAdmin, step-up
POST   /api/v1/org/users/:user/password                 session, during password change
POST   /api/v1/org/users/:user/password/reset           session, organization from context, OrganizationAdmin, step-up
DELETE /api/v1/org/users/:user/sessions                 session, organization from context, OrganizationAdmin, step-up
GET    /api/v1/org/users/:user/sessions                 caller, organization from context, OrganizationAdmin, scope users:read
DELETE /api/v1/org/users/:user/sessions/:session        session, organization from context, OrganizationAdmin, step-up
GET    /api/v1/org/users/export                         caller, organization from context, permission users:read, scope users:read
POST   /api/v1/org/users/import                         caller, organization from context, permission users:write, scope users:write
GET    /api/v1/orgs                                     root
POST   /api/v1/orgs                                     session or root
GET    /api/v1/orgs/:slug                               caller, organization from path, scope orgs:read, while archived
PATCH  /api/v1/orgs/:slug                               session, organization from path, OrganizationAdmin, step-up
GET    /api/v1/orgs/:slug/api-keys                      session, organization from path, OrganizationAdmin
DELETE /api/v1/orgs/:slug/api-keys/:id                  session, organization from path, OrganizationAdmin, step-up
POST   /api/v1/orgs/:slug/archive                       session, organization from path, OrganizationAdmin, step-up, while archived
GET    /api/v1/orgs/:slug/audit                         caller, organization from path, permission orgs:read, scope orgs:read, while archived
GET    /api/v1/orgs/:slug/invitations                   caller, organization from path, permission orgs:read, scope orgs:read
POST   /api/v1/orgs/:slug/invitations                   caller, organization from path, OrganizationAdmin, scope orgs:write
DELETE /api/v1/orgs/:slug/invitations/:id               caller, organization from path, OrganizationAdmin, scope orgs:write
POST   /api/v1/orgs/:slug/invitations/:id/resend        caller, organization from path, OrganizationAdmin, scope orgs:write
POST   /api/v1/orgs/:slug/leave                         person, organization from path, scope orgs:write
POST   /api/v1/orgs/:slug/logo                          session, organization from path, OrganizationAdmin, step-up
GET    /api/v1/orgs/:slug/members                       caller, organization from path, scope orgs:read
DELETE /api/v1/orgs/:slug/members/:id                   caller, organization from path, OrganizationAdmin, scope orgs:write
PATCH  /api/v1/orgs/:slug/members/:id                   caller, organization from path, OrganizationAdmin, scope orgs:write
DELETE /api/v1/orgs/:slug/ownership-offer               session, organization from path
GET    /api/v1/orgs/:slug/ownership-offer               session, organization from path
POST   /api/v1/orgs/:slug/ownership-offer               session, organization from path, OrganizationAdmin, step-up
POST   /api/v1/orgs/:slug/ownership-offer/accept        session, organization from path, step-up
POST   /api/v1/orgs/:slug/restore                       session or root, organization from path, OrganizationAdmin, step-up, while archived
GET    /api/v1/orgs/my                                  person, scope orgs:read
GET    /api/v1/settings/language                        person, scope users:read
PATCH  /api/v1/settings/language                        person, scope users:write
GET    /api/v1/settings/locales                         anybody or session
GET    /api/v1/user                                     person, scope users:read, during password change
PATCH  /api/v1/user                                     person, scope users:write
POST   /api/v1/user/avatar                              person, scope users:write
GET    /api/v1/user/export                              session
PATCH  /api/v1/users/me/password                        session, during password change
GET    /avatars/:name.webp                              anybody
GET    /health/live                                     anybody
GET    /health/ready                                    anybody
GET    /logos/:name.webp                                anybody
GET    /mail                                            anybody
GET    /mail/:name                                      anybody
GET    /problems                                        anybody
GET    /problems/:code                                  anybody
`;

/** The OpenAPI security of each; the empty one makes the others optional. */
const SECURITY = {
  anybody: [],
  'anybody or session': ['', 'cookie', 'session'],
  session: ['cookie', 'session'],
  'session or root': ['apiKey', 'cookie', 'session'],
  root: ['apiKey'],
  person: ['apiKey', 'cookie', 'session'],
  caller: ['apiKey', 'cookie', 'session'],
};

const CALLERS = {
  anyone: 'anybody',
  'anyone-or-session': 'anybody or session',
  session: 'session',
  'session-or-root': 'session or root',
  root: 'root',
  user: 'person',
  authenticated: 'caller',
} as const;

interface Operation {
  operationId?: string;
  security?: object[];
  responses: Record<string, unknown>;
}

let app: TestApp;
let routes: Route[];
let operations: Map<string, Operation>;

beforeAll(async () => {
  app = await TestApp.start();
  routes = app.nest.get(RouteInventory).list();
  operations = new Map(
    Object.entries(app.openapi.document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => [`${method.toUpperCase()} ${path}`, operation as Operation]),
    ),
  );
});

afterAll(() => app.stop());

function inWords({ caller, organization, role, permission, scope, ...declaration }: AccessDeclaration): string {
  return [
    CALLERS[caller],
    organization && `organization from ${organization}`,
    role,
    permission && `permission ${permission}`,
    scope && `scope ${scope}`,
    declaration.recent && { stepUp: 'step-up', signIn: 'recent sign-in' }[declaration.recent],
    declaration.duringPasswordChange && 'during password change',
    declaration.whileArchived && 'while archived',
    declaration.limitedPerClient && 'limited per client',
  ]
    .filter(Boolean)
    .join(', ');
}

/** How the OpenAPI document names a route. */
function operationOf({ method, path }: Route): string {
  return `${method} ${path.replace(/:(\w+)/g, '{$1}')}`;
}

function isPage({ path }: Route): boolean {
  return /^\/(problems|mail)\b/.test(path);
}

describe('Every route', () => {
  it('has a row in the table with its permitted callers', () => {
    const table = routes
      .map(({ method, path, declaration }) => ({ path, method, words: declaration ? inWords(declaration) : 'NOTHING' }))
      .sort((a, b) => (a.path === b.path ? a.method.localeCompare(b.method) : a.path < b.path ? -1 : 1))
      .map(({ method, path, words }) => `${method.padEnd(6)} ${path.padEnd(48)} ${words}`);
    expect(`\n${table.join('\n')}\n`).toBe(ROUTES);
  });

  it('is declared once', () => {
    const names = routes.map(operationOf);
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
  });

  it('is an operation of the OpenAPI document, and every operation is a route, but for the pages about problems', () => {
    const documented = routes.filter((route) => !isPage(route)).map(operationOf);
    expect([...operations.keys()].sort()).toEqual(documented.sort());
  });

  it('asks in the document for the credential that it needs', () => {
    for (const route of routes.filter((it) => !isPage(it))) {
      const name = operationOf(route);
      const asked = operations
        .get(name)
        ?.security?.map((requirement) => Object.keys(requirement).join())
        .sort();
      expect([name, asked]).toEqual([name, route.declaration && SECURITY[CALLERS[route.declaration.caller]]]);
    }
  });

  it('under /api lists 401 and 403, unless it is public', () => {
    for (const route of routes.filter(({ path }) => path.startsWith('/api/'))) {
      const name = operationOf(route);
      const statuses = Object.keys(operations.get(name)?.responses ?? {});
      if (route.declaration && !isForAnyone(route.declaration)) {
        expect([name, statuses.includes('401'), statuses.includes('403')]).toEqual([name, true, true]);
      }
    }
  });
});

describe('A route that reads what belongs to the caller', () => {
  it('is open to a session with a temporary password, whatever the contract', () => {
    const closed = routes
      .filter(({ method, path }) => method === 'GET' && path.split('/').includes('me'))
      .filter(({ declaration }) => !declaration?.duringPasswordChange);
    expect(closed.map(operationOf)).toEqual([]);
  });
});

describe('The OpenAPI document', () => {
  it('gives every operation an id of its own that fits a generated client', () => {
    const ids = [...operations.values()].map(({ operationId = '' }) => operationId);
    expect(ids.filter((id) => !/^[a-z][a-zA-Z0-9]+$/.test(id))).toEqual([]);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
  });

  it('has no errors for the linter', async () => {
    const file = join(app.dataDir, 'openapi.json');
    writeFileSync(file, await (await fetch(`${app.baseUrl}/openapi.json`)).text());
    const lint = promisify(execFile)(process.execPath, ['tools/lint-openapi.js', file]);
    const { stdout } = await lint.catch((error: unknown) => error as { stdout: string });
    expect(stdout.trim().split('\n').at(-1)).toMatch(/^0 errors, \d+ warnings in /);
    expect(stdout).not.toMatch(/^error /m);
  });
});
