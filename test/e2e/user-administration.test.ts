import type { Response } from 'supertest';
import { newId } from '../../src/core/ids/ids.js';
import { TestApp } from '../support/app/app.js';
import { ROOT_KEY } from '../support/app/running-app.js';
import type { Client } from '../support/clients/client.js';
import type { Organization, Person } from '../support/data/factory.js';
import { expectRefusal } from '../support/expectations/refusals.js';
import { expectOneWinner, race, ROUNDS } from '../support/races/races.js';

const APP = '/api/v1/app/user';
const DIRECTORY = '/api/v1/org/users';
const ADMIN = { role: 'OrganizationAdmin', appRole: 'AppAdmin' } as const;

interface Member {
  readonly person: Person;
  readonly membershipId: string;
  readonly client: Client;
}

let app: TestApp;
let aurora: Organization;
let sasha: Member;
let count = 0;

beforeAll(async () => {
  app = await TestApp.start();
});

beforeEach(async () => {
  aurora = await app.factory.organization({ name: 'Aurora Labs' });
  sasha = await member(ADMIN);
});

afterAll(() => app.stop());

const newAddress = (): string => `administered-${String(++count)}@example.com`;
const appUser = (email: string, fields: object = {}): object => ({
  role: 'AppMember',
  user_info: { email, name: 'Bo' },
  ...fields,
});

async function member(
  fields: Parameters<TestApp['factory']['membership']>[2] = {},
  account: Parameters<TestApp['factory']['person']>[0] = {},
): Promise<Member> {
  const person = await app.factory.person(account);
  const { id } = await app.factory.membership(person, aurora, { isPrimary: true, ...fields });
  return { person, membershipId: id, client: (await app.steppedUp(person)).inOrganization(aurora.slug) };
}

const statuses = (answers: Response[]): number[] => answers.map(({ status }) => status).sort();
const admins = (where: object): Promise<number> =>
  app.prisma.db.membership.count({ where: { organizationId: aurora.id, state: 'Active', ...where } });
const eventsAbout = ({ id }: { id: string }) =>
  app.prisma.db.auditEvent.findMany({ where: { targetId: id }, orderBy: { id: 'asc' } });

describe('Creating users at the same moment', () => {
  it('gives an address to one of sixteen, whichever contract asks', async () => {
    const email = newAddress();
    const answers = await race((number) =>
      number % 2 ? sasha.client.post(APP, appUser(email)) : sasha.client.post(DIRECTORY, { email }),
    );
    expectOneWinner(answers, [409, 'email_taken']);
    expect(await app.prisma.db.userEmail.count({ where: { address: email } })).toBe(1);
    expect(await app.prisma.db.membership.count({ where: { organizationId: aurora.id } })).toBe(2);
    expect(await app.prisma.db.oneTimeToken.count({ where: { purpose: 'reset_password', email } })).toBe(1);
  });

  it('links an account once', async () => {
    const { id, email } = await app.factory.person();
    const answers = await race(() => sasha.client.post(APP, appUser(email, { account_id: id })));
    expectOneWinner(answers, [409, 'account_already_linked']);
    expect(await app.prisma.db.membership.count({ where: { userId: id } })).toBe(1);
  });

  it('gives a user one primary membership, for any number of organizations', async () => {
    const { id, email } = await app.factory.person();
    const organizations = await Promise.all(Array.from({ length: 4 }, () => app.factory.organization()));
    for (const organization of organizations) {
      await app.factory.membership(sasha.person, organization, ADMIN);
    }
    const answers = await Promise.all(
      organizations.map(({ slug }) => sasha.client.inOrganization(slug).post(APP, appUser(email, { account_id: id }))),
    );
    expect(statuses(answers)).toEqual([201, 201, 201, 201]);
    expect(await app.prisma.db.membership.count({ where: { userId: id, isPrimary: true } })).toBe(1);
  });

  it('adds no member to an organization whose last administrator deletes the account', async () => {
    const answers = await Promise.all([
      sasha.client.delete('/api/me'),
      sasha.client.post(DIRECTORY, { email: newAddress() }),
    ]);
    // Whoever is later finds the other's work done: a last administrator, a session that has ended, nobody to belong to.
    expect(statuses(answers).filter((status) => status < 300)).toHaveLength(1);
    const members = await app.prisma.db.membership.count({ where: { organizationId: aurora.id } });
    expect(members === 0 || (await admins(ADMIN_ROLE)) === 1).toBe(true);
  });
});

