import type { Client } from '../support/clients/client.js';
import { STRANGERS } from '../support/clients/strangers.js';
import type { Person } from '../support/data/factory.js';
import { makeWorld, type World } from '../support/data/world.js';
import { expectInvalid, expectRefusal, expectUnauthenticated } from '../support/expectations/refusals.js';
import type { MailCatcher } from '../support/mail/mail-catcher.js';
import { covers } from './spec/covers.js';

const PATH = '/api/v1/me/emails';
const CONFIRM = 'Confirm your e-mail address';
const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

const UNKNOWN = 'This key is not one the route takes.';

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
    person = await world.factory.person();
    client = await world.app.signedIn(person);
  });

  afterAll(() => world.app.stop());

  describe('3 /me/emails', () => {
    it.each(STRANGERS)('refuses %s', async (_, make) => {
      covers(322, 332, 408);
      const asStranger = await make(world);
      expectUnauthenticated(await asStranger.get(PATH));
      expectUnauthenticated(await asStranger.post(PATH, { email: 'stranger@example.com' }));
    });

    it('needs a session, as everything below /me does', async () => {
      covers(322, 332, 408);
      for (const [caller, code] of [
        [world.asSashasKey, 'session_required'],
        [world.asBot, 'user_required'],
        [world.asRoot, 'user_required'],
      ] as const) {
        expectRefusal(await caller.get(PATH), 403, code);
        expectRefusal(await caller.post(PATH, { email: 'machine@example.com' }), 403, code);
      }
    });
  });

  describe('3 GET /me/emails', () => {
    it('stays open while the password must be changed, as every read of oneself', async () => {
      covers(322);
      const newcomer = await world.factory.person({ passwordChangeRequired: true });
      const asNewcomer = await world.app.signedIn(newcomer);
      expect(await addresses(asNewcomer)).toEqual([newcomer.email]);
      const added = await asNewcomer.post(PATH, { email: 'too.early@example.com' });
      expectRefusal(added, 403, 'password_change_required');
    });

    it('lists all addresses of the caller in seven keys, and no id', async () => {
      covers(278, 279, 280, 281, 282, 283, 284, 285, 322, 323, 330);
      const unverified = {
        verifiedAt: null,
        createdAt: new Date('2026-01-02T03:04:05.006Z'),
        createdBy: world.alice.id,
        updatedAt: new Date('2026-02-03T04:05:06.007Z'),
        updatedBy: world.sasha.id,
      };
      await world.factory.address(person, 'an.old@example.com', unverified);
      const { status, body } = await client.get(PATH);
      expect({ status, body }).toEqual({
        status: 200,
        body: {
          items: [
            {
              userId: person.id,
              email: 'an.old@example.com',
              verifiedAt: null,
              createdAt: '2026-01-02T03:04:05.006Z',
              createdBy: world.alice.id,
              updatedAt: '2026-02-03T04:05:06.007Z',
              updatedBy: world.sasha.id,
            },
            {
              userId: person.id,
              email: person.email,
              verifiedAt: expect.stringMatching(ISO),
              createdAt: expect.stringMatching(ISO),
              createdBy: 'root',
              updatedAt: expect.stringMatching(ISO),
              updatedBy: 'root',
            },
          ],
        },
      });
    });

    it('lists nothing of others', async () => {
      covers(322);
      expect(await addresses(client)).toEqual([person.email]);
      expect(await addresses(world.asSasha)).toEqual(['sasha@auroralabs.com']);
    });

    it('returns which addresses are verified, and since when', async () => {
      covers(280, 323);
      const verifiedAt = new Date('2026-03-04T05:06:07.008Z');
      await world.factory.address(person, 'a.verified@example.com', { verifiedAt });
      const [first] = (await client.get(PATH)).body.items;
      expect(first).toMatchObject({ email: 'a.verified@example.com', verifiedAt: '2026-03-04T05:06:07.008Z' });
    });

    it.each([
      ['0', 0],
      ['1', 1],
      ['2', 2],
      ['3', 3],
      ['100', 3],
    ])('with limit=%s lists %i of three', async (limit, count) => {
      covers(324, 325, 326, 328);
      await threeAddresses();
      const { status, body } = await client.get(`${PATH}?limit=${limit}`);
      expect({ status, count: body.items.length }).toEqual({ status: 200, count });
      expect('marker' in body).toBe(count === 1 || count === 2);
    });

    it.each([
      ['101', 'max', 'Must be at most 100.'],
      ['-1', 'min', 'Must be at least 0.'],
      ['2147483648', 'max', 'Must be at most 100.'],
      ['1.5', 'is_int', 'Must be a whole number.'],
      ['ten', 'is_int', 'Must be a whole number.'],
      ['', 'is_int', 'Must be a whole number.'],
      ['0x10', 'is_int', 'Must be a whole number.'],
      ['1e1', 'is_int', 'Must be a whole number.'],
      ['1&limit=2', 'is_int', 'Must be a whole number.'],
    ])('refuses limit=%s', async (limit, code, detail) => {
      covers(324, 325, 326);
      expectInvalid(await client.get(`${PATH}?limit=${limit}`), ['/limit', code, detail]);
    });

    it('lists up to 100 when no limit is given', async () => {
      covers(327);
      const asMany = await world.factory.person();
      for (let i = 100; i <= 200; i++) {
        await world.factory.address(asMany, `address-${i}@example.com`, { verifiedAt: null });
      }
      const { body } = await (await world.app.signedIn(asMany)).get(PATH);
      expect(body.items.map(({ email }: { email: string }) => email)).toEqual(
        Array.from({ length: 100 }, (_, i) => `address-${i + 100}@example.com`),
      );
      expect(body.marker).toEqual(expect.any(String));
    });

    it('documents limit and marker', () => {
      covers(324, 325, 326, 327, 329);
      const { parameters } = world.app.openapi.document.paths[PATH]?.get as unknown as { parameters: object[] };
      expect(parameters).toEqual([
        expect.objectContaining({
          name: 'limit',
          in: 'query',
          required: false,
          schema: expect.objectContaining({ type: 'integer', format: 'int32', minimum: 0, maximum: 100, default: 100 }),
        }),
        expect.objectContaining({
          name: 'marker',
          in: 'query',
          required: false,
          schema: { type: 'string', maxLength: 2048 },
        }),
      ]);
    });

    it('goes on after the marker, and has none on the last page', async () => {
      covers(329, 330, 331);
      const all = await threeAddresses();
      const first = (await client.get(`${PATH}?limit=1`)).body;
      const second = (await client.get(`${PATH}?limit=1&marker=${String(first.marker)}`)).body;
      const third = (await client.get(`${PATH}?limit=1&marker=${String(second.marker)}`)).body;
      const found = [first, second, third].flatMap(({ items }) => items.map(({ email }: { email: string }) => email));
      expect(found).toEqual(all);
      expect(Object.keys(third)).toEqual(['items']);
    });

    it('refuses a marker that it did not give out', async () => {
      covers(329);
      expectRefusal(await client.get(`${PATH}?marker=1`), 400, 'invalid_marker');
    });

    it('refuses other parameters', async () => {
      covers(324, 329);
      expectInvalid(await client.get(`${PATH}?page=2`), ['/page', 'unknown_key', UNKNOWN]);
    });

    async function threeAddresses(): Promise<string[]> {
      await world.factory.address(person, 'a.first@example.com', { verifiedAt: null });
      await world.factory.address(person, 'b.second@example.com', { verifiedAt: null });
      return ['a.first@example.com', 'b.second@example.com', person.email];
    }
  });

  describe('3 POST /me/emails', () => {
    it('adds an address that is not yet verified, and answers it as the list shows it', async () => {
      covers(278, 279, 280, 281, 282, 283, 284, 332, 333, 335, 336, 337);
      const before = Date.now();
      const { status, body } = await client.post(PATH, { email: 'an.added@example.com' });
      expect({ status, body }).toEqual({
        status: 201,
        body: {
          userId: person.id,
          email: 'an.added@example.com',
          verifiedAt: null,
          createdAt: expect.stringMatching(ISO),
          createdBy: person.id,
          updatedAt: body.createdAt,
          updatedBy: person.id,
        },
      });
      expect(Date.parse(body.createdAt)).toBeGreaterThanOrEqual(before);
      expect((await client.get(PATH)).body.items[0]).toEqual(body);
    });

    it('mails a link to the address, which verifies it', async () => {
      covers(323, 334, 336);
      await client.post(PATH, { email: 'a.mailed@example.com' });
      const { token, subject } = await catcher.waitFor({ to: 'a.mailed@example.com' });
      expect(subject).toBe(CONFIRM);
      const { status, text } = await world.app.anonymous.post('/api/v1/auth/email/verify', { token });
      expect({ status, text }).toEqual({ status: 204, text: '' });
      expect((await client.get(PATH)).body.items[0]).toMatchObject({
        email: 'a.mailed@example.com',
        verifiedAt: expect.stringMatching(ISO),
      });
    });

    it.each([
      [{}, 'is_email', 'Must be an e-mail address.'],
      [{ email: null }, 'is_email', 'Must be an e-mail address.'],
      [{ email: '' }, 'is_email', 'Must be an e-mail address.'],
      [{ email: 42 }, 'is_email', 'Must be an e-mail address.'],
      [{ email: ['a@example.com'] }, 'is_email', 'Must be an e-mail address.'],
      [{ email: 'nobody' }, 'is_email', 'Must be an e-mail address.'],
      [{ email: 'a@example.com, b@example.com' }, 'is_email', 'Must be an e-mail address.'],
      [{ email: `a@${'x'.repeat(60)}.${'y'.repeat(250)}.com` }, 'is_email', 'Must be an e-mail address.'],
    ])('refuses %j and adds nothing', async (body, code, detail) => {
      covers(333);
      expectInvalid(await client.post(PATH, body), ['/email', code, detail]);
      expect(await addresses(client)).toEqual([person.email]);
    });

    it.each(['verifiedAt', 'isPrimary', 'userId', 'address'])('refuses the key %s', async (key) => {
      covers(333);
      const body = { email: 'a.key@example.com', [key]: 'x' };
      expectInvalid(await client.post(PATH, body), [`/${key}`, 'unknown_key', UNKNOWN]);
      expect(await addresses(client)).toEqual([person.email]);
    });
  });
});

async function addresses(client: Client): Promise<string[]> {
  const { body } = await client.get(PATH);
  return body.items.map(({ email }: { email: string }) => email);
}
