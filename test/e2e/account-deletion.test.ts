import { newId } from '../../src/core/ids/ids.js';
import type { TestApp } from '../support/app/app.js';
import type { Client } from '../support/clients/client.js';
import { type Organization, PASSWORD, type Person } from '../support/data/factory.js';
import { expectRefusal, expectUnauthenticated } from '../support/expectations/refusals.js';
import { Addresses } from '../support/mail/addresses.js';
import { enrol } from '../support/second-factors/authenticator-app.js';

const ADMIN = { role: 'OrganizationAdmin', appRole: 'AppAdmin' } as const;
const DAY = 24 * 3_600_000;

let addresses: Addresses;
let app: TestApp;
let organization: Organization;
/** Stays in the organization and administers it. */
let admin: Person;
let asAdmin: Client;
let person: Person & { client: Client };
let membershipId: string;
let client: Client;

beforeAll(async () => {
  addresses = await Addresses.start();
  ({ app } = addresses);
});

beforeEach(async () => {
  organization = await app.factory.organization();
  admin = await app.factory.person();
  await app.factory.membership(admin, organization, { ...ADMIN, isPrimary: true });
  asAdmin = await app.signedIn(admin);
  person = await addresses.somebody({ phoneNumber: '+97221234567' });
  ({ id: membershipId } = await app.factory.membership(person, organization, { isPrimary: true }));
  ({ client } = person);
});

afterAll(() => addresses.stop());

const logIn = (email: string): ReturnType<Client['post']> =>
  app.anonymous.post('/api/v1/auth/login', { email, password: PASSWORD });

async function statusOf({ id }: Organization): Promise<string> {
  return (await app.prisma.db.organization.findUniqueOrThrow({ where: { id } })).status;
}

