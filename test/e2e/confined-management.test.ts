import type { Response } from 'supertest';
import { Passwords } from '../../src/core/crypto/passwords.js';
import { toPrefixedId } from '../../src/core/ids/prefixed-id.js';
import { TestApp } from '../support/app/app.js';
import type { Client } from '../support/clients/client.js';
import { next, type Organization, type Person } from '../support/data/factory.js';
import { expectConfinedManagement } from '../support/expectations/management.js';
import { expectRefusal, expectUnauthenticated } from '../support/expectations/refusals.js';
import { mailsAreSent } from '../support/mail/mails-are-sent.js';
import { before, beforeTransaction, inTheMiddle, recording } from '../support/races/moments.js';
import { barrier, ROUNDS } from '../support/races/races.js';
import { Authenticator } from '../support/second-factors/authenticator.js';
import { registerPasskey, signInByPasskey } from '../support/second-factors/passkeys.js';

const OWN = 'the password of the owner';
const ADMINISTRATOR = { role: 'OrganizationAdmin', appRole: 'AppAdmin', isPrimary: true } as const;

let app: TestApp;
/** The one that creates accounts for the addresses of strangers. */
let squatters: Organization;
let squatter: Person;
let asSquatter: Client;
let other: Organization;
let asOther: Client;

beforeAll(async () => {
  app = await TestApp.start();
});

beforeEach(async () => {
  squatters = await app.factory.organization({ name: 'Squatters' });
  squatter = await app.factory.person();
  await app.factory.membership(squatter, squatters, ADMINISTRATOR);
  asSquatter = await app.steppedUp(squatter);
  other = await app.factory.organization({ name: 'Other' });
  const admin = await app.factory.person();
  await app.factory.membership(admin, other, ADMINISTRATOR);
  asOther = await app.steppedUp(admin);
});

afterEach(() => expectConfinedManagement(app));

afterAll(() => app.stop());

/** An account of the squatters, of which the owner has proved the mailbox. */
async function managed(): Promise<Person & { client: Client }> {
  const email = `stranger-${next()}@example.com`;
  const { status, body } = await asSquatter.post('/api/v1/org/users', { email, displayName: 'Stranger' });
  expect(status).toBe(201);
  const { token } = await app.mails.waitFor({ to: email, subject: 'Your account at Squatters' });
  const set = await app.anonymous.post('/api/v1/auth/password/reset', { token, newPassword: OWN });
  expect(set.status).toBe(204);
  return { id: body.id, email, client: await app.anonymous.logIn(email, OWN) };
}

async function invitationTo(email: string): Promise<string> {
  const role = { role: 'OrganizationAdmin', appRole: 'AppAdmin' };
  const { status } = await asOther.post(`/api/v1/orgs/${other.slug}/invitations`, { email, ...role });
  expect(status).toBe(201);
  return (await app.mails.waitFor({ to: email, subject: /invit/i })).token;
}

const accept = (client: Client, token: string): Promise<Response> =>
  client.post('/api/v1/invitations/accept', { token });

function link({ id, email }: Person): Promise<Response> {
  return asOther.inOrganization(other.slug).post('/api/v1/app/user', {
    account_id: toPrefixedId('acct', id),
    role: 'AppMember',
    user_info: { name: 'Stranger', email },
  });
}

async function remove({ id: userId }: Person): Promise<Response> {
  const { id } = await app.prisma.db.membership.findFirstOrThrow({ where: { userId, organizationId: squatters.id } });
  return asSquatter.delete(`/api/v1/orgs/${squatters.slug}/members/${id}`);
}

/** Signs in to the account as its manager can, and adds what would open it for ever. */
async function plant({ id, email }: Person) {
  const { body } = await asSquatter.post(`/api/v1/org/users/${id}/password/reset`);
  const password = 'the password of the intruder';
  const intruder = await app.anonymous.logIn(email, body.password);
  const changes = { currentPassword: body.password, newPassword: password };
  expect((await intruder.patch('/api/v1/users/me/password', changes)).status).toBe(200);
  const client = await app.anonymous.logIn(email, password);
  const address = `intruder-${next()}@example.com`;
  await client.post('/api/v1/me/emails', { email: address });
  const { token } = await app.mails.waitFor({ to: address, subject: /confirm/i });
  expect((await app.anonymous.post('/api/v1/auth/email/verify', { token })).status).toBe(204);
  expect((await client.post(`/api/v1/me/emails/${address}/primary`)).status).toBeLessThan(300);
  const passkey = new Authenticator(app.config.publicUrl);
  expect((await registerPasskey(client, passkey)).status).toBe(201);
  return { password, client, address, passkey };
}

