import type { Client } from '../support/clients/client.js';
import { STRANGERS } from '../support/clients/strangers.js';
import { PASSWORD, type Person } from '../support/data/factory.js';
import { makeWorld, type World } from '../support/data/world.js';
import { expectInvalid, expectRefusal, expectUnauthenticated } from '../support/expectations/refusals.js';
import { covers } from './spec/covers.js';

const PATH = '/api/me';

const UNKNOWN = 'This key is not one the route takes.';

/** What the person below has set, in the words of this contract. */
const SET = {
  name: 'Noa Levi',
  bio: 'Paints.',
  avatarUrl: 'https://cdn.example.com/noa.webp',
  locale: 'he',
  timezone: 'Asia/Jerusalem',
};

describe('profile contract', () => {
  let world: World;
  let person: Person;
  let client: Client;

  beforeAll(async () => {
    world = await makeWorld();
  });

  beforeEach(async () => {
    const { name, ...others } = SET;
    person = await world.factory.person({
      displayName: name,
      ...others,
      phoneNumber: '+97221234567',
      createdAt: new Date('2026-01-05T08:00:00.250Z'),
      updatedAt: new Date('2026-02-01T10:30:00.500Z'),
    });
    client = await world.app.signedIn(person);
  });

  afterAll(() => world.app.stop());

  describe('3 PATCH /me', () => {
    it.each(STRANGERS)('refuses %s', async (_, make) => {
      covers(203, 226, 260);
      expectUnauthenticated(await (await make(world)).patch(PATH, { name: 'Stranger' }));
    });

    it('refuses API keys and the root key, which no login returned', async () => {
      covers(204, 226, 260);
      expectRefusal(await world.asSashasKey.patch(PATH, { name: 'Key' }), 403, 'session_required');
      expectRefusal(await world.asBot.patch(PATH, { name: 'Key' }), 403, 'user_required');
      expectRefusal(await world.asRoot.patch(PATH, { name: 'Key' }), 403, 'user_required');
    });

    it('answers the whole user, as changed', async () => {
      covers(226, 236, 237, 238, 239, 240, 241, 242, 243, 244, 245, 246, 248, 250, 251);
      const { status, body, type } = await client.patch(PATH, { name: 'Noa Cohen' });
      expect({ status, body, type }).toEqual({
        status: 200,
        body: {
          activeSessions: 1,
          ...SET,
          createdAt: '2026-01-05T08:00:00.250Z',
          defaultEmail: person.email,
          id: person.id,
          name: 'Noa Cohen',
          phoneNumber: '+97221234567',
          status: 'active',
          updatedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
        },
        type: 'application/json',
      });
      expect((await client.get(PATH)).body).toEqual(body);
    });

    it.each([
      ['name', 'Noa'],
      ['bio', 'Paints.\nAnd draws.'],
      ['avatarUrl', 'https://cdn.example.com/other.webp'],
      ['locale', 'de-AT'],
      ['timezone', 'Europe/Vienna'],
    ])('takes %s alone, as %j, and leaves the rest as it was', async (field, value) => {
      covers(227, 228, 229, 230, 231, 232, 252);
      const { status, body } = await client.patch(PATH, { [field]: value });
      expect(status).toBe(200);
      expect(body).toMatchObject({ ...SET, phoneNumber: '+97221234567', [field]: value });
      expect((await client.get(PATH)).body).toEqual(body);
    });

    it.each(['bio', 'avatarUrl', 'locale', 'timezone'])(
      'clears %s with null, and leaves the key out',
      async (field) => {
        covers(232, 238, 239, 243, 250, 252);
        const { status, body } = await client.patch(PATH, { [field]: null });
        const { [field]: _cleared, ...others } = SET as Record<string, string>;
        expect(status).toBe(200);
        expect(body).toMatchObject(others);
        expect(Object.keys(body)).not.toContain(field);
        expect((await client.get(PATH)).body).toEqual(body);
      },
    );

    it('leaves out what is not set', async () => {
      covers(238, 239, 243, 245, 250);
      const asNobody = await world.app.signedIn(await world.factory.person({ email: 'nobody.yet@example.com' }));
      const { body } = await asNobody.patch(PATH, { name: 'Somebody' });
      expect(Object.keys(body).sort()).toEqual([
        'activeSessions',
        'createdAt',
        'defaultEmail',
        'id',
        'name',
        'status',
        'updatedAt',
      ]);
    });

    it('shows a phone number that its owner withholds as the word anonymous', async () => {
      covers(245, 247);
      const asShy = await world.app.signedIn(await world.factory.person({ phoneNumber: 'anonymous' }));
      expect((await asShy.patch(PATH, { name: 'Shy' })).body.phoneNumber).toBe('anonymous');
    });

    it('counts the logins of the caller', async () => {
      covers(237);
      await world.factory.session(person);
      expect((await client.patch(PATH, { name: 'Noa' })).body.activeSessions).toBe(2);
    });

    it('documents its answer as the one that GET gives, with pending as the default status', () => {
      covers(248, 249);
      const { get, patch } = world.app.openapi.document.paths[PATH] ?? {};
      expect(patch?.responses['200']?.content).toEqual(get?.responses['200']?.content);
      expect(world.app.openapi.document.components.schemas.ProfileDto).toMatchObject({
        properties: { status: { type: 'string', enum: ['pending', 'active', 'suspended'], default: 'pending' } },
      });
    });

    it.each([
      'id',
      'status',
      'defaultEmail',
      'phoneNumber',
      'activeSessions',
      'createdAt',
      'updatedAt',
      'displayName',
      'email',
      'birthDate',
      'givenName',
    ])('refuses the key %s and changes nothing', async (key) => {
      covers(233);
      const before = (await client.get(PATH)).body;
      const value = (before as Record<string, unknown>)[key] ?? 'x';
      expectInvalid(await client.patch(PATH, { name: 'Noa', [key]: value }), [`/${key}`, 'unknown_key', UNKNOWN]);
      expect((await client.get(PATH)).body).toEqual(before);
    });

    it('documents the five keys it takes, none of them required', () => {
      covers(232, 233);
      const { properties, required } = world.app.openapi.document.components.schemas.UpdateProfileDto as {
        properties: object;
        required?: string[];
      };
      expect(Object.keys(properties).sort()).toEqual(['avatarUrl', 'bio', 'locale', 'name', 'timezone']);
      expect(required).toBeUndefined();
    });

    it.each(['englishes', 'e', 'en_US', 'de-', '', 'en US', 'x'.repeat(65), 'en\u0000', 7, ['en']])(
      'refuses the locale %j',
      async (locale) => {
        covers(234);
        const response = await client.patch(PATH, { locale });
        expectInvalid(response, ['/locale', 'is_locale', 'Must be a BCP 47 language tag.']);
        expect((await client.get(PATH)).body.locale).toBe('he');
      },
    );

    it.each(['Mars/Olympus', '+02:00', 'GMT+2', '', 'Europe / Vienna', 'Europe/Vienna\u0000', 2, ['UTC']])(
      'refuses the timezone %j',
      async (timezone) => {
        covers(235);
        const response = await client.patch(PATH, { timezone });
        expectInvalid(response, ['/timezone', 'is_timezone', 'Must be an IANA time zone.']);
        expect((await client.get(PATH)).body.timezone).toBe('Asia/Jerusalem');
      },
    );

    it('moves updatedAt forward and createdAt not at all', async () => {
      covers(253);
      const { body: first } = await client.patch(PATH, { name: 'One' });
      const { body: second } = await client.patch(PATH, { name: 'Two' });
      expect([first.createdAt, second.createdAt]).toEqual(['2026-01-05T08:00:00.250Z', '2026-01-05T08:00:00.250Z']);
      expect(first.updatedAt > '2026-02-01T10:30:00.500Z').toBe(true);
      expect(second.updatedAt > first.updatedAt).toBe(true);
    });

    it('is closed while the password must be changed', async () => {
      covers(226, 260);
      const asNewcomer = await world.app.signedIn(await world.factory.person({ passwordChangeRequired: true }));
      expectRefusal(await asNewcomer.patch(PATH, { name: 'Noa' }), 403, 'password_change_required');
    });
  });

  describe('4 DELETE /me', () => {
    it.each(STRANGERS)('refuses %s', async (_, make) => {
      covers(203, 254, 260);
      expectUnauthenticated(await (await make(world)).delete(PATH));
    });

    it('refuses API keys and the root key, which no login returned', async () => {
      covers(204, 254, 260);
      expectRefusal(await world.asSashasKey.delete(PATH), 403, 'session_required');
      expectRefusal(await world.asBot.delete(PATH), 403, 'user_required');
      expectRefusal(await world.asRoot.delete(PATH), 403, 'user_required');
    });

    it('answers 202 with nothing in it, and asks for no body', async () => {
      covers(254, 256, 257, 258);
      const { status, text, headers } = await client.delete(PATH);
      expect({ status, text, type: headers['content-type'] }).toEqual({ status: 202, text: '', type: undefined });
      const { delete: operation } = world.app.openapi.document.paths[PATH] ?? {};
      expect(Object.keys(operation ?? {})).not.toContain('requestBody');
    });

    it('deletes the account for the whole platform: sign-in is refused', async () => {
      covers(255);
      expect((await client.delete(PATH)).status).toBe(202);
      const credentials = { email: person.email, password: PASSWORD };
      expectRefusal(await world.app.anonymous.post('/api/v1/auth/login', credentials), 401, 'invalid_credentials');
    });

    it('ends every session at once, the calling one included', async () => {
      covers(259);
      const elsewhere = await world.app.signedIn(person);
      await client.delete(PATH);
      for (const ended of [client, client.byCookie, elsewhere]) {
        expectUnauthenticated(await ended.get(PATH));
        expectUnauthenticated(await ended.delete(PATH));
      }
    });

    it('is closed while the password must be changed', async () => {
      covers(254, 260);
      const asNewcomer = await world.app.signedIn(await world.factory.person({ passwordChangeRequired: true }));
      expectRefusal(await asNewcomer.delete(PATH), 403, 'password_change_required');
    });

    it('refuses the cookie when another site sent it, and deletes nothing', async () => {
      covers(254, 260);
      const fromElsewhere = client.byCookie.with('sec-fetch-site', 'cross-site');
      expectRefusal(await fromElsewhere.delete(PATH), 403, 'cross_site_request');
      expect((await client.get(PATH)).body.id).toBe(person.id);
    });
  });
});