const ADMIN_ROLE = { appRole: 'AppAdmin', role: { name: 'OrganizationAdmin' } } as const;

describe('Two administrators against each other', () => {
  it.each<[string, (by: Member, of: Member) => Promise<Response>]>([
    ['deactivate', (by, of) => by.client.post(`${APP}/${of.membershipId}/deactivate`)],
    ['demote', (by, of) => by.client.put(`${APP}/${of.membershipId}`, { role: 'AppMember' })],
    ['remove', (by, of) => by.client.delete(`${DIRECTORY}/${of.person.id}`)],
  ])('that %s each other leave one', async (_, act) => {
    for (let round = 0; round < ROUNDS; round++) {
      const [one, other] = [await member(ADMIN), await member(ADMIN)];
      await app.prisma.db.membership.updateMany({
        where: { organizationId: aurora.id, id: { notIn: [one.membershipId, other.membershipId] } },
        data: { state: 'Inactive', appRole: 'AppMember' },
      });
      const answers = await Promise.all([act(one, other), act(other, one)]);
      expect(statuses(answers).filter((status) => status < 300)).toHaveLength(1);
      expect(await admins({ appRole: 'AppAdmin' })).toBe(1);
      expect(await admins(ADMIN_ROLE)).toBeGreaterThan(0);
    }
  });
});

describe('An administrator', () => {
  it('grants no app role above their own, neither directly nor by activation', async () => {
    const bot = await app.factory.serviceAccount(aurora, { appRole: 'AppAdmin' });
    const asBot = app.anonymous
      .withToken(await app.factory.apiKey({ serviceAccountId: bot.id }))
      .inOrganization(aurora.slug);
    expect((await asBot.post(APP, appUser(newAddress(), { role: 'AppAdmin' }))).body.roles).toEqual(['AppAdmin']);
    const { membershipId } = await member({ role: 'OrganizationAdmin', state: 'Inactive' });
    expectRefusal(await asBot.post(`${APP}/${membershipId}/activate`), 403, 'insufficient_role');
  });

  it('does not enter the account of an AppAdmin as an AppMember, by no way', async () => {
    const { client } = await member({ role: 'OrganizationAdmin' });
    const { person } = await member({ appRole: 'AppAdmin' }, { managedById: aurora.id });
    const path = `${DIRECTORY}/${person.id}`;
    for (const refused of [
      await client.patch(path, { email: newAddress() }),
      await client.post(`${path}/password/reset`),
      await client.delete(`${path}/mfa`),
    ]) {
      expectRefusal(refused, 403, 'insufficient_role');
    }
    expect((await client.patch(path, { displayName: 'Renamed' })).body).toMatchObject({ displayName: 'Renamed' });
    expect((await sasha.client.patch(path, { email: newAddress() })).status).toBe(200);
  });

  it('has no say over an account that left, also when it comes back', async () => {
    const { person, membershipId } = await member({}, { managedById: aurora.id });
    expect((await sasha.client.delete(`/api/v1/orgs/${aurora.slug}/members/${membershipId}`)).status).toBe(204);
    expect((await sasha.client.post(APP, appUser(person.email, { account_id: person.id }))).status).toBe(201);
    const path = `${DIRECTORY}/${person.id}`;
    expectRefusal(await sasha.client.patch(path, { displayName: 'Mine' }), 403, 'account_not_managed');
    expect((await sasha.client.delete(path)).status).toBe(204);
    expect((await app.prisma.db.user.findUniqueOrThrow({ where: { id: person.id } })).deletedAt).toBeNull();
  });

  it('deletes no account that is the last administrator of another organization', async () => {
    const { person } = await member({}, { managedById: aurora.id });
    const elsewhere = await app.factory.organization();
    await app.factory.membership(person, elsewhere, ADMIN);
    await app.factory.membership(await app.factory.person(), elsewhere);
    expectRefusal(await sasha.client.delete(`${DIRECTORY}/${person.id}`), 409, 'last_organization_admin');
    expect((await sasha.client.get(`${DIRECTORY}/${person.id}`)).status).toBe(200);
  });

  it('deletes one account once', async () => {
    const { person } = await member({}, { managedById: aurora.id });
    const answers = await race(() => sasha.client.delete(`${DIRECTORY}/${person.id}`));
    expectOneWinner(answers, [404, 'user_not_found']);
    expect((await eventsAbout(person)).filter(({ action }) => action === 'user.deleted')).toHaveLength(1);
  });

  it('sends no body that is too large or malformed past the door', async () => {
    const before = await app.prisma.db.user.count();
    const large = JSON.stringify(appUser('a@example.com', { name: 'x'.repeat(10 * 1024 * 1024) }));
    const asJson = sasha.client.with('content-type', 'application/json');
    expectRefusal(await asJson.post(APP, large), 413, 'payload_too_large');
    expectRefusal(await asJson.post(DIRECTORY, '{"email":'), 400, 'malformed_json');
    expectRefusal(await sasha.client.with('content-type', 'text/plain').post(APP, 'x'), 415, 'unsupported_media_type');
    expect(await app.prisma.db.user.count()).toBe(before);
  });
});

