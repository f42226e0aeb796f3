import type { Client } from '../support/clients/client.js';
import { STRANGERS } from '../support/clients/strangers.js';
import type { Person } from '../support/data/factory.js';
import { makeWorld, type World } from '../support/data/world.js';
import { expectInvalid, expectRefusal, expectUnauthenticated } from '../support/expectations/refusals.js';
import { covers } from './spec/covers.js';

const PATH = '/api/v1/user';

const UNKNOWN = 'This key is not one the route takes.';

/** What the person below has set. */
const SET = {
  displayName: 'Noa Levi',
  givenName: 'Noa',
  familyName: 'Levi',
  bio: 'Paints.',
  avatarUrl: 'https://cdn.example.com/noa.webp',
  locale: 'he',
  timezone: 'Asia/Jerusalem',
  phoneNumber: '+97221234567',
  birthDate: '1985-02-03',
};

describe('account contract', () => {
  let world: World;
  let person: Person;
  let client: Client;

  beforeAll(async () => {
    world = await makeWorld();
  });

  beforeEach(async () => {
    person = await world.factory.person({
      ...SET,
      birthDate: new Date(SET.birthDate),
      createdAt: new Date('2026-01-05T08:00:00.250Z'),
      updatedAt: new Date('2026-02-01T10:30:00.500Z'),
    });
    client = await world.app.signedIn(person);
  });

  afterAll(() => world.app.stop());

  describe('2 User profile: PATCH /api/v1/user', () => {
    it.each(STRANGERS)('refuses %s', async (_, make) => {
      covers(18);
      expectUnauthenticated(await (await make(world)).patch(PATH, { displayName: 'Stranger' }));
    });

    it('changes the display name, and answers all fourteen keys as they are now', async () => {
      covers(18);
      const before = Date.now();
      const { status, body } = await client.patch(PATH, { displayName: 'Noa Levi-Cohen' });
      expect({ status, body }).toEqual({
        status: 200,
        body: {
          id: person.id,
          email: person.email,
          ...SET,
          displayName: 'Noa Levi-Cohen',
          status: 'active',
          createdAt: '2026-01-05T08:00:00.250Z',
          updatedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
        },
      });
      expect(Date.parse(body.updatedAt)).toBeGreaterThanOrEqual(before);
    });

    it.each([
      ['displayName', 'Noa'],
      ['givenName', 'Noah'],
      ['familyName', 'Cohen'],
      ['bio', 'Paints.\nAnd draws.'],
      ['timezone', 'Europe/Paris'],
      ['phoneNumber', '+33142685300'],
      ['birthDate', '1985-02-04'],
    ])('changes %s alone, and the next GET shows it', async (field, value) => {
      covers(19, 20, 21);
      const { status, body } = await client.patch(PATH, { [field]: value });
      expect(status).toBe(200);
      expect(body).toMatchObject({ ...SET, [field]: value });
      expect((await client.get(PATH)).body).toEqual(body);
    });

    it('changes all seven fields at once', async () => {
      covers(19, 20, 21);
      const all = {
        displayName: 'N. Cohen',
        givenName: 'N.',
        familyName: 'Cohen',
        bio: '',
        timezone: 'UTC',
        phoneNumber: 'anonymous',
        birthDate: '2000-12-31',
      };
      const { body } = await client.patch(PATH, all);
      expect(body).toMatchObject({ ...SET, ...all });
      expect((await client.get(PATH)).body).toEqual(body);
    });

    it.each(['givenName', 'familyName', 'bio', 'timezone', 'phoneNumber', 'birthDate'])(
      'clears %s with null',
      async (field) => {
        covers(19, 20, 21);
        expect((await client.patch(PATH, { [field]: null })).status).toBe(200);
        expect((await client.get(PATH)).body).toMatchObject({ ...SET, [field]: null });
      },
    );

    it.each([
      'id',
      'email',
      'avatarUrl',
      'locale',
      'status',
      'createdAt',
      'updatedAt',
      'name',
      'phone',
      'firstName',
      'agentCommunicationLocale',
      'passwordHash',
      'managedById',
    ])('refuses the key %s and changes nothing', async (key) => {
      covers(19, 21);
      const before = (await client.get(PATH)).body;
      expectInvalid(await client.patch(PATH, { displayName: 'Noa', [key]: 'x' }), [`/${key}`, 'unknown_key', UNKNOWN]);
      expect((await client.get(PATH)).body).toEqual(before);
    });

    it('names every place that breaks a rule at once, and changes nothing', async () => {
      covers(19);
      const before = (await client.get(PATH)).body;
      const response = await client.patch(PATH, { displayName: '', givenName: 'N.', birthDate: '1985-02-30', age: 41 });
      expectInvalid(
        response,
        ['/age', 'unknown_key', UNKNOWN],
        ['/displayName', 'min_length', 'Must have at least 1 character.'],
        ['/birthDate', 'is_birth_date', 'Must be a real day in the past, as YYYY-MM-DD.'],
      );
      expect((await client.get(PATH)).body).toEqual(before);
    });

    it('changes no other user', async () => {
      covers(18);
      const before = (await world.asSasha.get(PATH)).body;
      await client.patch(PATH, { displayName: 'Sasha Patel the Second' });
      expect((await world.asSasha.get(PATH)).body).toEqual(before);
    });

    it('takes the session from the cookie, and refuses it from another site', async () => {
      covers(18);
      const { byCookie } = client;
      const fromElsewhere = byCookie.with('sec-fetch-site', 'cross-site');
      expectRefusal(await fromElsewhere.patch(PATH, { displayName: 'Forged' }), 403, 'cross_site_request');
      expect((await byCookie.patch(PATH, { displayName: 'Noa' })).body.displayName).toBe('Noa');
    });

    it('is closed while the password must be changed', async () => {
      covers(18);
      const asNewcomer = await world.app.signedIn(await world.factory.person({ passwordChangeRequired: true }));
      expectRefusal(await asNewcomer.patch(PATH, { displayName: 'Noa' }), 403, 'password_change_required');
    });
  });
});
