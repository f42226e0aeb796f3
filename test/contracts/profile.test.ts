import type { Client } from '../support/clients/client.js';
import { STRANGERS } from '../support/clients/strangers.js';
import { makeWorld, type World } from '../support/data/world.js';
import { expectRefusal, expectUnauthenticated } from '../support/expectations/refusals.js';
import { covers } from './spec/covers.js';

describe('profile contract', () => {
  let world: World;

  beforeAll(async () => {
    world = await makeWorld();
  });

  afterAll(() => world.app.stop());

  describe('1 Common', () => {
    it.each(STRANGERS)('refuses %s', async (_, make) => {
      covers(203, 260);
      expectUnauthenticated(await (await make(world)).get('/api/me'));
    });

    it.each([
      ['the bare token', ''],
      ['the word Bearer before it', 'Bearer '],
      ['that word in lower case', 'bearer '],
    ])('takes %s', async (_, scheme) => {
      covers(203, 204);
      const asSasha = world.app.anonymous.with('authorization', scheme + world.asSasha.token);
      const { status, body } = await asSasha.get('/api/me');
      expect({ status, id: body.id }).toEqual({ status: 200, id: world.sasha.id });
    });

    it('answers each caller with the user of the token', async () => {
      covers(205);
      const ofSasha = await world.asSasha.get('/api/me');
      const ofAlice = await world.asAlice.get('/api/me');
      expect([ofSasha.body.id, ofAlice.body.id]).toEqual([world.sasha.id, world.alice.id]);
    });

    it('answers in JSON with Cache-Control: no-store', async () => {
      covers(206);
      const { type, headers } = await world.asSasha.get('/api/me');
      expect([type, headers['cache-control']]).toEqual(['application/json', 'no-store']);
    });

    it('refuses API keys and the root key, which no login returned', async () => {
      covers(204, 260);
      expectRefusal(await world.asSashasKey.get('/api/me'), 403, 'session_required');
      expectRefusal(await world.asBot.get('/api/me'), 403, 'user_required');
      expectRefusal(await world.asRoot.get('/api/me'), 403, 'user_required');
    });
  });

  describe('2 GET /me', () => {
    it('shows all twelve keys when all are set', async () => {
      covers(207, 208, 209, 210, 211, 212, 213, 214, 215, 216, 217, 218, 220, 222, 223);
      const { status, body } = await world.asSasha.get('/api/me');
      expect({ status, body }).toEqual({
        status: 200,
        body: {
          activeSessions: 1,
          avatarUrl: 'https://cdn.example.com/sasha.webp',
          bio: 'Coordinates releases.\nDrinks tea.',
          createdAt: '2026-01-05T08:00:00.250Z',
          defaultEmail: 'sasha@auroralabs.com',
          id: world.sasha.id,
          locale: 'de-AT',
          name: 'Sasha Patel',
          phoneNumber: '+4312345678',
          status: 'active',
          timezone: 'Europe/Vienna',
          updatedAt: '2026-02-01T10:30:00.500Z',
        },
      });
    });

    it('leaves out what is not set', async () => {
      covers(209, 212, 213, 214, 216, 220, 223, 225);
      const { body } = await world.asAlice.get('/api/me');
      expect(body).toEqual({
        activeSessions: 1,
        createdAt: '2026-01-06T09:15:00.000Z',
        defaultEmail: 'alice@example.com',
        id: world.alice.id,
        name: 'Alice',
        status: 'active',
        updatedAt: '2026-01-07T09:15:00.001Z',
      });
    });

    it('shows a phone number that its owner withholds as the word anonymous', async () => {
      covers(217, 219);
      const person = await world.factory.person({ phoneNumber: 'anonymous' });
      const { body } = await (await world.app.signedIn(person)).get('/api/me');
      expect(body.phoneNumber).toBe('anonymous');
    });

    it('knows the primary address among several', async () => {
      covers(213);
      const person = await world.factory.person({ email: 'zoe@example.com' });
      await world.factory.address(person, 'another.zoe@example.com');
      const { body } = await (await world.app.signedIn(person)).get('/api/me');
      expect(body.defaultEmail).toBe('zoe@example.com');
    });

    it('documents which keys are required, and the status with pending as its default', () => {
      covers(209, 220, 221, 225);
      expect(world.app.openapi.document.components.schemas.ProfileDto).toMatchObject({
        required: ['activeSessions', 'createdAt', 'id', 'name', 'status', 'updatedAt'],
        properties: { status: { type: 'string', enum: ['pending', 'active', 'suspended'], default: 'pending' } },
      });
    });

    it('calls a pending account active once it has signed in', async () => {
      covers(220);
      const { email } = await world.factory.person({ status: 'pending' });
      const { body } = await (await world.app.anonymous.logIn(email)).get('/api/me');
      expect(body.status).toBe('active');
    });
  });

  describe('2 GET /me: activeSessions', () => {
    it('rises with another login and falls with a logout', async () => {
      covers(209, 224);
      const { email } = await world.factory.person();
      const first = await world.app.anonymous.logIn(email);
      expect(await activeSessions(first)).toBe(1);
      const second = await world.app.anonymous.logIn(email);
      expect([await activeSessions(first), await activeSessions(second)]).toEqual([2, 2]);
      await second.post('/api/v1/auth/logout');
      expect(await activeSessions(first)).toBe(1);
    });

    it('does not count the sessions of others, nor those that are past their limit or idle for too long', async () => {
      covers(209, 224);
      const person = await world.factory.person();
      const client = await world.app.signedIn(person);
      await world.factory.session(person);
      await world.factory.session(person, { expiresAt: new Date() });
      await world.factory.session(person, { lastUsedAt: new Date(Date.now() - 8 * 3_600_000) });
      await world.factory.session(world.noor);
      expect(await activeSessions(client)).toBe(2);
    });
  });

  async function activeSessions(client: Client): Promise<number> {
    return (await client.get('/api/me')).body.activeSessions;
  }
});
