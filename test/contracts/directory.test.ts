import type { Client } from '../support/clients/client.js';
import { STRANGERS } from '../support/clients/strangers.js';
import { PASSWORD, type Person } from '../support/data/factory.js';
import { makeWorld, type World } from '../support/data/world.js';
import { expectRefusal, expectUnauthenticated } from '../support/expectations/refusals.js';
import { covers } from './spec/covers.js';

const HOUR = 3_600_000;

describe('directory contract', () => {
  let world: World;

  beforeAll(async () => {
    world = await makeWorld();
  });

  afterAll(() => world.app.stop());

  describe('2 GET /me', () => {
    it.each(STRANGERS)('refuses %s', async (_, make) => {
      covers(308, 408);
      expectUnauthenticated(await (await make(world)).get('/api/v1/me'));
    });

    it('describes a user in nine keys, with the memberships', async () => {
      covers(261, 262, 263, 264, 265, 266, 267, 268, 269, 270, 308, 310, 312, 313);
      const { status, body } = await world.asSasha.get('/api/v1/me');
      expect({ status, body }).toEqual({
        status: 200,
        body: {
          user: {
            id: world.sasha.id,
            email: 'sasha@auroralabs.com',
            givenName: 'Sasha',
            familyName: 'Patel',
            displayName: 'Sasha Patel',
            createdAt: '2026-01-05T08:00:00.250Z',
            createdBy: 'root',
            updatedAt: '2026-02-01T10:30:00.500Z',
            updatedBy: 'root',
          },
          memberships: [
            {
              organizationId: world.aurora.id,
              organizationSlug: 'auroralabs',
              role: 'OrganizationAdmin',
              appRole: 'AppAdmin',
              state: 'Active',
            },
            {
              organizationId: world.praxia.id,
              organizationSlug: 'praxia-academy',
              role: 'Coach',
              appRole: 'AppMember',
              state: 'Active',
            },
          ],
        },
      });
    });

    it('has all nine keys without names, and names the creator and the last editor', async () => {
      covers(263, 264, 267, 269, 270);
      const { body } = await world.asAlice.get('/api/v1/me');
      expect(body.user).toEqual({
        id: world.alice.id,
        email: 'alice@example.com',
        givenName: null,
        familyName: null,
        displayName: 'Alice',
        createdAt: '2026-01-06T09:15:00.000Z',
        createdBy: world.sasha.id,
        updatedAt: '2026-01-07T09:15:00.001Z',
        updatedBy: world.sasha.id,
      });
    });

    it('shows inactive memberships as such, and none as an empty list', async () => {
      covers(313);
      const ofInes = await world.asInes.get('/api/v1/me');
      expect(ofInes.body.memberships).toEqual([
        {
          organizationId: world.aurora.id,
          organizationSlug: 'auroralabs',
          role: 'Manager',
          appRole: 'AppMember',
          state: 'Inactive',
        },
      ]);
      const ofNoor = await world.asNoor.get('/api/v1/me');
      expect(ofNoor.body).toEqual({ user: expect.objectContaining({ id: world.noor.id }), memberships: [] });
    });

    it('describes the owner of an API key, in the organization of the key alone', async () => {
      covers(310, 312, 313);
      const { body } = await world.asSashasKey.get('/api/v1/me');
      const { user, memberships } = (await world.asSasha.get('/api/v1/me')).body;
      expect(body).toEqual({ user, memberships: memberships.slice(0, 1) });
    });

    it('describes a service account and nothing else', async () => {
      covers(271, 272, 273, 274, 275, 276, 277, 311, 312);
      const { status, body } = await world.asBot.get('/api/v1/me');
      expect({ status, body }).toEqual({
        status: 200,
        body: {
          serviceAccount: {
            id: world.bot.id,
            username: 'ci-deploy-bot',
            description: 'Deploys releases',
            createdAt: '2026-02-03T04:05:06.789Z',
            createdBy: world.sasha.id,
            updatedAt: '2026-02-04T05:06:07.089Z',
            updatedBy: world.alice.id,
          },
        },
      });
    });

    it('shows null for the description a service account does not have', async () => {
      covers(273);
      const { id } = await world.factory.serviceAccount(world.praxia, { username: 'sync' });
      const { body } = await (await world.withKey({ serviceAccountId: id })).get('/api/v1/me');
      expect(body.serviceAccount).toMatchObject({ id, username: 'sync', description: null });
    });

    it('says of root that it is root', async () => {
      covers(309, 312);
      const { status, body } = await world.asRoot.get('/api/v1/me');
      expect({ status, body }).toEqual({ status: 200, body: { root: {} } });
    });

    it('refuses an organization the caller is not in', async () => {
      covers(308, 408);
      const path = '/api/v1/me';
      expectRefusal(await world.asAlice.inOrganization('praxia-academy').get(path), 403, 'not_a_member');
      expectRefusal(await world.asBot.inOrganization('praxia-academy').get(path), 403, 'not_a_member');
      expectRefusal(await world.asInes.inOrganization('auroralabs').get(path), 403, 'membership_inactive');
    });
  });

  describe('4 /me/logins', () => {
    it.each(STRANGERS)('refuses %s', async (_, make) => {
      covers(338, 408);
      expectUnauthenticated(await (await make(world)).get('/api/v1/me/logins'));
    });

    it('needs a session, as everything below /me does', async () => {
      covers(338, 408);
      expectRefusal(await world.asSashasKey.get('/api/v1/me/logins'), 403, 'session_required');
      expectRefusal(await world.asBot.get('/api/v1/me/logins'), 403, 'user_required');
      expectRefusal(await world.asRoot.get('/api/v1/me/logins'), 403, 'user_required');
    });

    it('lists eight keys of each login, newest first', async () => {
      covers(286, 287, 288, 289, 290, 291, 292, 293, 338, 340, 341, 342);
      const person = await world.factory.person();
      const client = await world.app.signedIn(person);
      const earlier = new Date(Date.now() - 2 * HOUR);
      const { id } = await world.factory.session(person, {
        deviceId: 'a laptop',
        authTime: earlier,
        lastUsedAt: new Date(earlier.getTime() + HOUR),
        expiresAt: new Date(earlier.getTime() + 24 * HOUR),
        remoteIp: '2001:db8::7',
        userAgent: 'Mozilla/5.0 (“quoted”)',
      });
      const { session } = (await client.get('/api/v1/auth/me')).body;
      const { status, body } = await client.get('/api/v1/me/logins');
      expect({ status, body }).toEqual({
        status: 200,
        body: {
          items: [
            {
              id: session.id,
              deviceId: 'test',
              authTime: session.authTime,
              lastUsedAt: session.authTime,
              expiresAt: session.expiresAt,
              remoteIp: '127.0.0.1',
              userAgent: 'test',
              isCurrent: true,
            },
            {
              id,
              deviceId: 'a laptop',
              authTime: earlier.toISOString(),
              lastUsedAt: new Date(earlier.getTime() + HOUR).toISOString(),
              expiresAt: new Date(earlier.getTime() + 24 * HOUR).toISOString(),
              remoteIp: '2001:db8::7',
              userAgent: 'Mozilla/5.0 (“quoted”)',
              isCurrent: false,
            },
          ],
        },
      });
    });

    it('omits expired and idle logins, and logins of other users', async () => {
      covers(338, 339);
      const person = await world.factory.person();
      const client = await world.app.signedIn(person);
      await world.factory.session(person, { expiresAt: new Date() });
      await world.factory.session(person, { lastUsedAt: new Date(Date.now() - 8 * HOUR) });
      await world.factory.session(world.noor);
      expect(await logins(client)).toEqual([{ isCurrent: true }]);
    });

    it('shows a login that was used within eight hours, of any age', async () => {
      covers(338, 339);
      const person = await world.factory.person();
      const client = await world.app.signedIn(person);
      const began = new Date(Date.now() - 6 * 24 * HOUR);
      await world.factory.session(person, { authTime: began, lastUsedAt: new Date(Date.now() - 7.9 * HOUR) });
      expect(await logins(client)).toEqual([{ isCurrent: true }, { isCurrent: false }]);
    });

    it('marks the login that asks, whichever it is', async () => {
      covers(293, 342);
      const person = await world.factory.person();
      const [first, second] = [await world.app.signedIn(person), await world.app.signedIn(person)];
      expect(await logins(second)).toEqual([{ isCurrent: true }, { isCurrent: false }]);
      expect(await logins(first)).toEqual([{ isCurrent: false }, { isCurrent: true }]);
      expect(await logins(first.byCookie)).toEqual([{ isCurrent: false }, { isCurrent: true }]);
    });

    it('no longer lists a login that has logged out', async () => {
      covers(338);
      const person = await world.factory.person();
      const [first, second] = [await world.app.signedIn(person), await world.app.signedIn(person)];
      await second.post('/api/v1/auth/logout');
      expect(await logins(first)).toEqual([{ isCurrent: true }]);
    });

    it('takes neither limit nor marker, and says so in its document', () => {
      covers(341);
      const { parameters = [] } = world.app.openapi.document.paths['/api/v1/me/logins']?.get as {
        parameters?: object[];
      };
      expect(parameters).toEqual([]);
    });

    async function logins(client: Client): Promise<{ isCurrent: boolean }[]> {
      const { body } = await client.get('/api/v1/me/logins');
      return body.items.map(({ isCurrent }: { isCurrent: boolean }) => ({ isCurrent }));
    }
  });

  describe('4 /me/logins: devices', () => {
    let person: Person;

    beforeEach(async () => {
      person = await world.factory.person();
    });

    it('shows the address and the user agent that a login came with', async () => {
      covers(291, 292, 340);
      const client = await world.app.anonymous.with('user-agent', 'Firefox/140').logIn(person.email);
      const { body } = await client.with('user-agent', 'Another/1').get('/api/v1/me/logins');
      expect(body.items).toMatchObject([{ remoteIp: '127.0.0.1', userAgent: 'Firefox/140' }]);
    });

    it('shows the address that a trusted proxy forwarded', async () => {
      covers(291);
      const client = await world.app.anonymous.with('x-forwarded-for', '203.0.113.9').logIn(person.email);
      expect((await client.get('/api/v1/me/logins')).body.items).toMatchObject([{ remoteIp: '203.0.113.9' }]);
    });

    it.each(['203.0.113.7:51234', '[::ffff:203.0.113.7]:443', '"203.0.113.7"'])(
      'shows no more than the address of %s',
      async (spelling) => {
        const client = await world.app.anonymous.with('x-forwarded-for', spelling).logIn(person.email);
        expect((await client.get('/api/v1/me/logins')).body.items).toMatchObject([{ remoteIp: '203.0.113.7' }]);
      },
    );

    it('cuts a user agent that is longer than any browser’s', async () => {
      covers(292);
      const client = await world.app.anonymous.with('user-agent', 'x'.repeat(5000)).logIn(person.email);
      const [{ userAgent }] = (await client.get('/api/v1/me/logins')).body.items;
      expect(userAgent).toBe('x'.repeat(500));
    });

    it('recognizes a browser by its cookie, and distinguishes it from others', async () => {
      covers(287, 340);
      const deviceCookie = async (cookie?: string): Promise<string> => {
        const { headers } = await world.app.anonymous.with('cookie', cookie).post('/api/v1/auth/login', {
          email: person.email,
          password: PASSWORD,
        });
        return cookieOf(headers['set-cookie'], 'device');
      };
      const browser = await deviceCookie();
      expect(await deviceCookie(browser)).toBe(browser);
      expect(await deviceCookie()).not.toBe(browser);
      const { body } = await (await world.app.signedIn(person)).get('/api/v1/me/logins');
      const devices = body.items.map(({ deviceId }: { deviceId: string }) => `device=${deviceId}`);
      expect(devices).toEqual(['device=test', expect.not.stringMatching(browser), browser, browser]);
    });

    it('does not take over a device cookie that it did not make', async () => {
      covers(287);
      const client = await world.app.anonymous.with('cookie', 'device=made up').logIn(person.email);
      const [{ deviceId }] = (await client.get('/api/v1/me/logins')).body.items;
      expect(deviceId).toMatch(/^[0-9a-f-]{36}$/);
    });
  });
});

function cookieOf(cookies: unknown, name: string): string {
  const cookie = (cookies as string[]).find((text) => text.startsWith(`${name}=`));
  return cookie?.split(';', 1)[0] ?? '';
}
