import { randomBytes } from 'node:crypto';
import { newId } from '../../src/core/ids/ids.js';
import { TestApp } from '../support/app/app.js';
import type { Client } from '../support/clients/client.js';
import { PASSWORD, type Person } from '../support/data/factory.js';
import { expectInvalid, expectRefusal } from '../support/expectations/refusals.js';
import type { MailCatcher } from '../support/mail/mail-catcher.js';
import { expectOneWinner, race } from '../support/races/races.js';
import { enrol } from '../support/second-factors/authenticator-app.js';
import { Authenticator, type Deviation } from '../support/second-factors/authenticator.js';
import { creationOptions, PASSKEYS, registerPasskey, requestOptions } from '../support/second-factors/passkeys.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const MINUTE = 60_000;

let app: TestApp;
let catcher: MailCatcher;
let sasha: Person;
let asSasha: Client;
let laptop: Authenticator;

beforeAll(async () => {
  app = await TestApp.start();
  catcher = app.mails;
});

beforeEach(async () => {
  sasha = await app.factory.person({ displayName: 'Sasha Patel' });
  asSasha = await app.steppedUp(sasha);
  laptop = new Authenticator(app.config.publicUrl);
});

afterAll(() => app.stop());

/** Registers a passkey, and steps the session up with it. */
async function registered(authenticator = laptop, deviation: Deviation & { name?: string } = {}): Promise<void> {
  expect((await registerPasskey(asSasha, authenticator, deviation)).status).toBe(201);
  await app.confirmWithFactor(sasha);
}

async function listed(client = asSasha): Promise<Record<string, string>[]> {
  const { status, body } = await client.get(PASSKEYS);
  expect({ status, keys: Object.keys(body) }).toEqual({ status: 200, keys: ['items'] });
  return body.items;
}

describe('The options to register a passkey', () => {
  it('ask for a discoverable credential of this person for this service, with user verification', async () => {
    const { status, body } = await asSasha.post(`${PASSKEYS}/registration-options`);
    expect({ status, body }).toEqual({
      status: 200,
      body: {
        challenge: expect.stringMatching(/^[\w-]{43}$/),
        rp: { name: 'Atrium', id: 'localhost' },
        user: { id: Buffer.from(sasha.id).toString('base64url'), name: sasha.email, displayName: 'Sasha Patel' },
        pubKeyCredParams: expect.arrayContaining([
          { alg: -7, type: 'public-key' },
          { alg: -257, type: 'public-key' },
        ]),
        timeout: MINUTE,
        attestation: 'none',
        excludeCredentials: [],
        authenticatorSelection: { residentKey: 'required', userVerification: 'required', requireResidentKey: true },
        extensions: { credProps: true },
        hints: [],
      },
    });
  });

  it('name the passkeys that the person has already', async () => {
    await registered();
    await registerPasskey(await app.signedIn(await app.factory.person()), laptop);
    const { excludeCredentials } = await creationOptions(asSasha);
    const { credentialId } = await app.prisma.db.passkey.findFirstOrThrow({ where: { userId: sasha.id } });
    expect(excludeCredentials).toEqual([{ id: credentialId, type: 'public-key' }]);
  });

  it('have a challenge of their own each time, kept as a hash', async () => {
    const [first, second] = [await creationOptions(asSasha), await creationOptions(asSasha)];
    expect(first.challenge).not.toBe(second.challenge);
    const rows = await app.prisma.db.oneTimeToken.findMany({ where: { userId: sasha.id } });
    const hashes = rows.map(({ tokenHash }) => Buffer.from(tokenHash).toString('base64url'));
    expect(hashes).toHaveLength(2);
    expect(hashes).not.toContain(first.challenge);
  });
});

