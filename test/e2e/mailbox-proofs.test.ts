import type { Response } from 'supertest';
import { newId } from '../../src/core/ids/ids.js';
import { OneTimeTokensService } from '../../src/modules/one-time-tokens/one-time-tokens.service.js';
import { TrustedDevicesService } from '../../src/modules/sessions/devices/trusted-devices.service.js';
import type { TestApp } from '../support/app/app.js';
import type { Client } from '../support/clients/client.js';
import { CookieJar } from '../support/clients/cookie-jar.js';
import { type Organization, PASSWORD, type Person } from '../support/data/factory.js';
import { expectRefusal, expectUnauthenticated } from '../support/expectations/refusals.js';
import { Registrations } from '../support/mail/registrations.js';
import { inTheMiddle, recording } from '../support/races/moments.js';
import { ROUNDS } from '../support/races/races.js';
import { enrol } from '../support/second-factors/authenticator-app.js';

const OWN = 'the password of the owner';
const ATTACKERS = 'the password of the attacker';
const VERIFY = '/api/v1/auth/email/verify';
const MY_PASSWORD = '/api/v1/users/me/password';

let newcomers: Registrations;
let app: TestApp;

beforeAll(async () => {
  newcomers = await Registrations.start();
  ({ app } = newcomers);
});

afterAll(() => newcomers.stop());

const browser = (): CookieJar => new CookieJar(app.anonymous);

describe('A registration with another person’s address', () => {
  it('does not make the attacker’s password good when the owner opens its link', async () => {
    const email = newcomers.newAddress();
    const token = await newcomers.tokenFor(email, { password: ATTACKERS });
    const { status, body } = await browser().post(VERIFY, { token });
    expect({ status, body }).toMatchObject({ status: 200, body: { passwordChangeRequired: true } });
    expectRefusal(await newcomers.logIn(email, ATTACKERS), 401, 'invalid_credentials');
  });

  it('does not make it good when the owner registers as well, whichever link is opened', async () => {
    const email = newcomers.newAddress();
    const attackers = await newcomers.tokenFor(email, { password: ATTACKERS });
    const own = await newcomers.tokenFor(email, { password: OWN });
    expectRefusal(await newcomers.verify(attackers, OWN), 400, 'invalid_token');
    expect((await newcomers.verify(own, OWN)).body.passwordChangeRequired).toBe(false);
    expectRefusal(await newcomers.logIn(email, ATTACKERS), 401, 'invalid_credentials');
    expect((await newcomers.logIn(email, OWN)).status).toBe(200);
  });

  it('does not make it good when the attacker registers last', async () => {
    const email = newcomers.newAddress();
    const ownBrowser = browser();
    await ownBrowser.post('/api/v1/auth/register', { email, password: OWN });
    const own = (await newcomers.confirmationTo(email)).token;
    const token = await newcomers.tokenFor(email, { password: ATTACKERS });
    expectRefusal(await ownBrowser.post(VERIFY, { token: own, password: OWN }), 400, 'invalid_token');
    expect((await ownBrowser.post(VERIFY, { token, password: OWN })).body.passwordChangeRequired).toBe(true);
    expectRefusal(await newcomers.logIn(email, ATTACKERS), 401, 'invalid_credentials');
  });
});

it('A registration does not take over an account whose mailbox is proved while its link is opened', async () => {
  const person = await app.factory.person();
  await app.prisma.db.userEmail.updateMany({ where: { userId: person.id }, data: { verifiedAt: null } });
  const registered = await newcomers.tokenFor(person.email, { password: ATTACKERS });
  const { token } = await app.nest.get(OneTimeTokensService).issue({
    purpose: 'reset_password',
    lifetime: 600,
    userId: person.id,
    email: person.email,
    createdBy: person.id,
  });
  const { first, other } = await inTheMiddle(
    app,
    recording(app, 'password.changed'),
    () => newcomers.post('password/reset', { token, newPassword: OWN }),
    () => newcomers.verify(registered, ATTACKERS),
  );
  expect(first.status).toBe(204);
  expectRefusal(other, 400, 'invalid_token');
  expect((await newcomers.logIn(person.email, OWN)).status).toBe(200);
});

