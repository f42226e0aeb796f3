import type { Response } from 'supertest';
import { newId } from '../../src/core/ids/ids.js';
import type { Client } from '../support/clients/client.js';
import { PASSWORD, type Person } from '../support/data/factory.js';
import { makeWorld, type World } from '../support/data/world.js';
import { expectInvalid, expectRefusal, expectUnauthenticated } from '../support/expectations/refusals.js';
import { enrol } from '../support/second-factors/authenticator-app.js';
import { covers } from './spec/covers.js';

const CHANGE = '/api/v1/users/me/password';
const NEW = 'another password of mine';

describe('account contract', () => {
  let world: World;
  let person: Person;
  let client: Client;

  beforeAll(async () => {
    world = await makeWorld();
  });

  beforeEach(async () => {
    person = await world.factory.person();
    client = await world.app.signedIn(person);
  });

  afterAll(() => world.app.stop());

  const auth = (path: string, body?: object, by = client): Promise<Response> => by.post(`/api/v1/auth/${path}`, body);

  const logIn = (password: string): Promise<Response> =>
    auth('login', { email: person.email, password }, world.app.anonymous);

  describe('1 Authentication and access rules: /api/v1/auth/*', () => {
    it('has sign-in, the current identity and log-out', async () => {
      covers(12);
      const { body } = await logIn(PASSWORD);
      const signedIn = world.app.anonymous.withToken(body.token);
      expect((await signedIn.get('/api/v1/auth/me')).body.user.id).toBe(person.id);
      expect((await auth('logout', undefined, signedIn)).status).toBe(204);
      expectUnauthenticated(await signedIn.get('/api/v1/auth/me'));
    });

    it('is where people register, and come back when they forgot their password', async () => {
      covers(12);
      const { anonymous } = world.app;
      const registered = await auth('register', { email: 'new@example.com', password: PASSWORD }, anonymous);
      expect({ status: registered.status, body: registered.body }).toEqual({
        status: 202,
        body: { status: 'verification_sent' },
      });
      expect((await auth('password/forgot', { email: 'new@example.com' }, anonymous)).status).toBe(202);
      expectRefusal(await auth('email/verify', { token: 'x' }, anonymous), 400, 'invalid_token');
      expectRefusal(await auth('password/reset', { token: 'x', newPassword: NEW }, anonymous), 400, 'invalid_token');
    });

    it('is where passkeys are registered, listed, removed and used', async () => {
      covers(13);
      const created = await auth('passkeys/registration-options');
      expect(created.body).toMatchObject({ challenge: expect.any(String), rp: { id: 'localhost', name: 'Atrium' } });
      expectRefusal(await auth('passkeys', { response: {}, name: 'Key' }), 400, 'invalid_passkey');
      expect((await client.get('/api/v1/auth/passkeys')).body).toEqual({ items: [] });
      const asked = await auth('passkeys/authentication-options', {}, world.app.anonymous);
      expect(asked.body).toMatchObject({ challenge: expect.any(String), userVerification: 'required' });
      expectRefusal(await auth('passkeys/authenticate', { response: {} }, world.app.anonymous), 401, 'invalid_code');
      const steppedUp = await world.app.steppedUp(person);
      expectRefusal(await steppedUp.delete(`/api/v1/auth/passkeys/${newId()}`), 404, 'passkey_not_found');
    });

    it('is where an authenticator app is set up, used and removed', async () => {
      covers(14);
      const { phone, recoveryCodes } = await enrol(client);
      expect(recoveryCodes).toHaveLength(10);
      const { mfaToken } = (await logIn(PASSWORD)).body;
      const proof = { mfaToken, method: 'totp', code: await phone.code() };
      expect((await auth('login/mfa', proof, world.app.anonymous)).status).toBe(200);
      const steppedUp = await world.app.steppedUp(person);
      expect((await auth('recovery-codes', undefined, steppedUp)).body.recoveryCodes).toHaveLength(10);
      expect((await steppedUp.delete('/api/v1/auth/totp')).status).toBe(204);
    });

    it('is where a session is stepped up', async () => {
      covers(15);
      const { status, body } = await auth('step-up', { method: 'password', password: PASSWORD });
      expect({ status, body }).toMatchObject({ status: 200, body: { status: 'authenticated', userId: person.id } });
      const { session } = (await world.app.anonymous.withToken(body.token).get('/api/v1/auth/me')).body;
      expect({ id: session.id, steppedUp: session.stepUpExpiresAt !== null }).toEqual({
        id: body.sessionId,
        steppedUp: true,
      });
    });
  });

  describe('2 User profile: PATCH /api/v1/users/me/password', () => {
    const change = (body: object): Promise<Response> => client.patch(CHANGE, body);

    it('takes the current password and a new one', async () => {
      covers(24, 25, 28);
      const { status, body } = await change({ currentPassword: PASSWORD, newPassword: NEW });
      expect({ status, body }).toMatchObject({ status: 200, body: { status: 'authenticated', userId: person.id } });
      expect((await world.app.anonymous.withToken(body.token).get('/api/v1/user')).status).toBe(200);
    });

    it('needs the current password', async () => {
      covers(25);
      expectInvalid(await change({ newPassword: NEW }), ['/currentPassword', 'is_string', 'Must be a string.']);
      expect((await logIn(PASSWORD)).status).toBe(200);
    });

    it('changes nothing when the current password is wrong', async () => {
      covers(26);
      const refused = await change({ currentPassword: 'wrong', newPassword: NEW });
      expectRefusal(refused, 400, 'current_password_wrong');
      expect([(await logIn(PASSWORD)).status, (await logIn(NEW)).status]).toEqual([200, 401]);
    });

    it('makes the new password the only one', async () => {
      covers(27);
      await change({ currentPassword: PASSWORD, newPassword: NEW });
      expect([(await logIn(PASSWORD)).status, (await logIn(NEW)).status]).toEqual([401, 200]);
    });

    it.each([
      ['seven77', 'is_length', 'Must have 8 to 128 characters.'],
      ['x'.repeat(129), 'is_length', 'Must have 8 to 128 characters.'],
      ['password', 'common_password', 'Too many people use this password.'],
    ])('refuses the new password %j', async (newPassword, code, detail) => {
      covers(28);
      expectInvalid(await change({ currentPassword: PASSWORD, newPassword }), ['/newPassword', code, detail]);
    });

    it('is for a person signed in', async () => {
      covers(24);
      const passwords = { currentPassword: PASSWORD, newPassword: NEW };
      expectUnauthenticated(await world.app.anonymous.patch(CHANGE, passwords));
      expectRefusal(await world.asSashasKey.patch(CHANGE, passwords), 403, 'session_required');
      expectRefusal(await world.asBot.patch(CHANGE, passwords), 403, 'user_required');
      expectRefusal(await world.asRoot.patch(CHANGE, passwords), 403, 'user_required');
    });
  });
});
