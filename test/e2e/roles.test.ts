import type { Response } from 'supertest';
import { type Route, RouteInventory } from '../../src/access/route-inventory.js';
import { type Permission, PERMISSIONS, type Scope } from '../../src/access/scopes.js';
import { newId } from '../../src/core/ids/ids.js';
import { TestApp } from '../support/app/app.js';
import type { Client, Method } from '../support/clients/client.js';
import type { Organization, Person } from '../support/data/factory.js';
import { expectInvalid, expectRefusal } from '../support/expectations/refusals.js';
import { expectOneWinner, race } from '../support/races/races.js';

const ROLES = '/api/v1/org/roles';
const TEAMS = '/api/v1/org/teams';
const SERVICE_ACCOUNTS = '/api/v1/org/service-accounts';
const NO_ROLE = 'Must be the id of a role of the organization.';

/** A member with a role of the organization’s own. */
interface Holder {
  readonly person: Person;
  readonly membershipId: string;
  readonly client: Client;
  readonly role: { readonly id: string; readonly name: string };
}

let app: TestApp;
let aurora: Organization;
let praxia: Organization;
let asAdmin: Client;
let asOther: Client;
let teacher: string;
let administrator: string;
let count = 0;

const newName = (): string => `Name ${String(++count)}`;

beforeAll(async () => {
  app = await TestApp.start();
  aurora = await app.factory.organization();
  praxia = await app.factory.organization();
  asAdmin = await admin(aurora);
  asOther = await admin(praxia);
  teacher = await app.factory.roleId('Teacher');
  administrator = await app.factory.roleId('OrganizationAdmin');
});

afterAll(() => app.stop());

async function admin(organization: Organization): Promise<Client> {
  const person = await app.factory.person();
  await app.factory.membership(person, organization, {
    role: 'OrganizationAdmin',
    appRole: 'AppAdmin',
    isPrimary: true,
  });
  return app.steppedUp(person);
}

async function made(client: Client, path: string, body: object): Promise<Response['body']> {
  const { status, body: answer } = await client.post(path, body);
  expect({ status, answer }).toMatchObject({ status: 201 });
  return answer;
}

function role(permissions: readonly Permission[], client = asAdmin): Promise<{ id: string; name: string }> {
  return made(client, ROLES, { name: newName(), permissions });
}

function team(fields: object = {}, client = asAdmin): Promise<{ id: string; name: string }> {
  return made(client, TEAMS, { name: newName(), ...fields });
}

/** With a session that has just been stepped up, so that nothing but the role stands in the way. */
async function holder(permissions: readonly Permission[]): Promise<Holder> {
  const held = await role(permissions);
  const person = await app.factory.person();
  const { id } = await app.factory.membership(person, aurora, { roleId: held.id, isPrimary: true });
  return { person, membershipId: id, client: await app.steppedUp(person), role: held };
}

async function keyOf(
  owner: { membershipId: string } | { serviceAccountId: string },
  scopes?: Scope[],
): Promise<Client> {
  return app.anonymous.withToken(await app.factory.apiKey(owner, { scopes }));
}

function placeIn({ id }: { id: string }, user: Person): string {
  return `${TEAMS}/${id}/members/${user.id}`;
}

/** Asks a route about things that are not there, without a body, so that whoever is let in finds and makes nothing. */
function knockAt({ method, path }: Route, client: Client): Promise<Response> {
  const target = path.replace(':slug', aurora.slug).replace(/:\w+/g, () => newId());
  return client.send(method.toLowerCase() as Method, target);
}

