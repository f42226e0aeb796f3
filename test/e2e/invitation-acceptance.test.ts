import type { Response } from 'supertest';
import { newId } from '../../src/core/ids/ids.js';
import type { TestApp } from '../support/app/app.js';
import type { Client } from '../support/clients/client.js';
import { PASSWORD, type Person } from '../support/data/factory.js';
import { makeWorld, type World } from '../support/data/world.js';
import {
  expectInvalid,
  expectRefusal,
  expectSameProblem,
  expectUnauthenticated,
} from '../support/expectations/refusals.js';
import type { MailCatcher } from '../support/mail/mail-catcher.js';
import { expectOneWinner, race, ROUNDS } from '../support/races/races.js';

const INVITATIONS = '/api/v1/orgs/auroralabs/invitations';
const ACCEPT = '/api/v1/invitations/accept';
const REGISTER = '/api/v1/invitations/register';
const PREVIEW = '/api/v1/invitations/preview';
const SUBJECT = 'Invitation to Aurora Labs';

let catcher: MailCatcher;
let world: World;
let app: TestApp;
let asSasha: Client;
let count = 0;

beforeAll(async () => {
  world = await makeWorld();
  catcher = world.app.mails;
  ({ app, asSasha } = world);
  // Otherwise she is answered in German.
  await app.prisma.db.user.update({ where: { id: world.sasha.id }, data: { locale: null } });
});

afterAll(() => app.stop());

const newAddress = (): string => `invited-${String(++count)}@example.com`;

async function invited(email = newAddress(), fields: object = {}): Promise<Response['body']> {
  const { status, body } = await asSasha.post(INVITATIONS, { email, ...fields });
  expect({ status, email: body.email }).toEqual({ status: 201, email });
  return { ...body, token: await tokenTo(email) };
}

async function tokenTo(email: string): Promise<string> {
  return (await catcher.waitFor({ to: email, subject: SUBJECT })).token;
}

/** A person who is invited, signed in, with the token that was mailed to him. */
async function guest(fields: object = {}): Promise<{ person: Person; client: Client; id: string; token: string }> {
  const person = await app.factory.person();
  const { id, token } = await invited(person.email, fields);
  return { person, client: await app.signedIn(person), id, token };
}

async function stateOf(id: string): Promise<string> {
  const { items } = (await asSasha.get(INVITATIONS)).body;
  return items.find((item: { id: string }) => item.id === id).state;
}

const membershipsOf = ({ id: userId }: Person) =>
  app.prisma.db.membership.findMany({ where: { userId }, include: { role: true } });

const expire = (id: string) => app.prisma.db.invitation.update({ where: { id }, data: { expiresAt: new Date() } });