describe('Registering a passkey', () => {
  it('answers what is kept of it', async () => {
    const { status, body } = await registerPasskey(asSasha, laptop, { name: ' Work laptop ' });
    expect({ status, keys: Object.keys(body) }).toEqual({
      status: 201,
      keys: ['id', 'name', 'createdAt', 'lastUsedAt'],
    });
    expect(body).toEqual({
      id: expect.stringMatching(UUID),
      name: 'Work laptop',
      createdAt: expect.stringMatching(ISO),
      lastUsedAt: null,
    });
    expect(Math.abs(Date.parse(body.createdAt) - Date.now())).toBeLessThan(MINUTE);
    expect(await listed()).toEqual([body]);
  });

  it('adds to the user’s own list only, oldest first', async () => {
    await registered(laptop, { name: 'Laptop' });
    await registerPasskey(asSasha, new Authenticator(app.config.publicUrl));
    expect((await listed()).map(({ name }) => name)).toEqual(['Laptop', 'Passkey']);
    expect(await listed(await app.signedIn(await app.factory.person()))).toEqual([]);
  });

  it('notifies the owner by mail, and is recorded', async () => {
    const { body } = await registerPasskey(asSasha, laptop, { name: 'Laptop' });
    const { text } = await catcher.waitFor({ to: sasha.email, subject: 'A sign-in method was added' });
    expect(text).toMatch(/^Added to your account: a passkey\.\n/);
    const events = await app.prisma.db.auditEvent.findMany({ where: { targetId: body.id } });
    expect(events).toMatchObject([
      {
        action: 'factor.added',
        actorKind: 'user',
        actorId: sasha.id,
        targetKind: 'passkey',
        changes: { name: 'Laptop' },
      },
    ]);
  });

  it('is refused twice for one credential, for any user', async () => {
    const credentialId = randomBytes(16);
    await registered(laptop, { credentialId });
    expectRefusal(await registerPasskey(asSasha, laptop, { credentialId }), 409, 'passkey_registered');
    const asEve = await app.signedIn(await app.factory.person());
    expectRefusal(await registerPasskey(asEve, laptop, { credentialId }), 409, 'passkey_registered');
    expect(await listed(asEve)).toEqual([]);
  });

  it('uses the challenge up', async () => {
    const response = laptop.create(await creationOptions(asSasha));
    expect((await asSasha.post(PASSKEYS, { response })).status).toBe(201);
    await app.confirmWithFactor(sasha);
    expectRefusal(await asSasha.post(PASSKEYS, { response }), 400, 'invalid_passkey');
    const another = laptop.create(await creationOptions(asSasha), { challenge: challengeIn(response) });
    expectRefusal(await asSasha.post(PASSKEYS, { response: another }), 400, 'invalid_passkey');
    expect(await listed()).toHaveLength(1);
  });

  it('needs a challenge that has not expired', async () => {
    const response = laptop.create(await creationOptions(asSasha));
    const { expiresAt } = await app.prisma.db.oneTimeToken.findFirstOrThrow({ where: { userId: sasha.id } });
    expect(Math.abs(expiresAt.getTime() - Date.now() - 5 * MINUTE)).toBeLessThan(MINUTE);
    await app.prisma.db.oneTimeToken.updateMany({ where: { userId: sasha.id }, data: { expiresAt: new Date() } });
    expectRefusal(await asSasha.post(PASSKEYS, { response }), 400, 'invalid_passkey');
  });

  it('needs a challenge of the same user, and does not use up another one', async () => {
    const response = laptop.create(await creationOptions(asSasha));
    const asEve = await app.signedIn(await app.factory.person());
    expectRefusal(await asEve.post(PASSKEYS, { response }), 400, 'invalid_passkey');
    expect((await asSasha.post(PASSKEYS, { response })).status).toBe(201);
  });

  it.each(['sign_in', 'step_up'] as const)('needs a challenge to register, not one to %s', async (purpose) => {
    const { challenge } = await requestOptions(asSasha, purpose);
    const response = laptop.create({ ...(await creationOptions(asSasha)), challenge });
    expectRefusal(await asSasha.post(PASSKEYS, { response }), 400, 'invalid_passkey');
  });

  const deviations: [string, Deviation][] = [
    ['another origin', { origin: 'https://evil.example' }],
    ['the origin of another port', { origin: 'http://localhost:1' }],
    ['another service', { rpId: 'evil.example' }],
    ['a page embedded in one of another site', { crossOrigin: true }],
    ['a person who was not there', { userPresent: false }],
    ['a person who was not verified', { userVerified: false }],
    ['another ceremony', { type: 'webauthn.get' }],
    ['a challenge of its own', { challenge: 'A'.repeat(43) }],
    ['a credential id longer than the standard has', { credentialId: randomBytes(1024) }],
  ];

  it.each(deviations)('is refused for %s, and the challenge stays good', async (_, deviation) => {
    const options = await creationOptions(asSasha);
    const bad = await asSasha.post(PASSKEYS, { response: laptop.create(options, deviation) });
    expectRefusal(bad, 400, 'invalid_passkey');
    expect(await listed()).toEqual([]);
    expect((await asSasha.post(PASSKEYS, { response: laptop.create(options) })).status).toBe(201);
  });

  it.each([
    [{}],
    [{ id: 1 }],
    [{ id: 'x', rawId: 'x', type: 'public-key', response: null }],
    [{ id: 'x', rawId: 'x', type: 'public-key', response: {} }],
    [{ response: { clientDataJSON: 'bm90IGpzb24' } }],
    [{ response: { clientDataJSON: Buffer.from('null').toString('base64url') } }],
    [{ response: { clientDataJSON: Buffer.from('{"challenge":{}}').toString('base64url') } }],
    [{ response: { clientDataJSON: [1, 2, 3], attestationObject: 5 } }],
  ])('is refused for %j', async (response) => {
    expectRefusal(await asSasha.post(PASSKEYS, { response }), 400, 'invalid_passkey');
  });

  it('is refused for an attestation that cannot be read', async () => {
    const good = laptop.create(await creationOptions(asSasha));
    for (const attestationObject of [
      '',
      'AAAA',
      '////',
      good.response.attestationObject.slice(0, 80),
      '_'.repeat(5000),
    ]) {
      const response = { ...good, response: { ...good.response, attestationObject } };
      expectRefusal(await asSasha.post(PASSKEYS, { response }), 400, 'invalid_passkey');
    }
  });

  it.each([['usb'], [5], [{ usb: true }], [[null]], [[1, 2]], [['usb', { a: 1 }]], [['\u0000']], [null]])(
    'takes no harm from transports like %j',
    async (transports) => {
      const good = laptop.create(await creationOptions(asSasha));
      const response = { ...good, response: { ...good.response, transports } };
      expect((await asSasha.post(PASSKEYS, { response })).status).toBe(201);
    },
  );

  it('takes a JSON object and a name, and nothing else', async () => {
    const object = ['/response', 'is_object', 'Must be a JSON object.'] as const;
    for (const response of [undefined, null, 'x', 1, []]) {
      expectInvalid(await asSasha.post(PASSKEYS, { response }), object);
    }
    const named = (name: unknown) => asSasha.post(PASSKEYS, { response: {}, name });
    expectInvalid(await named(' '), ['/name', 'min_length', 'Must have at least 1 character.']);
    expectInvalid(await named('x'.repeat(101)), ['/name', 'max_length', 'Must have at most 100 characters.']);
    expectInvalid(await named(5), ['/name', 'is_string', 'Must be a string.']);
    const unknown = await asSasha.post(PASSKEYS, { response: {}, userId: sasha.id });
    expectInvalid(unknown, ['/userId', 'unknown_key', 'This key is not one the route takes.']);
  });

  it('with one challenge succeeds once, however many authenticators answer it at the same time', async () => {
    const options = await creationOptions(asSasha);
    const answers = await race(() => asSasha.post(PASSKEYS, { response: laptop.create(options) }));
    const { body } = expectOneWinner(
      answers,
      [400, 'invalid_passkey'],
      // Once the winner is the second factor, the session has not shown it.
      [401, 'step_up_required', { methods: ['passkey'] }],
    );
    expect(await listed()).toEqual([body]);
  });
});