describe('A registration under the name of another person’s browser', () => {
  it('does not make its password good when that browser opens the link', async () => {
    const owners = browser();
    const { email: known } = await app.factory.person();
    await owners.post('/api/v1/auth/login', { email: known, password: PASSWORD });
    const attackers = browser();
    attackers.set('device', owners.get('device') ?? '');
    const email = newcomers.newAddress();
    await attackers.post('/api/v1/auth/register', { email, password: ATTACKERS });
    const { token } = await newcomers.confirmationTo(email);
    expect((await owners.post(VERIFY, { token })).body.passwordChangeRequired).toBe(true);
    expectRefusal(await newcomers.logIn(email, ATTACKERS), 401, 'invalid_credentials');
  });
});

describe('The password of a registration', () => {
  it('is kept for the browser that registered', async () => {
    const email = newcomers.newAddress();
    const own = browser();
    await own.post('/api/v1/auth/register', { email, password: OWN });
    const { token } = await newcomers.confirmationTo(email);
    expect((await own.post(VERIFY, { token })).body.passwordChangeRequired).toBe(false);
    expect((await newcomers.logIn(email, OWN)).status).toBe(200);
  });

  it('is kept for a call that knows it, and for none that gives another', async () => {
    for (const [password, isKept] of [
      [OWN, true],
      [ATTACKERS, false],
    ] as const) {
      const email = newcomers.newAddress();
      const token = await newcomers.tokenFor(email, { password: OWN });
      expect((await newcomers.verify(token, password)).body.passwordChangeRequired).toBe(!isKept);
      expect((await newcomers.logIn(email, OWN)).status).toBe(isKept ? 200 : 401);
    }
  });
});

describe('A session of an account without a password', () => {
  async function withoutPassword(): Promise<{ email: string; client: Client }> {
    const email = newcomers.newAddress();
    const { body } = await newcomers.verify(await newcomers.tokenFor(email, { password: OWN }), ATTACKERS);
    return { email, client: app.anonymous.withToken(body.token) };
  }

  it('sets one without a current one, once, and may do nothing else before', async () => {
    const { email, client } = await withoutPassword();
    expectRefusal(await client.get('/api/v1/orgs/my'), 403, 'password_change_required');
    const { status, body } = await client.patch(MY_PASSWORD, { newPassword: OWN });
    expect({ status, body }).toMatchObject({ status: 200, body: { passwordChangeRequired: false } });
    const renewed = app.anonymous.withToken(body.token);
    expect((await renewed.get('/api/v1/user')).status).toBe(200);
    expect((await renewed.patch(MY_PASSWORD, { newPassword: ATTACKERS })).status).toBe(400);
    expect((await newcomers.logIn(email, OWN)).status).toBe(200);
  });

  it('is the only one that may', async () => {
    for (const person of [await app.factory.person(), await app.factory.person({ passwordChangeRequired: true })]) {
      const client = await app.signedIn(person);
      expect((await client.patch(MY_PASSWORD, { newPassword: OWN })).body).toMatchObject({
        status: 400,
        errors: [{ pointer: '/currentPassword' }],
      });
    }
  });

  it('gives way to a link to a new password', async () => {
    const { email, client } = await withoutPassword();
    await newcomers.post('password/forgot', { email });
    const { token } = await newcomers.catcher.waitFor({ to: email, subject: 'Choose a new password' });
    expect((await newcomers.post('password/reset', { token, newPassword: OWN })).status).toBe(204);
    expectUnauthenticated(await client.patch(MY_PASSWORD, { newPassword: ATTACKERS }));
    expect((await newcomers.logIn(email, OWN)).status).toBe(200);
  });
});

/** An account that an organization created for another person's address, and all that an attacker can add to it. */
interface Squatted extends Person {
  readonly organization: Organization;
  readonly session: Client;
  readonly key: Client;
}

