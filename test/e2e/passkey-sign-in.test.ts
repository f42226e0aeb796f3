import { generateKeyPairSync } from 'node:crypto';
import type { Response } from 'supertest';
import { newId } from '../../src/core/ids/ids.js';
import { WebAuthn } from '../../src/modules/sessions/passkeys/webauthn.js';
import type { TestApp } from '../support/app/app.js';
import { at, newAddress, startLimitedApp } from '../support/app/limited-app.js';
import type { Client } from '../support/clients/client.js';
import { cookiesOf } from '../support/clients/cookie-jar.js';
import { PASSWORD, type Person } from '../support/data/factory.js';
import { expectInvalid, expectRefusal, expectUnauthenticated } from '../support/expectations/refusals.js';
import { barrier, expectOneWinner, race, RACERS } from '../support/races/races.js';
import { enrol } from '../support/second-factors/authenticator-app.js';
import { Authenticator, type Deviation } from '../support/second-factors/authenticator.js';
import {
  AUTHENTICATE,
  creationOptions,
  PASSKEYS,
  registerPasskey,
  requestOptions,
  signInByPasskey,
  stepUpByPasskey,
} from '../support/second-factors/passkeys.js';

const AUTH = '/api/v1/auth';
const INVALID_CODE = [401, 'invalid_code'] as const;
const UNAUTHENTICATED = [401, 'unauthenticated'] as const;

let app: TestApp;
let anonymous: Client;
let sasha: Person;
let asSasha: Client;
/** Has a passkey of Sasha's. */
let laptop: Authenticator;

beforeAll(async () => {
  app = await startLimitedApp();
});

beforeEach(async () => {
  anonymous = at(app);
  ({ person: sasha, client: asSasha, authenticator: laptop } = await personWithPasskey());
});

afterAll(() => app.stop());

async function personWithPasskey() {
  const person = await app.factory.person();
  const client = anonymous.withToken((await app.signedIn(person)).token);
  const authenticator = new Authenticator(app.config.publicUrl);
  expect((await registerPasskey(client, authenticator)).status).toBe(201);
  return { person, client, authenticator };
}

function expectSignedIn({ status, body }: Response, person = sasha): void {
  expect({ status, body }).toMatchObject({ status: 200, body: { status: 'authenticated', userId: person.id } });
}

async function sessionOf(client: Client) {
  return (await client.get(`${AUTH}/me`)).body.session;
}

function passkeyOf({ id }: Person) {
  return app.prisma.db.passkey.findFirstOrThrow({ where: { userId: id } });
}

/** Runs `work`, during which that many valid answers of authenticators wait for each other before any of them is used. */
async function withAnswersVerifiedTogether<T>(answers: number, work: () => Promise<T>): Promise<T> {
  const webauthn = app.nest.get(WebAuthn);
  const verify = webauthn.verifyAuthentication.bind(webauthn);
  const allVerified = barrier(answers);
  webauthn.verifyAuthentication = async (...parameters) => {
    const counter = await verify(...parameters);
    await allVerified();
    return counter;
  };
  try {
    return await work();
  } finally {
    webauthn.verifyAuthentication = verify;
  }
}

/** How many challenges were made and not used. */
function openChallenges(): Promise<number> {
  return app.prisma.db.oneTimeToken.count({ where: { purpose: 'passkey_authentication', usedAt: null } });
}