describe('The audit remembers', () => {
  it('the created user, the creator and the roles, and no secret', async () => {
    const email = newAddress();
    const { id } = (await sasha.client.post(DIRECTORY, { email, givenName: 'Bo' })).body;
    expect(await eventsAbout({ id })).toMatchObject([
      {
        action: 'user.created',
        actorId: sasha.person.id,
        organizationId: aurora.id,
        changes: {
          email: { before: null, after: email },
          displayName: { before: null, after: 'Bo' },
          givenName: { before: null, after: 'Bo' },
        },
      },
      {
        action: 'membership.created',
        organizationId: aurora.id,
        changes: {
          role: { before: null, after: 'Teacher' },
          appRole: { before: null, after: 'AppMember' },
          isPrimary: { before: null, after: true },
        },
      },
    ]);
  });

  it('what was changed of an account and of a membership, before and after, and nothing where nothing was', async () => {
    const { person, membershipId } = await member({}, { managedById: aurora.id, displayName: 'Bo' });
    const email = newAddress();
    for (let again = 0; again < 2; again++) {
      await sasha.client.patch(`${DIRECTORY}/${person.id}`, { email, displayName: 'Bo B.' });
      await sasha.client.put(`${APP}/${membershipId}`, { name: 'Bee', role: 'AppAdmin' });
      await sasha.client.post(`${APP}/${membershipId}/deactivate`);
    }
    const events = await eventsAbout(person);
    expect(events.map(({ action, changes }) => ({ action, changes }))).toEqual([
      { action: 'user.updated', changes: { displayName: { before: 'Bo', after: 'Bo B.' } } },
      { action: 'email.assigned', changes: { email: { before: person.email, after: email } } },
      {
        action: 'membership.updated',
        changes: {
          appRole: { before: 'AppMember', after: 'AppAdmin' },
          displayName: { before: null, after: 'Bee' },
        },
      },
      { action: 'membership.updated', changes: { state: { before: 'Active', after: 'Inactive' } } },
    ]);
    expect(
      new Set(events.map(({ organizationId, actorId }) => `${String(actorId)} ${String(organizationId)}`)),
    ).toEqual(new Set([`${sasha.person.id} ${aurora.id}`]));
  });

  it('keeps the names of root and of service accounts with what they did', async () => {
    const asRoot = app.anonymous.withToken(ROOT_KEY).inOrganization(aurora.slug);
    const { membershipId } = await member();
    await asRoot.post(`${APP}/${membershipId}/deactivate`);
    const row = await app.prisma.db.membership.findUniqueOrThrow({ where: { id: membershipId } });
    expect(row).toMatchObject({ state: 'Inactive', updatedBy: 'root' });
    expectRefusal(await asRoot.post(`${APP}/${newId()}/activate`), 404, 'user_not_found');
  });
});
