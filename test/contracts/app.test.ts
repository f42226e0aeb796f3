import type { Client } from '../support/clients/client.js';
import { STRANGERS } from '../support/clients/strangers.js';
import { makeWorld, type World } from '../support/data/world.js';
import {
  expectInvalid,
  expectRefusal,
  expectSameProblem,
  expectUnauthenticated,
} from '../support/expectations/refusals.js';
import { covers } from './spec/covers.js';

const ME = '/api/v1/app/me';
const USERS = '/api/v1/app/user';

describe('app contract', () => {
  let world: World;
  let asSasha: Client;
  let asAlice: Client;
  let asSashasKey: Client;
  let asBot: Client;
  let asRoot: Client;

  beforeAll(async () => {
    world = await makeWorld();
    const inAurora = (caller: Client): Client => caller.inOrganization('auroralabs');
    asSasha = inAurora(world.asSasha);
    asAlice = inAurora(world.asAlice);
    asSashasKey = inAurora(world.asSashasKey);
    asBot = inAurora(world.asBot);
    asRoot = inAurora(world.asRoot);
  });

  afterAll(() => world.app.stop());

  /** The users of Aurora. Their times have milliseconds, which this contract cuts off. */
  const sasha = (): object => ({
    id: prefixed('user', world.memberships.sashaInAurora),
    org_id: prefixed('org', world.aurora),
    account_id: prefixed('acct', world.sasha),
    name: 'Sasha Patel',
    email: 'sasha@auroralabs.com',
    state: 'Active',
    roles: ['AppAdmin'],
    created_at: '2026-02-08T14:12:45Z',
  });
  const alice = (): object => ({
    id: prefixed('user', world.memberships.aliceInAurora),
    org_id: prefixed('org', world.aurora),
    account_id: prefixed('acct', world.alice),
    name: 'Alice of Aurora',
    email: 'alice@example.com',
    state: 'Active',
    roles: ['AppMember'],
    created_at: '2026-02-09T00:00:00Z',
  });
  const ines = (): object => ({
    id: prefixed('user', world.memberships.inesInAurora),
    org_id: prefixed('org', world.aurora),
    account_id: prefixed('acct', world.ines),
    name: 'Inês Duarte',
    email: 'ines@example.com',
    state: 'Inactive',
    roles: ['AppMember'],
    created_at: '2026-02-10T06:00:00Z',
  });

  const userOf = (membership: { id: string }): string => `${USERS}/${prefixed('user', membership)}`;
  const reads = (): string[] => [ME, USERS, userOf(world.memberships.sashaInAurora)];

  describe('1 Common: the credential', () => {
    it.each(STRANGERS)('refuses %s', async (_, make) => {
      covers(68);
      const asStranger = (await make(world)).inOrganization('auroralabs');
      for (const path of reads()) {
        expectUnauthenticated(await asStranger.get(path));
      }
    });

    it('takes a session and an API key alike', async () => {
      covers(68, 79, 90);
      for (const path of reads()) {
        const bySession = await asSasha.get(path);
        const byKey = await asSashasKey.get(path);
        expect([bySession.status, byKey.status, byKey.body]).toEqual([200, 200, bySession.body]);
      }
    });

    it('asks an API key for the scope users:read', async () => {
      covers(68);
      const owner = { membershipId: world.memberships.sashaInAurora.id };
      const withKey = (await world.withKey(owner, { scopes: ['users:write'] })).inOrganization('auroralabs');
      for (const path of reads()) {
        // In the language its owner saved.
        const detail = 'Dem API-Schlüssel fehlt der Scope users:read.';
        expectRefusal(await withKey.get(path), 403, 'insufficient_scope', { detail });
      }
    });

    it('lets service accounts and root read users, but has no "me" for them', async () => {
      covers(68, 79);
      for (const caller of [asBot, asRoot]) {
        expectRefusal(await caller.get(ME), 403, 'user_required');
        expect((await caller.get(USERS)).body.data).toEqual([sasha(), alice(), ines()]);
        expect((await caller.get(userOf(world.memberships.sashaInAurora))).body).toEqual(sasha());
      }
    });
  });

  describe('1 Common: x-org', () => {
    it('is required, of API keys and root too', async () => {
      covers(69);
      for (const caller of [world.asSasha, world.asSashasKey, world.asRoot.with('x-org', ' ')]) {
        for (const path of reads().slice(1)) {
          expectRefusal(await caller.get(path), 400, 'organization_required');
        }
      }
      expectRefusal(await world.asSasha.get(ME), 400, 'organization_required');
    });

    it('is the slug, or the id', async () => {
      covers(70, 81);
      for (const name of ['auroralabs', world.aurora.id, world.aurora.id.toUpperCase()]) {
        for (const caller of [asSasha, asSashasKey]) {
          expect((await caller.inOrganization(name).get(ME)).body.org_id).toBe(prefixed('org', world.aurora));
        }
      }
    });

    it('selects the user of the caller', async () => {
      covers(70, 81);
      const { body } = await asSasha.inOrganization('praxia-academy').get(ME);
      expect(body).toEqual({
        id: prefixed('user', world.memberships.sashaInPraxia),
        org_id: prefixed('org', world.praxia),
        account_id: prefixed('acct', world.sasha),
        name: 'Sasha Patel',
        email: 'sasha@auroralabs.com',
        job_position_name: null,
        job_position_description: null,
        state: 'Active',
        roles: ['AppMember'],
        created_at: '2025-01-15T09:00:00Z',
      });
    });

    it('refuses an organization of others exactly like one that does not exist', async () => {
      covers(69, 70);
      for (const path of reads()) {
        const nowhere = await asAlice.inOrganization('nowhere').get(path);
        expectRefusal(nowhere, 403, 'not_a_member');
        for (const name of ['praxia-academy', world.praxia.id, world.sasha.id]) {
          const refused = await asAlice.inOrganization(name).get(path);
          expect(refused.status).toBe(403);
          expectSameProblem(refused, nowhere);
        }
      }
    });

    it('refuses an API key that names another organization than its own, though its owner is in it', async () => {
      covers(69);
      for (const path of reads()) {
        for (const name of ['praxia-academy', world.praxia.id, 'nowhere']) {
          expectRefusal(await asSashasKey.inOrganization(name).get(path), 403, 'not_a_member');
        }
      }
      expectRefusal(await asBot.inOrganization('praxia-academy').get(USERS), 403, 'not_a_member');
    });

    it('refuses root an organization that does not exist', async () => {
      covers(69);
      expectRefusal(await asRoot.inOrganization('nowhere').get(USERS), 403, 'not_a_member');
    });

    it('refuses inactive members', async () => {
      covers(69, 198);
      for (const path of reads()) {
        expectRefusal(await world.asInes.inOrganization('auroralabs').get(path), 403, 'membership_inactive');
      }
    });
  });

  describe('2 GET /api/v1/app/me', () => {
    it('shows the caller with ten keys', async () => {
      covers(72, 73, 74, 78, 79, 80, 81, 82, 83, 84, 85, 86, 87, 88, 89, 196);
      const { status, body } = await asSasha.get(ME);
      expect({ status, body }).toEqual({
        status: 200,
        body: {
          ...sasha(),
          job_position_name: 'Product Ops Lead',
          job_position_description: 'Owns release coordination and analytics.',
        },
      });
    });

    it('shows null for a job position that is not set', async () => {
      covers(85, 86);
      const { body } = await asAlice.get(ME);
      expect(body).toEqual({ ...alice(), job_position_name: null, job_position_description: null });
    });
  });

  describe('3 GET /api/v1/app/user', () => {
    it('lists users in the order of their creation, with eight keys each', async () => {
      covers(78, 90, 91, 92, 93, 94, 95, 96, 97, 98, 99, 100, 101, 102, 103, 104, 105, 196, 197, 198);
      const { status, body } = await asSasha.get(`${USERS}?page=1&page_size=20`);
      expect({ status, body }).toEqual({
        status: 200,
        body: {
          data: [sasha(), alice(), ines()],
          has_next_page: false,
          has_previous_page: false,
          total_count: 3,
        },
      });
    });

    it('is open to every active member', async () => {
      covers(90);
      expect((await asAlice.get(USERS)).body).toEqual((await asSasha.get(USERS)).body);
    });
  });

  describe('3 GET /api/v1/app/user: pages', () => {
    /** Seven users, named in the order of their creation. */
    const NAMES = ['Anna', '100% Real', 'under_score', 'back\\slash', 'O’Brien "Bob"', "D'Arcy", 'José Ñandú'];
    let asAnna: Client;

    beforeAll(async () => {
      const crowd = await world.factory.organization({ slug: 'crowd' });
      for (const [index, displayName] of NAMES.entries()) {
        const person = await world.factory.person({ displayName, email: `user-${index}@crowd.example.com` });
        const state = index % 3 === 2 ? 'Inactive' : 'Active';
        await world.factory.membership(person, crowd, { state });
        asAnna = index === 0 ? (await world.app.signedIn(person)).inOrganization('crowd') : asAnna;
      }
    });

    it.each([
      ['page=1', NAMES, false, false],
      ['page_size=7', NAMES, false, false],
      ['page_size=100', NAMES, false, false],
      ['page_size=6', NAMES.slice(0, 6), true, false],
      ['page_size=1', NAMES.slice(0, 1), true, false],
      ['page=2&page_size=1', NAMES.slice(1, 2), true, true],
      ['page=2&page_size=3', NAMES.slice(3, 6), true, true],
      ['page=3&page_size=3', NAMES.slice(6), false, true],
      ['page=4&page_size=3', [], false, true],
      ['page=10000000&page_size=100', [], false, true],
    ])('answers ?%s with the page', async (query, names, next, previous) => {
      covers(91, 92, 95, 96, 97, 106, 107);
      expect(await list(query)).toEqual({ names, next, previous, total: 7 });
    });

    it('has twenty users by default', async () => {
      covers(92);
      const organization = await world.factory.organization();
      for (let count = 0; count < 21; count++) {
        await world.factory.membership(await world.factory.person(), organization);
      }
      const { body } = await asRoot.inOrganization(organization.slug).get(USERS);
      expect([body.data.length, body.has_next_page, body.total_count]).toEqual([20, true, 21]);
    });

    it.each([
      ['state=Active', [0, 1, 3, 4, 6]],
      ['state=Inactive', [2, 5]],
      ['state=Active,Inactive', [0, 1, 2, 3, 4, 5, 6]],
      ['state=Inactive,Active,Inactive', [0, 1, 2, 3, 4, 5, 6]],
      ['state=Active,%20Inactive', [0, 1, 2, 3, 4, 5, 6]],
    ])('answers ?%s with users in these states, and counts them alone', async (query, indices) => {
      covers(97, 198);
      expect(await list(query)).toEqual(onePage(indices));
    });

    it.each([
      ['anna', [0]],
      ['ANNA', [0]],
      ['%', [1]],
      ['0%', [1]],
      ['_', [2]],
      ['\\', [3]],
      ['\\s', [3]],
      ['%%', []],
      ['a%a', []],
      ['"', [4]],
      // Apostrophes are found however they are written.
      ['’', [4, 5]],
      ["'", [4, 5]],
      ["'; DROP TABLE x --", []],
      ['José', [6]],
      ['ñandú', [6]],
      ['ÑANDÚ', [6]],
      ['Jose\u0301', [6]],
      ['Jose', [6]],
      ['  Anna  ', [0]],
      ['', [0, 1, 2, 3, 4, 5, 6]],
      [' ', [0, 1, 2, 3, 4, 5, 6]],
      ['user-4@', [4]],
      ['CROWD.example', [0, 1, 2, 3, 4, 5, 6]],
      ['Sasha', []],
      ['x'.repeat(200), []],
    ])('finds users with the literal text %j in name or address', async (q, indices) => {
      covers(97);
      expect(await list(`q=${encodeURIComponent(q)}`)).toEqual(onePage(indices));
    });

    it('finds a member by the name in the organization, not by the name that it hides', async () => {
      covers(101);
      const find = async (q: string): Promise<unknown> => (await asSasha.get(`${USERS}?q=${q}`)).body.data;
      expect(await find('Alice%20of')).toEqual([alice()]);
      const person = await world.factory.person({ displayName: 'Hidden' });
      await world.factory.membership(person, world.praxia, { displayName: 'Shown' });
      const inPraxia = world.asSasha.inOrganization('praxia-academy');
      expect((await inPraxia.get(`${USERS}?q=Shown`)).body.total_count).toBe(1);
      expect((await inPraxia.get(`${USERS}?q=Hidden`)).body.total_count).toBe(0);
    });

    it('pages and counts within a search and a state', async () => {
      covers(97, 106);
      const query = 'q=crowd&state=Active&page_size=2&page=2';
      expect(await list(query)).toEqual({ names: [NAMES[3], NAMES[4]], next: true, previous: true, total: 5 });
    });

    const NOT_WHOLE = 'Must be a whole number.';

    it.each([
      ['page=0', '/page', 'min', 'Must be at least 1.'],
      ['page=-1', '/page', 'min', 'Must be at least 1.'],
      ['page=10000001', '/page', 'max', 'Must be at most 10000000.'],
      ['page=', '/page', 'is_int', NOT_WHOLE],
      ['page=one', '/page', 'is_int', NOT_WHOLE],
      ['page=1.5', '/page', 'is_int', NOT_WHOLE],
      ['page=0x1', '/page', 'is_int', NOT_WHOLE],
      ['page=1e1', '/page', 'is_int', NOT_WHOLE],
      ['page=%201', '/page', 'is_int', NOT_WHOLE],
      ['page=1&page=2', '/page', 'is_int', NOT_WHOLE],
      ['page_size=0', '/page_size', 'min', 'Must be at least 1.'],
      ['page_size=101', '/page_size', 'max', 'Must be at most 100.'],
      ['page_size=ten', '/page_size', 'is_int', NOT_WHOLE],
      ['state=active', '/state', 'is_in', 'Must be a comma list of Active, Inactive.'],
      ['state=Active,Gone', '/state', 'is_in', 'Must be a comma list of Active, Inactive.'],
      ['state=Active,', '/state', 'is_in', 'Must be a comma list of Active, Inactive.'],
      ['state=', '/state', 'is_in', 'Must be a comma list of Active, Inactive.'],
      ['q=%00', '/q', 'no_controls', 'Must not contain control characters.'],
      ['q=a%0Ab', '/q', 'no_controls', 'Must not contain control characters.'],
      [`q=${'x'.repeat(201)}`, '/q', 'max_length', 'Must have at most 200 characters.'],
      ['q=a&q=b', '/q', 'is_string', 'Must be a string.'],
      ['pageSize=5', '/pageSize', 'unknown_key', 'This key is not one the route takes.'],
      ['__proto__=5', '/__proto__', 'unknown_key', 'This key is not one the route takes.'],
    ])('refuses ?%s and says why', async (query, pointer, code, detail) => {
      covers(91, 92);
      expectInvalid(await asAnna.get(`${USERS}?${query}`), [pointer, code, detail]);
    });

    it('says everything that is wrong at once', async () => {
      covers(202);
      expectInvalid(
        await asAnna.get(`${USERS}?page=0&page_size=101`),
        ['/page', 'min', 'Must be at least 1.'],
        ['/page_size', 'max', 'Must be at most 100.'],
      );
    });

    function onePage(indices: number[]): object {
      const names = indices.map((index) => NAMES[index]);
      return { names, next: false, previous: false, total: names.length };
    }

    async function list(query: string): Promise<object> {
      const { status, body } = await asAnna.get(`${USERS}?${query}`);
      expect(status).toBe(200);
      const names = body.data.map(({ name }: { name: string }) => name);
      return { names, next: body.has_next_page, previous: body.has_previous_page, total: body.total_count };
    }
  });

  describe('5 GET /api/v1/app/user/{userID}', () => {
    it('shows a user with eight keys', async () => {
      covers(128, 129, 130, 131, 132, 133, 134, 135, 136);
      const { status, body } = await asSasha.get(userOf(world.memberships.sashaInAurora));
      expect({ status, body }).toEqual({ status: 200, body: sasha() });
    });

    it('shows inactive users too, and shows them to every active member', async () => {
      covers(128, 134, 198);
      expect((await asAlice.get(userOf(world.memberships.inesInAurora))).body).toEqual(ines());
      expect((await asAlice.get(userOf(world.memberships.sashaInAurora))).body).toEqual(sasha());
    });

    it('takes the UUID as well, and shows the prefixed id', async () => {
      covers(72, 129);
      const { id } = world.memberships.aliceInAurora;
      for (const form of [id, id.toUpperCase()]) {
        expect((await asSasha.get(`${USERS}/${form}`)).body).toEqual(alice());
      }
    });

    it.each<[string, () => string]>([
      ['no user', () => '01890000-0000-7000-8000-000000000000'],
      ['a member of another organization', () => prefixed('user', world.memberships.priyaInPraxia)],
      ['the UUID of one', () => world.memberships.priyaInPraxia.id],
      ['his own user in another organization', () => prefixed('user', world.memberships.sashaInPraxia)],
      ['an account', () => prefixed('acct', world.sasha)],
      ['an account as a user', () => prefixed('user', world.sasha)],
      ['the UUID of an account', () => world.sasha.id],
      ['a user with the prefix of another kind', () => prefixed('acct', world.memberships.sashaInAurora)],
      ['an organization', () => prefixed('org', world.aurora)],
      ['the UUID of an organization', () => world.aurora.id],
      ['a service account', () => prefixed('user', world.bot)],
      ['a prefix with a UUID', () => `user_${world.memberships.sashaInAurora.id}`],
      ['one digit too few', () => prefixed('user', world.memberships.sashaInAurora).slice(0, -1)],
      ['one digit too many', () => `${prefixed('user', world.memberships.sashaInAurora)}0`],
      ['sixteen digits', () => 'user_4b7c2a1d9e5f3c8b'],
      ['the bare prefix', () => 'user_'],
      ['no id at all', () => 'nonsense'],
      ['NUL', () => '%00'],
      ['SQL', () => "'%20OR%201=1"],
    ])('does not find %s, always in the same words', async (_, id) => {
      covers(137, 201, 202);
      const unknown = await asSasha.get(`${USERS}/user_01890000000070008000000000000000`);
      const refused = await asSasha.get(`${USERS}/${id()}`);
      expectRefusal(refused, 404, 'user_not_found');
      expectSameProblem(refused, unknown);
    });
  });
});

/** An id as the app contract writes it. */
function prefixed(prefix: 'user' | 'org' | 'acct', { id }: { id: string }): string {
  return `${prefix}_${id.replaceAll('-', '')}`;
}
