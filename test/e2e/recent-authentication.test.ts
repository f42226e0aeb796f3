import type { Response } from 'supertest';
import { newId } from '../../src/core/ids/ids.js';
import type { Prisma } from '../../src/core/prisma/generated/client.js';
import { TestApp } from '../support/app/app.js';
import type { Client } from '../support/clients/client.js';
import { CookieJar } from '../support/clients/cookie-jar.js';
import { PASSWORD, type Person } from '../support/data/factory.js';
import { expectRefusal } from '../support/expectations/refusals.js';
import { expectOneWinner, race, RACERS } from '../support/races/races.js';
import { enrol } from '../support/second-factors/authenticator-app.js';
import { Authenticator } from '../support/second-factors/authenticator.js';
import { creationOptions, PASSKEYS, registerPasskey } from '../support/second-factors/passkeys.js';

const AUTH = '/api/v1/auth';
const EMAILS = '/api/v1/me/emails';
const HOUR = 3_600_000;

let app: TestApp;
let sasha: Person;
/** A verified address that is not the primary one. */
let second: string;
let passkeyId: string;

beforeAll(async () => {
  app = await TestApp.start();
});

beforeEach(async () => {
  sasha = await app.factory.person();
  second = `second-${sasha.email}`;
  await app.factory.address(sasha, second);
  passkeyId = newId();
});

afterAll(() => app.stop());

/** What changes who controls an account, by every route of every contract. */
const CHANGES: [string, (client: Client) => Promise<Response>][] = [
  ['adding an address', (client) => client.post(EMAILS, { email: `third-${sasha.email}` })],
  ['making an address the primary one', (client) => client.post(`${EMAILS}/${second}/primary`)],
  ['removing an address', (client) => client.delete(`${EMAILS}/${second}`)],
  ['another e-mail in the profile', (client) => client.patch('/api/v1/me', { email: second })],
  ['setting up an authenticator app', (client) => client.post(`${AUTH}/totp/setup`)],
  ['activating an authenticator app', (client) => client.post(`${AUTH}/totp/activate`, { code: '123456' })],
  ['removing the authenticator app', (client) => client.delete(`${AUTH}/totp`)],
  ['asking for the options of a passkey', (client) => client.post(`${PASSKEYS}/registration-options`)],
  ['registering a passkey', (client) => client.post(PASSKEYS, { response: {} })],
  ['removing a passkey', (client) => client.delete(`${PASSKEYS}/${passkeyId}`)],
  ['deleting the account', (client) => client.delete('/api/me')],
];

/** A factor of the past, so that it is older than any session of the test. */
async function hasPasskey(createdAt = new Date(Date.now() - 2 * HOUR)): Promise<void> {
  await app.prisma.db.passkey.create({
    data: {
      id: passkeyId,
      userId: sasha.id,
      credentialId: newId(),
      publicKey: new Uint8Array(1),
      name: 'Key',
      createdAt,
    },
  });
}

const signedIn = (fields: Partial<Prisma.SessionUncheckedCreateInput> = {}): Promise<Client> =>
  app.signedIn(sasha, fields);

const hourAgo = (): Date => new Date(Date.now() - HOUR);

/** Everything that the changes could touch. */
function account() {
  return app.prisma.db.user.findUniqueOrThrow({
    where: { id: sasha.id },
    include: { emails: { orderBy: { address: 'asc' } }, totp: true, passkeys: true, recoveryCodes: true },
  });
}

describe.each(CHANGES)('%s', (_, change) => {
  it('is refused to a session without a recent sign-in', async () => {
    const before = await account();
    expectRefusal(await change(await signedIn({ authTime: hourAgo() })), 401, 'step_up_required', {
      methods: ['password'],
    });
    expect(await account()).toEqual(before);
  });

  it('is refused to a password with a trusted device once there is a second factor', async () => {
    await hasPasskey();
    const before = await account();
    expectRefusal(await change(await signedIn()), 401, 'step_up_required', { methods: ['passkey'] });
    expect(await account()).toEqual(before);
  });

  it('is refused to a step-up by password that was made before there was a second factor', async () => {
    const client = await signedIn({ authTime: hourAgo(), stepUpAt: new Date(), stepUpMethod: 'password' });
    await hasPasskey();
    expectRefusal(await change(client), 401, 'step_up_required', { methods: ['passkey'] });
  });

  it('is refused to a step-up by a factor that was replaced since', async () => {
    const client = await signedIn({
      authTime: hourAgo(),
      amr: ['pwd', 'otp', 'mfa'],
      stepUpAt: new Date(Date.now() - 60_000),
      stepUpMethod: 'totp',
    });
    await hasPasskey(new Date(Date.now() - 30_000));
    expectRefusal(await change(client), 401, 'step_up_required', { methods: ['passkey'] });
  });

  it.each<[string, () => Promise<Client>]>([
    ['a new sign-in without a second factor, where there is none', () => signedIn()],
    [
      'a new step-up by password, where there is none',
      () => signedIn({ authTime: hourAgo(), stepUpAt: new Date(), stepUpMethod: 'password' }),
    ],
    [
      'a new sign-in with the second factor',
      async () => {
        await hasPasskey();
        return signedIn({ amr: ['pwd', 'otp', 'mfa'] });
      },
    ],
    [
      'a new step-up with the second factor',
      async () => {
        await hasPasskey();
        return signedIn({ authTime: hourAgo(), stepUpAt: new Date(), stepUpMethod: 'recovery_code' });
      },
    ],
  ])('is open to %s', async (_proof, open) => {
    const { status, body } = await change(await open());
    expect([status, body.code]).not.toEqual([401, 'step_up_required']);
    expect(status).not.toBe(403);
  });
});

