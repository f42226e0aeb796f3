import type { Response } from 'supertest';
import type { AccessDeclaration } from '../../src/access/access.decorator.js';
import { RouteInventory } from '../../src/access/route-inventory.js';
import { TestApp } from '../support/app/app.js';
import type { Client, Method } from '../support/clients/client.js';
import { type Belongings, makeBelongings } from '../support/data/belongings.js';
import type { Organization, Person } from '../support/data/factory.js';
import { DescribedRequest } from '../support/data/requests.js';
import { whenIdentified } from '../support/races/moments.js';

const ADMIN = { role: 'OrganizationAdmin', appRole: 'AppAdmin', isPrimary: true } as const;

/** Their bodies are no JSON: they have tests of their own. */
const OTHER_BODIES = ['/api/v1/org/users/import', '/api/v1/orgs/:slug/logo'];

interface Route {
  readonly request: DescribedRequest;
  readonly declaration: AccessDeclaration;
}

let app: TestApp;
let routes: Route[];
let aurora: Organization;
let sasha: Person;
let membershipId: string;
/** What a member of Aurora whose account it manages has. */
let things: Belongings;

beforeAll(async () => {
  app = await TestApp.start();
  aurora = await app.factory.organization();
  sasha = await app.factory.person();
  ({ id: membershipId } = await app.factory.membership(sasha, aurora, ADMIN));
  await app.factory.membership(await app.factory.person(), aurora, ADMIN);
  const alice = await app.factory.person({ managedById: aurora.id });
  const { id } = await app.factory.membership(alice, aurora);
  things = await makeBelongings(app, aurora, { ...alice, membershipId: id }, await app.signedIn(sasha));
  const project = await app.prisma.db.project.findFirstOrThrow({ where: { organizationId: aurora.id } });
  await app.factory.projectMember(project, { id: membershipId }, 'Owner');
  routes = app.nest
    .get(RouteInventory)
    .list()
    .filter(({ method, path, declaration }) => {
      return method !== 'GET' && declaration?.organization !== undefined && !OTHER_BODIES.includes(path);
    })
    .flatMap(({ method, path, declaration }) => {
      const name = path.replace(/:(\w+)/g, '{$1}');
      const request = new DescribedRequest(app.openapi, method.toLowerCase() as Method, name);
      return declaration ? [{ request, declaration }] : [];
    });
});

afterAll(() => app.stop());

function send({ request, declaration }: Route, client: Client): Promise<Response> {
  return request.send(
    declaration.organization === 'path' ? client : client.inOrganization(aurora.slug),
    request.inPath.map((kind) => things[kind]),
    things,
  );
}

/** Calls the routes as Sasha, who loses something of hers after the guard let the request through. @returns the codes of the answers */
async function codesAfter(loses: () => Promise<unknown>, which: (route: Route) => boolean): Promise<object> {
  const codes: Record<string, unknown> = {};
  for (const route of routes.filter(which)) {
    const client = await app.steppedUp(sasha);
    whenIdentified(app, loses);
    codes[route.request.name] = (await send(route, client)).body.code;
  }
  return codes;
}

function allOf(code: string, which: (route: Route) => boolean): object {
  return Object.fromEntries(routes.filter(which).map(({ request }) => [request.name, code]));
}

const deeds = (): Promise<number> =>
  app.prisma.db.auditEvent.count({
    where: { actorId: sasha.id, NOT: [{ action: { startsWith: 'session.' } }, { action: 'access.refused' }] },
  });

const needsRole = ({ declaration: { role, permission } }: Route): boolean => Boolean(role ?? permission);

describe('A change that was let through, whose caller', () => {
  it('is signed out before it is written, is refused on every route of an organization', async () => {
    const before = await deeds();
    const logout = (): Promise<unknown> => app.prisma.db.session.deleteMany({ where: { userId: sasha.id } });
    expect(await codesAfter(logout, () => true)).toEqual(allOf('unauthenticated', () => true));
    expect(await deeds()).toBe(before);
  });

  it('is demoted before it is written, is refused on every route that needs a role', async () => {
    const before = await deeds();
    const least = { roleId: await app.factory.roleId('Teacher'), appRole: 'AppMember' } as const;
    const most = { roleId: await app.factory.roleId('OrganizationAdmin'), appRole: 'AppAdmin' } as const;
    const become = (data: object) => () => app.prisma.db.membership.update({ where: { id: membershipId }, data });
    const codes: Record<string, unknown> = {};
    for (const route of routes.filter(needsRole)) {
      Object.assign(codes, await codesAfter(become(least), (it) => it === route));
      await become(most)();
    }
    expect(codes).toEqual(allOf('insufficient_role', needsRole));
    expect(await deeds()).toBe(before);
  });

  it('works in an organization that is archived before it is written, is refused wherever archived ones are', async () => {
    const before = await deeds();
    const become = (status: 'archived' | 'active') => () =>
      app.prisma.db.organization.update({ where: { id: aurora.id }, data: { status } });
    const which = ({ declaration }: Route): boolean => !declaration.whileArchived;
    const codes: Record<string, unknown> = {};
    for (const route of routes.filter(which)) {
      Object.assign(codes, await codesAfter(become('archived'), (it) => it === route));
      await become('active')();
    }
    expect(codes).toEqual(allOf('organization_archived', which));
    expect(await deeds()).toBe(before);
  });
});
