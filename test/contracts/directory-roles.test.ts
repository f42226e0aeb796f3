import type { Response } from 'supertest';
import { newId } from '../../src/core/ids/ids.js';
import type { Client } from '../support/clients/client.js';
import { STRANGERS } from '../support/clients/strangers.js';
import type { Person } from '../support/data/factory.js';
import { makeWorld, type World } from '../support/data/world.js';
import {
  expectInvalid,
  expectRefusal,
  expectSameProblem,
  expectUnauthenticated,
} from '../support/expectations/refusals.js';

const ROLES = '/api/v1/org/roles';
const KEYS = [
  'id',
  'organizationId',
  'name',
  'description',
  'permissions',
  'builtIn',
  'createdAt',
  'createdBy',
  'updatedAt',
  'updatedBy',
];
const ALL = ['users:read', 'users:write', 'orgs:read', 'orgs:write'];
const BUILT_IN = ['OrganizationAdmin', 'Manager', 'Coach', 'Teacher'];
const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const OF_ALL = `Must contain only these values: ${ALL.join(', ')}.`;

let world: World;
/** An OrganizationAdmin of Aurora, who has just confirmed that it is he. */
let asAdmin: Client;
let asPriya: Client;
let admin: Person;
let count = 0;

const newName = (): string => `Role ${String(++count)}`;

async function created(fields: Record<string, unknown> = {}, client = asAdmin): Promise<Response['body']> {
  const { status, body } = await client.post(ROLES, { name: newName(), permissions: ['orgs:write'], ...fields });
  expect({ status, body }).toMatchObject({ status: 201 });
  return body;
}

function auditOf(targetId: string) {
  return world.app.prisma.db.auditEvent.findMany({ where: { targetId }, orderBy: { id: 'asc' } });
}

beforeAll(async () => {
  world = await makeWorld();
  admin = await world.factory.person();
  await world.factory.membership(admin, world.aurora, { role: 'OrganizationAdmin', isPrimary: true });
  asAdmin = await world.app.steppedUp(admin);
  asPriya = await world.app.steppedUp(world.priya);
});

afterAll(() => world.app.stop());

describe('GET /org/roles', () => {
  it.each(STRANGERS)('refuses %s', async (_, make) => {
    expectUnauthenticated(await (await make(world)).get(ROLES));
  });

  it('is open to every active member, and to no one else', async () => {
    expect((await world.asAlice.get(ROLES)).status).toBe(200);
    expect((await world.asBot.get(ROLES)).status).toBe(200);
    expect((await world.asRoot.inOrganization('auroralabs').get(ROLES)).status).toBe(200);
    expectRefusal(await world.asInes.inOrganization('auroralabs').get(ROLES), 403, 'membership_inactive');
    expectRefusal(await world.asNoor.get(ROLES), 400, 'organization_required');
    expectRefusal(await world.asNoor.inOrganization('auroralabs').get(ROLES), 403, 'not_a_member');
    const { aliceInAurora } = world.memberships;
    const asKey = await world.withKey({ membershipId: aliceInAurora.id }, { scopes: ['users:read'] });
    expectRefusal(await asKey.get(ROLES), 403, 'insufficient_scope', {
      detail: 'The API key lacks the scope orgs:read.',
    });
  });

  it('shows the four built-in roles, of which OrganizationAdmin alone adds to what every member may do', async () => {
    const { items } = (await world.asAlice.get(`${ROLES}?limit=4`)).body;
    expect(items.map((role: object) => Object.keys(role))).toEqual(items.map(() => KEYS));
    const builtIn = { organizationId: null, builtIn: true, description: null, createdBy: 'root', updatedBy: 'root' };
    expect(items).toMatchObject([
      { ...builtIn, name: 'OrganizationAdmin', permissions: ALL },
      { ...builtIn, name: 'Manager', permissions: [] },
      { ...builtIn, name: 'Coach', permissions: [] },
      { ...builtIn, name: 'Teacher', permissions: [] },
    ]);
    expect(items[3].id).toBe(await world.factory.roleId('Teacher'));
  });

  it('goes on with the organization’s own, page by page, and never shows another’s', async () => {
    const organization = await world.factory.organization();
    const person = await world.factory.person();
    await world.factory.membership(person, organization, { role: 'OrganizationAdmin', isPrimary: true });
    const client = await world.app.steppedUp(person);
    const own = [await created({}, client), await created({}, client), await created({}, client)];
    await created({}, asPriya);
    const names = [...BUILT_IN, ...own.map(({ name }) => name)];
    for (const limit of [1, 2, 3, 4, 5, 6]) {
      const seen: string[] = [];
      let query = '';
      do {
        const { items, marker } = (await client.get(`${ROLES}?limit=${String(limit)}${query}`)).body;
        seen.push(...items.map(({ name }: { name: string }) => name));
        query = marker === undefined ? '' : `&marker=${String(marker)}`;
      } while (query);
      expect(seen).toEqual(names);
    }
    expect(Object.keys((await client.get(`${ROLES}?limit=7`)).body)).toEqual(['items']);
    expect((await client.get(`${ROLES}?limit=0`)).body).toEqual({ items: [] });
    const { marker } = (await client.get(`${ROLES}?limit=5`)).body;
    expectRefusal(await asAdmin.get(`${ROLES}?marker=${String(marker)}`), 400, 'invalid_marker');
  });
});