describe('A caller with the password and a trusted device', () => {
  it('adds no passkey to step up with, and so cannot remove the authenticator app', async () => {
    const { recoveryCodes } = await enrol(await signedIn());
    const browser = new CookieJar(app.anonymous);
    const logIn = () => browser.post(`${AUTH}/login`, { email: sasha.email, password: PASSWORD });
    const { mfaToken } = (await logIn()).body;
    const proof = { mfaToken, method: 'recovery_code', code: recoveryCodes[0], trustDevice: true };
    expect((await browser.post(`${AUTH}/login/mfa`, proof)).status).toBe(200);
    const { body } = await logIn();
    expect(body.status).toBe('authenticated');
    const thief = app.anonymous.withToken(body.token);
    const methods = ['totp', 'recovery_code'];
    expectRefusal(await thief.post(`${PASSKEYS}/registration-options`), 401, 'step_up_required', { methods });
    expectRefusal(await thief.delete(`${AUTH}/totp`), 401, 'step_up_required', { methods });
  });
});

describe('A session that was open before the second factor', () => {
  it('cannot finish what it began: no second person adds a factor', async () => {
    const thief = await signedIn();
    const response = new Authenticator(app.config.publicUrl).create(await creationOptions(thief));
    await enrol(await signedIn());
    expectRefusal(await thief.post(PASSKEYS, { response }), 401, 'step_up_required', {
      methods: ['totp', 'recovery_code'],
    });
  });

  it('shows no valid step-up', async () => {
    const client = await signedIn({ stepUpAt: new Date(), stepUpMethod: 'password' });
    const stepUpExpiresAt = async () => (await client.get(`${AUTH}/me`)).body.session.stepUpExpiresAt;
    expect(await stepUpExpiresAt()).toEqual(expect.any(String));
    await hasPasskey(new Date());
    expect(await stepUpExpiresAt()).toBeNull();
  });

  it('cannot mint an API key with its step-up by password', async () => {
    const { id } = await app.factory.organization();
    await app.factory.membership(sasha, { id, slug: '' }, { isPrimary: true });
    const client = await signedIn({ stepUpAt: new Date(), stepUpMethod: 'password' });
    await hasPasskey(new Date());
    expectRefusal(await client.post('/api/v1/api-keys', { name: 'Key' }), 401, 'step_up_required', {
      methods: ['passkey'],
    });
  });
});

describe('The first second factor', () => {
  it('is added by one of many sessions that had a password alone', async () => {
    const ready = await Promise.all(
      Array.from({ length: RACERS }, async () => {
        const client = await signedIn();
        return { client, response: new Authenticator(app.config.publicUrl).create(await creationOptions(client)) };
      }),
    );
    const answers = await race(async (number) => {
      const { client, response } = ready[number] ?? { client: app.anonymous, response: {} };
      return client.post(PASSKEYS, { response });
    });
    const winner = expectOneWinner(answers, [401, 'step_up_required', { methods: ['passkey'] }]);
    expect(winner.status).toBe(201);
    expect(await app.prisma.db.passkey.count({ where: { userId: sasha.id } })).toBe(1);
  });
});

describe('An administrator whose account the organization manages', () => {
  let asAdmin: Client;
  let path: string;

  beforeEach(async () => {
    const organization = await app.factory.organization();
    await app.prisma.db.user.update({ where: { id: sasha.id }, data: { managedById: organization.id } });
    for (const person of [sasha, await app.factory.person()]) {
      await app.factory.membership(person, organization, {
        role: 'OrganizationAdmin',
        appRole: 'AppAdmin',
        isPrimary: true,
      });
    }
    asAdmin = await signedIn({ authTime: hourAgo() });
    path = `/api/v1/org/users/${sasha.id}`;
  });

  it('does not delete the own account through the organization from a session that was left open', async () => {
    expectRefusal(await asAdmin.delete(path), 401, 'step_up_required', { methods: ['password'] });
    expect((await asAdmin.get('/api/v1/user')).status).toBe(200);
    expect((await (await signedIn()).delete(path)).status).toBe(204);
  });

  it('does not delete the own account with an API key', async () => {
    const { id: membershipId } = await app.prisma.db.membership.findFirstOrThrow({ where: { userId: sasha.id } });
    const withKey = app.anonymous.withToken(await app.factory.apiKey({ membershipId }));
    expectRefusal(await withKey.delete(path), 403, 'session_required');
  });
});

it('A passkey that was just registered steps up what its session did before', async () => {
  const client = await signedIn();
  const laptop = new Authenticator(app.config.publicUrl);
  expect((await registerPasskey(client, laptop)).status).toBe(201);
  expectRefusal(await client.post(EMAILS, { email: `third-${sasha.email}` }), 401, 'step_up_required', {
    methods: ['passkey'],
  });
});
