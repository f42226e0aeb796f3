import type { Client } from '../support/clients/client.js';
import { STRANGERS } from '../support/clients/strangers.js';
import type { Person } from '../support/data/factory.js';
import { makeWorld, type World } from '../support/data/world.js';
import { expectInvalid, expectRefusal, expectUnauthenticated } from '../support/expectations/refusals.js';
import type { MailCatcher } from '../support/mail/mail-catcher.js';
import { covers } from './spec/covers.js';

const PATH = '/api/v1/me';
const CONFIRM = 'Confirm your e-mail address';

const UNKNOWN = 'This key is not one the route takes.';

/** What the person below has set. */
const SET = { givenName: 'Noa', familyName: 'Levi', displayName: 'Noa Levi' };

describe('directory contract', () => {
  let catcher: MailCatcher;
  let world: World;
  let person: Person;
  let client: Client;

  beforeAll(async () => {
    world = await makeWorld();
    catcher = world.app.mails;
  });

  beforeEach(async () => {
    person = await world.factory.person({
      ...SET,
      createdAt: new Date('2026-01-05T08:00:00.250Z'),
      updatedAt: new Date('2026-02-01T10:30:00.500Z'),
    });
    await world.factory.membership(person, world.praxia, { isPrimary: true, role: 'Coach' });
    client = await world.app.signedIn(person);
  });

  afterAll(() => world.app.stop());

  describe('2 PATCH /me', () => {
    it.each(STRANGERS)('refuses %s', async (_, make) => {
      covers(314, 408);
      expectUnauthenticated(await (await make(world)).patch(PATH, { displayName: 'Stranger' }));
    });

    it('answers the identity, with the user as changed', async () => {
      covers(314, 318, 320);
      const { status, body } = await client.patch(PATH, { displayName: 'Noa Cohen' });
      expect({ status, body }).toEqual({
        status: 200,
        body: {
          user: {
            id: person.id,
            email: person.email,
            ...SET,
            displayName: 'Noa Cohen',
            createdAt: '2026-01-05T08:00:00.250Z',
            createdBy: 'root',
            updatedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
            updatedBy: person.id,
          },
          memberships: [
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
      expect(body.user.updatedAt > '2026-02-01T10:30:00.500Z').toBe(true);
      expect((await client.get(PATH)).body).toEqual(body);
    });

    it.each([
      ['givenName', 'Noah'],
      ['familyName', 'Cohen'],
      ['displayName', 'Noa C.'],
    ])('changes %s to %s and leaves the rest as it was', async (field, value) => {
      covers(316, 317, 318, 320);
      const { body } = await client.patch(PATH, { [field]: value });
      expect(body.user).toMatchObject({ ...SET, [field]: value });
      expect((await client.get(PATH)).body).toEqual(body);
    });

    it.each(['givenName', 'familyName'])('clears %s with null', async (field) => {
      covers(316, 317);
      const { body } = await client.patch(PATH, { [field]: null });
      expect(body.user).toMatchObject({ ...SET, [field]: null });
    });

    it('takes a new e-mail: the old one stays until the link in its mail is opened', async () => {
      covers(315, 320);
      const { status, body } = await client.patch(PATH, { email: ' Noa@New.Example.com', givenName: 'Noah' });
      expect({ status, user: body.user }).toMatchObject({
        status: 200,
        user: { ...SET, givenName: 'Noah', email: person.email },
      });
      const { token } = await catcher.waitFor({ to: 'noa@new.example.com', subject: CONFIRM });
      expect((await world.app.anonymous.post('/api/v1/auth/email/verify', { token })).status).toBe(204);
      expect((await client.get(PATH)).body.user).toMatchObject({ email: 'noa@new.example.com', givenName: 'Noah' });
    });

    it('takes the present e-mail, and does nothing', async () => {
      covers(315);
      const before = (await client.get(PATH)).body;
      const { status, body } = await client.patch(PATH, { email: person.email.toUpperCase() });
      expect({ status, body }).toEqual({ status: 200, body: before });
    });

    it.each([
      ['email', 'noa', 'is_email', 'Must be an e-mail address.'],
      ['email', null, 'is_email', 'Must be an e-mail address.'],
      ['email', '', 'is_email', 'Must be an e-mail address.'],
      ['givenName', '', 'min_length', 'Must have at least 1 character.'],
      ['familyName', 'x'.repeat(101), 'max_length', 'Must have at most 100 characters.'],
      ['displayName', null, 'is_string', 'Must be a string.'],
      ['displayName', 'a\nb', 'no_controls', 'Must not contain control characters.'],
    ])('refuses the %s %j and changes nothing', async (field, value, code, detail) => {
      covers(315, 316, 317, 318);
      const before = (await client.get(PATH)).body;
      const names = field === 'givenName' ? {} : { givenName: 'Noah' };
      expectInvalid(await client.patch(PATH, { ...names, [field]: value }), [`/${field}`, code, detail]);
      expect((await client.get(PATH)).body).toEqual(before);
    });

    it.each([
      'preferences',
      'locale',
      'timezone',
      'bio',
      'id',
      'createdAt',
      'updatedBy',
      'memberships',
      'user',
      'root',
    ])('refuses the key %s, which is not one of this contract', async (key) => {
      covers(319);
      expectInvalid(await client.patch(PATH, { [key]: {} }), [`/${key}`, 'unknown_key', UNKNOWN]);
    });

    it('documents the four keys it takes, none of them required', () => {
      covers(315, 316, 317, 318, 319);
      const { properties, required } = world.app.openapi.document.components.schemas.UpdateMeDto as {
        properties: object;
        required?: string[];
      };
      expect(Object.keys(properties).sort()).toEqual(['displayName', 'email', 'familyName', 'givenName']);
      expect(required).toBeUndefined();
    });

    it('refuses a service account and root, which have no profile', async () => {
      covers(321);
      const before = (await world.asBot.get(PATH)).body;
      for (const caller of [world.asBot, world.asRoot]) {
        expectRefusal(await caller.patch(PATH, { displayName: 'Machine' }), 403, 'user_required');
      }
      expect((await world.asBot.get(PATH)).body).toEqual(before);
    });

    it('is closed while the password must be changed', async () => {
      covers(314, 408);
      const asNewcomer = await world.app.signedIn(await world.factory.person({ passwordChangeRequired: true }));
      expectRefusal(await asNewcomer.patch(PATH, { displayName: 'Noa' }), 403, 'password_change_required');
    });
  });
});