describe('POST /org/roles', () => {
  it.each(STRANGERS)('refuses %s', async (_, make) => {
    expectUnauthenticated(await (await make(world)).post(ROLES, { name: newName(), permissions: [] }));
  });

  it('needs an OrganizationAdmin with a session and a step-up', async () => {
    const body = { name: newName(), permissions: [] };
    expectRefusal(await world.asSasha.post(ROLES, body), 401, 'step_up_required', { methods: ['password'] });
    expectRefusal(await world.asSashasKey.post(ROLES, body), 403, 'session_required');
    expectRefusal(await world.asBot.post(ROLES, body), 403, 'session_required');
    expectRefusal(await world.asRoot.inOrganization('auroralabs').post(ROLES, body), 403, 'user_required');
    expectRefusal(await (await world.app.steppedUp(world.alice)).post(ROLES, body), 403, 'insufficient_role');
    const inPraxia = (await world.app.steppedUp(world.sasha)).inOrganization('praxia-academy');
    expectRefusal(await inPraxia.post(ROLES, body), 403, 'insufficient_role');
  });

  it('answers the ten keys, and reading it answers the same', async () => {
    const name = newName();
    const body = await created({
      name: ` ${name} `,
      description: 'Looks after\nthe teams',
      permissions: ['orgs:write'],
    });
    expect(Object.keys(body)).toEqual(KEYS);
    expect(body).toEqual({
      id: expect.any(String),
      organizationId: world.aurora.id,
      name,
      description: 'Looks after\nthe teams',
      permissions: ['orgs:write'],
      builtIn: false,
      createdAt: expect.stringMatching(ISO),
      createdBy: admin.id,
      updatedAt: body.createdAt,
      updatedBy: admin.id,
    });
    expect((await world.asAlice.get(`${ROLES}/${String(body.id)}`)).body).toEqual(body);
    expect(await auditOf(body.id)).toMatchObject([
      {
        action: 'role.created',
        actorId: admin.id,
        organizationId: world.aurora.id,
        targetKind: 'role',
        changes: {
          name: { before: null, after: name },
          description: { before: null, after: 'Looks after\nthe teams' },
          permissions: { before: null, after: 'orgs:write' },
        },
      },
    ]);
  });

  it('takes a role that permits nothing, and shows permissions in the order of the catalogue', async () => {
    expect((await created({ permissions: [] })).permissions).toEqual([]);
    expect((await created({ permissions: ['orgs:write', 'users:read'] })).permissions).toEqual([
      'users:read',
      'orgs:write',
    ]);
  });

  it.each(['projects:read', 'projects:write'])('refuses %s, which would permit nothing', async (permission) => {
    const body = { name: newName(), permissions: ['users:read', permission] };
    expectInvalid(await asAdmin.post(ROLES, body), ['/permissions', 'is_in', OF_ALL]);
    const { id } = await created();
    expectInvalid(await asAdmin.patch(`${ROLES}/${String(id)}`, { permissions: [permission] }), [
      '/permissions',
      'is_in',
      OF_ALL,
    ]);
  });

  it.each([
    'OrganizationAdmin',
    'manager',
    'COACH',
    ' Teacher ',
    'Ｔｅａｃｈｅｒ',
    'Man\u200Bager',
    'Coach\u00AD',
    'Organization Admin',
    'Organi\u2060zationadmin',
    'Соасh',
    'OrganizatiоnAdmin',
    'TΕACHER',
    'Mаnаger',
    'Μanager',
    'ТЕАСНЕR',
    'Teacհer',
    'Cоаcһ',
    'Соach\u200B',
    '𝐂οach',
    'ϲoach',
    'C0ach',
    'Organlzatlon Admin',
    'rnanager',
    'ORGANİZATİONADMİN',
    'ᎢᎬᎪᏟᎻᎬᎡ',
  ])('refuses the name %j, which reads as a built-in one', async (name) => {
    expectRefusal(await asAdmin.post(ROLES, { name, permissions: [] }), 409, 'role_name_taken');
  });

  it.each(['Тренер', 'Δάσκαλος', 'Ուսուցիչ', 'Coach für Mathe', 'Тeacher 2', 'Coaches', 'Ménager', 'Trainer'])(
    'takes the name %j',
    async (name) => {
      expect(await created({ name })).toMatchObject({ name });
    },
  );

  it('refuses a name the organization has, in whatever case or form, and another organization may have it', async () => {
    const { id, name } = await created({ name: 'Café lead' });
    for (const taken of [name, 'CAFE\u0301 LEAD', 'Ｃafé lead', 'Café lead\u200B', 'Ca\u00ADfé \u3000lead']) {
      const answer = await asAdmin.post(ROLES, { name: taken, permissions: [] });
      expectRefusal(answer, 409, 'role_name_taken', { existing: { id } });
    }
    expect((await created({ name }, asPriya)).organizationId).toBe(world.praxia.id);
  });

  it.each([
    [{ permissions: [] }, '/name', 'is_string', 'Must be a string.'],
    [{ name: '', permissions: [] }, '/name', 'min_length', 'Must have at least 1 character.'],
    [{ name: 'x'.repeat(101), permissions: [] }, '/name', 'max_length', 'Must have at most 100 characters.'],
    [{ name: 'a\nb', permissions: [] }, '/name', 'no_controls', 'Must not contain control characters.'],
    [{ name: 'x' }, '/permissions', 'is_array', 'Must be an array.'],
    [{ name: 'x', permissions: null }, '/permissions', 'is_array', 'Must be an array.'],
    [{ name: 'x', permissions: ['root'] }, '/permissions', 'is_in', OF_ALL],
    [
      { name: 'x', permissions: ['orgs:read', 'orgs:read'] },
      '/permissions',
      'array_unique',
      'Must not have the same item twice.',
    ],
    [{ name: 'x', permissions: [], description: 7 }, '/description', 'is_string', 'Must be a string.'],
    [{ name: 'x', permissions: [], builtIn: true }, '/builtIn', 'unknown_key', 'This key is not one the route takes.'],
    [
      { name: 'x', permissions: [], organizationId: newId() },
      '/organizationId',
      'unknown_key',
      'This key is not one the route takes.',
    ],
  ])('refuses %j', async (body, pointer, code, detail) => {
    expectInvalid(await asAdmin.post(ROLES, body), [pointer, code, detail]);
  });
});

