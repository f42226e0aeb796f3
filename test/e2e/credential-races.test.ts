import type { Response } from 'supertest';
import { OneTimeTokensService } from '../../src/modules/one-time-tokens/one-time-tokens.service.js';
import { TestApp } from '../support/app/app.js';
import type { Client } from '../support/clients/client.js';
import { CookieJar } from '../support/clients/cookie-jar.js';
import { PASSWORD, type Person } from '../support/data/factory.js';
import { expectRefusal, expectUnauthenticated } from '../support/expectations/refusals.js';
import { inTheMiddle, recording } from '../support/races/moments.js';
import { enrol } from '../support/second-factors/authenticator-app.js';

const AUTH = '/api/v1/auth';
const NEW = 'another password of mine';

let app: TestApp;
/** The account is managed, and has an app for its second factor. */
let sasha: Person;
let asSasha: Client;
let recoveryCodes: readonly string[];
let asAdmin: Client;

beforeAll(async () => {
  app = await TestApp.start();
});

beforeEach(async () => {
  const aurora = await app.factory.organization();
  const admin = await app.factory.person();
  await app.factory.membership(admin, aurora, { role: 'OrganizationAdmin', appRole: 'AppAdmin', isPrimary: true });
  asAdmin = await app.steppedUp(admin);
  sasha = await app.factory.person({ managedById: aurora.id });
  await app.factory.membership(sasha, aurora, { isPrimary: true });
  asSasha = await app.steppedUp(sasha);
  ({ recoveryCodes } = await enrol(asSasha));
  // Setting up a factor may end or weaken what was confirmed before it.
  asSasha = await app.signedIn(sasha, { stepUpAt: new Date(), amr: ['pwd', 'otp', 'mfa'] });
});

afterAll(() => app.stop());

const logIn = (): Promise<Response> => app.anonymous.post(`${AUTH}/login`, { email: sasha.email, password: PASSWORD });

async function pendingSignIn(): Promise<string> {
  const { body } = await logIn();
  expect(body).toMatchObject({ status: 'mfa_required' });
  return body.mfaToken;
}

function finish(mfaToken: string, jar = new CookieJar(app.anonymous)): Promise<Response> {
  const proof = { mfaToken, method: 'recovery_code', code: recoveryCodes[0], trustDevice: true };
  return jar.post(`${AUTH}/login/mfa`, proof);
}

const trusted = (): Promise<number> => app.prisma.db.trustedDevice.count({ where: { userId: sasha.id } });

/** What ends all trusted devices, and what it records. */
const REVOCATIONS: [string, string, () => Promise<() => Promise<Response>>][] = [
  [
    'a password reset by link',
    'password.changed',
    async () => {
      const { token } = await app.nest.get(OneTimeTokensService).issue({
        purpose: 'reset_password',
        lifetime: 60,
        userId: sasha.id,
        email: sasha.email,
        createdBy: sasha.id,
      });
      return () => app.anonymous.post(`${AUTH}/password/reset`, { token, newPassword: NEW });
    },
  ],
  [
    'a reset of the factors',
    'factors.reset',
    () => Promise.resolve(() => asAdmin.delete(`/api/v1/org/users/${sasha.id}/mfa`)),
  ],
];

describe.each(REVOCATIONS)('A device that is trusted beside %s', (_, action, prepared) => {
  it('is revoked when it was trusted just before', async () => {
    const [mfaToken, revoke] = [await pendingSignIn(), await prepared()];
    const { first, other, isOvertaken } = await inTheMiddle(
      app,
      recording(app, 'trusted_device.added'),
      () => finish(mfaToken),
      revoke,
    );
    expect([first.status, other.status < 300, isOvertaken]).toEqual([200, true, false]);
    expect(await trusted()).toBe(0);
    expectUnauthenticated(await app.anonymous.withToken(first.body.token).get(`${AUTH}/me`));
  });

  it('is not trusted when the revocation came first', async () => {
    const [mfaToken, revoke] = [await pendingSignIn(), await prepared()];
    const { first, other } = await inTheMiddle(app, recording(app, action), revoke, () => finish(mfaToken));
    expect(first.status).toBeLessThan(300);
    expectRefusal(other, 400, 'invalid_token');
    expect(await trusted()).toBe(0);
  });
});

describe('A sign-in with a trusted device', () => {
  it('shows the second factor when the device is revoked after the password was accepted', async () => {
    const jar = new CookieJar(app.anonymous);
    await jar.post(`${AUTH}/login`, { email: sasha.email, password: PASSWORD });
    const { status } = await finish(
      (await jar.post(`${AUTH}/login`, { email: sasha.email, password: PASSWORD })).body.mfaToken,
      jar,
    );
    expect([status, await trusted()]).toEqual([200, 1]);
    const { id } = await app.prisma.db.trustedDevice.findFirstOrThrow({ where: { userId: sasha.id } });
    const { first, other } = await inTheMiddle(
      app,
      recording(app, 'trusted_device.revoked'),
      () => asSasha.delete(`/api/v1/me/trusted-devices/${id}`),
      () => jar.post(`${AUTH}/login`, { email: sasha.email, password: PASSWORD }),
    );
    expect([first.status, other.body.status]).toEqual([204, 'mfa_required']);
  });
});

describe('What is made for an account at the moment it is deleted', () => {
  const DEEDS: [string, () => Promise<Response>][] = [
    ['a secret of an authenticator app', () => asSasha.post(`${AUTH}/totp/setup`)],
    ['recovery codes', () => asSasha.post(`${AUTH}/recovery-codes`)],
    ['options to register a passkey', () => asSasha.post(`${AUTH}/passkeys/registration-options`)],
    [
      'options to step up with a passkey',
      () => asSasha.post(`${AUTH}/passkeys/authentication-options`, { purpose: 'step_up' }),
    ],
    ['a sign-in that waits for the second factor', logIn],
  ];

  it.each(DEEDS)('%s is refused, and leaves no row', async (_, deed) => {
    const { first, other } = await inTheMiddle(
      app,
      recording(app, 'user.deleted'),
      () => asAdmin.delete(`/api/v1/org/users/${sasha.id}`),
      deed,
    );
    expect([first.status, other.status]).toEqual([204, 401]);
    await expectNothingLeft();
  });

  async function expectNothingLeft(): Promise<void> {
    const where = { userId: sasha.id };
    const { db } = app.prisma;
    const left = await Promise.all([
      db.totp.count({ where }),
      db.recoveryCode.count({ where }),
      db.oneTimeToken.count({ where }),
      db.session.count({ where }),
    ]);
    expect(left).toEqual([0, 0, 0, 0]);
  }
});