describe('Deleting one’s account', () => {
  it('answers 202 without a body, and takes the session from the browser', async () => {
    const { status, text, headers } = await client.byCookie.delete('/api/me');
    expect({ status, text }).toEqual({ status: 202, text: '' });
    expect(headers['set-cookie']).toEqual([
      'session=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; SameSite=Lax',
    ]);
    expect(headers['clear-site-data']).toBe('"cache", "cookies", "storage"');
  });

  it('ends all sessions and API keys at once', async () => {
    const elsewhere = await app.signedIn(person);
    const asKey = app.anonymous.withToken(await app.factory.apiKey({ membershipId }));
    const callers = [client, client.byCookie, elsewhere, asKey];
    for (const caller of callers) {
      expect((await caller.get('/api/v1/user')).status).toBe(200);
    }
    await client.delete('/api/me');
    for (const caller of callers) {
      for (const path of ['/api/v1/user', '/api/v1/me', '/api/v1/orgs/my', '/api/v1/auth/me']) {
        expectUnauthenticated(await caller.get(path));
      }
      expectUnauthenticated(await caller.patch('/api/v1/user', { displayName: 'Still here' }));
    }
  });

  it('leaves only the account’s row, and refuses sign-in', async () => {
    await enrol(client);
    await app.confirmWithFactor(person);
    await app.factory.address(person, addresses.newAddress());
    await addresses.added(client);
    await logIn(person.email);
    await app.factory.apiKey({ membershipId });
    const { db } = app.prisma;
    await db.user.update({ where: { id: person.id }, data: { managedById: organization.id } });
    await client.delete('/api/me');
    const where = { userId: person.id };
    const left = await Promise.all([
      db.userEmail.count({ where }),
      db.session.count({ where }),
      db.knownDevice.count({ where }),
      db.signInNotice.count({ where }),
      db.trustedDevice.count({ where }),
      db.totp.count({ where }),
      db.recoveryCode.count({ where }),
      db.passkey.count({ where }),
      db.oneTimeToken.count({ where }),
      db.membership.count({ where }),
      db.apiKey.count({ where: { membershipId } }),
    ]);
    expect(left).toEqual(Array<number>(11).fill(0));
    expect(await db.user.findUniqueOrThrow({ where: { id: person.id } })).toMatchObject({
      passwordHash: null,
      managedById: null,
      deletedAt: expect.any(Date),
      purgedAt: null,
      updatedBy: person.id,
    });
  });

  it('removes the user from teams and projects, which stay for the others', async () => {
    const { db } = app.prisma;
    const by = { createdBy: person.id, updatedBy: person.id };
    const organizationId = organization.id;
    const roleId = await app.factory.roleId('Teacher');
    const team = { id: newId(), organizationId, name: 'Platform', defaultRoleId: roleId, ...by };
    await db.team.create({ data: { ...team, members: { create: { membershipId, roleId, createdBy: person.id } } } });
    const project = { id: newId(), organizationId, ownerId: membershipId, name: 'Insights', ...by };
    const member = { create: { membershipId, role: 'Owner', createdBy: person.id } } as const;
    await db.project.create({ data: { ...project, members: member } });
    await client.delete('/api/me');
    expect(await db.team.findUnique({ where: { id: team.id }, include: { members: true } })).toMatchObject({
      name: 'Platform',
      members: [],
    });
    expect(await db.project.findUnique({ where: { id: project.id }, include: { members: true } })).toMatchObject({
      name: 'Insights',
      ownerId: null,
      members: [],
    });
  });

  it('removes the user from every list, and answers as for an unknown user', async () => {
    const asAdminHere = asAdmin.inOrganization(organization.slug);
    await client.delete('/api/me');
    const { body } = await asAdminHere.get('/api/v1/app/user');
    expect(body).toMatchObject({ data: [{ email: admin.email }], total_count: 1 });
    expectRefusal(await asAdminHere.get(`/api/v1/app/user/${membershipId}`), 404, 'user_not_found');
    const steppedUp = (await app.steppedUp(admin)).inOrganization(organization.slug);
    const ofHim = `/api/v1/org/users/${person.id}`;
    expectRefusal(await steppedUp.post(`${ofHim}/password/reset`), 404, 'user_not_found');
    expectRefusal(await steppedUp.delete(`${ofHim}/mfa`), 404, 'user_not_found');
  });

  it('refuses sign-in, pending sign-ins and recovery', async () => {
    const { phone } = await enrol(client);
    await app.confirmWithFactor(person);
    const pending = (await logIn(person.email)).body;
    expect(pending.status).toBe('mfa_required');
    await app.anonymous.post('/api/v1/auth/password/forgot', { email: person.email });
    const { token } = await addresses.resetLink(person.email);
    const { token: verification } = await addresses.added(client);
    await client.delete('/api/me');
    expectRefusal(await logIn(person.email), 401, 'invalid_credentials');
    const second = { mfaToken: pending.mfaToken, method: 'totp', code: await phone.code() };
    expectRefusal(await app.anonymous.post('/api/v1/auth/login/mfa', second), 400, 'invalid_token');
    const reset = { token, newPassword: 'another password of mine' };
    expectRefusal(await app.anonymous.post('/api/v1/auth/password/reset', reset), 400, 'invalid_token');
    expectRefusal(await addresses.verify(verification), 400, 'invalid_token');
    await addresses.unread(person.email);
    expect((await app.anonymous.post('/api/v1/auth/password/forgot', { email: person.email })).status).toBe(202);
    await addresses.allDone('password_forgotten');
    expect(await addresses.unread(person.email)).not.toContain('Choose a new password');
  });

  it('frees all addresses, for a newcomer and for another account', async () => {
    const second = addresses.newAddress();
    await app.factory.address(person, second);
    await client.delete('/api/me');
    await app.anonymous.post('/api/v1/auth/register', { email: person.email, password: PASSWORD });
    const proof = { token: await addresses.tokenTo(person.email), password: PASSWORD };
    const { status, body } = await app.anonymous.post('/api/v1/auth/email/verify', proof);
    expect({ status, isAnother: body.userId !== person.id }).toEqual({ status: 200, isAnother: true });
    expect((await logIn(person.email)).body.userId).toBe(body.userId);
    const other = await addresses.somebody();
    await addresses.verified(other.client, second);
  });

  it('is written down, and due to be made final in thirty days', async () => {
    await client.delete('/api/me');
    expect(
      await app.prisma.db.auditEvent.findFirst({ where: { action: 'user.deleted', targetId: person.id } }),
    ).toEqual(expect.objectContaining({ actorKind: 'user', actorId: person.id, targetKind: 'user', changes: {} }));
    const [job] = await app.prisma.db.job.findMany({
      where: { kind: 'account_purge' },
      orderBy: { id: 'desc' },
      take: 1,
    });
    const { deletedAt } = await app.prisma.db.user.findUniqueOrThrow({ where: { id: person.id } });
    expect(Math.abs(Number(job?.runAt) - Number(deletedAt) - 30 * DAY)).toBeLessThan(60_000);
  });
});