describe('What a role permits', () => {
  let routes: Route[];

  beforeAll(() => {
    routes = app.nest.get(RouteInventory).list();
  });

  it('opens every route that names the permission, and each of them to that permission alone', async () => {
    for (const permission of PERMISSIONS) {
      const { client: asHolder } = await holder([permission]);
      const { client: asLacking } = await holder(PERMISSIONS.filter((other) => other !== permission));
      const opened = routes.filter(({ declaration }) => declaration?.permission === permission);
      expect([permission, opened.length > 0]).toEqual([permission, true]);
      for (const route of opened) {
        const { status, body } = await knockAt(route, asHolder);
        expect([route.handler, status, body.code]).not.toEqual([route.handler, 403, 'insufficient_role']);
        expect(status).toBeLessThan(500);
        expectRefusal(await knockAt(route, asLacking), 403, 'insufficient_role');
      }
    }
  });

  it('opens none of the routes that are for OrganizationAdmins alone, however much it is', async () => {
    const { client } = await holder(PERMISSIONS);
    const closed = routes.filter(({ declaration }) => declaration?.role === 'OrganizationAdmin');
    expect(closed.map(({ path }) => path)).toEqual(
      expect.arrayContaining([ROLES, `${ROLES}/:role`, SERVICE_ACCOUNTS, '/api/v1/org/users/:user/password/reset']),
    );
    for (const route of closed) {
      const { status, body } = await knockAt(route, client);
      expect([route.handler, status, body.code]).toEqual([route.handler, 403, 'insufficient_role']);
    }
  });

  it.each(['Manager', 'Coach', 'Teacher'] as const)('is nothing more for a %s', async (builtIn) => {
    const person = await app.factory.person();
    const { id: membershipId } = await app.factory.membership(person, aurora, { role: builtIn, isPrimary: true });
    for (const client of [await app.steppedUp(person), await keyOf({ membershipId })]) {
      for (const route of routes.filter(({ declaration }) => declaration?.permission)) {
        expectRefusal(await knockAt(route, client), 403, 'insufficient_role');
      }
    }
  });

  it('counts in its organization alone', async () => {
    const { person, client } = await holder(['orgs:write']);
    await app.factory.membership(person, praxia);
    expect((await client.post(TEAMS, { name: newName() })).status).toBe(201);
    expectRefusal(await client.inOrganization(praxia.slug).post(TEAMS, { name: newName() }), 403, 'insufficient_role');
  });

  it('stops with the membership, and comes back with it', async () => {
    const { client, membershipId } = await holder(['orgs:write']);
    const { db } = app.prisma;
    await db.membership.update({ where: { id: membershipId }, data: { state: 'Inactive' } });
    expectRefusal(await client.post(TEAMS, { name: newName() }), 403, 'membership_inactive');
    await db.membership.update({ where: { id: membershipId }, data: { state: 'Active' } });
    expect((await client.post(TEAMS, { name: newName() })).status).toBe(201);
  });

  it('changes at once for sessions and keys when the role does, and when another one is given', async () => {
    const { client, membershipId, role: held } = await holder([]);
    const asKey = await keyOf({ membershipId });
    const tries = async (): Promise<number[]> => [
      (await client.post(TEAMS, { name: newName() })).status,
      (await asKey.post(TEAMS, { name: newName() })).status,
    ];
    expect(await tries()).toEqual([403, 403]);
    await asAdmin.patch(`${ROLES}/${held.id}`, { permissions: ['orgs:write'] });
    expect(await tries()).toEqual([201, 201]);
    await asAdmin.patch(`${ROLES}/${held.id}`, { permissions: ['orgs:read'] });
    expect(await tries()).toEqual([403, 403]);
    const { name } = await role(['orgs:write']);
    const member = `/api/v1/orgs/${aurora.slug}/members/${membershipId}`;
    expect((await asAdmin.patch(member, { role: name })).body).toMatchObject({ role: name });
    expect(await tries()).toEqual([201, 201]);
  });
});

describe('The users of the organization', () => {
  const USERS = '/api/v1/org/users';

  it('are read and created by roles that permit it, and not changed by these roles', async () => {
    const reader = await holder(['users:read']);
    const writer = await holder(['users:write']);
    const { body: user } = await writer.client.post(USERS, { email: 'newcomer@example.com' });
    const path = `${USERS}/${String(user.id)}`;
    expect((await reader.client.get(path)).body).toEqual({ ...user, status: 'pending' });
    expectRefusal(await writer.client.get(path), 403, 'insufficient_role');
    expectRefusal(await reader.client.post(USERS, { email: 'other@example.com' }), 403, 'insufficient_role');
    for (const { client } of [reader, writer, await holder(PERMISSIONS)]) {
      expectRefusal(await client.patch(path, { email: 'mine@example.com' }), 403, 'insufficient_role');
      expectRefusal(await client.delete(path), 403, 'insufficient_role');
      expectRefusal(await client.post(`${path}/password/reset`), 403, 'insufficient_role');
    }
    const membership = await app.prisma.db.membership.findFirstOrThrow({ where: { userId: user.id } });
    expect(membership).toMatchObject({ roleId: teacher, appRole: 'AppMember', createdBy: writer.person.id });
  });
});

