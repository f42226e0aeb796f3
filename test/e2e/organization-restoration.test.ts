import type { Response } from 'supertest';
import { TestApp } from '../support/app/app.js';
import { ROOT_KEY } from '../support/app/running-app.js';
import type { Client } from '../support/clients/client.js';
import { type Organization, PASSWORD, type Person } from '../support/data/factory.js';
import {
  expectInvalid,
  expectRefusal,
  expectSameProblem,
  expectUnauthenticated,
} from '../support/expectations/refusals.js';
import { race } from '../support/races/races.js';

const REGISTER = '/api/v1/invitations/register';
const FIELD = '/administratorEmail';
const NO_EMAIL = [FIELD, 'is_email', 'Must be an e-mail address.'] as const;
const NOT_TAKEN = [FIELD, 'unknown_key', 'This key is not one the route takes.'] as const;

let app: TestApp;
let asRoot: Client;
let count = 0;

beforeAll(async () => {
  app = await TestApp.start();
  asRoot = app.anonymous.withToken(ROOT_KEY);
});

afterAll(() => app.stop());

const newAddress = (): string => `next-administrator-${String(++count)}@example.com`;

const path = ({ slug }: { slug: string }, more = '/restore'): string => `/api/v1/orgs/${slug}${more}`;

const restore = (organization: Organization, body?: object, client = asRoot): Promise<Response> =>
  client.post(path(organization), body);

async function administered(): Promise<{ organization: Organization; admin: Person; asAdmin: Client }> {
  const organization = await app.factory.organization();
  const admin = await app.factory.person();
  await app.factory.membership(admin, organization, { role: 'OrganizationAdmin', appRole: 'AppAdmin' });
  return { organization, admin, asAdmin: await app.steppedUp(admin) };
}

/** An organization whose last member left. */
async function deserted(): Promise<Organization> {
  const { organization, asAdmin } = await administered();
  expect((await asAdmin.post(path(organization, '/leave'))).status).toBe(204);
  expect(await statusOf(organization)).toBe('archived');
  return organization;
}

async function statusOf({ id }: Organization): Promise<string> {
  return (await app.prisma.db.organization.findUniqueOrThrow({ where: { id } })).status;
}

const invitationsOf = ({ id: organizationId }: Organization) =>
  app.prisma.db.invitation.findMany({ where: { organizationId }, orderBy: { id: 'asc' } });

async function tokenTo(email: string): Promise<string> {
  return (await app.mails.waitFor({ to: email, subject: /^Invitation to / })).token;
}

/** Expects that the refused restoration left everything as it was. */
async function expectStillArchived(organization: Organization): Promise<void> {
  expect(await statusOf(organization)).toBe('archived');
  expect(await invitationsOf(organization)).toEqual([]);
}