/** How an account becomes a member of another organization. */
const JOINS: [string, (account: Person & { client: Client }) => Promise<Response>][] = [
  ['accepts an invitation', async ({ email, client }) => accept(client, await invitationTo(email))],
  ['creates an organization', ({ client }) => client.post('/api/v1/orgs', { name: 'Own' })],
  ['is linked by its id', (account) => link(account)],
];

/** What a managing organization may do, and what it is answered about a member that it does not manage. */
const DEEDS: [string, (id: string) => Promise<Response>][] = [
  ['reset the password', (id) => asSquatter.post(`/api/v1/org/users/${id}/password/reset`)],
  ['reset the second factors', (id) => asSquatter.delete(`/api/v1/org/users/${id}/mfa`)],
  ['change the address', (id) => asSquatter.patch(`/api/v1/org/users/${id}`, { email: `new-${next()}@example.com` })],
  ['change the name', (id) => asSquatter.patch(`/api/v1/org/users/${id}`, { displayName: 'Taken over' })],
  ['delete it', (id) => asSquatter.delete(`/api/v1/org/users/${id}`)],
];

const withoutOccurrence = ({ status, body }: Response): object => ({ status, code: body.code, detail: body.detail });

describe.each(JOINS)('A managed account that %s', (_, join) => {
  it('is released: its former manager can do to it what it can do to any member', async () => {
    const account = await managed();
    const { status } = await join(account);
    expect(status).toBeLessThan(300);
    const { managedById } = await app.prisma.db.user.findUniqueOrThrow({ where: { id: account.id } });
    expect(managedById).toBeNull();
    const unmanaged = await app.factory.person();
    await app.factory.membership(unmanaged, squatters);
    for (const [, act] of DEEDS) {
      const [released, usual] = [await act(account.id), await act(unmanaged.id)];
      expect(withoutOccurrence(released)).toEqual(withoutOccurrence(usual));
    }
    expect(await app.prisma.db.user.count({ where: { id: account.id, deletedAt: null } })).toBe(1);
    expect((await app.anonymous.logIn(account.email, OWN)).token).not.toBe('');
  });

  it('is recorded as released, and the former manager’s administrators and the owner are notified', async () => {
    const account = await managed();
    const second = await app.factory.person();
    await app.factory.membership(second, squatters, ADMINISTRATOR);
    const teacher = await app.factory.person();
    await app.factory.membership(teacher, squatters);
    await join(account);
    const events = await app.prisma.db.auditEvent.findMany({ where: { action: 'account.released' } });
    expect(events.filter(({ targetId }) => targetId === account.id)).toMatchObject([
      { organizationId: squatters.id, targetKind: 'user' },
    ]);
    await app.mails.waitFor({ to: account.email, subject: 'Squatters no longer manages your account' });
    for (const { email } of [squatter, second]) {
      const mail = await app.mails.waitFor({ to: email, subject: 'Squatters no longer manages an account' });
      expect(mail.text).toContain(account.email);
    }
    await mailsAreSent(app);
    expect(app.mails.pending({ to: teacher.email })).toEqual([]);
  });
});

describe('An organization that creates an account for a stranger’s address', () => {
  it.each([
    ['', {}],
    [' with an organization', { organizationName: 'Own' }],
  ])('loses it when the owner registers%s', async (_, more) => {
    const email = `stranger-${next()}@example.com`;
    const { body } = await asSquatter.post('/api/v1/org/users', { email, displayName: 'Stranger' });
    const password = OWN;
    await app.anonymous.post('/api/v1/auth/register', { email, password, ...more });
    const { token } = await app.mails.waitFor({ to: email, subject: 'Confirm your e-mail address' });
    const verified = await app.anonymous.post('/api/v1/auth/email/verify', { token, password });
    expect(verified.body.userId).toBe(body.id);
    expectRefusal(await asSquatter.post(`/api/v1/org/users/${body.id}/password/reset`), 403, 'account_not_managed');
  });

  it.each([
    ['', false],
    [', also after a reset of the password', true],
  ])('loses it when the owner accepts an invitation as a new person%s', async (_, isReset) => {
    const email = `stranger-${next()}@example.com`;
    const { body } = await asSquatter.post('/api/v1/org/users', { email, displayName: 'Stranger' });
    if (isReset) {
      expect((await asSquatter.post(`/api/v1/org/users/${body.id}/password/reset`)).status).toBe(200);
    }
    const registered = await app.anonymous.post('/api/v1/invitations/register', {
      token: await invitationTo(email),
      password: OWN,
    });
    expect(registered.body.userId).toBe(body.id);
    expectRefusal(await asSquatter.delete(`/api/v1/org/users/${body.id}/mfa`), 403, 'account_not_managed');
  });

  it('does not lose it while the owner is a member of this organization only', async () => {
    const account = await managed();
    expect((await asSquatter.post(`/api/v1/org/users/${account.id}/password/reset`)).status).toBe(200);
  });
});

