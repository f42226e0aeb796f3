import type { Response } from 'supertest';
import { MembershipCreationService } from '../../src/modules/memberships/membership-creation.service.js';
import { MemberRightsService } from '../../src/modules/roles/member-rights.service.js';
import { OneTimeTokensService } from '../../src/modules/one-time-tokens/one-time-tokens.service.js';
import { type OpenedSession, SessionsService } from '../../src/modules/sessions/sessions.service.js';
import { newId } from '../../src/core/ids/ids.js';
import { lockOrganizations, lockUser, lockUsers } from '../../src/core/prisma/locks.js';
import { TestApp } from '../support/app/app.js';
import type { Client } from '../support/clients/client.js';
import { next, type Organization, type Person } from '../support/data/factory.js';
import { before, inTheMiddle, recording } from '../support/races/moments.js';
import { enrol } from '../support/second-factors/authenticator-app.js';

let app: TestApp;
let aurora: Organization;
let asAdmin: Client;
let asOther: Client;
/** How often a transaction of a caller began. A transaction that ended by a deadlock begins again. */
let begun: number;
let unwatch: () => void;

beforeAll(async () => {
  app = await TestApp.start();
  const standing = app.nest.get(MemberRightsService);
  const requireStill = standing.requireStill.bind(standing);
  const tokens = app.nest.get(OneTimeTokensService);
  const consume = tokens.consume.bind(tokens);
  const lockAllOf = tokens.lockAllOf.bind(tokens);
  standing.requireStill = (...parameters) => {
    begun++;
    return requireStill(...parameters);
  };
  tokens.consume = (...parameters) => {
    begun++;
    return consume(...parameters);
  };
  tokens.lockAllOf = (...parameters) => {
    begun++;
    return lockAllOf(...parameters);
  };
  unwatch = () => {
    Object.assign(standing, { requireStill });
    Object.assign(tokens, { consume, lockAllOf });
  };
});

beforeEach(async () => {
  begun = 0;
  aurora = await app.factory.organization();
  [asAdmin, asOther] = [(await administrator()).client, (await administrator()).client];
});

afterAll(async () => {
  unwatch();
  await app.stop();
});

async function administrator(): Promise<{ person: Person; client: Client; membershipId: string }> {
  const person = await app.factory.person();
  const role = { role: 'OrganizationAdmin', appRole: 'AppAdmin', isPrimary: true } as const;
  const { id: membershipId } = await app.factory.membership(person, aurora, role);
  return { person, membershipId, client: (await app.steppedUp(person)).inOrganization(aurora.slug) };
}

const org = (path: string): string => `/api/v1/orgs/${aurora.slug}${path}`;
const newAddress = (): string => `ordered-${next()}@example.com`;

const create = (email: string): Promise<Response> => asAdmin.post('/api/v1/org/users', { email });

const importRow = (email: string): Promise<Response> =>
  asOther
    .with('content-type', 'application/x-ndjson')
    .post('/api/v1/org/users/import?sendMail=false', `${JSON.stringify({ email })}\n`);

/** An invitation of the address. @returns its id, and the token of its link */
async function invite(email: string): Promise<{ id: string; token: string }> {
  const { body } = await asAdmin.post(org('/invitations'), { email });
  const link = { purpose: 'invitation', lifetime: 600, organizationId: aurora.id, email, createdBy: 'root' } as const;
  const { id: tokenId, token } = await app.nest.get(OneTimeTokensService).issue(link);
  await app.prisma.db.invitation.update({ where: { id: body.id as string }, data: { tokenId } });
  return { id: body.id, token };
}

const register = (token: string): Promise<Response> =>
  app.anonymous.post('/api/v1/invitations/register', { token, password: 'correct horse battery staple' });