async function squatted(): Promise<Squatted> {
  const organization = await app.factory.organization();
  const person = await app.factory.person({ managedById: organization.id });
  const { id: membershipId } = await app.factory.membership(person, organization, { isPrimary: true });
  const session = await app.signedIn(person);
  await enrol(session);
  await app.factory.address(person, `attacker-of-${person.email}`);
  const { id: userId } = person;
  const device = { deviceId: newId(), remoteIp: '127.0.0.1', userAgent: 'test' };
  await app.nest.get(TrustedDevicesService).trust(userId, device);
  await app.prisma.db.passkey.create({
    data: { id: newId(), userId, credentialId: newId(), publicKey: new Uint8Array(1), name: 'Key' },
  });
  await app.prisma.db.userEmail.updateMany({ where: { userId, isPrimary: true }, data: { verifiedAt: null } });
  const key = app.anonymous.withToken(await app.factory.apiKey({ membershipId }));
  return { ...person, organization, session, key };
}

async function linkFor({ id: userId, email }: Person, purpose: 'verify_email' | 'reset_password'): Promise<string> {
  const link = { purpose, lifetime: 60, createdBy: 'root', userId, email };
  return (await app.nest.get(OneTimeTokensService).issueLink(link)).token;
}

async function administered(organization: Organization): Promise<{ admin: Person; asAdmin: Client }> {
  const admin = await app.factory.person();
  const role = { role: 'OrganizationAdmin', appRole: 'AppAdmin', isPrimary: true } as const;
  await app.factory.membership(admin, organization, role);
  return { admin, asAdmin: await app.steppedUp(admin) };
}

/** @returns the token that was mailed */
async function invitationTo(email: string, organization: Organization): Promise<string> {
  const { asAdmin } = await administered(organization);
  const { status } = await asAdmin.post(`/api/v1/orgs/${organization.slug}/invitations`, { email });
  expect(status).toBe(201);
  return (await newcomers.catcher.waitFor({ to: email, subject: /invit/i })).token;
}

function acceptAsNewcomer(token: string): Promise<Response> {
  return app.anonymous.post('/api/v1/invitations/register', { token, password: OWN });
}

/** What the owner of the mailbox does. */
const PROOFS: [string, (account: Squatted) => Promise<Response>, number][] = [
  [
    'a link to a first password',
    async (account) => {
      const token = await linkFor(account, 'reset_password');
      return newcomers.post('password/reset', { token, newPassword: OWN });
    },
    204,
  ],
  [
    'a link to verify the address',
    async (account) => app.anonymous.post(VERIFY, { token: await linkFor(account, 'verify_email') }),
    204,
  ],
  [
    'a registration',
    async ({ email }) => newcomers.verify(await newcomers.tokenFor(email, { password: OWN }), OWN),
    200,
  ],
  [
    'a registration of which the password is dropped',
    async ({ email }) => newcomers.verify(await newcomers.tokenFor(email, { password: ATTACKERS }), OWN),
    200,
  ],
  [
    'an invitation that is accepted as a new person',
    async ({ email }) => acceptAsNewcomer(await invitationTo(email, await app.factory.organization())),
    200,
  ],
];

describe.each(PROOFS)('The first proof of a mailbox by %s', (_, prove, expected) => {
  it('ends what was added without a proof', async () => {
    const account = await squatted();
    const { id: userId, email, session, key } = account;
    const { status, body } = await prove(account);
    expect({ status, body }).toMatchObject({ status: expected });
    expectUnauthenticated(await session.get('/api/v1/auth/me'));
    expectUnauthenticated(await key.get('/api/v1/me'));
    expectRefusal(await newcomers.logIn(email, PASSWORD), 401, 'invalid_credentials');
    const { db } = app.prisma;
    const [where, ownSession] = [{ userId }, (body as { sessionId?: string }).sessionId];
    expect({
      sessions: await db.session.count({ where: { userId, id: { not: ownSession ?? newId() } } }),
      trustedDevices: await db.trustedDevice.count({ where }),
      totp: await db.totp.count({ where }),
      recoveryCodes: await db.recoveryCode.count({ where }),
      passkeys: await db.passkey.count({ where }),
      apiKeys: await db.apiKey.count({ where: { membership: where } }),
      addresses: (await db.userEmail.findMany({ where })).map(({ address, verifiedAt }) => [
        address,
        verifiedAt !== null,
      ]),
    }).toEqual({
      sessions: 0,
      trustedDevices: 0,
      totp: 0,
      recoveryCodes: 0,
      passkeys: 0,
      apiKeys: 0,
      addresses: [[email, true]],
    });
    expect(await db.auditEvent.count({ where: { action: 'account.cleared', targetId: userId } })).toBe(1);
  });
});

