import type { Client } from '../support/clients/client.js';
import { STRANGERS } from '../support/clients/strangers.js';
import type { Person } from '../support/data/factory.js';
import { makeWorld, type World } from '../support/data/world.js';
import { expectInvalid, expectRefusal, expectUnauthenticated } from '../support/expectations/refusals.js';
import { covers } from './spec/covers.js';

const PATH = '/api/users/me';

const UNKNOWN = 'This key is not one the route takes.';

/** What the person below has set, in the words of this contract. */
const SET = {
  name: 'Noa Levi',
  firstName: 'Noa',
  lastName: 'Levi',
  avatarUrl: 'https://cdn.example.com/noa.webp',
  phone: '+97221234567',
  birthDate: '1985-02-03',
};

describe('context contract', () => {
  let world: World;
  let person: Person;
  let client: Client;

  beforeAll(async () => {
    world = await makeWorld();
  });

  beforeEach(async () => {
    person = await world.factory.person({
      displayName: SET.name,
      givenName: SET.firstName,
      familyName: SET.lastName,
      avatarUrl: SET.avatarUrl,
      phoneNumber: SET.phone,
      birthDate: new Date(SET.birthDate),
      createdAt: new Date('2026-01-05T08:00:00.250Z'),
      updatedAt: new Date('2026-02-01T10:30:00.500Z'),
    });
    await world.factory.membership(person, world.praxia, { isPrimary: true });
    client = await world.app.signedIn(person);
  });

  afterAll(() => world.app.stop());

  describe('1 Common: PATCH /api/users/me', () => {
    it.each(STRANGERS)('refuses %s', async (_, make) => {
      covers(410, 415);
      expectUnauthenticated(await (await make(world)).patch(PATH, { name: 'Stranger' }));
    });

    it('refuses API keys of users, service accounts and root', async () => {
      covers(410, 415);
      expectRefusal(await world.asSashasKey.patch(PATH, { name: 'Key' }), 403, 'session_required');
      expectRefusal(await world.asBot.patch(PATH, { name: 'Key' }), 403, 'user_required');
      expectRefusal(await world.asRoot.patch(PATH, { name: 'Key' }), 403, 'user_required');
    });

    it('changes the name, and answers all eleven keys inside data as they are now', async () => {
      covers(412, 413, 415);
      const { status, body } = await client.patch(PATH, { name: 'Noa Cohen' });
      expect({ status, body }).toEqual({
        status: 200,
        body: {
          data: {
            id: person.id,
            email: person.email,
            ...SET,
            name: 'Noa Cohen',
            currentOrganizationId: world.praxia.id,
            createdAt: '2026-01-05T08:00:00.250Z',
            updatedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
          },
        },
      });
      expect(body.data.updatedAt > '2026-02-01T10:30:00.500Z').toBe(true);
    });

    it.each([
      ['name', 'Noa'],
      ['firstName', 'Noah'],
      ['lastName', 'Cohen'],
      ['avatarUrl', 'https://cdn.example.com/other.webp'],
      ['phone', '+33142685300'],
      ['birthDate', '1985-02-04'],
    ])('changes %s to %s, which the next GET shows', async (field, value) => {
      covers(415, 416, 417, 418);
      const { status, body } = await client.patch(PATH, { [field]: value });
      expect(status).toBe(200);
      expect(body.data).toMatchObject({ ...SET, [field]: value });
      expect((await client.get(PATH)).body).toEqual(body);
    });

    it.each(['firstName', 'lastName', 'avatarUrl', 'phone', 'birthDate'])(
      'clears %s with null, which is shown as null',
      async (field) => {
        covers(415, 416, 417, 418);
        expect((await client.patch(PATH, { [field]: null })).body.data).toMatchObject({ ...SET, [field]: null });
        expect((await client.get(PATH)).body.data).toMatchObject({ ...SET, [field]: null });
      },
    );

    it('takes the word anonymous for a phone its owner withholds', async () => {
      covers(417);
      expect((await client.patch(PATH, { phone: 'anonymous' })).body.data.phone).toBe('anonymous');
    });

    it.each([
      ['name', null, 'is_string', 'Must be a string.'],
      ['name', ' ', 'min_length', 'Must have at least 1 character.'],
      ['firstName', '', 'min_length', 'Must have at least 1 character.'],
      ['lastName', 'x'.repeat(101), 'max_length', 'Must have at most 100 characters.'],
      ['avatarUrl', 'http://cdn.example.com/noa.webp', 'is_https_url', 'Must be an https URL.'],
      ['phone', '0221234567', 'is_phone_number', 'Must be a phone number in E.164, or "anonymous".'],
      ['birthDate', '03.02.1985', 'is_birth_date', 'Must be a real day in the past, as YYYY-MM-DD.'],
    ])('refuses the %s %j and changes nothing', async (field, value, code, detail) => {
      covers(415, 416, 417, 418);
      expectInvalid(await client.patch(PATH, { firstName: 'N.', [field]: value }), [`/${field}`, code, detail]);
      expect((await client.get(PATH)).body.data).toMatchObject(SET);
    });

    it.each(['id', 'email', 'currentOrganizationId', 'createdAt', 'displayName', 'phoneNumber', 'bio', 'locale'])(
      'refuses the key %s, which is not one of this contract',
      async (key) => {
        covers(415);
        expectInvalid(await client.patch(PATH, { [key]: 'x' }), [`/${key}`, 'unknown_key', UNKNOWN]);
      },
    );

    it('takes the session from the cookie, and refuses it from another site', async () => {
      covers(411, 415);
      const fromElsewhere = client.byCookie.with('sec-fetch-site', 'cross-site');
      expectRefusal(await fromElsewhere.patch(PATH, { name: 'Forged' }), 403, 'cross_site_request');
      expect((await client.byCookie.patch(PATH, { name: 'Noa' })).body.data.name).toBe('Noa');
    });

    it('returns the current organization of the session', async () => {
      covers(415);
      const { body } = await (await world.app.signedIn(world.noor)).patch(PATH, { firstName: 'Noor' });
      expect(body.data.currentOrganizationId).toBeNull();
    });
  });
});