describe('Two requests that lock the same rows end one after the other, without a deadlock:', () => {
  it('a single creation and an import of one address', async () => {
    const email = newAddress();
    const { first, other } = await inTheMiddle(
      app,
      recording(app, 'user.created'),
      () => create(email),
      () => importRow(email),
    );
    expect([first.status, other.status, JSON.parse(other.text).status]).toEqual([201, 200, 'exists']);
    expect(begun).toBe(2);
  });

  it('an import and a single creation of one address', async () => {
    const email = newAddress();
    const { first, other } = await inTheMiddle(
      app,
      recording(app, 'user.created'),
      () => importRow(email),
      () => create(email),
    );
    expect([first.status, other.status, other.body.code]).toEqual([200, 409, 'email_taken']);
    expect(begun).toBe(2);
  });

  it('many single creations and imports of the same addresses', async () => {
    for (let round = 0; round < 4; round++) {
      const emails = [newAddress(), newAddress(), newAddress()];
      begun = 0;
      const answers = await Promise.all(emails.flatMap((email) => [create(email), importRow(email)]));
      expect(answers.map(({ status }) => status).filter((status) => ![200, 201, 409].includes(status))).toEqual([]);
      expect(begun).toBe(answers.length);
    }
  });

  it('a registration by an invitation and a single creation of one address', async () => {
    const email = newAddress();
    const { token } = await invite(email);
    begun = 0;
    const { first, other } = await inTheMiddle(
      app,
      recording(app, 'user.registered'),
      () => register(token),
      () => create(email),
    );
    expect([first.status, other.status, other.body.code]).toEqual([200, 409, 'email_taken']);
    expect(begun).toBe(2);
  });

  it.each<[string, string, (path: string) => Promise<Response>]>([
    ['the revocation', 'invitation.revoked', (path) => asOther.delete(path)],
    ['a new link', 'invitation.resent', (path) => asOther.post(`${path}/resend`)],
  ])('the acceptance of an invitation and %s', async (_, action, end) => {
    const guest = await app.factory.person();
    const { id, token } = await invite(guest.email);
    const asGuest = await app.signedIn(guest);
    begun = 0;
    const { first, other } = await inTheMiddle(
      app,
      recording(app, action),
      () => end(org(`/invitations/${id}`)),
      () => asGuest.post('/api/v1/invitations/accept', { token }),
    );
    expect([first.status < 300, other.status, other.body.code]).toEqual([true, 400, 'invalid_token']);
    expect(begun).toBe(2);
  });

  it.each<[string, (path: string) => Promise<Response>]>([
    ['its revocation', (path) => asOther.delete(path)],
    ['a new link', (path) => asOther.post(`${path}/resend`)],
  ])('an acceptance that has used the invitation and %s', async (_, end) => {
    const guest = await app.factory.person();
    const { id, token } = await invite(guest.email);
    const asGuest = await app.signedIn(guest);
    begun = 0;
    const { first, other } = await inTheMiddle(
      app,
      before(app.nest.get(MembershipCreationService), 'create'),
      () => asGuest.post('/api/v1/invitations/accept', { token }),
      () => end(org(`/invitations/${id}`)),
    );
    expect([first.status, other.status, other.body.code]).toEqual([200, 409, 'invitation_closed']);
    expect(begun).toBe(2);
  });

  it('the linking of an account and the acceptance of an invitation by its owner', async () => {
    const guest = await app.factory.person();
    const { token } = await invite(guest.email);
    const asGuest = await app.signedIn(guest);
    const linked = { role: 'AppMember', account_id: guest.id, user_info: { email: guest.email, name: 'Guest' } };
    begun = 0;
    const { first, other } = await inTheMiddle(
      app,
      before(app.nest.get(MembershipCreationService), 'create'),
      () => asAdmin.post('/api/v1/app/user', linked),
      () => asGuest.post('/api/v1/invitations/accept', { token }),
    );
    expect([first.status, other.status, other.body.code]).toEqual([201, 409, 'already_member']);
    expect(begun).toBe(2);
  });

  it('a step-up by code and the deletion of the account', async () => {
    const person = await app.factory.person();
    const client = await app.steppedUp(person);
    const { phone } = await enrol(client);
    const code = await phone.code();
    const asOwner = await app.steppedUp(person);
    const { first, other } = await inTheMiddle(
      app,
      before<'renew', Parameters<SessionsService['renew']>, OpenedSession>(app.nest.get(SessionsService), 'renew'),
      () => client.post('/api/v1/auth/step-up', { method: 'totp', code }),
      () => asOwner.delete('/api/me'),
    );
    expect([first.status, other.status]).toEqual([200, 202]);
    expect(begun).toBe(1);
  });

  it('two administrators that remove each other', async () => {
    for (let round = 0; round < 4; round++) {
      const [one, two] = [await administrator(), await administrator()];
      begun = 0;
      const answers = await Promise.all([
        one.client.delete(org(`/members/${two.membershipId}`)),
        two.client.delete(org(`/members/${one.membershipId}`)),
      ]);
      expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
      expect(begun).toBe(2);
    }
  });
});

describe('A transaction', () => {
  const inOrder = (...steps: (() => Promise<unknown>)[]): Promise<void> =>
    app.prisma.transaction(async () => {
      for (const step of steps) {
        await step();
      }
    });

  it('cannot lock a user after an organization', async () => {
    const { id } = await app.factory.person();
    const steps = [() => lockOrganizations(app.prisma, [aurora.id]), () => lockUser(app.prisma, id)];
    await expect(inOrder(...steps)).rejects.toThrow(`Lock order: User ${id}`);
    await inOrder(...steps.reverse());
  });

  it('cannot lock users in another order than that of their ids', async () => {
    const [first = '', second = ''] = [(await app.factory.person()).id, (await app.factory.person()).id].sort();
    const steps = [() => lockUser(app.prisma, second), () => lockUser(app.prisma, first)];
    await expect(inOrder(...steps)).rejects.toThrow(`Lock order: User ${first}`);
    await inOrder(() => lockUsers(app.prisma, [second, first]), ...steps);
  });

  it('locks a user that it created after an organization', async () => {
    const id = newId();
    await inOrder(
      () => lockOrganizations(app.prisma, [aurora.id]),
      () => app.prisma.db.user.create({ data: { id, displayName: 'New', createdBy: id, updatedBy: id } }),
      () => lockUser(app.prisma, id),
    );
  });
});
