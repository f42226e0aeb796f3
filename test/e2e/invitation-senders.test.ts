import type { Response } from 'supertest';
import { TestApp } from '../support/app/app.js';
import type { Client } from '../support/clients/client.js';
import type { Organization, Person } from '../support/data/factory.js';
import { expectRefusal } from '../support/expectations/refusals.js';

const ADMIN = { role: 'OrganizationAdmin', appRole: 'AppAdmin' } as const;
const SUBJECT = 'Invitation to Aurora Labs';

interface Member {
  readonly person: Person;
  readonly id: string;
  readonly client: Client;
}

interface Invited {
  readonly id: string;
  readonly token: string;
  readonly client: Client;
}

let app: TestApp;
let aurora: Organization;
let keeper: Member;
let sender: Member;

beforeAll(async () => {
  app = await TestApp.start();
});

beforeEach(async () => {
  aurora = await app.factory.organization({ name: 'Aurora Labs' });
  keeper = await member();
  sender = await member();
});

afterAll(() => app.stop());

async function member(account: { managedById?: string } = {}): Promise<Member> {
  const person = await app.factory.person(account);
  const { id } = await app.factory.membership(person, aurora, { isPrimary: true, ...ADMIN });
  return { person, id, client: (await app.steppedUp(person)).inOrganization(aurora.slug) };
}

const org = (rest: string): string => `/api/v1/orgs/${aurora.slug}/${rest}`;
const memberPath = ({ id }: Member): string => org(`members/${id}`);

/** Invites a person, who is signed in. */
async function invited(by: Client, fields: object = {}): Promise<Invited> {
  const person = await app.factory.person();
  const { status, body } = await by.post(org('invitations'), { email: person.email, ...fields });
  expect(status).toBe(201);
  const { token } = await app.mails.waitFor({ to: person.email, subject: SUBJECT });
  return { id: body.id, token, client: await app.signedIn(person) };
}

const accept = ({ client, token }: Invited): Promise<Response> => client.post('/api/v1/invitations/accept', { token });

async function expectEnded(invitation: Invited): Promise<void> {
  const stored = await app.prisma.db.invitation.findUniqueOrThrow({ where: { id: invitation.id } });
  expect(stored).toMatchObject({ revokedAt: expect.any(Date), roleId: null });
  expectRefusal(await accept(invitation), 400, 'invalid_token');
  const where = { targetId: invitation.id, action: 'invitation.revoked', organizationId: aurora.id };
  expect(await app.prisma.db.auditEvent.count({ where })).toBe(1);
}

async function expectOpen(invitation: Invited): Promise<void> {
  expect((await accept(invitation)).status).toBe(200);
}

async function done(answer: Promise<Response>): Promise<void> {
  const { status, text } = await answer;
  expect([status < 300, text]).toEqual([true, text]);
}

const ENDINGS: [string, () => Promise<Response>][] = [
  ['is removed', () => keeper.client.delete(memberPath(sender))],
  ['is deactivated', () => keeper.client.patch(memberPath(sender), { state: 'Inactive' })],
  ['is deactivated in the app', () => keeper.client.post(`/api/v1/app/user/${sender.id}/deactivate`)],
  ['becomes a Manager', () => keeper.client.patch(memberPath(sender), { role: 'Manager' })],
  ['leaves', () => sender.client.post(org('leave'))],
  ['deletes the account', () => sender.client.delete('/api/me')],
  ['is deleted as a user', () => keeper.client.delete(`/api/v1/org/users/${sender.person.id}`)],
];

describe('An invitation, also one that gives no rights, ends when its sender', () => {
  it.each(ENDINGS)('%s', async (_, end) => {
    const mine = await invited(sender.client);
    const kept = await invited(keeper.client);
    await done(end());
    await expectEnded(mine);
    await expectOpen(kept);
  });

  it.each(ENDINGS)('sent it with an API key and %s', async (_, end) => {
    const key = await app.factory.apiKey({ membershipId: sender.id });
    const mine = await invited(app.anonymous.withToken(key), { role: 'OrganizationAdmin' });
    await done(end());
    await expectEnded(mine);
  });

  it('has a managed account that is deleted', async () => {
    const managed = await member({ managedById: aurora.id });
    const mine = await invited(managed.client);
    await done(keeper.client.delete(`/api/v1/org/users/${managed.person.id}`));
    await expectEnded(mine);
  });

  it('hands the organization over', async () => {
    const mine = await invited(sender.client);
    await done(sender.client.post(org('ownership-offer'), { memberId: keeper.id }));
    await done(keeper.client.post(org('ownership-offer/accept')));
    await expectEnded(mine);
  });
});