describe('An address that an account has unproved', () => {
  it('is registered as a free one is, and the account is its owner’s from then on', async () => {
    const { id, email, organization } = await squatted();
    const token = await newcomers.tokenFor(email, { password: OWN, givenName: 'Robin', familyName: 'Ray' });
    const { body } = await newcomers.verify(token, OWN);
    expect(body).toMatchObject({ userId: id, passwordChangeRequired: false });
    const owner = app.anonymous.withToken((await newcomers.logIn(email, OWN)).body.token);
    expect((await owner.get('/api/v1/user')).body).toMatchObject({ id, email, displayName: 'Robin Ray' });
    expect((await owner.get('/api/v1/orgs/my')).body.items).toMatchObject([{ id: organization.id }]);
    expect(await newcomers.peopleWith(email)).toBe(1);
    expect(await app.prisma.db.auditEvent.count({ where: { action: 'account.taken_over', targetId: id } })).toBe(1);
  });

  it('is invited as a free one is, and joins', async () => {
    const { id, email } = await squatted();
    const organization = await app.factory.organization();
    const token = await invitationTo(email, organization);
    const preview = await app.anonymous.post('/api/v1/invitations/preview', { token });
    expect(preview.body).toMatchObject({ email, hasAccount: false });
    expect((await acceptAsNewcomer(token)).body.userId).toBe(id);
    const where = { userId: id, organizationId: organization.id };
    expect(await app.prisma.db.membership.count({ where })).toBe(1);
    expect(await app.prisma.db.invitation.count({ where: { email, acceptedById: id } })).toBe(1);
  });

  it('lets its owner sign in by an invitation of the organization that created the account in between', async () => {
    const organization = await app.factory.organization();
    const email = newcomers.newAddress();
    const token = await invitationTo(email, organization);
    const person = await app.factory.person({ email, managedById: organization.id });
    await app.factory.membership(person, organization, { isPrimary: true });
    await app.prisma.db.userEmail.updateMany({ where: { userId: person.id }, data: { verifiedAt: null } });
    expect((await acceptAsNewcomer(token)).body.userId).toBe(person.id);
    expect((await newcomers.logIn(email, OWN)).status).toBe(200);
  });

  it('is taken once an account has proved it', async () => {
    const { email } = await app.factory.person();
    const token = await invitationTo(email, await app.factory.organization());
    expect((await app.anonymous.post('/api/v1/invitations/preview', { token })).body.hasAccount).toBe(true);
    expectRefusal(await acceptAsNewcomer(token), 409, 'email_taken');
  });

  it('is its owner’s also when an organization creates the account at the same moment', async () => {
    const { asAdmin } = await administered(await app.factory.organization());
    for (let round = 0; round < ROUNDS; round++) {
      const email = newcomers.newAddress();
      const token = await newcomers.tokenFor(email, { password: OWN });
      const [own, created] = await Promise.all([
        newcomers.verify(token, OWN),
        asAdmin.post('/api/v1/org/users', { email, displayName: 'Squatter' }),
      ]);
      expect(own.status).toBe(200);
      expect([201, 409]).toContain(created.status);
      expect(await newcomers.peopleWith(email)).toBe(1);
      expect((await newcomers.logIn(email, OWN)).body.userId).toBe(own.body.userId);
    }
  });
});

describe('A later proof', () => {
  it('of a further address ends nothing', async () => {
    const person = await app.factory.person();
    const client = await app.signedIn(person);
    const further = `further-${person.email}`;
    await app.factory.address(person, further, { verifiedAt: null });
    const token = await linkFor({ ...person, email: further }, 'verify_email');
    expect((await app.anonymous.post(VERIFY, { token })).status).toBe(204);
    expect((await client.get('/api/v1/auth/me')).status).toBe(200);
    expect((await newcomers.logIn(person.email, PASSWORD)).status).toBe(200);
  });
});
