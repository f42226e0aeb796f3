import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { AccessDeclaration } from '../../src/access/declarations.js';
import { type Route, RouteInventory } from '../../src/access/route-inventory.js';
import { TestApp } from '../support/app.js';

/**
 * Every route and who may use it. A new one is added here by hand, so that somebody has thought about the right column.
 * `person` is a session or an API key of a person; `caller` a service account or root as well.
 */
const ROUTES = `
GET    /api/me                                  session, during password change
GET    /api/me/current-organization             session
GET    /api/me/organizations                    session
POST   /api/me/switch-organization              session
GET    /api/users/me                            session, during password change
GET    /api/v1/app/me                           person, organization from header, scope users:read
GET    /api/v1/app/user                         caller, organization from header, scope users:read
GET    /api/v1/app/user/:userID                 caller, organization from header, scope users:read
POST   /api/v1/auth/login                       anybody
POST   /api/v1/auth/logout                      session, during password change
GET    /api/v1/auth/me                          person, during password change
GET    /api/v1/me                               caller, during password change
GET    /api/v1/me/logins                        session, during password change
GET    /api/v1/orgs/my                          person, scope orgs:read
GET    /api/v1/user                             person, scope users:read, during password change
GET    /health/live                             anybody
GET    /health/ready                            anybody
GET    /problems                                anybody
GET    /problems/:code                          anybody
`;

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

function inWords({ organization, roles, scope, ...declaration }: AccessDeclaration): string {
  return [
    whoMayCall(declaration),
    organization && `organization from ${organization}`,
    roles?.join(' or '),
    scope && `scope ${scope}`,
    declaration.stepUp && 'step-up',
    declaration.duringPasswordChange && 'during password change',
  ]
    .filter(Boolean)
    .join(', ');
}

function whoMayCall({ public: open, sessionOnly, userOnly }: AccessDeclaration): string {
  if (open) {
    return 'anybody';
  }
  return sessionOnly ? 'session' : userOnly ? 'person' : 'caller';
}

/** How the OpenAPI document names a route. */
function operationOf({ method, path }: Route): string {
  return `${method} ${path.replace(/:(\w+)/g, '{$1}')}`;
}

function isProblemPage({ path }: Route): boolean {
  return path.startsWith('/problems');
}

describe('Every route', () => {
  it('stands in the table with who may use it', () => {
    const table = routes
      .map(({ method, path, declaration }) => ({ path, method, words: declaration ? inWords(declaration) : 'NOTHING' }))
      .sort((a, b) => (a.path === b.path ? a.method.localeCompare(b.method) : a.path < b.path ? -1 : 1))
      .map(({ method, path, words }) => `${method.padEnd(6)} ${path.padEnd(40)} ${words}`);
    expect(`\n${table.join('\n')}\n`).toBe(ROUTES);
  });

  it('is declared once', () => {
    const names = routes.map(operationOf);
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
  });

  it('is an operation of the OpenAPI document, and every operation is a route, but for the pages about problems', () => {
    const documented = routes.filter((route) => !isProblemPage(route)).map(operationOf);
    expect([...operations.keys()].sort()).toEqual(documented.sort());
  });

  it('asks in the document for the credential that it needs', () => {
    const schemes = {
      anybody: '',
      session: 'session cookie',
      person: 'session apiKey cookie',
      caller: 'session apiKey cookie',
    };
    for (const route of routes.filter((it) => !isProblemPage(it))) {
      const { security = [] } = operations.get(operationOf(route)) ?? {};
      const who = whoMayCall(route.declaration ?? {}) as keyof typeof schemes;
      const expected = schemes[who].split(' ').filter(Boolean).sort();
      expect([operationOf(route), security.flatMap(Object.keys).sort()]).toEqual([operationOf(route), expected]);
    }
  });

  it('under /api that is not open to anybody lists 401 and 403', () => {
    for (const route of routes.filter(({ path }) => path.startsWith('/api/'))) {
      const name = operationOf(route);
      const statuses = Object.keys(operations.get(name)?.responses ?? {});
      if (!route.declaration?.public) {
        expect([name, statuses.includes('401'), statuses.includes('403')]).toEqual([name, true, true]);
      }
    }
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
