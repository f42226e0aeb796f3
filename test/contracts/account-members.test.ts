import { newId } from '../../src/core/ids/ids.js';
import { makeWorld, type World } from '../support/data/world.js';
import { expectInvalid, expectRefusal, expectUnauthenticated } from '../support/expectations/refusals.js';

const MEMBERS = '/api/v1/orgs/auroralabs/members';
const KEYS = ['id', 'userId', 'displayName', 'email', 'avatarUrl', 'role', 'appRole', 'state', 'isPrimary', 'joinedAt'];

/** Those of OrganizationAdmins. */
const ALL_KEYS = [...KEYS, 'lastSignInAt', 'secondFactor'];

describe('account contract: members of an organization', () => {
  let world: World;

  beforeAll(async () => {
    world = await makeWorld();
    // Otherwise she is answered in German.
    await world.app.prisma.db.user.update({ where: { id: world.sasha.id }, data: { locale: null } });
  });

  afterAll(() => world.app.stop());

  describe('GET /api/v1/orgs/:slug/members', () => {
    it('lists the members with exactly their ten keys, and two more for OrganizationAdmins', async () => {
      for (const client of [world.asAlice, world.asBot]) {
        const { body } = await client.get(MEMBERS);
        expect(body.items.map((item: object) => Object.keys(item))).toEqual([KEYS, KEYS, KEYS]);
      }
      for (const client of [world.asSasha, world.asSashasKey, world.asRoot]) {
        const { body } = await client.get(MEMBERS);
        expect(body.items.map((item: object) => Object.keys(item))).toEqual([ALL_KEYS, ALL_KEYS, ALL_KEYS]);
      }
    });

    it('lists the members as they joined', async () => {
      const { aliceInAurora, sashaInAurora } = world.memberships;
      const { status, body } = await world.asSasha.get(MEMBERS);
      expect({ status, keys: Object.keys(body) }).toEqual({ status: 200, keys: ['items'] });
      expect(body.items.slice(0, 2)).toEqual([
        {
          id: sashaInAurora.id,
          userId: world.sasha.id,
          displayName: 'Sasha Patel',
          email: 'sasha@auroralabs.com',
          avatarUrl: 'https://cdn.example.com/sasha.webp',
          role: 'OrganizationAdmin',
          appRole: 'AppAdmin',
          state: 'Active',
          isPrimary: true,
          joinedAt: '2026-02-08T14:12:45.678Z',
          lastSignInAt: null,
          secondFactor: false,
        },
        {
          id: aliceInAurora.id,
          userId: world.alice.id,
          displayName: 'Alice of Aurora',
          email: 'alice@example.com',
          avatarUrl: null,
          role: 'Teacher',
          appRole: 'AppMember',
          state: 'Active',
          isPrimary: true,
          joinedAt: '2026-02-09T00:00:00.999Z',
          lastSignInAt: null,
          secondFactor: false,
        },
      ]);
    });

    it('is open to any active member, to keys and to the operator', async () => {
      for (const client of [world.asAlice, world.asSashasKey, world.asBot, world.asRoot]) {
        expect((await client.get(MEMBERS)).body.items).toHaveLength(3);
      }
    });

    it('continues after the marker while members join or leave', async () => {
      const first = (await world.asSasha.get(`${MEMBERS}?limit=2`)).body;
      expect({ length: first.items.length, marker: first.marker }).toEqual({ length: 2, marker: expect.any(String) });
      const { items, marker } = (await world.asSasha.get(`${MEMBERS}?limit=2&marker=${String(first.marker)}`)).body;
      expect({ names: items.map(({ displayName }: { displayName: string }) => displayName), marker }).toEqual({
        names: ['Inês Duarte'],
        marker: undefined,
      });
      expect((await world.asSasha.get(`${MEMBERS}?limit=0`)).body).toEqual({ items: [] });
    });

    it('takes a marker only with the filters it was given out with', async () => {
      const { marker } = (await world.asSasha.get(`${MEMBERS}?limit=1`)).body;
      for (const query of ['&q=a', '&role=Teacher', '&state=Active']) {
        const response = await world.asSasha.get(`${MEMBERS}?limit=1&marker=${String(marker)}${query}`);
        expectRefusal(response, 400, 'invalid_marker');
      }
      const elsewhere = `/api/v1/orgs/praxia-academy/members?marker=${String(marker)}`;
      expectRefusal(await world.asSasha.get(elsewhere), 400, 'invalid_marker');
    });

    it.each([
      ['q=ALICE OF', ['Alice of Aurora']],
      ['q=example.com', ['Alice of Aurora', 'Inês Duarte']],
      ['q=%25', []],
      ['q=', ['Sasha Patel', 'Alice of Aurora', 'Inês Duarte']],
      ['role=Manager', ['Inês Duarte']],
      ['role=Nobody', []],
      ['state=Inactive', ['Inês Duarte']],
      ['state=Active', ['Sasha Patel', 'Alice of Aurora']],
      ['state=Active,Inactive', ['Sasha Patel', 'Alice of Aurora', 'Inês Duarte']],
      ['q=example&role=Teacher&state=Active', ['Alice of Aurora']],
    ])('?%s finds %j', async (query, names) => {
      const { body } = await world.asSasha.get(`${MEMBERS}?${query}`);
      expect(body.items.map(({ displayName }: { displayName: string }) => displayName)).toEqual(names);
    });

    it.each([
      ['state=Gone', '/state', 'is_in', 'Must be a comma list of Active, Inactive.'],
      ['state[]=Active', '/state[]', 'comma_list', 'A list is written with commas and without brackets: `key=a,b`.'],
      ['state[0]=Active', '/state[0]', 'comma_list', 'A list is written with commas and without brackets: `key=a,b`.'],
      ['limit=101', '/limit', 'max', 'Must be at most 100.'],
      ['limit=-1', '/limit', 'min', 'Must be at least 0.'],
      ['page=1', '/page', 'unknown_key', 'This key is not one the route takes.'],
    ])('refuses ?%s', async (query, pointer, code, detail) => {
      expectInvalid(await world.asSasha.get(`${MEMBERS}?${query}`), [pointer, code, detail]);
    });
  });

  describe('PATCH /api/v1/orgs/:slug/members/:id', () => {
    it('changes role, app role and state and answers the member', async () => {
      const { id } = world.memberships.aliceInAurora;
      const change = { role: 'Coach', appRole: 'AppAdmin', state: 'Inactive' };
      const { status, body } = await world.asSasha.patch(`${MEMBERS}/${id}`, change);
      expect({ status, keys: Object.keys(body) }).toEqual({ status: 200, keys: ALL_KEYS });
      expect(body).toMatchObject({ id, ...change, displayName: 'Alice of Aurora' });
      const back = { role: 'Teacher', appRole: 'AppMember', state: 'Active' };
      expect((await world.asSasha.patch(`${MEMBERS}/${id}`, back)).body).toMatchObject(back);
    });

    it.each([
      [{}, '', 'not_empty', 'The body must have at least one of the keys the route takes.'],
      [undefined, '', 'not_empty', 'The body must have at least one of the keys the route takes.'],
      [{ displayName: 'x' }, '/displayName', 'unknown_key', 'This key is not one the route takes.'],
      [{ isPrimary: true }, '/isPrimary', 'unknown_key', 'This key is not one the route takes.'],
      [{ role: null }, '/role', 'is_string', 'Must be a string.'],
      [{ appRole: 'Admin' }, '/appRole', 'is_in', 'Must be one of AppAdmin, AppMember.'],
      [{ state: null }, '/state', 'is_in', 'Must be one of Active, Inactive.'],
    ])('refuses %j', async (body, pointer, code, detail) => {
      const path = `${MEMBERS}/${world.memberships.aliceInAurora.id}`;
      expectInvalid(await world.asSasha.patch(path, body), [pointer, code, detail]);
    });

    it('refuses a role that is not there', async () => {
      const path = `${MEMBERS}/${world.memberships.aliceInAurora.id}`;
      expectRefusal(await world.asSasha.patch(path, { role: 'teacher' }), 400, 'invalid_role');
    });
  });

  describe('DELETE /api/v1/orgs/:slug/members/:id and POST …/leave', () => {
    it('answer 204 without a body', async () => {
      const other = await world.factory.person();
      const { id } = await world.factory.membership(other, world.aurora);
      const removed = await world.asSasha.delete(`${MEMBERS}/${id}`);
      expect({ status: removed.status, text: removed.text }).toEqual({ status: 204, text: '' });
      const another = await world.factory.person();
      await world.factory.membership(another, world.aurora);
      const left = await (await world.app.signedIn(another)).post('/api/v1/orgs/auroralabs/leave');
      expect({ status: left.status, text: left.text }).toEqual({ status: 204, text: '' });
      expect((await world.asSasha.get(MEMBERS)).body.items).toHaveLength(3);
    });
  });

  describe.each([
    ['get', MEMBERS, 'orgs:read'],
    ['patch', `${MEMBERS}/${newId()}`, 'orgs:write'],
    ['delete', `${MEMBERS}/${newId()}`, 'orgs:write'],
    ['post', '/api/v1/orgs/auroralabs/leave', 'orgs:write'],
  ] as const)('%s %s', (method, path, scope) => {
    const body = method === 'patch' ? { role: 'Coach' } : undefined;

    it('needs a credential', async () => {
      expectUnauthenticated(await world.app.anonymous.send(method, path, body));
    });

    it('does not know the organization of others, nor one that is not there', async () => {
      expectRefusal(await world.asNoor.send(method, path, body), 404, 'organization_not_found');
      const nowhere = path.replace('auroralabs', 'nowhere');
      expectRefusal(await world.asSasha.send(method, nowhere, body), 404, 'organization_not_found');
    });

    it('refuses an inactive member', async () => {
      expectRefusal(await world.asInes.send(method, path, body), 403, 'membership_inactive');
    });

    it(`needs the scope ${scope} of an API key`, async () => {
      const others = scope === 'orgs:read' ? (['orgs:write'] as const) : (['orgs:read', 'users:write'] as const);
      const owner = { membershipId: world.memberships.sashaInAurora.id };
      const asKey = await world.withKey(owner, { scopes: [...others] });
      const detail = `The API key lacks the scope ${scope}.`;
      expectRefusal(await asKey.send(method, path, body), 403, 'insufficient_scope', { detail });
    });
  });

  it('lets only an OrganizationAdmin change and remove', async () => {
    const path = `${MEMBERS}/${world.memberships.sashaInAurora.id}`;
    const manager = await world.factory.person();
    await world.factory.membership(manager, world.aurora, { role: 'Manager', appRole: 'AppAdmin' });
    for (const client of [world.asAlice, world.asBot, await world.app.signedIn(manager)]) {
      expectRefusal(await client.patch(path, { role: 'Teacher' }), 403, 'insufficient_role');
      expectRefusal(await client.delete(path), 403, 'insufficient_role');
    }
  });

  it('permits only users to leave', async () => {
    for (const client of [world.asBot, world.asRoot]) {
      expectRefusal(await client.post('/api/v1/orgs/auroralabs/leave'), 403, 'user_required');
    }
  });
});