describe('An administrator of another organization, whose account was managed, is not taken over', () => {
  it('by a reset of the password that was let through before the account was released', async () => {
    const account = await managed();
    const token = await invitationTo(account.email);
    const { first } = await inTheMiddle(
      app,
      before<'hash', [string], string>(app.nest.get(Passwords), 'hash'),
      () => asSquatter.post(`/api/v1/org/users/${account.id}/password/reset`),
      () => accept(account.client, token),
    );
    expectRefusal(first, 403, 'account_not_managed');
    expect((await app.anonymous.logIn(account.email, OWN)).token).not.toBe('');
  });

  it.each(DEEDS.slice(1))('by an attempt to %s that was let through before', async (_, act) => {
    const account = await managed();
    const token = await invitationTo(account.email);
    beforeTransaction(app, () => accept(account.client, token));
    const { status } = await act(account.id);
    expect([204, 403]).toContain(status);
    expect((await app.anonymous.logIn(account.email, OWN)).token).not.toBe('');
    expect(await app.prisma.db.user.count({ where: { id: account.id, displayName: 'Stranger' } })).toBe(1);
  });

  it('by a reset that is made while the account is released', async () => {
    const account = await managed();
    const token = await invitationTo(account.email);
    const { first, other: reset } = await inTheMiddle(
      app,
      recording(app, 'account.released'),
      () => accept(account.client, token),
      () => asSquatter.post(`/api/v1/org/users/${account.id}/password/reset`),
    );
    expect(first.status).toBe(200);
    // The embedded database makes the reset wait from its beginning on.
    expectRefusal(reset, 403, 'account_not_managed');
  });

  it('by another address that is given to it while the account is released', async () => {
    const account = await managed();
    const token = await invitationTo(account.email);
    const email = `new-${next()}@example.com`;
    const { first, other: change } = await inTheMiddle(
      app,
      recording(app, 'account.released'),
      () => accept(account.client, token),
      () => asSquatter.patch(`/api/v1/org/users/${account.id}`, { email }),
    );
    expect(first.status).toBe(200);
    expectRefusal(change, 403, 'account_not_managed');
    expect(await app.prisma.db.userEmail.count({ where: { address: email } })).toBe(0);
  });

  it.each<[string, (account: Person & { client: Client }, token: string) => Promise<Response>]>([
    ['accepts an invitation', ({ client }, token) => accept(client, token)],
    ['creates an organization', ({ client }) => client.post('/api/v1/orgs', { name: 'Own' })],
  ])('by a reset right before the owner %s, which ends the session', async (_, join) => {
    const account = await managed();
    const token = await invitationTo(account.email);
    beforeTransaction(app, () => asSquatter.post(`/api/v1/org/users/${account.id}/password/reset`));
    expectUnauthenticated(await join(account, token));
    expect(await app.prisma.db.membership.count({ where: { userId: account.id } })).toBe(1);
  });

  it('by a temporary password from before another organization linked the account', async () => {
    const account = await managed();
    const reset = await asSquatter.post(`/api/v1/org/users/${account.id}/password/reset`);
    const asIntruder = await app.anonymous.logIn(account.email, reset.body.password);
    expect((await link(account)).status).toBe(201);
    expectUnauthenticated(await asIntruder.patch('/api/v1/users/me/password', { newPassword: OWN }));
    const { password } = reset.body;
    const again = await app.anonymous.post('/api/v1/auth/login', { email: account.email, password });
    expectRefusal(again, 401, 'invalid_credentials');
  });

  it('by resets at the same moment: each comes before the release, and ends the session that would join, or is refused', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const account = await managed();
      const token = await invitationTo(account.email);
      const arrive = barrier(2);
      const [joined, reset] = await Promise.all([
        arrive().then(() => accept(account.client, token)),
        arrive().then(() => asSquatter.post(`/api/v1/org/users/${account.id}/password/reset`)),
      ]);
      if (reset.status === 200) {
        expectUnauthenticated(joined);
      } else {
        expectRefusal(reset, 403, 'account_not_managed');
        expect((await app.anonymous.logIn(account.email, OWN)).token).not.toBe('');
      }
      await expectConfinedManagement(app);
    }
  });

  it.each<[string, (account: Person) => Promise<Response>]>([
    ['another organization links it', (account) => link(account)],
    ['its former manager removes it', (account) => remove(account)],
  ])('by what was added to it while it was managed, once %s', async (_, release) => {
    const account = await managed();
    const planted = await plant(account);
    expect((await signInByPasskey(app.anonymous, planted.passkey)).status).toBe(200);
    expect((await release(account)).status).toBeLessThan(300);
    expectRefusal(await signInByPasskey(app.anonymous, planted.passkey), 401, 'invalid_code');
    expectUnauthenticated(await planted.client.get('/api/v1/auth/me'));
    for (const email of [account.email, planted.address]) {
      const login = await app.anonymous.post('/api/v1/auth/login', { email, password: planted.password });
      expectRefusal(login, 401, 'invalid_credentials');
    }
    expect(
      await app.prisma.db.userEmail.findMany({ where: { userId: account.id }, select: { address: true } }),
    ).toEqual([{ address: account.email }]);
    await app.anonymous.post('/api/v1/auth/password/forgot', { email: account.email });
    const { token } = await app.mails.waitFor({ to: account.email, subject: 'Choose a new password' });
    expect((await app.anonymous.post('/api/v1/auth/password/reset', { token, newPassword: OWN })).status).toBe(204);
    expect((await app.anonymous.logIn(account.email, OWN)).token).not.toBe('');
  });

  it('but keeps what its owner had before the former manager could sign in', async () => {
    const account = await managed();
    const passkey = new Authenticator(app.config.publicUrl);
    expect((await registerPasskey(account.client, passkey)).status).toBe(201);
    expect((await asSquatter.post(`/api/v1/org/users/${account.id}/password/reset`)).status).toBe(200);
    expect((await link(account)).status).toBe(201);
    expect((await signInByPasskey(app.anonymous, passkey)).status).toBe(200);
  });
});