describe('An API key', () => {
  it('does what its owner’s role permits and its own scopes name, and neither alone', async () => {
    const { membershipId } = await holder(['orgs:write']);
    const asWriter = await keyOf({ membershipId }, ['orgs:write']);
    expect((await asWriter.post(TEAMS, { name: newName() })).status).toBe(201);
    const asReader = await keyOf({ membershipId }, ['orgs:read', 'users:write']);
    expectRefusal(await asReader.post(TEAMS, { name: newName() }), 403, 'insufficient_scope', {
      detail: 'The API key lacks the scope orgs:write.',
    });
    const asOthers = await keyOf({ membershipId: (await holder(['users:write'])).membershipId });
    expectRefusal(await asOthers.post(TEAMS, { name: newName() }), 403, 'insufficient_role');
  });

  it('of a service account does what the account’s role permits', async () => {
    const { name } = await role(['orgs:write']);
    const { id } = await made(asAdmin, SERVICE_ACCOUNTS, { username: 'team-bot', role: name });
    const asBot = await keyOf({ serviceAccountId: id });
    expect((await asBot.post(TEAMS, { name: newName() })).status).toBe(201);
    expectRefusal(await asBot.post(TEAMS, { name: newName(), defaultRoleId: administrator }), 403, 'insufficient_role');
    expectRefusal(await asBot.get(SERVICE_ACCOUNTS), 403, 'insufficient_role');
    await asAdmin.patch(`${SERVICE_ACCOUNTS}/${String(id)}`, { role: 'Manager' });
    expectRefusal(await asBot.post(TEAMS, { name: newName() }), 403, 'insufficient_role');
  });
});

describe('A caller cannot grant more than their own role:', () => {
  let lead: Holder;
  let above: { id: string; name: string };
  let user: Person;

  beforeAll(async () => {
    lead = await holder(['orgs:write', 'orgs:read']);
    above = await role(['orgs:write', 'users:write']);
  });

  beforeEach(async () => {
    user = await app.factory.person();
    await app.factory.membership(user, aurora, { isPrimary: true });
  });

  it('a default role is their own or less', async () => {
    const within = await role(['orgs:write']);
    for (const defaultRoleId of [lead.role.id, within.id, teacher]) {
      const { id } = await team({ defaultRoleId }, lead.client);
      for (const beyond of [above.id, administrator]) {
        expectRefusal(await lead.client.patch(`${TEAMS}/${id}`, { defaultRoleId: beyond }), 403, 'insufficient_role');
      }
      expect((await asAdmin.get(`${TEAMS}/${id}`)).body.defaultRoleId).toBe(defaultRoleId);
    }
    for (const defaultRoleId of [above.id, administrator]) {
      expectRefusal(await lead.client.post(TEAMS, { name: newName(), defaultRoleId }), 403, 'insufficient_role');
    }
  });

  it('a default role above their own is refused, and a new team name is accepted', async () => {
    const { id } = await team({ defaultRoleId: above.id });
    expectRefusal(await lead.client.put(placeIn({ id }, user), {}), 403, 'insufficient_role');
    expect((await lead.client.put(placeIn({ id }, user), { roleId: teacher })).status).toBe(201);
    const same = { name: newName(), defaultRoleId: above.id };
    expect((await lead.client.patch(`${TEAMS}/${id}`, same)).body).toMatchObject(same);
  });

  it('a place in a team is given, changed and taken within it', async () => {
    const { id } = await team();
    const path = placeIn({ id }, user);
    expectRefusal(await lead.client.put(path, { roleId: above.id }), 403, 'insufficient_role');
    expect((await lead.client.put(path, {})).status).toBe(201);
    for (const roleId of [above.id, administrator]) {
      expectRefusal(await lead.client.put(path, { roleId }), 403, 'insufficient_role');
      expectRefusal(await lead.client.patch(path, { roleId }), 403, 'insufficient_role');
    }
    expect((await lead.client.patch(path, { roleId: lead.role.id })).status).toBe(200);
    await asAdmin.patch(path, { roleId: above.id });
    expectRefusal(await lead.client.patch(path, { roleId: teacher }), 403, 'insufficient_role');
    expectRefusal(await lead.client.delete(path), 403, 'insufficient_role');
    expect((await asAdmin.get(path)).body.roleId).toBe(above.id);
    await asAdmin.patch(path, { roleId: teacher });
    expect((await lead.client.delete(path)).status).toBe(204);
  });

  it('also not to themselves, in a team or in the organization', async () => {
    const { id } = await team();
    const path = placeIn({ id }, lead.person);
    expect((await lead.client.put(path, { roleId: lead.role.id })).status).toBe(201);
    expectRefusal(await lead.client.patch(path, { roleId: administrator }), 403, 'insufficient_role');
    expectRefusal(
      await lead.client.patch(`${ROLES}/${lead.role.id}`, { permissions: PERMISSIONS }),
      403,
      'insufficient_role',
    );
    const member = `/api/v1/orgs/${aurora.slug}/members/${lead.membershipId}`;
    expectRefusal(await lead.client.patch(member, { role: 'OrganizationAdmin' }), 403, 'insufficient_role');
  });

  it('a role in a team permits nothing in the organization', async () => {
    const { id } = await team();
    await asAdmin.put(placeIn({ id }, user), { roleId: administrator });
    expectRefusal(await (await app.steppedUp(user)).post(TEAMS, { name: newName() }), 403, 'insufficient_role');
  });
});

