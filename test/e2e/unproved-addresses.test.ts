import { OneTimeTokensService } from '../../src/modules/one-time-tokens/one-time-tokens.service.js';
import type { TestApp } from '../support/app/app.js';
import type { Client } from '../support/clients/client.js';
import type { Organization, Person } from '../support/data/factory.js';
import { expectRefusal } from '../support/expectations/refusals.js';
import { Addresses } from '../support/mail/addresses.js';
import { mailsAreSent } from '../support/mail/mails-are-sent.js';
import { before, inTheMiddle } from '../support/races/moments.js';
import { race } from '../support/races/races.js';

const OWN = 'the password of the owner';
const ADMINISTRATOR = { role: 'OrganizationAdmin', appRole: 'AppAdmin', isPrimary: true } as const;

let addresses: Addresses;
let app: TestApp;
let managers: Organization;
let manager: Person;
let asManager: Client;
let owner: Person & { client: Client };

beforeAll(async () => {
  addresses = await Addresses.start();
  ({ app } = addresses);
});

beforeEach(async () => {
  managers = await app.factory.organization({ name: 'Managers' });
  manager = await app.factory.person();
  await app.factory.membership(manager, managers, ADMINISTRATOR);
  asManager = await app.steppedUp(manager);
  owner = await addresses.somebody();
});

afterAll(() => addresses.stop());

/** An account that the organization creates for the address. @returns its id */
async function createdFor(email: string): Promise<string> {
  const { status, body } = await asManager.post('/api/v1/org/users', { email, displayName: 'Stranger' });
  expect(status).toBe(201);
  return body.id;
}

const isDeleted = async (id: string): Promise<boolean> =>
  (await app.prisma.db.user.findUniqueOrThrow({ where: { id } })).deletedAt !== null;

const ownersOf = (address: string): Promise<{ userId: string; isPrimary: boolean; verifiedAt: Date | null }[]> =>
  app.prisma.db.userEmail.findMany({ where: { address }, select: { userId: true, isPrimary: true, verifiedAt: true } });

/** Signs in to the account with a temporary password that its manager set. */
async function enter(id: string, email: string): Promise<void> {
  const { body } = await asManager.post(`/api/v1/org/users/${id}/password/reset`);
  await app.anonymous.logIn(email, body.password);
}