describe('/org/roles/{role}', () => {
  it.each(['get', 'patch', 'delete'] as const)(
    'answers %s of another organization’s role, and of a malformed id, as of one that is not there',
    async (method) => {
      const foreign = await created({}, asPriya);
      const body = method === 'patch' ? { description: 'x' } : undefined;
      const missing = await asAdmin.send(method, `${ROLES}/${newId()}`, body);
      expectRefusal(missing, 404, 'role_not_found');
      for (const id of [foreign.id, 'x', '%00', 'null']) {
        expectSameProblem(await asAdmin.send(method, `${ROLES}/${String(id)}`, body), missing);
      }
      expect((await asPriya.get(`${ROLES}/${String(foreign.id)}`)).body).toEqual(foreign);
    },
  );

  it.each(['patch', 'delete'] as const)('refuses to %s a built-in role', async (method) => {
    const id = await world.factory.roleId('Manager');
    const body = method === 'patch' ? { permissions: ALL } : undefined;
    expectRefusal(await asAdmin.send(method, `${ROLES}/${id}`, body), 409, 'role_built_in');
  });

  it.each(['patch', 'delete'] as const)('lets an OrganizationAdmin with a step-up alone %s it', async (method) => {
    const { id } = await created();
    const path = `${ROLES}/${String(id)}`;
    const body = method === 'patch' ? { permissions: ALL } : undefined;
    expectRefusal(await world.asSasha.send(method, path, body), 401, 'step_up_required', { methods: ['password'] });
    expectRefusal(await world.asSashasKey.send(method, path, body), 403, 'session_required');
    const asAlice = await world.app.steppedUp(world.alice);
    expectRefusal(await asAlice.send(method, path, body), 403, 'insufficient_role');
    expectUnauthenticated(await world.app.anonymous.send(method, path, body));
  });

  it('PATCH changes what is sent and leaves the rest', async () => {
    const role = await created({ description: 'Old' });
    const path = `${ROLES}/${String(role.id)}`;
    const name = newName();
    const { status, body } = await asAdmin.patch(path, { name, permissions: ['users:write', 'users:read'] });
    expect({ status, body }).toEqual({
      status: 200,
      body: {
        ...role,
        name,
        permissions: ['users:read', 'users:write'],
        updatedAt: expect.stringMatching(ISO),
        updatedBy: admin.id,
      },
    });
    expect((await asAdmin.patch(path, { description: null })).body).toMatchObject({ name, description: null });
    expect((await auditOf(role.id)).map(({ action, changes }) => ({ action, changes })).slice(1)).toEqual([
      {
        action: 'role.updated',
        changes: {
          name: { before: role.name, after: name },
          permissions: { before: 'orgs:write', after: 'users:read users:write' },
        },
      },
      { action: 'role.updated', changes: { description: { before: 'Old', after: null } } },
    ]);
  });

  it('PATCH that changes nothing is 200 and moves nothing', async () => {
    const role = await created({ permissions: ['users:read', 'orgs:write'] });
    const same = { name: role.name, description: null, permissions: ['orgs:write', 'users:read'] };
    const { status, body } = await asAdmin.patch(`${ROLES}/${String(role.id)}`, same);
    expect({ status, body }).toEqual({ status: 200, body: role });
    expect(await auditOf(role.id)).toHaveLength(1);
  });

  it('PATCH may change the case of a name, and may not take that of another', async () => {
    const { id } = await created({ name: 'auditor' });
    const { name: taken } = await created();
    const path = `${ROLES}/${String(id)}`;
    expect((await asAdmin.patch(path, { name: 'Auditor' })).body.name).toBe('Auditor');
    expectRefusal(await asAdmin.patch(path, { name: taken.toUpperCase() }), 409, 'role_name_taken');
    expectRefusal(await asAdmin.patch(path, { name: 'OrganizationADMIN' }), 409, 'role_name_taken');
    expectInvalid(await asAdmin.patch(path, {}), [
      '',
      'not_empty',
      'The body must have at least one of the keys the route takes.',
    ]);
  });

  it('DELETE ends it', async () => {
    const { id, name } = await created();
    const { status, text } = await asAdmin.delete(`${ROLES}/${String(id)}`);
    expect({ status, text }).toEqual({ status: 204, text: '' });
    expectRefusal(await asAdmin.get(`${ROLES}/${String(id)}`), 404, 'role_not_found');
    expectRefusal(await asAdmin.delete(`${ROLES}/${String(id)}`), 404, 'role_not_found');
    expect((await auditOf(id)).at(-1)).toMatchObject({
      action: 'role.deleted',
      changes: { name: { before: name, after: null }, permissions: { before: 'orgs:write', after: null } },
    });
    await created({ name });
  });

  const USES: [name: string, use: (roleId: string) => Promise<unknown>][] = [
    ['a member', async (roleId) => world.factory.membership(await world.factory.person(), world.aurora, { roleId })],
    ['a service account', (roleId) => world.factory.serviceAccount(world.aurora, { roleId })],
    ['a team, as its default role', (roleId) => team(roleId)],
    [
      'a place in a team',
      async (roleId) =>
        world.app.prisma.db.teamMember.create({
          data: {
            teamId: (await team(await world.factory.roleId('Teacher'))).id,
            membershipId: world.memberships.aliceInAurora.id,
            roleId,
            createdBy: 'root',
          },
        }),
    ],
  ];

  it.each(USES)('DELETE refuses a role that is in use by %s', async (_, use) => {
    const role = await created();
    await use(role.id);
    expectRefusal(await asAdmin.delete(`${ROLES}/${String(role.id)}`), 409, 'role_in_use');
    expect((await asAdmin.get(`${ROLES}/${String(role.id)}`)).body).toEqual(role);
    expect(await auditOf(role.id)).toHaveLength(1);
  });

  function team(defaultRoleId: string): Promise<{ id: string }> {
    return world.app.prisma.db.team.create({
      data: {
        id: newId(),
        organizationId: world.aurora.id,
        name: newName(),
        defaultRoleId,
        createdBy: 'root',
        updatedBy: 'root',
      },
    });
  }
});