describe('An organization whose last member left', () => {
  it('is restored by root, and the invited person becomes its administrator and owner', async () => {
    const organization = await deserted();
    const administratorEmail = newAddress();
    const { status, body } = await restore(organization, {
      administratorEmail: ` ${administratorEmail.toUpperCase()} `,
    });
    expect({ status, body }).toMatchObject({
      status: 200,
      body: { id: organization.id, status: 'active', role: null },
    });
    const token = await tokenTo(administratorEmail);
    const { body: session } = await app.anonymous.post(REGISTER, { token, password: PASSWORD, displayName: 'Next' });
    const asNext = app.anonymous.withToken(session.token);
    expect((await asNext.get('/api/v1/orgs/my')).body.items).toMatchObject([
      { id: organization.id, role: 'OrganizationAdmin', appRole: 'AppAdmin', state: 'Active' },
    ]);
    const heir = await app.factory.person();
    const { id } = await app.factory.membership(heir, organization);
    const proof = await asNext.post('/api/v1/auth/step-up', { method: 'password', password: PASSWORD });
    const asOwner = app.anonymous.withToken(proof.body.token);
    const offered = await asOwner.post(path(organization, '/ownership-offer'), { memberId: id });
    expect(offered.status).toBe(201);
  });

  it('is taken over by a person with an account', async () => {
    const organization = await deserted();
    const person = await app.factory.person();
    expect((await restore(organization, { administratorEmail: person.email })).status).toBe(200);
    const token = await tokenTo(person.email);
    const { status, body } = await (await app.signedIn(person)).post('/api/v1/invitations/accept', { token });
    expect({ status, body }).toMatchObject({ status: 200, body: { role: 'OrganizationAdmin', appRole: 'AppAdmin' } });
  });

  it('is audited as restored by root, with an invitation that no member sent', async () => {
    const organization = await deserted();
    await restore(organization, { administratorEmail: newAddress() });
    expect(await invitationsOf(organization)).toMatchObject([{ createdBy: 'root', senderMembershipId: null }]);
    const events = await app.prisma.db.auditEvent.findMany({
      where: { organizationId: organization.id, actorKind: 'root' },
      orderBy: { id: 'asc' },
    });
    expect(events.map(({ action }) => action)).toEqual(['organization.restored', 'invitation.created']);
  });

  it('invites once, however many restore it at once', async () => {
    const organization = await deserted();
    const administratorEmail = newAddress();
    const answers = await race(() => restore(organization, { administratorEmail }));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    expect(await invitationsOf(organization)).toHaveLength(1);
  });

  it('can be offered to another address when the first one does not accept', async () => {
    const organization = await deserted();
    await restore(organization, { administratorEmail: newAddress() });
    const administratorEmail = newAddress();
    expect((await restore(organization, { administratorEmail })).status).toBe(200);
    expect(await tokenTo(administratorEmail)).not.toBe('');
  });

  it('does not come to a person whose earlier invitation gives less: that one ends', async () => {
    const { organization, asAdmin } = await administered();
    const email = newAddress();
    expect((await asAdmin.post(path(organization, '/invitations'), { email })).status).toBe(201);
    const earlier = await tokenTo(email);
    await asAdmin.post(path(organization, '/leave'));
    expect((await restore(organization, { administratorEmail: email })).status).toBe(200);
    const token = await tokenTo(email);
    const registration = { password: PASSWORD, displayName: 'Next' };
    expectRefusal(await app.anonymous.post(REGISTER, { ...registration, token: earlier }), 400, 'invalid_token');
    expect((await app.anonymous.post(REGISTER, { ...registration, token })).status).toBe(200);
    const roles = await app.prisma.db.membership.findMany({
      where: { organizationId: organization.id },
      select: { appRole: true, role: { select: { name: true } } },
    });
    expect(roles).toEqual([{ appRole: 'AppAdmin', role: { name: 'OrganizationAdmin' } }]);
  });

  it('stays archived without an address, or with one that is none', async () => {
    const organization = await deserted();
    expectInvalid(await restore(organization), NO_EMAIL);
    expectInvalid(await restore(organization, {}), NO_EMAIL);
    for (const administratorEmail of ['', 'next', 'next@', null, 7, ['next@example.com']]) {
      expectInvalid(await restore(organization, { administratorEmail }), NO_EMAIL);
    }
    expectInvalid(await restore(organization, { administratorEmail: newAddress(), role: 'Teacher' }), [
      '/role',
      'unknown_key',
      'This key is not one the route takes.',
    ]);
    await expectStillArchived(organization);
  });

  it('stays archived once the address had all the mails of a day', async () => {
    const administratorEmail = newAddress();
    const organization = await deserted();
    for (let sent = 0; sent < 5; sent++) {
      expect((await restore(organization, { administratorEmail })).status).toBe(200);
      await app.prisma.db.invitation.deleteMany({ where: { organizationId: organization.id } });
    }
    await app.prisma.db.organization.update({ where: { id: organization.id }, data: { status: 'archived' } });
    expectRefusal(await restore(organization, { administratorEmail }), 429, 'too_many_requests');
    await expectStillArchived(organization);
  });

  it('is not restored by its former members, strangers, API keys or service accounts', async () => {
    const { organization, admin, asAdmin } = await administered();
    const bot = await app.factory.serviceAccount(organization, { appRole: 'AppAdmin' });
    const asBot = app.anonymous.withToken(await app.factory.apiKey({ serviceAccountId: bot.id }));
    const other = await administered();
    const { id: membershipId } = await app.prisma.db.membership.findFirstOrThrow({ where: { userId: other.admin.id } });
    const asKey = app.anonymous.withToken(await app.factory.apiKey({ membershipId }));
    await asAdmin.post(path(organization, '/leave'));
    const body = { administratorEmail: admin.email };
    const unknown = await other.asAdmin.post('/api/v1/orgs/nowhere/restore', body);
    expectRefusal(unknown, 404, 'organization_not_found');
    expectSameProblem(await restore(organization, body, asAdmin), unknown);
    expectSameProblem(await restore(organization, body, other.asAdmin), unknown);
    expectRefusal(await restore(organization, body, asKey), 403, 'session_required');
    // The keys of an archived organization do not count.
    expectUnauthenticated(await restore(organization, body, asBot));
    expectUnauthenticated(await restore(organization, body, app.anonymous));
    await expectStillArchived(organization);
  });

  it('does not answer to API keys of its service accounts, which former administrators may have', async () => {
    const { organization, asAdmin } = await administered();
    const roleId = await app.factory.roleId('OrganizationAdmin');
    const bot = await app.factory.serviceAccount(organization, { roleId });
    const asBot = app.anonymous.withToken(await app.factory.apiKey({ serviceAccountId: bot.id }));
    const other = await administered();
    const otherBot = await app.factory.serviceAccount(other.organization, { roleId });
    const asOtherBot = app.anonymous.withToken(await app.factory.apiKey({ serviceAccountId: otherBot.id }));
    expect((await asBot.get(path(organization, '/invitations'))).status).toBe(200);
    await asAdmin.post(path(organization, '/leave'));
    expect((await restore(organization, { administratorEmail: newAddress() })).status).toBe(200);
    const [invitation] = await invitationsOf(organization);
    expectUnauthenticated(await asBot.delete(path(organization, `/invitations/${invitation?.id ?? ''}`)));
    expect((await asOtherBot.get(path(other.organization, '/invitations'))).status).toBe(200);
    const where = { action: 'api_key.revoked', organizationId: organization.id };
    expect(await app.prisma.db.auditEvent.findMany({ where })).toMatchObject([{ actorKind: 'root' }]);
  });

  it('must exist', async () => {
    const body = { administratorEmail: newAddress() };
    expectRefusal(await asRoot.post('/api/v1/orgs/nowhere/restore', body), 404, 'organization_not_found');
  });
});