describe('An owner whose manager could sign in with a temporary password', () => {
  /** The owner proves the mailbox by a link to a new password. */
  async function recover(email: string): Promise<void> {
    await app.anonymous.post('/api/v1/auth/password/forgot', { email });
    const { token } = await app.mails.waitFor({ to: email, subject: 'Choose a new password' });
    expect((await app.anonymous.post('/api/v1/auth/password/reset', { token, newPassword: OWN })).status).toBe(204);
  }

  /** The manager signs in, and makes the password permanent. */
  async function intrude({ id, email }: Person): Promise<Client> {
    const { password } = (await asSquatter.post(`/api/v1/org/users/${id}/password/reset`)).body;
    const intruder = await app.anonymous.logIn(email, password);
    const changes = { currentPassword: password, newPassword: 'the password of the intruder' };
    const { body } = await intruder.patch('/api/v1/users/me/password', changes);
    return app.anonymous.withToken(body.token);
  }

  it('accepts an invitation of another organization after a recovery by mail, and stays signed in', async () => {
    const account = await managed();
    await intrude(account);
    await recover(account.email);
    const client = await app.anonymous.logIn(account.email, OWN);
    expect((await accept(client, await invitationTo(account.email))).status).toBe(200);
    expect((await client.get('/api/v1/auth/me')).status).toBe(200);
  });

  it('removes by the recovery what the manager added', async () => {
    const account = await managed();
    const planted = await plant(account);
    await recover(account.email);
    expectRefusal(await signInByPasskey(app.anonymous, planted.passkey), 401, 'invalid_code');
    expectUnauthenticated(await planted.client.get('/api/v1/auth/me'));
    const emails = await app.prisma.db.userEmail.findMany({ where: { userId: account.id } });
    expect(emails).toMatchObject([{ address: account.email, isPrimary: true }]);
    const events = await app.prisma.db.auditEvent.findMany({
      where: { action: 'account.cleared', targetId: account.id },
      orderBy: { id: 'asc' },
    });
    expect(events.at(-1)).toMatchObject({ actorId: account.id });
  });

  it.each<[string, (account: Person) => Promise<Response>]>([
    ['another organization links the account', (account) => link(account)],
    ['the former manager removes the account', (account) => remove(account)],
  ])('keeps what they set after the recovery when %s', async (_, release) => {
    const account = await managed();
    await intrude(account);
    await recover(account.email);
    const client = await app.anonymous.logIn(account.email, OWN);
    const passkey = new Authenticator(app.config.publicUrl);
    expect((await registerPasskey(client, passkey)).status).toBe(201);
    expect((await release(account)).status).toBeLessThan(300);
    expect((await signInByPasskey(app.anonymous, passkey)).status).toBe(200);
    expect((await client.get('/api/v1/auth/me')).status).toBe(200);
    const { text } = await app.mails.waitFor({
      to: account.email,
      subject: 'Squatters no longer manages your account',
    });
    expect(text).not.toContain('temporary password');
  });

  it.each<[string, (client: Client, email: string) => Promise<Response>]>([
    ['accept an invitation', async (client, email) => accept(client, await invitationTo(email))],
    ['create an organization', (client) => client.post('/api/v1/orgs', { name: 'Own' })],
  ])('must recover the account first to %s: the session may be the manager’s', async (_, join) => {
    const account = await managed();
    const intruder = await intrude(account);
    expectRefusal(await join(intruder, account.email), 403, 'recovery_required');
    expect((await intruder.get('/api/v1/auth/me')).status).toBe(200);
    const { managedById } = await app.prisma.db.user.findUniqueOrThrow({ where: { id: account.id } });
    expect(managedById).toBe(squatters.id);
  });

  it('is not replaced by a recovery through a mailbox that the manager added and proved', async () => {
    const account = await managed();
    const { address, passkey } = await plant(account);
    await recover(address);
    expect((await signInByPasskey(app.anonymous, passkey)).status).toBe(200);
    expect((await link(account)).status).toBe(201);
    expectRefusal(await signInByPasskey(app.anonymous, passkey), 401, 'invalid_code');
    const emails = await app.prisma.db.userEmail.findMany({ where: { userId: account.id } });
    expect(emails).toMatchObject([{ address: account.email, isPrimary: true }]);
  });

  it('recovers by a new mailbox when the account has no older one', async () => {
    const account = await managed();
    const client = await intrude(account);
    const address = `owner-${next()}@example.com`;
    await client.post('/api/v1/me/emails', { email: address });
    const { token } = await app.mails.waitFor({ to: address, subject: /confirm/i });
    await app.anonymous.post('/api/v1/auth/email/verify', { token });
    await client.post(`/api/v1/me/emails/${address}/primary`);
    expect((await client.delete(`/api/v1/me/emails/${account.email}`)).status).toBe(204);
    await recover(address);
    const again = await app.anonymous.logIn(address, OWN);
    expect((await accept(again, await invitationTo(address))).status).toBe(200);
  });

  it('is rid of an API key that the manager created, and reads in the notice what ended', async () => {
    const account = await managed();
    const membership = await app.prisma.db.membership.findFirstOrThrow({ where: { userId: account.id } });
    const old = await app.factory.apiKey({ membershipId: membership.id });
    const intruder = await intrude(account);
    const stepUp = { method: 'password', password: 'the password of the intruder' };
    const { token } = (await intruder.post('/api/v1/auth/step-up', stepUp)).body;
    const asIntruder = app.anonymous.withToken(token).inOrganization(squatters.slug);
    const { body } = await asIntruder.post('/api/v1/api-keys', { name: 'Way back', scopes: ['users:read'] });
    const asKey = app.anonymous.withToken(body.key);
    expect((await asKey.get('/api/v1/auth/me')).status).toBe(200);
    expect((await link(account)).status).toBe(201);
    expectUnauthenticated(await asKey.get('/api/v1/auth/me'));
    expect((await app.anonymous.withToken(old).get('/api/v1/auth/me')).status).toBe(200);
    expect(await app.prisma.db.auditEvent.count({ where: { action: 'api_key.revoked', targetId: body.id } })).toBe(1);
    const { text } = await app.mails.waitFor({
      to: account.email,
      subject: 'Squatters no longer manages your account',
    });
    expect(text).toContain('temporary password');
  });
});