describe('A role of another organization', () => {
  it('is none, by its name or its id', async () => {
    const foreign = await role(['orgs:write'], asOther);
    const body = { username: 'foreign-bot', role: foreign.name };
    expectRefusal(await asAdmin.post(SERVICE_ACCOUNTS, body), 400, 'invalid_role');
    const member = `/api/v1/orgs/${aurora.slug}/members/${(await holder([])).membershipId}`;
    expectRefusal(await asAdmin.patch(member, { role: foreign.name }), 400, 'invalid_role');
    expectInvalid(await asAdmin.post(TEAMS, { name: newName(), defaultRoleId: foreign.id }), [
      '/defaultRoleId',
      'is_role',
      NO_ROLE,
    ]);
  });
});

describe('At once', () => {
  it('one of sixteen gets a name they all want, in whatever case', async () => {
    const name = newName();
    const spelled = (number: number): string => (number % 2 ? name.toUpperCase() : name);
    const winner = expectOneWinner(
      await race((number) => asAdmin.post(ROLES, { name: spelled(number), permissions: [] })),
      [409, 'role_name_taken', { existing: { id: expect.any(String) as string } }],
    );
    expect(winner.status).toBe(201);
  });

  /** Ways to give a role; each is answered with success, or refused because the role has gone. */
  const GIVING: [way: string, give: (given: { id: string; name: string }) => Promise<Response>][] = [
    ['a service account', ({ name }) => asAdmin.post(SERVICE_ACCOUNTS, { username: `bot-${newId()}`, role: name })],
    ['a team', ({ id }) => asAdmin.post(TEAMS, { name: newName(), defaultRoleId: id })],
    [
      'a place in a team',
      async ({ id }) => {
        const user = await app.factory.person();
        await app.factory.membership(user, aurora);
        return asAdmin.put(placeIn(await team(), user), { roleId: id });
      },
    ],
    [
      'somebody invited',
      ({ name }) =>
        asAdmin.post(`/api/v1/orgs/${aurora.slug}/invitations`, { email: `${newId()}@example.com`, role: name }),
    ],
    [
      'a member',
      async ({ name }) => {
        const { id } = await app.factory.membership(await app.factory.person(), aurora);
        return asAdmin.patch(`/api/v1/orgs/${aurora.slug}/members/${id}`, { role: name });
      },
    ],
  ];

  it.each(GIVING)('a role is given to %s or deleted, never both', async (_, give) => {
    for (let i = 0; i < 8; i++) {
      const contested = await role([]);
      const [given, deleted] = await Promise.all([give(contested), asAdmin.delete(`${ROLES}/${contested.id}`)]);
      if (given.status < 300) {
        expectRefusal(deleted, 409, 'role_in_use');
      } else {
        expect({ status: given.status, deleted: deleted.status }).toEqual({ status: 400, deleted: 204 });
        expect(['invalid_role', 'validation_failed']).toContain(given.body.code);
      }
    }
  });

  it('many changes of one role lose none', async () => {
    const { id } = await role([]);
    const changes = [{ name: newName() }, { description: 'New' }, { permissions: ['users:read'] }];
    const answers = await race((number) => asAdmin.patch(`${ROLES}/${id}`, changes[number % 3]));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    expect((await asAdmin.get(`${ROLES}/${id}`)).body).toMatchObject(Object.assign({}, ...changes) as object);
  });

  it('one of sixteen deletes it', async () => {
    const { id } = await role([]);
    expectOneWinner(await race(() => asAdmin.delete(`${ROLES}/${id}`)), [404, 'role_not_found']);
    expect(await app.prisma.db.auditEvent.count({ where: { targetId: id, action: 'role.deleted' } })).toBe(1);
  });
});