describe('A sign-in by passkey', () => {
  it('begins with a challenge, for whichever passkey the authenticator has', async () => {
    const { status, body } = await anonymous.post(`${PASSKEYS}/authentication-options`);
    expect({ status, body }).toEqual({
      status: 200,
      body: {
        challenge: expect.stringMatching(/^[\w-]{43}$/),
        rpId: 'localhost',
        timeout: 60_000,
        userVerification: 'required',
      },
    });
    expect((await requestOptions(anonymous)).challenge).not.toBe(body.challenge);
  });

  it('needs no password, no code and no address', async () => {
    const response = await signInByPasskey(anonymous, laptop);
    expect({ status: response.status, body: response.body }).toEqual({
      status: 200,
      body: {
        status: 'authenticated',
        token: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
        tokenType: 'Bearer',
        expiresAt: expect.stringMatching(/Z$/),
        sessionId: expect.stringMatching(/^[0-9a-f-]{36}$/),
        userId: sasha.id,
        passwordChangeRequired: false,
      },
    });
    expect([...cookiesOf(response).keys()]).toEqual(['device', 'session']);
    const session = await sessionOf(anonymous.withToken(response.body.token));
    expect(session).toMatchObject({ id: response.body.sessionId, amr: ['hwk', 'user', 'mfa'], stepUpExpiresAt: null });
  });

  it('shows in the list of passkeys, and in the trail', async () => {
    const { body } = await signInByPasskey(anonymous, laptop);
    const { items } = (await asSasha.get(PASSKEYS)).body;
    expect(Math.abs(Date.parse(items[0].lastUsedAt) - Date.now())).toBeLessThan(60_000);
    const events = await app.prisma.db.auditEvent.findMany({ where: { sessionId: body.sessionId } });
    expect(events).toMatchObject([
      { action: 'session.opened', actorId: sasha.id, changes: { amr: ['hwk', 'user', 'mfa'] } },
    ]);
  });

  it('succeeds despite an expired session, or one of another user', async () => {
    const { body } = await signInByPasskey(anonymous, laptop);
    const old = anonymous.withToken(body.token);
    await old.post(`${AUTH}/logout`);
    expectSignedIn(await signInByPasskey(old, laptop));
    expectSignedIn(await signInByPasskey(old.byCookie, laptop));
    expectSignedIn(await signInByPasskey(anonymous.with('cookie', 'session=garbage'), laptop));
    expectSignedIn(await signInByPasskey(await app.signedIn(await app.factory.person()), laptop));
  });

  it('completes a password sign-in for a user whose only second factor is a passkey', async () => {
    const { body } = await anonymous.post(`${AUTH}/login`, { email: sasha.email, password: PASSWORD });
    expect(body).toMatchObject({ status: 'mfa_required', methods: ['passkey'] });
    const { mfaToken } = body;
    for (const method of ['totp', 'recovery_code']) {
      const refused = await anonymous.post(`${AUTH}/login/mfa`, { mfaToken, method, code: '123456' });
      expectRefusal(refused, 401, 'invalid_code');
    }
    expectSignedIn(await signInByPasskey(anonymous, laptop));
  });

  it('works again and again, with an authenticator that counts and with one that does not', async () => {
    expectSignedIn(await signInByPasskey(anonymous, laptop));
    expectSignedIn(await signInByPasskey(anonymous, laptop));
    expect((await passkeyOf(sasha)).counter).toBe(2n);
    const { person, authenticator } = await personWithPasskey();
    expectSignedIn(await signInByPasskey(anonymous, authenticator, { counter: 0 }), person);
    expectSignedIn(await signInByPasskey(anonymous, authenticator, { counter: 0 }), person);
  });

  it('is refused when the counter does not grow, as that of a copy does not', async () => {
    expectSignedIn(await signInByPasskey(anonymous, laptop, { counter: 7 }));
    for (const counter of [7, 6, 0]) {
      expectRefusal(await signInByPasskey(anonymous, laptop, { counter }), 401, 'invalid_code');
    }
    expectSignedIn(await signInByPasskey(anonymous, laptop, { counter: 8 }));
  });

  it('uses its challenge up', async () => {
    const response = laptop.get(await requestOptions(anonymous));
    expectSignedIn(await anonymous.post(AUTHENTICATE, { response }));
    expectRefusal(await anonymous.post(AUTHENTICATE, { response }), 401, 'invalid_code');
    const again = laptop.get({ challenge: challengeIn(response), rpId: 'localhost' });
    expectRefusal(await anonymous.post(AUTHENTICATE, { response: again }), 401, 'invalid_code');
  });

  it('needs a challenge that has not expired', async () => {
    const response = laptop.get(await requestOptions(anonymous));
    const expiresAt = new Date();
    await app.prisma.db.oneTimeToken.updateMany({ where: { purpose: 'passkey_authentication' }, data: { expiresAt } });
    expectRefusal(await anonymous.post(AUTHENTICATE, { response }), 401, 'invalid_code');
  });

  it('needs a challenge to sign in, not one for something else', async () => {
    for (const { challenge } of [await requestOptions(asSasha, 'step_up'), await creationOptions(asSasha)]) {
      const response = laptop.get({ challenge, rpId: 'localhost' });
      expectRefusal(await anonymous.post(AUTHENTICATE, { response }), 401, 'invalid_code');
    }
  });

  const deviations: [string, Deviation][] = [
    ['another origin', { origin: 'https://evil.example' }],
    ['another service', { rpId: 'evil.example' }],
    ['a page embedded in one of another site', { crossOrigin: true }],
    ['the name of another user', { userHandle: Buffer.from(newId()).toString('base64url') }],
    ['a user without a name', { userHandle: '' }],
    ['no user', { userHandle: null }],
    ['a person who was not there', { userPresent: false }],
    ['a person who was not verified', { userVerified: false }],
    ['another ceremony', { type: 'webauthn.create' }],
    ['a challenge of its own', { challenge: 'A'.repeat(43) }],
    ['another key', { key: generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey }],
    ['a credential nobody has', { credentialId: Buffer.from('unknown') }],
  ];

  it.each(deviations)('is refused for %s, which its owner can see; the challenge stays good', async (_, deviation) => {
    const address = newAddress();
    const options = await requestOptions(anonymous);
    const refused = await at(app, address).post(AUTHENTICATE, { response: laptop.get(options, deviation) });
    expectRefusal(refused, 401, 'invalid_code');
    expect([...cookiesOf(refused).keys()]).toEqual(['device']);
    const failures = await app.prisma.db.auditEvent.findMany({ where: { remoteIp: address } });
    const failure = { action: 'authentication.failed', targetId: sasha.id, changes: { door: 'passkey' } };
    expect(failures).toMatchObject(deviation.credentialId ? [] : [failure]);
    expectSignedIn(await anonymous.post(AUTHENTICATE, { response: laptop.get(options) }));
  });

  it.each([
    ['nothing', {}],
    ['an id that is no text', { id: 5 }],
    ['an id of characters no id has', { id: '\u0000' }],
    ['an id that is too long', { id: 'x'.repeat(10_000) }],
    ['no answer', { id: 'x', rawId: 'x', type: 'public-key', response: { clientDataJSON: 'AAAA' } }],
  ])('is refused for %s', async (_, response) => {
    expectRefusal(await anonymous.post(AUTHENTICATE, { response }), 401, 'invalid_code');
  });

  it('is refused for an answer with parts that cannot be read', async () => {
    const options = await requestOptions(anonymous);
    for (const part of ['clientDataJSON', 'authenticatorData', 'signature']) {
      for (const garbage of [undefined, null, 5, '', 'AAAA', '\u0000', '€']) {
        const good = laptop.get(options);
        const response = { ...good, response: { ...good.response, [part]: garbage } };
        expectRefusal(await anonymous.post(AUTHENTICATE, { response }), 401, 'invalid_code');
      }
    }
    expectSignedIn(await anonymous.post(AUTHENTICATE, { response: laptop.get(options) }));
  });

  it('takes a JSON object and a purpose, and nothing else', async () => {
    expectInvalid(await anonymous.post(AUTHENTICATE, {}), ['/response', 'is_object', 'Must be a JSON object.']);
    const purpose = ['/purpose', 'is_in', 'Must be one of sign_in, step_up.'] as const;
    expectInvalid(await anonymous.post(AUTHENTICATE, { response: {}, purpose: 'x' }), purpose);
    expectInvalid(await anonymous.post(`${PASSKEYS}/authentication-options`, { purpose: null }), purpose);
  });

  it.each([
    ['suspended', { status: 'suspended' as const }],
    ['deleted', { deletedAt: new Date() }],
  ])('is refused for an account that is %s', async (_, data) => {
    const options = await requestOptions(anonymous);
    await app.prisma.db.user.update({ where: { id: sasha.id }, data });
    const refused = await anonymous.post(AUTHENTICATE, { response: laptop.get(options) });
    expectRefusal(refused, 401, 'invalid_credentials');
    expect((await passkeyOf(sasha)).counter).toBe(0n);
    await app.prisma.db.user.update({ where: { id: sasha.id }, data: { status: 'active', deletedAt: null } });
    expectSignedIn(await anonymous.post(AUTHENTICATE, { response: laptop.get(options) }));
  });

  it('succeeds once with one challenge, however often it is answered at the same time', async () => {
    const options = await requestOptions(anonymous);
    const sessions = () => app.prisma.db.session.count({ where: { userId: sasha.id } });
    const before = await sessions();
    const answers = await race(() => anonymous.post(AUTHENTICATE, { response: laptop.get(options) }));
    expectOneWinner(answers, INVALID_CODE);
    expect(await sessions()).toBe(before + 1);
  });

  it.each([0, 7])('succeeds for one of many copies that count on from %d at the same time', async (counter) => {
    const { id } = await passkeyOf(sasha);
    await app.prisma.db.passkey.update({ where: { id }, data: { counter } });
    const next = counter + 1;
    const responses: unknown[] = [];
    while (responses.length < RACERS) {
      responses.push(laptop.get(await requestOptions(anonymous), { counter: next }));
    }
    const sessions = () => app.prisma.db.session.count({ where: { userId: sasha.id } });
    const before = await sessions();
    const answers = await withAnswersVerifiedTogether(RACERS, () =>
      race((i) => anonymous.post(AUTHENTICATE, { response: responses[i] })),
    );
    expectSignedIn(expectOneWinner(answers, INVALID_CODE));
    expect(await sessions()).toBe(before + 1);
    expect((await passkeyOf(sasha)).counter).toBe(BigInt(next));
  });
});