describe('Removing a passkey', () => {
  it('removes it, and notifies its owner', async () => {
    const first = await registerPasskey(asSasha, laptop, { name: 'Laptop' });
    await app.confirmWithFactor(sasha);
    await registerPasskey(asSasha, laptop, { name: 'Phone' });
    const { status, text } = await asSasha.delete(`${PASSKEYS}/${first.body.id}`);
    expect({ status, text }).toEqual({ status: 204, text: '' });
    expect((await listed()).map(({ name }) => name)).toEqual(['Phone']);
    await app.confirmWithFactor(sasha);
    expectRefusal(await asSasha.delete(`${PASSKEYS}/${first.body.id}`), 404, 'passkey_not_found');
    const mail = await catcher.waitFor({ to: sasha.email, subject: 'A sign-in method was removed' });
    expect(mail.text).toMatch(/^Removed from your account: a passkey\.\n/);
    const events = await app.prisma.db.auditEvent.findMany({
      where: { targetId: first.body.id },
      orderBy: { id: 'asc' },
    });
    expect(events.map(({ action }) => action)).toEqual(['factor.added', 'factor.removed']);
  });

  it('takes the recovery codes with the last factor', async () => {
    await enrol(asSasha);
    await app.confirmWithFactor(sasha);
    const { body } = await registerPasskey(asSasha, laptop);
    const codes = () => app.prisma.db.recoveryCode.count({ where: { userId: sasha.id } });
    await asSasha.delete('/api/v1/auth/totp');
    expect(await codes()).toBe(10);
    await app.confirmWithFactor(sasha);
    await asSasha.delete(`${PASSKEYS}/${body.id}`);
    expect(await codes()).toBe(0);
    const login = await app.anonymous.post('/api/v1/auth/login', { email: sasha.email, password: PASSWORD });
    expect(login.body.status).toBe('authenticated');
  });

  it('asks for a step-up', async () => {
    const { body } = await registerPasskey(asSasha, laptop);
    const refused = await (await app.signedIn(sasha)).delete(`${PASSKEYS}/${body.id}`);
    expectRefusal(refused, 401, 'step_up_required', { methods: ['passkey'] });
    expect(refused.headers['www-authenticate']).toBe('Bearer error="insufficient_user_authentication", max_age="600"');
    expect(await listed()).toHaveLength(1);
  });

  it('of another user is like one that does not exist', async () => {
    const { body } = await registerPasskey(asSasha, laptop);
    const asEve = await app.steppedUp(await app.factory.person());
    expectRefusal(await asEve.delete(`${PASSKEYS}/${body.id}`), 404, 'passkey_not_found');
    expectRefusal(await asEve.delete(`${PASSKEYS}/${newId()}`), 404, 'passkey_not_found');
    expect(await listed()).toHaveLength(1);
  });

  it.each(['x', '1 OR 1=1', '%00', 'options'])('needs an id, not %j', async (id) => {
    const refused = await asSasha.delete(`${PASSKEYS}/${encodeURIComponent(id)}`);
    expectInvalid(refused, ['/id', 'is_uuid', 'Must be a UUID.']);
  });
});

describe('Passkeys', () => {
  it.each([
    ['post', `${PASSKEYS}/registration-options`],
    ['post', PASSKEYS],
    ['get', PASSKEYS],
    ['delete', `${PASSKEYS}/${newId()}`],
  ] as const)('are no business of API keys: %s %s', async (method, path) => {
    const { id: membershipId } = await app.factory.membership(sasha, await app.factory.organization());
    const withKey = app.anonymous.withToken(await app.factory.apiKey({ membershipId }));
    expectRefusal(await withKey.send(method, path), 403, 'session_required');
    expectRefusal(await app.anonymous.send(method, path), 401, 'unauthenticated');
  });
});

function challengeIn({ response }: { response: { clientDataJSON: string } }): string {
  return JSON.parse(Buffer.from(response.clientDataJSON, 'base64url').toString()).challenge;
}