describe('Accepting an invitation', () => {
  it('creates the membership with the invited roles, and returns its organization', async () => {
    const { person, client, id, token } = await guest({ role: 'Coach', appRole: 'AppAdmin' });
    const { status, body } = await client.post(ACCEPT, { token });
    expect({ status, body }).toMatchObject({
      status: 200,
      body: { slug: 'auroralabs', role: 'Coach', appRole: 'AppAdmin', state: 'Active', isPrimary: true },
    });
    expect((await client.get('/api/v1/orgs/my')).body.items).toEqual([body]);
    expect(await membershipsOf(person)).toMatchObject([
      { appRole: 'AppAdmin', role: { name: 'Coach' }, createdBy: person.id },
    ]);
    expect(await stateOf(id)).toBe('accepted');
    const { items } = (await asSasha.get(INVITATIONS)).body;
    expect(items.find((item: { id: string }) => item.id === id).acceptedAt).toEqual(expect.any(String));
  });

  it('does not change an existing primary organization', async () => {
    const { person, client, token } = await guest();
    await app.factory.membership(person, world.praxia, { isPrimary: true });
    expect((await client.post(ACCEPT, { token })).body).toMatchObject({ slug: 'auroralabs', isPrimary: false });
  });

  it('works for a further verified address', async () => {
    const person = await app.factory.person();
    const email = newAddress();
    await app.factory.address(person, email);
    const { token } = await invited(email);
    expect((await (await app.signedIn(person)).post(ACCEPT, { token })).status).toBe(200);
  });

  it('is refused to every other user like an unknown token', async () => {
    const { token, id } = await guest();
    const somebody = await app.factory.person();
    const unverified = newAddress();
    await app.factory.address(somebody, unverified, { verifiedAt: null });
    const { token: tokenOfHis } = await invited(unverified);
    const asSomebody = await app.signedIn(somebody);
    const none = await asSomebody.post(ACCEPT, { token: 'x'.repeat(43) });
    expectRefusal(none, 400, 'invalid_token');
    for (const foreign of [token, tokenOfHis]) {
      const refused = await asSomebody.post(ACCEPT, { token: foreign });
      expectRefusal(refused, 400, 'invalid_token');
      expectSameProblem(refused, none);
    }
    expect(await stateOf(id)).toBe('pending');
  });

  it.each<[string, (id: string) => Promise<unknown>]>([
    ['has expired', expire],
    ['was revoked', (id) => asSasha.delete(`${INVITATIONS}/${id}`)],
    ['was sent again since', (id) => asSasha.post(`${INVITATIONS}/${id}/resend`)],
  ])('refuses a link that %s', async (_, happen) => {
    const { person, client, id, token } = await guest();
    await happen(id);
    expectRefusal(await client.post(ACCEPT, { token }), 400, 'invalid_token');
    expectRefusal(await app.anonymous.post(PREVIEW, { token }), 400, 'invalid_token');
    expect(await membershipsOf(person)).toEqual([]);
  });

  it('refuses one to an organization that was archived', async () => {
    const { organization, client: asAdmin } = await alone();
    const guestOfHis = await app.factory.person();
    const path = `/api/v1/orgs/${organization.slug}`;
    await asAdmin.post(`${path}/invitations`, { email: guestOfHis.email });
    const { token } = await catcher.waitFor({ to: guestOfHis.email });
    expect((await asAdmin.post(`${path}/leave`)).status).toBe(204);
    expectRefusal(await (await app.signedIn(guestOfHis)).post(ACCEPT, { token }), 400, 'invalid_token');
    expectRefusal(await app.anonymous.post(REGISTER, { token, password: PASSWORD }), 400, 'invalid_token');
  });

  it('works once', async () => {
    const { person, client, token } = await guest();
    expect((await client.post(ACCEPT, { token })).status).toBe(200);
    expectRefusal(await client.post(ACCEPT, { token }), 400, 'invalid_token');
    expect(await membershipsOf(person)).toHaveLength(1);
  });

  it('makes one membership of sixteen tries at once', async () => {
    const { person, client, token } = await guest();
    expectOneWinner(await race(() => client.post(ACCEPT, { token })), [400, 'invalid_token']);
    expect(await membershipsOf(person)).toHaveLength(1);
  });

  it('or revoking it wins, never both', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const { person, client, id, token } = await guest();
      const [accepted, revoked] = await Promise.all([
        client.post(ACCEPT, { token }),
        asSasha.delete(`${INVITATIONS}/${id}`),
      ]);
      const winner = accepted.status === 200 ? 'accepted' : 'revoked';
      if (winner === 'accepted') {
        expectRefusal(revoked, 409, 'invitation_closed');
      } else {
        expectRefusal(accepted, 400, 'invalid_token');
      }
      expect(await stateOf(id)).toBe(winner);
      expect(await membershipsOf(person)).toHaveLength(winner === 'accepted' ? 1 : 0);
    }
  });

  it('by a user that became a member in between is refused and changes nothing', async () => {
    const { person, client, id, token } = await guest({ role: 'OrganizationAdmin' });
    await app.factory.membership(person, world.aurora, { state: 'Inactive' });
    expectRefusal(await client.post(ACCEPT, { token }), 409, 'already_member');
    expect(await membershipsOf(person)).toMatchObject([{ state: 'Inactive', role: { name: 'Teacher' } }]);
    expect(await stateOf(id)).toBe('pending');
  });

  it('is refused once the sender was removed, and possible after another administrator invites again', async () => {
    const inviter = await app.factory.person();
    const { id } = await app.factory.membership(inviter, world.aurora, { role: 'OrganizationAdmin' });
    const asInviter = await app.signedIn(inviter);
    const [administrator, teacher] = [await app.factory.person(), await app.factory.person()];
    await asInviter.post(INVITATIONS, { email: administrator.email, role: 'OrganizationAdmin' });
    await asInviter.post(INVITATIONS, { email: teacher.email });
    await asSasha.delete(`/api/v1/orgs/auroralabs/members/${id}`);
    const accept = async (person: Person): Promise<Response> =>
      (await app.signedIn(person)).post(ACCEPT, { token: await tokenTo(person.email) });
    expectRefusal(await accept(administrator), 400, 'invalid_token');
    expectRefusal(await accept(teacher), 400, 'invalid_token');
    const { items } = (await asSasha.get(INVITATIONS)).body;
    const ended = items.find(({ email }: { email: string }) => email === administrator.email);
    expect(ended).toMatchObject({ state: 'revoked', role: 'OrganizationAdmin' });
    expectRefusal(await asSasha.post(`${INVITATIONS}/${String(ended.id)}/resend`), 409, 'invitation_closed');
    await invited(administrator.email, { role: 'OrganizationAdmin' });
  });

  it('needs a session', async () => {
    const { token } = await invited();
    expectUnauthenticated(await app.anonymous.post(ACCEPT, { token }));
    expectRefusal(await world.asSashasKey.post(ACCEPT, { token }), 403, 'session_required');
    expectRefusal(await world.asBot.post(ACCEPT, { token }), 403, 'user_required');
    expectInvalid(await asSasha.post(ACCEPT, {}), ['/token', 'is_string', 'Must be a string.']);
  });

  it('is written down without the address', async () => {
    const { person, client, id, token } = await guest({ role: 'Coach' });
    await client.post(ACCEPT, { token });
    const events = await app.prisma.db.auditEvent.findMany({ where: { targetId: id }, orderBy: { id: 'asc' } });
    expect(events).toMatchObject([
      {
        action: 'invitation.created',
        actorId: world.sasha.id,
        organizationId: world.aurora.id,
        changes: { role: { before: null, after: 'Coach' }, appRole: { before: null, after: 'AppMember' } },
      },
      { action: 'invitation.accepted', actorId: person.id, organizationId: world.aurora.id },
    ]);
    expect(JSON.stringify(events)).not.toContain(person.email);
    expect(
      await app.prisma.db.auditEvent.findMany({ where: { targetId: person.id, action: 'membership.created' } }),
    ).toMatchObject([{ organizationId: world.aurora.id, changes: { role: { before: null, after: 'Coach' } } }]);
  });
});