it('An invitation as AppAdmin ends when its sender is no AppAdmin any more, and one as AppMember stays', async () => {
  const [admin, plain] = [await invited(sender.client, { appRole: 'AppAdmin' }), await invited(sender.client)];
  await done(keeper.client.patch(memberPath(sender), { appRole: 'AppMember' }));
  await expectEnded(admin);
  await expectOpen(plain);
});

it('An invitation that another administrator sent again stays when its first sender is removed', async () => {
  const { id, client } = await invited(sender.client);
  await done(keeper.client.post(org(`invitations/${id}/resend`)));
  await done(keeper.client.delete(memberPath(sender)));
  const { email } = await app.prisma.db.invitation.findUniqueOrThrow({ where: { id } });
  const { token } = await app.mails.waitFor({ to: email, subject: SUBJECT });
  await expectOpen({ id, client, token });
});

it('An invitation does not come back with its sender', async () => {
  const mine = await invited(sender.client);
  await done(keeper.client.patch(memberPath(sender), { state: 'Inactive' }));
  await done(keeper.client.patch(memberPath(sender), { state: 'Active' }));
  await expectEnded(mine);
});

it('Every open invitation of a sender ends, however many there are', async () => {
  const roleId = await app.factory.roleId('Teacher');
  const { organizationId, senderMembershipId, expiresAt, createdBy } = await app.prisma.db.invitation.findUniqueOrThrow(
    { where: { id: (await invited(sender.client)).id } },
  );
  await app.prisma.db.$executeRaw`
    INSERT INTO "Invitation"
      (id, "organizationId", email, "roleId", "roleName", "appRole", "tokenId", "senderMembershipId", "createdBy", "expiresAt")
    SELECT gen_random_uuid(), ${organizationId}::uuid, n || '@many.example', ${roleId}::uuid, 'Teacher', 'AppMember',
      gen_random_uuid(), ${senderMembershipId}::uuid, ${createdBy}, ${expiresAt}
    FROM generate_series(1, 1003) n`;
  await done(keeper.client.delete(memberPath(sender)));
  const where = { organizationId, revokedAt: null };
  expect(await app.prisma.db.invitation.count({ where })).toBe(0);
  const events = { organizationId, action: 'invitation.revoked' };
  expect(await app.prisma.db.auditEvent.count({ where: events })).toBe(1004);
});

describe('An invitation of a service account', () => {
  let bot: { id: string };
  let mine: Invited;

  beforeEach(async () => {
    bot = await app.factory.serviceAccount(aurora, { roleId: await app.factory.roleId('OrganizationAdmin') });
    mine = await invited(app.anonymous.withToken(await app.factory.apiKey({ serviceAccountId: bot.id })));
  });

  it.each<[string, (path: string) => Promise<Response>]>([
    ['is deleted', (path) => keeper.client.delete(path)],
    ['is no administrator any more', (path) => keeper.client.patch(path, { role: 'Coach' })],
  ])('ends when the service account %s', async (_, end) => {
    await done(end(`/api/v1/org/service-accounts/${bot.id}`));
    await expectEnded(mine);
  });

  it('stays when the service account gets another description', async () => {
    await done(keeper.client.patch(`/api/v1/org/service-accounts/${bot.id}`, { description: 'Invites people' }));
    await expectOpen(mine);
  });

  it('is not accepted after the service account was deleted, by any way', async () => {
    await app.prisma.db.serviceAccount.delete({ where: { id: bot.id } });
    expectRefusal(await accept(mine), 400, 'invalid_token');
  });
});

it.each<[string, () => Promise<unknown>]>([
  ['is gone', () => app.prisma.db.membership.delete({ where: { id: sender.id } })],
  ['is inactive', () => app.prisma.db.membership.update({ where: { id: sender.id }, data: { state: 'Inactive' } })],
  ['is suspended', () => app.prisma.db.user.update({ where: { id: sender.person.id }, data: { status: 'suspended' } })],
])('An invitation is not accepted after its sender %s, by whatever way', async (_, end) => {
  const mine = await invited(sender.client);
  await end();
  expectRefusal(await accept(mine), 400, 'invalid_token');
});
