import { FEATURE_FLAGS } from '../support/app/running-app.js';
import type { Client } from '../support/clients/client.js';
import { STRANGERS } from '../support/clients/strangers.js';
import { PASSWORD, type Person } from '../support/data/factory.js';
import { makeWorld, type World } from '../support/data/world.js';
import { expectInvalid, expectRefusal, expectUnauthenticated } from '../support/expectations/refusals.js';
import { covers } from './spec/covers.js';

const READS = ['/api/v1/user', '/api/v1/auth/me', '/api/v1/orgs/my'];

const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
/** Where Sasha is, and as what. */
const AURORA = { slug: 'auroralabs', name: 'Aurora Labs', role: 'OrganizationAdmin', appRole: 'AppAdmin' };

const WEEK = 7 * 24 * 3_600_000;

describe('account contract', () => {
  let world: World;

  beforeAll(async () => {
    world = await makeWorld();
  });

  afterAll(() => world.app.stop());

  describe('1 Authentication and access rules', () => {
    it.each(STRANGERS)('refuses %s', async (_, make) => {
      covers(1);
      const asStranger = await make(world);
      for (const path of READS) {
        expectUnauthenticated(await asStranger.get(path));
      }
      expectUnauthenticated(await asStranger.post('/api/v1/auth/logout'));
    });

    it.each(READS)('%s answers a session, its cookie and an API key', async (path) => {
      covers(5, 6);
      const callers = [world.asSasha, world.asSasha.byCookie, world.asSashasKey];
      expect(await Promise.all(callers.map(async (caller) => (await caller.get(path)).status))).toEqual([
        200, 200, 200,
      ]);
    });

    it('refuses a bad token although the cookie is good', async () => {
      covers(1);
      expectUnauthenticated(await world.asSasha.byCookie.withToken('token').get('/api/v1/user'));
    });

    it.each([
      ['/api/v1/user', 'users:read', 'orgs:read'],
      ['/api/v1/orgs/my', 'orgs:read', 'users:read'],
    ] as const)('%s asks an API key for the scope %s', async (path, needed, other) => {
      covers(6);
      const { withKey, memberships } = world;
      const owner = { membershipId: memberships.sashaInAurora.id };
      expect((await (await withKey(owner, { scopes: [needed] })).get(path)).status).toBe(200);
      // In the language its owner saved.
      const detail = `Dem API-Schlüssel fehlt der Scope ${needed}.`;
      const withOther = await withKey(owner, { scopes: [other] });
      expectRefusal(await withOther.get(path), 403, 'insufficient_scope', { detail });
    });

    it.each(READS)('%s refuses service accounts and root, which are no persons', async (path) => {
      covers(1);
      expectRefusal(await world.asBot.get(path), 403, 'user_required');
      expectRefusal(await world.asRoot.get(path), 403, 'user_required');
    });
  });

  describe('1 Authentication and access rules: POST /api/v1/auth/login', () => {
    beforeAll(async () => {
      await world.factory.address(world.noor, 'noor@work.example.com');
      await world.factory.address(world.noor, 'noor@unverified.example.com', { verifiedAt: null });
    });

    const logIn = (body?: unknown): ReturnType<Client['post']> => world.app.anonymous.post('/api/v1/auth/login', body);

    it('opens a session and says what there is to know of it', async () => {
      covers(5, 12);
      const { status, body } = await logIn({ email: 'sasha@auroralabs.com', password: PASSWORD });
      expect({ status, body }).toEqual({
        status: 200,
        body: {
          status: 'authenticated',
          token: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
          tokenType: 'Bearer',
          expiresAt: expect.stringMatching(ISO),
          sessionId: expect.any(String),
          userId: world.sasha.id,
          passwordChangeRequired: false,
        },
      });
      expect(Math.abs(Date.parse(body.expiresAt) - Date.now() - WEEK)).toBeLessThan(60_000);
      const me = await world.app.anonymous.withToken(body.token).get('/api/v1/auth/me');
      expect(me.body.session).toMatchObject({ id: body.sessionId, expiresAt: body.expiresAt });
    });

    it('sets the token as a cookie that pages cannot read', async () => {
      covers(12);
      const { body, headers } = await logIn({ email: 'sasha@auroralabs.com', password: PASSWORD });
      const rest = `Path=/; Expires=${new Date(body.expiresAt).toUTCString()}; HttpOnly; SameSite=Lax`;
      expect(headers['set-cookie']).toContain(`session=${String(body.token)}; ${rest}`);
      expect(headers['cache-control']).toBe('no-store');
    });

    it.each([
      ['SASHA@AuroraLabs.com', 'sasha'],
      [' sasha@auroralabs.com\n', 'sasha'],
      ['ｓａｓｈａ@auroralabs.com', 'sasha'],
      ['noor@work.example.com', 'noor'],
    ] as const)('knows whose address %j is', async (email, person) => {
      covers(12);
      expect((await logIn({ email, password: PASSWORD })).body.userId).toBe(world[person].id);
    });

    it('takes the unverified primary address of an account that an organization manages, and makes it active', async () => {
      covers(12);
      const person = await world.factory.person({ status: 'pending', managedById: world.aurora.id });
      await world.app.prisma.db.userEmail.updateMany({ where: { userId: person.id }, data: { verifiedAt: null } });
      const { body } = await (await world.app.anonymous.logIn(person.email)).get('/api/v1/user');
      expect(body.status).toBe('active');
    });

    it.each<[string, () => Promise<{ email: string; password?: string }>]>([
      ['a wrong password', () => Promise.resolve({ email: world.sasha.email, password: `${PASSWORD} ` })],
      ['an address nobody has', () => Promise.resolve({ email: 'nobody@example.com' })],
      ['a person without a password', () => world.factory.person({ passwordHash: null })],
      ['a suspended person', () => world.factory.person({ status: 'suspended' })],
      ['a deleted person', () => world.factory.person({ deletedAt: new Date() })],
      ['a temporary password past its day', () => world.factory.person({ passwordExpiresAt: new Date() })],
      ['an address that was never verified', () => Promise.resolve({ email: 'noor@unverified.example.com' })],
    ])('refuses %s, always in the same words', async (_, make) => {
      covers(12);
      const { email, password = PASSWORD } = await make();
      const refused = await logIn({ email, password });
      expectRefusal(refused, 401, 'invalid_credentials');
      expect(String(refused.headers['set-cookie'])).not.toContain('session=');
    });

    const NO_EMAIL = ['/email', 'is_email', 'Must be an e-mail address.'] as const;
    const NO_STRING = ['/password', 'is_string', 'Must be a string.'] as const;
    const BAD_LENGTH = ['/password', 'is_length', 'Must have 1 to 128 characters.'] as const;
    const UNKNOWN = ['/admin', 'unknown_key', 'This key is not one the route takes.'] as const;
    const NO_OBJECT = ['', 'is_object', 'The body must be a JSON object.'] as const;

    it.each<[unknown, ...(readonly [string, string, string])[]]>([
      [{ password: PASSWORD }, NO_EMAIL],
      [{ email: 'sasha', password: PASSWORD }, NO_EMAIL],
      [{ email: null, password: PASSWORD }, NO_EMAIL],
      [{ email: 'sasha@auroralabs.com' }, NO_STRING],
      [{ email: 'sasha@auroralabs.com', password: 12345678 }, NO_STRING],
      [{ email: 'sasha@auroralabs.com', password: '' }, BAD_LENGTH],
      [{ email: 'sasha@auroralabs.com', password: 'x'.repeat(129) }, BAD_LENGTH],
      [{ email: 'sasha@auroralabs.com', password: PASSWORD, admin: 1 }, UNKNOWN],
      [[{ email: 'sasha@auroralabs.com', password: PASSWORD }], NO_OBJECT],
      [{}, NO_EMAIL, NO_STRING],
      [undefined, NO_EMAIL, NO_STRING],
    ])('refuses the body %j and says where it breaks a rule', async (body, ...errors) => {
      covers(12);
      expectInvalid(await logIn(body), ...errors);
    });

    it.each([
      ['application/json', '{"email":', 400, 'malformed_json'],
      ['application/x-www-form-urlencoded', 'email=a@b.cd', 415, 'unsupported_media_type'],
    ] as const)('refuses the %s %s', async (type, body, status, code) => {
      covers(12);
      const client = world.app.anonymous.with('content-type', type);
      expectRefusal(await client.post('/api/v1/auth/login', body), status, code);
    });

    it('with a temporary password opens a session that can read the own identity and log out', async () => {
      covers(12);
      const { email, id } = await world.factory.person({ passwordChangeRequired: true });
      const { body } = await logIn({ email, password: PASSWORD });
      expect(body).toMatchObject({ userId: id, passwordChangeRequired: true });
      const client = world.app.anonymous.withToken(body.token);
      for (const path of ['/api/v1/user', '/api/v1/auth/me', '/api/me', '/api/v1/me', '/api/users/me']) {
        expect((await client.get(path)).status).toBe(200);
      }
      expect((await client.post('/api/v1/auth/logout')).status).toBe(204);
    });

    it('with a temporary password opens a session that may do nothing else', async () => {
      covers(12);
      const person = await world.factory.person({ passwordChangeRequired: true });
      await world.factory.membership(person, world.aurora, { isPrimary: true });
      const client = (await world.app.signedIn(person)).inOrganization('auroralabs');
      for (const path of ['/api/v1/orgs/my', '/api/v1/app/user']) {
        expectRefusal(await client.get(path), 403, 'password_change_required');
      }
      const switched = await client.post('/api/me/switch-organization', { organizationId: world.aurora.id });
      expectRefusal(switched, 403, 'password_change_required');
    });
  });

  describe('1 Authentication and access rules: POST /api/v1/auth/logout', () => {
    let person: Person;
    let client: Client;

    beforeEach(async () => {
      person = await world.factory.person();
      client = await world.app.signedIn(person);
    });

    it('ends the session and no other of the person', async () => {
      covers(12);
      const elsewhere = await world.app.signedIn(person);
      const { status, text, headers } = await client.post('/api/v1/auth/logout');
      expect({ status, text }).toEqual({ status: 204, text: '' });
      expect(headers['set-cookie']).toEqual([
        'session=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; SameSite=Lax',
      ]);
      expect(headers['clear-site-data']).toBe('"cache", "cookies", "storage"');
      expectUnauthenticated(await client.get('/api/v1/user'));
      expectUnauthenticated(await client.byCookie.get('/api/v1/user'));
      expectUnauthenticated(await client.post('/api/v1/auth/logout'));
      expect((await elsewhere.get('/api/v1/user')).status).toBe(200);
    });

    it('is for sessions alone', async () => {
      covers(5);
      expectRefusal(await world.asSashasKey.post('/api/v1/auth/logout'), 403, 'session_required');
      expectRefusal(await world.asBot.post('/api/v1/auth/logout'), 403, 'user_required');
      expectRefusal(await world.asRoot.post('/api/v1/auth/logout'), 403, 'user_required');
    });

    it.each([
      ['Sec-Fetch-Site: cross-site', 'sec-fetch-site', 'cross-site'],
      ['a foreign Origin', 'origin', 'https://evil.example.com'],
      ['the Origin of a sandboxed page', 'origin', 'null'],
    ])('refuses the cookie with %s', async (_, header, value) => {
      covers(5);
      const fromElsewhere = client.byCookie.with(header, value);
      expectRefusal(await fromElsewhere.post('/api/v1/auth/logout'), 403, 'cross_site_request');
      expect((await client.get('/api/v1/user')).status).toBe(200);
    });

    it('takes the cookie from a page of its own origin', async () => {
      covers(5);
      const browser = client.byCookie.with('sec-fetch-site', 'same-origin').with('origin', world.app.config.publicUrl);
      expect((await browser.post('/api/v1/auth/logout')).status).toBe(204);
    });
  });

  describe('2 User profile: GET /api/v1/user', () => {
    it.each(['asSasha', 'asSashasKey'] as const)('shows %s all fourteen keys', async (caller) => {
      covers(6, 16, 17);
      const { status, body } = await world[caller].get('/api/v1/user');
      expect({ status, body }).toEqual({
        status: 200,
        body: {
          id: world.sasha.id,
          email: 'sasha@auroralabs.com',
          displayName: 'Sasha Patel',
          givenName: 'Sasha',
          familyName: 'Patel',
          bio: 'Coordinates releases.\nDrinks tea.',
          avatarUrl: 'https://cdn.example.com/sasha.webp',
          locale: 'de-AT',
          timezone: 'Europe/Vienna',
          phoneNumber: '+4312345678',
          birthDate: '1990-04-01',
          status: 'active',
          createdAt: '2026-01-05T08:00:00.250Z',
          updatedAt: '2026-02-01T10:30:00.500Z',
        },
      });
    });

    it('shows null for what is not set', async () => {
      covers(17);
      const { body } = await world.asAlice.get('/api/v1/user');
      expect(body).toEqual({
        id: world.alice.id,
        email: 'alice@example.com',
        displayName: 'Alice',
        givenName: null,
        familyName: null,
        bio: null,
        avatarUrl: null,
        locale: null,
        timezone: null,
        phoneNumber: null,
        birthDate: null,
        status: 'active',
        createdAt: '2026-01-06T09:15:00.000Z',
        updatedAt: '2026-01-07T09:15:00.001Z',
      });
    });
  });

  describe('2 User profile: GET /api/v1/auth/me', () => {
    const sashaInAurora = (): object => ({
      user: {
        id: world.sasha.id,
        email: 'sasha@auroralabs.com',
        displayName: 'Sasha Patel',
        avatarUrl: 'https://cdn.example.com/sasha.webp',
        locale: 'de-AT',
      },
      organization: { id: world.aurora.id, ...AURORA },
      featureFlags: { ...FEATURE_FLAGS, beta: true },
    });

    it('returns user, session, organization and feature flags', async () => {
      covers(29, 30, 31, 32);
      const { status, body } = await world.asSasha.get('/api/v1/auth/me');
      const session = {
        id: expect.any(String),
        authTime: expect.stringMatching(ISO),
        expiresAt: expect.stringMatching(ISO),
        stepUpExpiresAt: null,
        amr: ['pwd'],
      };
      expect({ status, body }).toEqual({ status: 200, body: { ...sashaInAurora(), session } });
      expect(Date.parse(body.session.expiresAt) - Date.parse(body.session.authTime)).toBe(WEEK);
    });

    it('answers an API key the same, without a session', async () => {
      covers(29, 30, 31, 32);
      const { body } = await world.asSashasKey.get('/api/v1/auth/me');
      expect(body).toEqual({ ...sashaInAurora(), session: null });
    });

    it('has no organization for a user without memberships, and the features as configured', async () => {
      covers(30, 31);
      const { body } = await world.asNoor.get('/api/v1/auth/me');
      expect(body).toMatchObject({
        user: { id: world.noor.id, email: 'noor@example.com', displayName: 'Noor', avatarUrl: null, locale: null },
        organization: null,
        featureFlags: FEATURE_FLAGS,
      });
    });

    it('says until when a step-up counts, and nothing of one that no longer does', async () => {
      covers(29, 32);
      const person = await world.factory.person();
      const client = await world.app.signedIn(person);
      const stepUpExpiresAt = async (stepUpAt: Date): Promise<string | null> => {
        await world.app.prisma.db.session.updateMany({ where: { userId: person.id }, data: { stepUpAt } });
        return (await client.get('/api/v1/auth/me')).body.session.stepUpExpiresAt;
      };
      const now = Date.now();
      expect(await stepUpExpiresAt(new Date(now))).toBe(new Date(now + 600_000).toISOString());
      expect(await stepUpExpiresAt(new Date(now - 600_000))).toBeNull();
    });

    it.each(['slug', 'id'] as const)('is about the organization that x-org names by its %s', async (name) => {
      covers(30);
      const { body } = await world.asSasha.inOrganization(world.praxia[name]).get('/api/v1/auth/me');
      expect(body.organization).toEqual({
        id: world.praxia.id,
        slug: 'praxia-academy',
        name: 'Praxia Academy',
        role: 'Coach',
        appRole: 'AppMember',
      });
    });

    it('refuses an organization the caller is not in, one that does not exist, and one that is not the key’s', async () => {
      covers(30);
      const withKey = world.asSashasKey.inOrganization('praxia-academy');
      expectRefusal(await withKey.get('/api/v1/auth/me'), 403, 'not_a_member');
      for (const name of ['praxia-academy', world.praxia.id, 'nowhere', world.sasha.id]) {
        expectRefusal(await world.asAlice.inOrganization(name).get('/api/v1/auth/me'), 403, 'not_a_member');
      }
    });

    it('refuses the organization where the caller is inactive, and without x-org knows none', async () => {
      covers(30);
      const inAurora = world.asInes.inOrganization('auroralabs');
      expectRefusal(await inAurora.get('/api/v1/auth/me'), 403, 'membership_inactive');
      expect((await world.asInes.get('/api/v1/auth/me')).body.organization).toBeNull();
    });
  });

  describe('4 Organization: GET /api/v1/orgs/my', () => {
    const sashaInAurora = (): object => ({
      id: world.aurora.id,
      ...AURORA,
      logoUrl: null,
      state: 'Active',
      isPrimary: true,
      joinedAt: '2026-02-08T14:12:45.678Z',
    });

    it('lists every membership with its roles, the primary one first', async () => {
      covers(55, 56);
      const { status, body } = await world.asSasha.get('/api/v1/orgs/my');
      expect({ status, body }).toEqual({
        status: 200,
        body: {
          items: [
            sashaInAurora(),
            {
              id: world.praxia.id,
              slug: 'praxia-academy',
              name: 'Praxia Academy',
              logoUrl: 'https://cdn.example.com/praxia.webp',
              role: 'Coach',
              appRole: 'AppMember',
              state: 'Active',
              isPrimary: false,
              joinedAt: '2025-01-15T09:00:00.000Z',
            },
          ],
        },
      });
    });

    it('shows an API key its own organization alone', async () => {
      covers(6, 55);
      const { body } = await world.asSashasKey.get('/api/v1/orgs/my');
      expect(body).toEqual({ items: [sashaInAurora()] });
    });

    it('shows inactive memberships as such, and an empty list to a user without memberships', async () => {
      covers(55);
      const { body } = await world.asInes.get('/api/v1/orgs/my');
      expect(body.items).toMatchObject([{ id: world.aurora.id, role: 'Manager', state: 'Inactive' }]);
      expect((await world.asNoor.get('/api/v1/orgs/my')).body).toEqual({ items: [] });
    });

    it('is the list even when an organization has the slug my', async () => {
      covers(57);
      const person = await world.factory.person();
      const my = await world.factory.organization({ slug: 'my', name: 'My' });
      await world.factory.membership(person, my);
      const { body } = await (await world.app.signedIn(person)).get('/api/v1/orgs/my');
      expect(body.items).toMatchObject([{ id: my.id, slug: 'my' }]);
    });
  });
});