describe('An invitation to an address without an account', () => {
  it('shows what it is to, and is accepted by registering with it', async () => {
    const { email, id, token, expiresAt } = await invited(newAddress(), { role: 'Manager' });
    const preview = await app.anonymous.post(PREVIEW, { token });
    expect({ status: preview.status, body: preview.body }).toEqual({
      status: 200,
      body: {
        organization: { slug: 'auroralabs', name: 'Aurora Labs', logoUrl: null },
        email,
        role: 'Manager',
        expiresAt,
        hasAccount: false,
      },
    });
    const { status, body } = await app.anonymous.post(REGISTER, { token, password: PASSWORD, displayName: 'Newcomer' });
    expect({ status, body }).toMatchObject({ status: 200, body: { status: 'authenticated' } });
    const asNewcomer = app.anonymous.withToken(body.token);
    expect((await asNewcomer.get('/api/v1/auth/me')).body).toMatchObject({
      user: { email, displayName: 'Newcomer' },
      organization: { slug: 'auroralabs', role: 'Manager', appRole: 'AppMember' },
    });
    expect((await asNewcomer.get('/api/v1/me/emails')).body.items).toMatchObject([
      { email, verifiedAt: expect.any(String) },
    ]);
    expect((await app.anonymous.logIn(email)).token).not.toBe('');
    expect(await stateOf(id)).toBe('accepted');
  });

  it('is also accepted after registering in the ordinary way', async () => {
    const { email, token } = await invited();
    await app.anonymous.post('/api/v1/auth/register', { email, password: PASSWORD });
    const { token: verification } = await catcher.waitFor({ to: email, subject: 'Confirm your e-mail address' });
    const { body } = await app.anonymous.post('/api/v1/auth/email/verify', { token: verification, password: PASSWORD });
    expect((await app.anonymous.post(PREVIEW, { token })).body.hasAccount).toBe(true);
    expect((await app.anonymous.withToken(body.token).post(ACCEPT, { token })).status).toBe(200);
  });

  it('makes one account of sixteen tries at once', async () => {
    const { email, token } = await invited();
    const answers = await race(() => app.anonymous.post(REGISTER, { token, password: PASSWORD }));
    expectOneWinner(answers, [400, 'invalid_token'], [409, 'email_taken']);
    expect(await app.prisma.db.user.count({ where: { emails: { some: { address: email } } } })).toBe(1);
  });

  it('asks the owner of an account to sign in', async () => {
    const { person, id, token } = await guest();
    expectRefusal(await app.anonymous.post(REGISTER, { token, password: PASSWORD }), 409, 'email_taken');
    expect(await stateOf(id)).toBe('pending');
    expect(await membershipsOf(person)).toEqual([]);
  });

  it('refuses a bad password and a bad token, and makes nothing', async () => {
    const { email, id, token } = await invited();
    const common = await app.anonymous.post(REGISTER, { token, password: 'password1' });
    expectInvalid(common, ['/password', 'common_password', 'Too many people use this password.']);
    expectRefusal(await app.anonymous.post(REGISTER, { token: newId(), password: PASSWORD }), 400, 'invalid_token');
    expect(await app.prisma.db.userEmail.count({ where: { address: email } })).toBe(0);
    expect(await stateOf(id)).toBe('pending');
  });
});

async function alone() {
  const organization = await app.factory.organization();
  const admin = await app.factory.person();
  await app.factory.membership(admin, organization, { role: 'OrganizationAdmin', appRole: 'AppAdmin' });
  return { organization, client: await app.signedIn(admin) };
}
