import type { Response } from 'supertest';
import { newId } from '../../src/core/ids/ids.js';
import type { Client } from '../support/clients/client.js';
import { CookieJar } from '../support/clients/cookie-jar.js';
import { STRANGERS } from '../support/clients/strangers.js';
import { PASSWORD, type Person } from '../support/data/factory.js';
import { makeWorld, type World } from '../support/data/world.js';
import { expectInvalid, expectRefusal, expectUnauthenticated } from '../support/expectations/refusals.js';
import { enrol } from '../support/second-factors/authenticator-app.js';
import { covers } from './spec/covers.js';

const LOGINS = '/api/v1/me/logins';
const DEVICES = '/api/v1/me/trusted-devices';
const LOGIN = '/api/v1/auth/login';
const NEW = 'another password of mine';
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const DAY = 24 * 3_600_000;

describe('directory contract', () => {
  let world: World;
  /** A member of Aurora, who manages the account. */
  let person: Person;
  let client: Client;
  let asSashaSteppedUp: Client;

  beforeAll(async () => {
    world = await makeWorld();
    asSashaSteppedUp = await world.app.steppedUp(world.sasha);
  });

  beforeEach(async () => {
    person = await world.factory.person({ managedById: world.aurora.id });
    await world.factory.membership(person, world.aurora, { isPrimary: true });
    client = await world.app.signedIn(person);
  });

  afterAll(() => world.app.stop());

  const logIn = (password: string, from: Pick<Client, 'post'> = world.app.anonymous): Promise<Response> =>
    from.post(LOGIN, { email: person.email, password });

  async function idsAt(path: string): Promise<string[]> {
    const { items } = (await client.get(path)).body;
    return items.map(({ id }: { id: string }) => id);
  }

  function expectNothing({ status, text }: Response): void {
    expect({ status, text }).toEqual({ status: 204, text: '' });
  }

  describe('4 DELETE /me/logins/{loginId}', () => {
    it.each(STRANGERS)('refuses %s', async (_, make) => {
      covers(343, 408);
      expectUnauthenticated(await (await make(world)).delete(`${LOGINS}/${newId()}`));
    });

    it('ends the login at once, and takes it off the list', async () => {
      covers(343, 344, 345, 347);
      const { body } = await logIn(PASSWORD);
      const other = client.withToken(body.token);
      expect(await idsAt(LOGINS)).toContain(body.sessionId);
      expectNothing(await client.delete(`${LOGINS}/${String(body.sessionId)}`));
      expectUnauthenticated(await other.get('/api/v1/me'));
      expect(await idsAt(LOGINS)).not.toContain(body.sessionId);
    });

    it('is for one’s own logins', async () => {
      covers(346);
      const { id } = await world.factory.session(world.noor);
      expectRefusal(await client.delete(`${LOGINS}/${id}`), 404, 'session_not_found');
      expectRefusal(await client.delete(`${LOGINS}/${newId()}`), 404, 'session_not_found');
      expect(await world.app.prisma.db.session.count({ where: { id } })).toBe(1);
    });
  });

  describe('5 /me/trusted-devices', () => {
    /** Signs in with the second factor from a browser that is trusted from then on. */
    async function trustedBrowser(): Promise<CookieJar> {
      const { recoveryCodes } = await enrol(client);
      const browser = new CookieJar(world.app.anonymous.with('user-agent', 'Firefox/140'));
      const { mfaToken } = (await logIn(PASSWORD, browser)).body;
      const proof = { mfaToken, method: 'recovery_code', code: recoveryCodes[0], trustDevice: true };
      expect((await browser.post(`${LOGIN}/mfa`, proof)).status).toBe(200);
      return browser;
    }

    it.each(STRANGERS)('refuses %s', async (_, make) => {
      covers(348, 352, 408);
      const asStranger = await make(world);
      expectUnauthenticated(await asStranger.get(DEVICES));
      expectUnauthenticated(await asStranger.delete(`${DEVICES}/${newId()}`));
    });

    it('needs a session, as everything below /me does', async () => {
      covers(348, 352, 408);
      const path = `${DEVICES}/${newId()}`;
      for (const [caller, code] of [
        [world.asSashasKey, 'session_required'],
        [world.asBot, 'user_required'],
        [world.asRoot, 'user_required'],
      ] as const) {
        expectRefusal(await caller.get(DEVICES), 403, code);
        expectRefusal(await caller.delete(path), 403, code);
      }
    });

    it('lists six keys of each device, without limit and marker', async () => {
      covers(294, 295, 296, 297, 298, 299, 348, 350);
      const browser = await trustedBrowser();
      const { status, body } = await client.get(DEVICES);
      expect({ status, body }).toEqual({
        status: 200,
        body: {
          items: [
            {
              id: expect.stringMatching(UUID),
              deviceId: browser.get('device'),
              expiresAt: expect.stringMatching(ISO),
              createdAt: expect.stringMatching(ISO),
              remoteIp: '127.0.0.1',
              userAgent: 'Firefox/140',
            },
          ],
        },
      });
      const [{ expiresAt, createdAt }] = body.items;
      expect(Math.abs(Date.parse(expiresAt) - Date.parse(createdAt) - 30 * DAY)).toBeLessThan(60_000);
      const { parameters = [] } = world.app.openapi.document.paths[DEVICES]?.get as { parameters?: object[] };
      expect(parameters).toEqual([]);
    });

    it('omits expired devices, and devices of others', async () => {
      covers(348, 349);
      await trustedBrowser();
      expect(await idsAt(DEVICES)).toHaveLength(1);
      expect((await world.asNoor.get(DEVICES)).body).toEqual({ items: [] });
      const where = { userId: person.id };
      await world.app.prisma.db.trustedDevice.updateMany({ where, data: { expiresAt: new Date() } });
      expect((await client.get(DEVICES)).body).toEqual({ items: [] });
    });

    it('lets a login from such a device skip the second factor', async () => {
      covers(351);
      const browser = await trustedBrowser();
      expect((await logIn(PASSWORD, browser)).body.status).toBe('authenticated');
      expect((await logIn(PASSWORD)).body.status).toBe('mfa_required');
    });

    it('needs the second factor again for a device that was revoked', async () => {
      covers(352, 353, 354);
      const browser = await trustedBrowser();
      const [id = ''] = await idsAt(DEVICES);
      expectNothing(await client.delete(`${DEVICES}/${id}`));
      expect(await idsAt(DEVICES)).toEqual([]);
      expect((await logIn(PASSWORD, browser)).body.status).toBe('mfa_required');
    });

    it('revokes one’s own devices alone', async () => {
      covers(352);
      await trustedBrowser();
      const [id = ''] = await idsAt(DEVICES);
      expectRefusal(await world.asNoor.delete(`${DEVICES}/${id}`), 404, 'trusted_device_not_found');
      expectRefusal(await client.delete(`${DEVICES}/${newId()}`), 404, 'trusted_device_not_found');
      expect(await idsAt(DEVICES)).toEqual([id]);
    });
  });

  describe('8 MFA and passwords: DELETE /org/users/{user}/mfa', () => {
    const reset = (by = asSashaSteppedUp): Promise<Response> => by.delete(`/api/v1/org/users/${person.id}/mfa`);

    it('removes all second factors and ends all sessions', async () => {
      covers(388, 389, 390, 391, 392, 394);
      await enrol(client);
      const other = await world.app.signedIn(person);
      expectNothing(await reset());
      const where = { userId: person.id };
      expect(await world.app.prisma.db.totp.count({ where })).toBe(0);
      expect(await world.app.prisma.db.recoveryCode.count({ where })).toBe(0);
      expectUnauthenticated(await client.get('/api/v1/me'));
      expectUnauthenticated(await other.get('/api/v1/me'));
    });

    it('has the user sign in and set them up again', async () => {
      covers(392, 393);
      const before = await enrol(client);
      await reset();
      const { body } = await logIn(PASSWORD);
      expect(body.status).toBe('authenticated');
      const { phone, recoveryCodes } = await enrol(world.app.anonymous.withToken(body.token));
      expect(phone.secret).not.toBe(before.phone.secret);
      expect(recoveryCodes).not.toEqual(before.recoveryCodes);
      expect((await logIn(PASSWORD)).body.status).toBe('mfa_required');
    });

    it('is for administrators', async () => {
      covers(388, 408);
      expectUnauthenticated(await reset(world.app.anonymous));
      expectRefusal(await reset(world.asAlice), 403, 'insufficient_role');
      expectRefusal(await reset(client), 403, 'insufficient_role');
    });
  });

  describe('8 MFA and passwords: POST /org/users/{user}/password', () => {
    const change = (body: object, id = person.id): Promise<Response> =>
      client.post(`/api/v1/org/users/${id}/password`, body);

    it('changes one’s own password, and ends the other sessions', async () => {
      covers(395, 396, 397, 400, 401);
      const other = await world.app.signedIn(person);
      const { status, body } = await change({ currentPassword: PASSWORD, newPassword: NEW });
      expect({ status, body }).toMatchObject({ status: 200, body: { status: 'authenticated', userId: person.id } });
      expectUnauthenticated(await other.get('/api/v1/me'));
      expect((await client.withToken(body.token).get('/api/v1/me')).status).toBe(200);
      expect([(await logIn(PASSWORD)).status, (await logIn(NEW)).status]).toEqual([401, 200]);
    });

    it('needs the current password', async () => {
      covers(396, 398);
      expectInvalid(await change({ newPassword: NEW }), ['/currentPassword', 'is_string', 'Must be a string.']);
      expect((await logIn(PASSWORD)).status).toBe(200);
    });

    it('needs the new password', async () => {
      covers(397);
      expectInvalid(await change({ currentPassword: PASSWORD }), ['/newPassword', 'is_string', 'Must be a string.']);
    });

    it('refuses a wrong current password', async () => {
      covers(399);
      const refused = await change({ currentPassword: 'wrong', newPassword: NEW });
      expectRefusal(refused, 400, 'current_password_wrong');
      expect([(await logIn(PASSWORD)).status, (await logIn(NEW)).status]).toEqual([200, 401]);
    });

    it('does not change the password of another user', async () => {
      covers(400);
      const passwords = { currentPassword: PASSWORD, newPassword: NEW };
      expectRefusal(await change(passwords, world.alice.id), 403, 'insufficient_role');
      expectRefusal(await change(passwords, newId()), 403, 'insufficient_role');
    });
  });

  describe('8 MFA and passwords: POST /org/users/{user}/password/reset', () => {
    const reset = (by = asSashaSteppedUp, id = person.id): Promise<Response> =>
      by.post(`/api/v1/org/users/${id}/password/reset`);

    it('returns a temporary password, without the current one in the request', async () => {
      covers(402, 404, 405, 406);
      const { status, body } = await reset();
      expect({ status, body }).toEqual({ status: 200, body: { password: expect.stringMatching(/^[\w-]{16}$/) } });
      expect((await reset()).body.password).not.toBe(body.password);
    });

    it('lets the user in with that password, and with the old one no longer', async () => {
      covers(407);
      const { password } = (await reset()).body;
      expect((await logIn(PASSWORD)).status).toBe(401);
      expect((await logIn(password)).body).toMatchObject({ status: 'authenticated', passwordChangeRequired: true });
    });

    it.each(['asAlice', 'asNoor', 'asInes'] as const)(
      'is refused for %s, without an administrator role',
      async (caller) => {
        covers(403);
        const response = await reset(world[caller].inOrganization('auroralabs'));
        const codes = { asAlice: 'insufficient_role', asNoor: 'not_a_member', asInes: 'membership_inactive' };
        expectRefusal(response, 403, codes[caller]);
        expect((await logIn(PASSWORD)).status).toBe(200);
      },
    );

    it('is refused for accounts the organization does not manage, and knows no strangers', async () => {
      covers(403);
      expectRefusal(await reset(asSashaSteppedUp, world.ines.id), 403, 'account_not_managed');
      expectRefusal(await reset(asSashaSteppedUp, world.noor.id), 404, 'user_not_found');
      expectRefusal(await reset(asSashaSteppedUp, newId()), 404, 'user_not_found');
    });
  });
});