describe('An organization with an administrator', () => {
  it('is restored by root as by the administrator, without an address', async () => {
    const { organization, asAdmin } = await administered();
    for (const client of [asRoot, asAdmin]) {
      expect((await asAdmin.post(path(organization, '/archive'))).status).toBe(200);
      const { status, body } = await restore(organization, {}, client);
      expect({ status, body }).toMatchObject({ status: 200, body: { status: 'active' } });
    }
    expect(await invitationsOf(organization)).toEqual([]);
  });

  it('gets no second one by a restoration, for any caller', async () => {
    const { organization, asAdmin } = await administered();
    await asAdmin.post(path(organization, '/archive'));
    for (const client of [asRoot, asAdmin]) {
      expectInvalid(await restore(organization, { administratorEmail: newAddress() }, client), NOT_TAKEN);
    }
    await expectStillArchived(organization);
  });

  it('stays as it is when it was not archived', async () => {
    const { organization, asAdmin } = await administered();
    expect((await restore(organization)).body).toMatchObject({ status: 'active' });
    expectInvalid(await restore(organization, { administratorEmail: newAddress() }), NOT_TAKEN);
    expect((await asAdmin.get(path(organization, ''))).body).toMatchObject({ status: 'active' });
    expect(await invitationsOf(organization)).toEqual([]);
  });
});

it('An organization that root founded and left without members gets its first administrator the same way', async () => {
  const { body: organization } = await asRoot.post('/api/v1/orgs', { name: 'Founded by root' });
  const administratorEmail = newAddress();
  expectInvalid(await restore(organization), NO_EMAIL);
  expect((await restore(organization, { administratorEmail })).status).toBe(200);
  expect(await tokenTo(administratorEmail)).not.toBe('');
});
