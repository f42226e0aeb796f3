import type { Client } from '../support/clients/client.js';
import { STRANGERS } from '../support/clients/strangers.js';
import type { Person } from '../support/data/factory.js';
import { makeWorld, type World } from '../support/data/world.js';
import { expectInvalid, expectRefusal, expectUnauthenticated } from '../support/expectations/refusals.js';
import { covers } from './spec/covers.js';

const READS = ['/api/users/me', '/api/me/organizations', '/api/me/current-organization'];
const SWITCH = '/api/me/switch-organization';
const PRIMARY = '/api/me/primary-organization';

const AURORA = {
  name: 'Aurora Labs',
  description: null,
  logoUrl: null,
  status: 'active',
  createdAt: '2025-06-01T00:00:00.000Z',
  updatedAt: '2026-01-01T12:30:00.250Z',
};
const PRAXIA = {
  name: 'Praxia Academy',
  description: 'Educational consultants',
  logoUrl: 'https://cdn.example.com/praxia.webp',
  status: 'active',
  createdAt: '2025-01-01T00:00:00.000Z',
  updatedAt: '2025-01-15T09:00:00.000Z',
};

describe('context contract', () => {
  let world: World;

  beforeAll(async () => {
    world = await makeWorld();
  });

  afterAll(() => world.app.stop());

  describe('1 Common', () => {
    it.each(STRANGERS)('refuses %s', async (_, make) => {
      covers(410);
      const asStranger = await make(world);
      for (const path of READS) {
        expectUnauthenticated(await asStranger.get(path));
      }
      for (const path of [SWITCH, PRIMARY]) {
        expectUnauthenticated(await asStranger.post(path, { organizationId: world.aurora.id }));
      }
    });

    it('refuses API keys of users, service accounts and root', async () => {
      covers(410);
      const organizationId = world.aurora.id;
      for (const [caller, code] of [
        [world.asSashasKey, 'session_required'],
        [world.asBot, 'user_required'],
        [world.asRoot, 'user_required'],
      ] as const) {
        for (const path of READS) {
          expectRefusal(await caller.get(path), 403, code);
        }
        for (const path of [SWITCH, PRIMARY]) {
          expectRefusal(await caller.post(path, { organizationId }), 403, code);
        }
      }
    });

    it('takes the session from the cookie as from the header', async () => {
      covers(411);
      for (const path of READS) {
        const byHeader = await world.asSasha.get(path);
        const byCookie = await world.asSasha.byCookie.get(path);
        expect([byHeader.status, byCookie.status, byCookie.body]).toEqual([200, 200, byHeader.body]);
      }
    });

    it('puts everything into the single key data', async () => {
      covers(409, 412);
      const client = await world.app.signedIn(world.sasha);
      const bodies = [
        ...(await Promise.all(READS.map((path) => client.get(path)))),
        await client.post(SWITCH, { organizationId: world.aurora.id }),
        await client.post(PRIMARY, { organizationId: world.aurora.id }),
      ].map(({ body }) => Object.keys(body));
      expect(bodies).toEqual([['data'], ['data'], ['data'], ['data'], ['data']]);
    });
  });

  describe('1 Common: GET /api/users/me', () => {
    it('reads the profile with eleven keys', async () => {
      covers(412, 413, 414, 419);
      const { status, body } = await world.asSasha.get('/api/users/me');
      expect({ status, body }).toEqual({
        status: 200,
        body: {
          data: {
            id: world.sasha.id,
            email: 'sasha@auroralabs.com',
            name: 'Sasha Patel',
            firstName: 'Sasha',
            lastName: 'Patel',
            avatarUrl: 'https://cdn.example.com/sasha.webp',
            phone: '+4312345678',
            birthDate: '1990-04-01',
            currentOrganizationId: world.aurora.id,
            createdAt: '2026-01-05T08:00:00.250Z',
            updatedAt: '2026-02-01T10:30:00.500Z',
          },
        },
      });
    });

    it('shows null for what is not set', async () => {
      covers(414, 419);
      const { body } = await world.asAlice.get('/api/users/me');
      expect(body).toEqual({
        data: {
          id: world.alice.id,
          email: 'alice@example.com',
          name: 'Alice',
          firstName: null,
          lastName: null,
          avatarUrl: null,
          phone: null,
          birthDate: null,
          currentOrganizationId: world.aurora.id,
          createdAt: '2026-01-06T09:15:00.000Z',
          updatedAt: '2026-01-07T09:15:00.001Z',
        },
      });
      expect((await world.asNoor.get('/api/users/me')).body.data.currentOrganizationId).toBeNull();
    });
  });

  describe('2 GET /api/me/organizations', () => {
    it('lists the active memberships, the primary one first, and which is current', async () => {
      covers(413, 420, 421, 423, 424, 425, 426, 427, 428, 429, 430, 431, 432, 433, 434, 436);
      const { status, body } = await world.asSasha.get('/api/me/organizations');
      expect({ status, body }).toEqual({
        status: 200,
        body: {
          data: {
            organizations: [
              {
                id: world.aurora.id,
                ...AURORA,
                userRole: 'OrganizationAdmin',
                isPrimary: true,
                joinedAt: '2026-02-08T14:12:45.678Z',
              },
              {
                id: world.praxia.id,
                ...PRAXIA,
                userRole: 'Coach',
                isPrimary: false,
                joinedAt: '2025-01-15T09:00:00.000Z',
              },
            ],
            currentOrganizationId: world.aurora.id,
          },
        },
      });
    });

    it('leaves out memberships that are not active', async () => {
      covers(422, 436);
      const { body } = await world.asInes.get('/api/me/organizations');
      expect(body).toEqual({ data: { organizations: [], currentOrganizationId: null } });
    });

    it('is empty for a person without a membership', async () => {
      covers(438);
      const { body } = await world.asNoor.get('/api/me/organizations');
      expect(body).toEqual({ data: { organizations: [], currentOrganizationId: null } });
    });

    it('shows each of the four roles, in the order of joining', async () => {
      covers(430, 435);
      const person = await world.factory.person();
      const roles = ['Teacher', 'Coach', 'Manager', 'OrganizationAdmin'] as const;
      for (const role of roles) {
        await world.factory.membership(person, await world.factory.organization(), { role });
      }
      const { data } = (await (await world.app.signedIn(person)).get('/api/me/organizations')).body;
      expect(data.organizations.map(({ userRole }: { userRole: string }) => userRole)).toEqual(roles);
    });

    it('names the organization whose role other requests of the session have', async () => {
      covers(437);
      const { body } = await world.asSasha.get('/api/v1/auth/me');
      expect(body.organization).toMatchObject({ id: world.aurora.id, role: 'OrganizationAdmin' });
      expect(await current(world.asSasha)).toBe(world.aurora.id);
    });
  });

  describe('2 GET /api/me/organizations: where a login starts', () => {
    it('is the primary organization', async () => {
      covers(436);
      const person = await world.factory.person();
      await world.factory.membership(person, world.aurora);
      await world.factory.membership(person, world.praxia, { isPrimary: true });
      expect(await current(await world.app.anonymous.logIn(person.email))).toBe(world.praxia.id);
    });

    it('is none without a primary one', async () => {
      covers(436);
      const person = await world.factory.person();
      await world.factory.membership(person, world.aurora);
      expect(await current(await world.app.anonymous.logIn(person.email))).toBeNull();
    });

    it('is none when the primary one is archived', async () => {
      covers(436);
      const person = await world.factory.person();
      const archived = await world.factory.organization({ status: 'archived' });
      await world.factory.membership(person, archived, { isPrimary: true });
      expect(await current(await world.app.anonymous.logIn(person.email))).toBeNull();
    });

    it('is none when the person is inactive in the primary one', async () => {
      covers(422, 436);
      expect(await current(await world.app.anonymous.logIn(world.ines.email))).toBeNull();
    });
  });

  describe('3 POST /api/me/switch-organization', () => {
    let person: Person;
    let membership: { id: string };
    let client: Client;

    beforeEach(async () => {
      person = await world.factory.person();
      membership = await world.factory.membership(person, world.aurora, { role: 'Manager', isPrimary: true });
      await world.factory.membership(person, world.praxia, { role: 'Coach' });
      client = await world.app.signedIn(person);
    });

    it('answers with the target and the role there', async () => {
      covers(439, 440, 443, 444);
      const { status, body } = await client.post(SWITCH, { organizationId: world.praxia.id });
      expect({ status, body }).toEqual({
        status: 200,
        body: { data: { currentOrganizationId: world.praxia.id, role: 'Coach' } },
      });
    });

    it('makes later requests with the same cookie be about the target', async () => {
      covers(445, 446, 447, 448);
      const browser = client.byCookie;
      await browser.post(SWITCH, { organizationId: world.praxia.id });
      const { organization } = (await browser.get('/api/v1/auth/me')).body;
      expect(organization).toMatchObject({ id: world.praxia.id, role: 'Coach' });
      expect(await current(browser)).toBe(world.praxia.id);
      expect((await browser.get('/api/users/me')).body.data.currentOrganizationId).toBe(world.praxia.id);
      const { data } = (await browser.get('/api/me/current-organization')).body;
      expect(data).toMatchObject({ id: world.praxia.id, userRole: 'Coach' });
    });

    it('switches back, and to where one is already', async () => {
      covers(439, 447);
      for (const { id } of [world.praxia, world.aurora, world.aurora]) {
        expect((await client.post(SWITCH, { organizationId: id })).status).toBe(200);
        expect(await current(client)).toBe(id);
      }
    });

    it('concerns this session alone', async () => {
      covers(445);
      const elsewhere = await world.app.signedIn(person);
      await client.post(SWITCH, { organizationId: world.praxia.id });
      expect(await current(elsewhere)).toBe(world.aurora.id);
      expect(await current(await world.app.anonymous.logIn(person.email))).toBe(world.aurora.id);
      expect(await current(world.asSasha)).toBe(world.aurora.id);
    });

    it('takes a UUID in capitals, and answers with the id as it is', async () => {
      covers(441, 443);
      const { body } = await client.post(SWITCH, { organizationId: world.praxia.id.toUpperCase() });
      expect(body.data.currentOrganizationId).toBe(world.praxia.id);
    });

    const NO_UUID = ['/organizationId', 'is_uuid', 'Must be a UUID.'] as const;
    const UNKNOWN = ['/role', 'unknown_key', 'This key is not one the route takes.'] as const;
    const NO_OBJECT = ['', 'is_object', 'The body must be a JSON object.'] as const;

    it.each<[string, (id: string) => unknown, readonly [string, string, string]]>([
      ['no organizationId', () => ({}), NO_UUID],
      ['null', () => ({ organizationId: null }), NO_UUID],
      ['an empty string', () => ({ organizationId: '' }), NO_UUID],
      ['a number', () => ({ organizationId: 42 }), NO_UUID],
      ['a list', (id) => ({ organizationId: [id] }), NO_UUID],
      ['a slug', () => ({ organizationId: 'praxia-academy' }), NO_UUID],
      ['an id of the app contract', (id) => ({ organizationId: `org_${digits(id)}` }), NO_UUID],
      ['a UUID without hyphens', (id) => ({ organizationId: digits(id) }), NO_UUID],
      ['a UUID in braces', (id) => ({ organizationId: `{${id}}` }), NO_UUID],
      ['a UUID and a space', (id) => ({ organizationId: `${id} ` }), NO_UUID],
      ['another key', (id) => ({ organizationId: id, role: 'Manager' }), UNKNOWN],
      ['no body', () => undefined, NO_UUID],
      ['a list of bodies', (id) => [{ organizationId: id }], NO_OBJECT],
      ['a body that is a list', (id) => [id], NO_OBJECT],
    ])('refuses %s and changes nothing', async (_, body, error) => {
      covers(441, 449, 450, 453, 454);
      expectInvalid(await client.post(SWITCH, body(world.praxia.id)), error);
      expect(await current(client)).toBe(world.aurora.id);
    });

    it.each<[string, () => Promise<{ id: string }>]>([
      ['an organization of others', () => world.factory.organization()],
      ['a UUID of no organization', () => Promise.resolve({ id: '01890000-0000-7000-8000-000000000000' })],
      ['the nil UUID', () => Promise.resolve({ id: '00000000-0000-0000-0000-000000000000' })],
      ['the id of a person', () => Promise.resolve(person)],
      ['the id of a membership', () => Promise.resolve(membership)],
      ['an organization he is inactive in', organizationWhereInactive],
    ])('refuses %s and changes nothing', async (_, target) => {
      covers(442, 451, 452, 453, 454);
      const { id } = await target();
      expectRefusal(await client.post(SWITCH, { organizationId: id }), 403, 'not_a_member');
      expect(await current(client)).toBe(world.aurora.id);
    });

    async function organizationWhereInactive(): Promise<{ id: string }> {
      const organization = await world.factory.organization();
      await world.factory.membership(person, organization, { state: 'Inactive' });
      return organization;
    }

    it('refuses the cookie when another site sent it, and changes nothing', async () => {
      covers(411, 453);
      const fromElsewhere = client.byCookie.with('sec-fetch-site', 'cross-site');
      const response = await fromElsewhere.post(SWITCH, { organizationId: world.praxia.id });
      expectRefusal(response, 403, 'cross_site_request');
      expect(await current(client)).toBe(world.aurora.id);
    });

    it('leads out of an organization that one has become inactive in', async () => {
      covers(442, 465, 467);
      const { db } = world.app.prisma;
      await db.membership.update({ where: { id: membership.id }, data: { state: 'Inactive' } });
      expect((await client.get('/api/me/current-organization')).body).toEqual({ data: null });
      expect(await current(client)).toBeNull();
      expect((await client.post(SWITCH, { organizationId: world.praxia.id })).status).toBe(200);
      expect(await current(client)).toBe(world.praxia.id);
    });
  });

  describe('3 POST /api/me/primary-organization', () => {
    let person: Person;
    let client: Client;

    beforeEach(async () => {
      person = await world.factory.person();
      await world.factory.membership(person, world.aurora, { role: 'Manager', isPrimary: true });
      await world.factory.membership(person, world.praxia, { role: 'Coach' });
      client = await world.app.signedIn(person);
    });

    async function primary(): Promise<string | undefined> {
      const { data } = (await client.get('/api/me/organizations')).body;
      const all = data.organizations as { id: string; isPrimary: boolean }[];
      expect(all.filter(({ isPrimary }) => isPrimary).length).toBeLessThanOrEqual(1);
      return all.find(({ isPrimary }) => isPrimary)?.id;
    }

    it('answers with the target and the role there, and later logins start in it', async () => {
      covers(413, 431, 436);
      const { status, body } = await client.post(PRIMARY, { organizationId: world.praxia.id.toUpperCase() });
      expect({ status, body }).toEqual({
        status: 200,
        body: { data: { primaryOrganizationId: world.praxia.id, role: 'Coach' } },
      });
      expect(await primary()).toBe(world.praxia.id);
      expect(await current(client)).toBe(world.aurora.id);
      expect(await current(await world.app.anonymous.logIn(person.email))).toBe(world.praxia.id);
    });

    it('sets the first one of a user without one', async () => {
      covers(431);
      await world.app.prisma.db.membership.updateMany({ where: { userId: person.id }, data: { isPrimary: false } });
      expect(await primary()).toBeUndefined();
      expect((await client.post(PRIMARY, { organizationId: world.aurora.id })).status).toBe(200);
      expect(await primary()).toBe(world.aurora.id);
    });

    it('moves it away from a membership that is not active', async () => {
      covers(431);
      const where = { userId: person.id, isPrimary: true };
      await world.app.prisma.db.membership.updateMany({ where, data: { state: 'Inactive' } });
      expect((await client.post(PRIMARY, { organizationId: world.praxia.id })).status).toBe(200);
      expect(await primary()).toBe(world.praxia.id);
    });

    it('refuses what is no UUID, and other keys', async () => {
      covers(441);
      const noUuid = ['/organizationId', 'is_uuid', 'Must be a UUID.'] as const;
      for (const body of [{}, { organizationId: null }, { organizationId: 'praxia-academy' }]) {
        expectInvalid(await client.post(PRIMARY, body), noUuid);
      }
      const unknown = ['/role', 'unknown_key', 'This key is not one the route takes.'] as const;
      expectInvalid(await client.post(PRIMARY, { organizationId: world.praxia.id, role: 'Coach' }), unknown);
      expect(await primary()).toBe(world.aurora.id);
    });

    it('refuses an organization without an active membership, whether it exists or not', async () => {
      covers(442, 452);
      const inactive = await world.factory.organization();
      await world.factory.membership(person, inactive, { state: 'Inactive' });
      const archived = await world.factory.organization({ status: 'archived' });
      await world.factory.membership(person, archived);
      for (const { id } of [inactive, archived, await world.factory.organization(), person]) {
        expectRefusal(await client.post(PRIMARY, { organizationId: id }), 403, 'not_a_member');
      }
      expect(await primary()).toBe(world.aurora.id);
    });
  });

  describe('4 GET /api/me/current-organization', () => {
    it('describes the active organization and the role of the caller', async () => {
      covers(413, 455, 456, 457, 458, 459, 460, 461, 462, 463, 464, 465, 466);
      const client = await world.app.signedIn(world.sasha);
      await client.post(SWITCH, { organizationId: world.praxia.id });
      const { status, body } = await client.get('/api/me/current-organization');
      expect({ status, body }).toEqual({
        status: 200,
        body: { data: { id: world.praxia.id, ...PRAXIA, settings: {}, userRole: 'Coach' } },
      });
    });

    it('shows settings as they are, and null for what is not set', async () => {
      covers(459, 460, 462);
      const { body } = await world.asAlice.get('/api/me/current-organization');
      const settings = { features: { beta: true, theme: 'dark' } };
      expect(body).toEqual({ data: { id: world.aurora.id, ...AURORA, settings, userRole: 'Teacher' } });
    });

    it('is null for a user without an active organization', async () => {
      covers(467);
      for (const caller of [world.asNoor, world.asInes]) {
        const { status, body } = await caller.get('/api/me/current-organization');
        expect({ status, body }).toEqual({ status: 200, body: { data: null } });
      }
    });

    it('is null for a user whose membership was removed', async () => {
      covers(467);
      const person = await world.factory.person();
      const { id } = await world.factory.membership(person, world.aurora, { isPrimary: true });
      const client = await world.app.signedIn(person);
      await world.app.prisma.db.membership.delete({ where: { id } });
      expect((await client.get('/api/me/current-organization')).body).toEqual({ data: null });
    });
  });

  async function current(client: Client): Promise<string | null> {
    return (await client.get('/api/me/organizations')).body.data.currentOrganizationId;
  }
});

function digits(id: string): string {
  return id.replaceAll('-', '');
}