describe('A step-up by passkey', () => {
  it('names the person’s own passkeys', async () => {
    const { allowCredentials } = await requestOptions(asSasha, 'step_up');
    expect(allowCredentials).toEqual([{ id: (await passkeyOf(sasha)).credentialId, type: 'public-key' }]);
  });

  it('answers a new token of the same session; the old one is dead', async () => {
    const before = await sessionOf(asSasha);
    const response = await stepUpByPasskey(asSasha, laptop);
    expectSignedIn(response);
    expect(response.body).toMatchObject({ sessionId: before.id, expiresAt: before.expiresAt });
    expect(cookiesOf(response).get('session')?.value).toBe(response.body.token);
    expectUnauthenticated(await asSasha.get(`${AUTH}/me`));
    const confirmed = asSasha.withToken(response.body.token);
    expect(await sessionOf(confirmed)).toEqual({
      ...before,
      amr: ['pwd', 'hwk'],
      stepUpExpiresAt: expect.any(String),
    });
    expect((await confirmed.post(`${AUTH}/recovery-codes`)).status).toBe(200);
    const events = await app.prisma.db.auditEvent.findMany({
      where: { sessionId: before.id, action: 'session.stepped_up' },
    });
    expect(events).toMatchObject([{ actorId: sasha.id, changes: { method: 'passkey' } }]);
  });

  it.each<[string, Deviation]>([
    ['a page embedded in one of another site', { crossOrigin: true }],
    ['the name of another user', { userHandle: Buffer.from(newId()).toString('base64url') }],
  ])('is refused for %s', async (_, deviation) => {
    expectRefusal(await stepUpByPasskey(asSasha, laptop, deviation), ...INVALID_CODE);
    expect((await sessionOf(asSasha)).stepUpExpiresAt).toBeNull();
  });

  it('accepts an authenticator that names no user, because the user is known', async () => {
    expect((await stepUpByPasskey(asSasha, laptop, { userHandle: null })).status).toBe(200);
  });

  it('is the way that is asked for, and the password is none', async () => {
    const refused = await asSasha.post(`${AUTH}/step-up`, { method: 'password', password: PASSWORD });
    expectRefusal(refused, 401, 'step_up_required', { methods: ['passkey'] });
    await app.confirmWithFactor(sasha);
    await enrol(asSasha);
    await app.prisma.db.session.updateMany({ where: { userId: sasha.id }, data: { stepUpAt: null } });
    expectRefusal(await asSasha.delete(`${AUTH}/totp`), 401, 'step_up_required', {
      methods: ['totp', 'recovery_code', 'passkey'],
    });
  });

  it('needs a session', async () => {
    const { id: membershipId } = await app.factory.membership(sasha, await app.factory.organization());
    const withKey = anonymous.withToken(await app.factory.apiKey({ membershipId }));
    const response = laptop.get(await requestOptions(anonymous));
    for (const client of [anonymous, anonymous.withToken('x'), withKey]) {
      const purpose = 'step_up';
      expectUnauthenticated(await client.post(`${PASSKEYS}/authentication-options`, { purpose }));
      expectUnauthenticated(await client.post(AUTHENTICATE, { purpose, response }));
    }
  });

  it('is not for a session that has a password to change first', async () => {
    const response = laptop.get(await requestOptions(asSasha, 'step_up'));
    await app.prisma.db.user.update({ where: { id: sasha.id }, data: { passwordChangeRequired: true } });
    const refused = await asSasha.post(AUTHENTICATE, { purpose: 'step_up', response });
    expectRefusal(refused, 403, 'password_change_required');
    const options = await asSasha.post(`${PASSKEYS}/authentication-options`, { purpose: 'step_up' });
    expectRefusal(options, 403, 'password_change_required');
  });

  it('needs a passkey of one’s own', async () => {
    const eve = await personWithPasskey();
    const options = await requestOptions(eve.client, 'step_up');
    const response = laptop.get({ ...options, allowCredentials: undefined });
    expectRefusal(await eve.client.post(AUTHENTICATE, { purpose: 'step_up', response }), 401, 'invalid_code');
    const own = eve.authenticator.get(options);
    expectSignedIn(await eve.client.post(AUTHENTICATE, { purpose: 'step_up', response: own }), eve.person);
  });

  it('needs a challenge of one’s own to step up', async () => {
    const eve = await personWithPasskey();
    for (const { challenge } of [await requestOptions(anonymous), await requestOptions(eve.client, 'step_up')]) {
      const response = laptop.get({ challenge, rpId: 'localhost' });
      expectRefusal(await asSasha.post(AUTHENTICATE, { purpose: 'step_up', response }), 401, 'invalid_code');
    }
    expect((await sessionOf(asSasha)).stepUpExpiresAt).toBeNull();
  });

  it('is refused when another site makes the browser send it', async () => {
    const response = laptop.get(await requestOptions(asSasha, 'step_up'));
    const foreign = asSasha.byCookie.with('sec-fetch-site', 'cross-site');
    expectRefusal(await foreign.post(AUTHENTICATE, { purpose: 'step_up', response }), 403, 'cross_site_request');
  });

  it('renews one token once, however many challenges are answered at the same time', async () => {
    const responses: unknown[] = [];
    while (responses.length < RACERS) {
      responses.push(laptop.get(await requestOptions(asSasha, 'step_up'), { counter: 0 }));
    }
    const before = await openChallenges();
    const answers = await race((i) => asSasha.post(AUTHENTICATE, { purpose: 'step_up', response: responses[i] }));
    const { body } = expectOneWinner(answers, UNAUTHENTICATED);
    expect((await sessionOf(asSasha.withToken(body.token))).amr).toEqual(['pwd', 'hwk']);
    expect(await openChallenges()).toBe(before - 1);
  });
});

function challengeIn({ response }: { response: { clientDataJSON: string } }): string {
  return JSON.parse(Buffer.from(response.clientDataJSON, 'base64url').toString()).challenge;
}