describe('The organization of a deleted user', () => {
  it('is archived without its only member, in any role', async () => {
    const alone = await addresses.somebody();
    const [first, second] = [await app.factory.organization(), await app.factory.organization()];
    await app.factory.membership(alone, first, { ...ADMIN, isPrimary: true });
    await app.factory.membership(alone, second, { state: 'Inactive' });
    expect((await alone.client.delete('/api/me')).status).toBe(202);
    expect([await statusOf(first), await statusOf(second)]).toEqual(['archived', 'archived']);
  });

  it('goes on when others stay', async () => {
    await client.delete('/api/me');
    expect(await statusOf(organization)).toBe('active');
    const where = { organizationId: organization.id };
    expect(await app.prisma.db.memberCount.findMany({ where })).toMatchObject([{ state: 'Active', total: 1 }]);
  });

  it.each([
    ['OrganizationAdmin', { appRole: 'AppAdmin' }, 'last_organization_admin'],
    ['AppAdmin', { role: 'OrganizationAdmin' }, 'last_app_admin'],
    ['OrganizationAdmin but for one who is inactive', { ...ADMIN, state: 'Inactive' }, 'last_organization_admin'],
  ] as const)('refuses to lose its only %s while others stay, and nothing is changed', async (_, fields, code) => {
    const other = await app.factory.organization();
    await app.factory.membership(admin, other);
    await app.factory.membership(await app.factory.person(), organization, fields);
    const before = await everythingOf(admin);
    expectRefusal(await asAdmin.delete('/api/me'), 409, code);
    expect(await everythingOf(admin)).toEqual(before);
    expect([await statusOf(organization), await statusOf(other)]).toEqual(['active', 'active']);
    expect((await logIn(admin.email)).status).toBe(200);
  });

  it('refuses while one of several loses its only administrator, and permits it after an appointment', async () => {
    const other = await app.factory.organization();
    await app.factory.membership(admin, other, ADMIN);
    await app.factory.membership(await app.factory.person(), organization, ADMIN);
    const { id } = await app.factory.membership(await app.factory.person(), other, { appRole: 'AppAdmin' });
    expectRefusal(await asAdmin.delete('/api/me'), 409, 'last_organization_admin');
    const roleId = await app.factory.roleId('OrganizationAdmin');
    await app.prisma.db.membership.update({ where: { id }, data: { roleId } });
    expect((await asAdmin.delete('/api/me')).status).toBe(202);
  });

  it('permits it when another administrator stays', async () => {
    await app.factory.membership(await app.factory.person(), organization, { role: 'OrganizationAdmin' });
    await app.factory.membership(await app.factory.person(), organization, { appRole: 'AppAdmin' });
    expect((await asAdmin.delete('/api/me')).status).toBe(202);
    expect(await statusOf(organization)).toBe('active');
  });

  async function everythingOf({ id }: Person): Promise<unknown> {
    const include = { emails: true, sessions: true, memberships: true, oneTimeTokens: true } as const;
    const { sessions, ...user } = await app.prisma.db.user.findUniqueOrThrow({ where: { id }, include });
    const jobs = await app.prisma.db.job.count({ where: { kind: 'account_purge' } });
    return { ...user, jobs, sessions: sessions.map((session) => session.tokenId) };
  }
});