describe('An address that an organization gave to an account, and that was never proved', () => {
  it.each([
    ['a further address', (email: string) => addresses.add(owner.client, email)],
    ['the new primary address', (email: string) => owner.client.patch('/api/v1/me', { email })],
  ])('is proved by its owner as %s of another account', async (_, add) => {
    const email = addresses.newAddress();
    const id = await createdFor(email);
    expect((await add(email)).status).toBeLessThan(300);
    expect((await addresses.verifyByMail(email)).status).toBe(204);
    expect((await addresses.listed(owner.client)).verified).toContain(email);
    expect(await isDeleted(id)).toBe(true);
    expect(await ownersOf(email)).toMatchObject([{ userId: owner.id }]);
  });

  it('is recorded for the organization, whose administrators are notified', async () => {
    const email = addresses.newAddress();
    const id = await createdFor(email);
    await addresses.verified(owner.client, email);
    const mail = await app.mails.waitFor({ to: manager.email, subject: 'An account of Managers was deleted' });
    expect(mail.text).toContain(email);
    const actions = await app.prisma.db.auditEvent.findMany({
      where: { targetId: id, actorId: owner.id },
      select: { action: true, organizationId: true },
      orderBy: { id: 'asc' },
    });
    expect(actions).toEqual([
      { action: 'account.displaced', organizationId: managers.id },
      { action: 'user.deleted', organizationId: null },
    ]);
    expect((await asManager.get(`/api/v1/org/users/${id}`)).status).toBe(404);
  });

  it('lets its owner join the organization by an invitation', async () => {
    const email = addresses.newAddress();
    await createdFor(email);
    await addresses.verified(owner.client, email);
    const invitation = { email, role: 'Teacher' };
    expect((await asManager.post(`/api/v1/orgs/${managers.slug}/invitations`, invitation)).status).toBe(201);
    const { token } = await app.mails.waitFor({ to: email, subject: /invit/i });
    expect((await owner.client.post('/api/v1/invitations/accept', { token })).status).toBe(200);
  });

  it('stays with an account that was signed in to, which its owner takes over by registering', async () => {
    const email = addresses.newAddress();
    const id = await createdFor(email);
    await enter(id, email);
    await addresses.add(owner.client, email);
    await addresses.takenNotice(email);
    expect(await isDeleted(id)).toBe(false);
    await app.anonymous.post('/api/v1/auth/register', { email, password: OWN });
    const token = await addresses.tokenTo(email);
    const registered = await app.anonymous.post('/api/v1/auth/email/verify', { token, password: OWN });
    expect(registered.body).toMatchObject({ userId: id, passwordChangeRequired: false });
  });

  it('stays with an account that was signed in to after the link was sent', async () => {
    const email = addresses.newAddress();
    const id = await createdFor(email);
    const { token } = await addresses.added(owner.client, email);
    await enter(id, email);
    expectRefusal(await addresses.verify(token), 400, 'invalid_token');
    expect(await isDeleted(id)).toBe(false);
    expect((await addresses.listed(owner.client)).unverified).toEqual([email]);
  });

  it('stays with an account that is signed in to while the link is opened', async () => {
    const email = addresses.newAddress();
    const id = await createdFor(email);
    const { token } = await addresses.added(owner.client, email);
    const { first, other } = await inTheMiddle(
      app,
      before<'lockAllOf', [string], unknown>(app.nest.get(OneTimeTokensService), 'lockAllOf'),
      () => addresses.verify(token),
      async () => {
        const { body } = await asManager.post(`/api/v1/org/users/${id}/password/reset`);
        return app.anonymous.post('/api/v1/auth/login', { email, password: body.password ?? OWN });
      },
    );
    // With one connection, the sign-in waits until the account is deleted.
    const isEntered = other.status === 200;
    expect([first.status, await isDeleted(id)]).toEqual(isEntered ? [400, false] : [204, true]);
  });

  it('stays with the only administrator of an organization that has other members', async () => {
    const email = addresses.newAddress();
    const id = await createdFor(email);
    const own = await app.factory.organization();
    await app.factory.membership({ id, email }, own, { ...ADMINISTRATOR, isPrimary: false });
    await app.factory.membership(owner, own);
    await app.prisma.db.user.update({ where: { id }, data: { managedById: null } });
    const { token } = await addresses.added(owner.client, email);
    expectRefusal(await addresses.verify(token), 400, 'invalid_token');
    expect(await isDeleted(id)).toBe(false);
  });

  it('goes to exactly one of two accounts that prove it at the same moment', async () => {
    const email = addresses.newAddress();
    await createdFor(email);
    const second = await addresses.somebody();
    const tokens = [
      (await addresses.added(owner.client, email)).token,
      (await addresses.added(second.client, email)).token,
    ];
    const answers = await race((number) => addresses.verify(tokens[number % 2] ?? ''));
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
    expect(await ownersOf(email)).toHaveLength(2);
    expect((await ownersOf(email)).filter(({ verifiedAt }) => verifiedAt !== null)).toHaveLength(1);
  });
});

describe('An unproved primary address of an account that has proved another one', () => {
  it('moves to the account that proves it, and the other account keeps all it has', async () => {
    const account = await addresses.somebody({ managedById: managers.id });
    await app.factory.membership(account, managers, { isPrimary: true });
    const proved = await addresses.verified(account.client);
    const email = addresses.newAddress();
    expect((await asManager.patch(`/api/v1/org/users/${account.id}`, { email })).status).toBe(200);
    await addresses.tokenTo(email);
    await addresses.verified(owner.client, email);
    expect(await addresses.primaryOf(account.client)).toBe(proved);
    expect(await addresses.listed(account.client)).toEqual({ verified: [proved], unverified: [] });
    await app.mails.waitFor({ to: proved, subject: 'An address was removed from your account' });
    await mailsAreSent(app);
    expect(app.mails.pending({ to: email }).map(({ text }) => text)).not.toContainEqual(
      expect.stringContaining(proved),
    );
  });
});

describe('Another organization', () => {
  it('cannot create an account for an unproved address, and lets its owner in by an invitation', async () => {
    const email = addresses.newAddress();
    const id = await createdFor(email);
    const other = await app.factory.organization({ name: 'Other' });
    const admin = await app.factory.person();
    await app.factory.membership(admin, other, ADMINISTRATOR);
    const client = await app.steppedUp(admin);
    expectRefusal(await client.post('/api/v1/org/users', { email, displayName: 'Noa' }), 409, 'email_taken');
    expect((await client.post(`/api/v1/orgs/${other.slug}/invitations`, { email })).status).toBe(201);
    const { token } = await app.mails.waitFor({ to: email, subject: 'Invitation to Other' });
    const { body } = await app.anonymous.post('/api/v1/invitations/register', { token, password: OWN });
    expect(body.userId).toBe(id);
    const memberships = await app.prisma.db.membership.findMany({ where: { userId: id, organizationId: other.id } });
    expect(memberships).toHaveLength(1);
  });
});
