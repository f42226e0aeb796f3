import type { Response } from 'supertest';
import type { Scope } from '../../src/access/scopes.js';
import { TestApp } from '../support/app/app.js';
import type { Client } from '../support/clients/client.js';
import type { Organization, Person } from '../support/data/factory.js';
import { expectRefusal } from '../support/expectations/refusals.js';

const ADMIN = { role: 'OrganizationAdmin', appRole: 'AppAdmin' } as const;
const APP = '/api/v1/app/user';

type Fields = Parameters<TestApp['factory']['membership']>[2];

let app: TestApp;
let aurora: Organization;
let adminsMembershipId: string;
let count = 0;

beforeAll(async () => {
  app = await TestApp.start();
});

beforeEach(async () => {
  aurora = await app.factory.organization();
  ({ membershipId: adminsMembershipId } = await member(ADMIN));
});

afterAll(() => app.stop());

const newAddress = (): string => `granted-${String(++count)}@example.com`;
const org = (rest: string): string => `/api/v1/orgs/${aurora.slug}/${rest}`;

async function member(fields: Fields = {}): Promise<{ person: Person; membershipId: string; client: Client }> {
  const person = await app.factory.person();
  const { id } = await app.factory.membership(person, aurora, { isPrimary: true, ...fields });
  return { person, membershipId: id, client: (await app.signedIn(person)).inOrganization(aurora.slug) };
}

/** Calls with a key of the administrator. */
async function keyWith(scopes: Scope[]): Promise<Client> {
  const key = await app.factory.apiKey({ membershipId: adminsMembershipId }, { scopes });
  return app.anonymous.withToken(key).inOrganization(aurora.slug);
}

function expectLacks(response: Response, scope: Scope): void {
  expectRefusal(response, 403, 'insufficient_scope', { detail: `The API key lacks the scope ${scope}.` });
}

const memberships = (): Promise<object[]> =>
  app.prisma.db.membership.findMany({ where: { organizationId: aurora.id }, orderBy: { id: 'asc' } });

async function imported(client: Client, ...rows: object[]): Promise<object[]> {
  const lines = rows.map((row) => JSON.stringify(row)).join('\n');
  const response = await client
    .with('content-type', 'application/x-ndjson')
    .post('/api/v1/org/users/import?sendMail=false', Buffer.from(lines));
  expect(response.status).toBe(200);
  return response.text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as object);
}

describe('An API key with `users:write` alone', () => {
  let asKey: Client;

  beforeEach(async () => {
    asKey = await keyWith(['users:write']);
  });

  it('does not import administrators', async () => {
    const before = await memberships();
    const detail = 'The API key lacks the scope orgs:write.';
    const refusal = (pointer: string): object => ({ pointer, code: 'insufficient_scope', detail });
    expect(
      await imported(
        asKey,
        { email: newAddress(), role: 'OrganizationAdmin', appRole: 'AppAdmin' },
        { email: newAddress(), role: 'Manager' },
        { email: newAddress(), appRole: 'AppAdmin' },
      ),
    ).toMatchObject([
      { status: 'invalid', errors: [refusal('/role'), refusal('/appRole')] },
      { status: 'invalid', errors: [refusal('/role')] },
      { status: 'invalid', errors: [refusal('/appRole')] },
    ]);
    expect(await memberships()).toEqual(before);
  });

  it('does not create, link, promote or activate an AppAdmin', async () => {
    const person = await app.factory.person();
    const teacher = await member();
    const inactive = await member({ appRole: 'AppAdmin', state: 'Inactive' });
    const before = await memberships();
    const about = { role: 'AppAdmin', user_info: { email: newAddress(), name: 'Bo' } };
    const linked = { ...about, account_id: person.id, user_info: { email: person.email, name: 'Bo' } };
    expectLacks(await asKey.post(APP, about), 'orgs:write');
    expectLacks(await asKey.post(APP, linked), 'orgs:write');
    expectLacks(await asKey.put(`${APP}/${teacher.membershipId}`, { role: 'AppAdmin' }), 'orgs:write');
    expectLacks(await asKey.post(`${APP}/${inactive.membershipId}/activate`), 'orgs:write');
    expect(await memberships()).toEqual(before);
  });

  it('creates, imports and activates members without further rights', async () => {
    const inactive = await member({ state: 'Inactive' });
    const about = { role: 'AppMember', user_info: { email: newAddress(), name: 'Bo' } };
    expect((await asKey.post(APP, about)).status).toBe(201);
    expect((await asKey.post('/api/v1/org/users', { email: newAddress() })).status).toBe(201);
    expect((await asKey.post(`${APP}/${inactive.membershipId}/activate`)).status).toBe(200);
    expect(await imported(asKey, { email: newAddress(), role: 'Teacher' })).toMatchObject([{ status: 'created' }]);
  });
});

describe('An API key with `orgs:write` alone', () => {
  it('does not give the permissions that it lacks', async () => {
    const asKey = await keyWith(['orgs:write']);
    const { membershipId } = await member();
    const before = await memberships();
    for (const grant of [{ role: 'OrganizationAdmin' }, { appRole: 'AppAdmin' }]) {
      expectLacks(await asKey.post(org('invitations'), { email: newAddress(), ...grant }), 'users:read');
      expectLacks(await asKey.patch(org(`members/${membershipId}`), grant), 'users:read');
    }
    const username = `bot-${String(++count)}`;
    const bot = { username, role: 'OrganizationAdmin' };
    expectLacks(await asKey.post('/api/v1/org/service-accounts', bot), 'users:read');
    expect(await memberships()).toEqual(before);
    expect(await app.prisma.db.invitation.count({ where: { organizationId: aurora.id } })).toBe(0);
    expect((await asKey.post(org('invitations'), { email: newAddress(), role: 'Coach' })).status).toBe(201);
  });
});

it('An API key with `users:write` and `orgs:write` gives what its owner has', async () => {
  const asKey = await keyWith(['users:write', 'orgs:write']);
  const { membershipId } = await member();
  expect(await imported(asKey, { email: newAddress(), ...ADMIN })).toMatchObject([{ status: 'created' }]);
  expect((await asKey.post(org('invitations'), { email: newAddress(), ...ADMIN })).status).toBe(201);
  expect((await asKey.patch(org(`members/${membershipId}`), ADMIN)).body).toMatchObject(ADMIN);
});

describe('An OrganizationAdmin without AppAdmin', () => {
  it.each<[string, Fields, object]>([
    ['an inactive member', { state: 'Inactive' }, { appRole: 'AppAdmin' }],
    ['a member who is deactivated with it', {}, { appRole: 'AppAdmin', state: 'Inactive' }],
    ['an inactive member who is activated with it', { state: 'Inactive' }, { appRole: 'AppAdmin', state: 'Active' }],
  ])('does not make an AppAdmin of %s', async (_, fields, change) => {
    const { client } = await member({ role: 'OrganizationAdmin' });
    const { membershipId } = await member(fields);
    const before = await memberships();
    expectRefusal(await client.patch(org(`members/${membershipId}`), change), 403, 'insufficient_role');
    expect(await memberships()).toEqual(before);
  });
});
