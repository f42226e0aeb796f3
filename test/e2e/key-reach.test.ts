import type { Response } from 'supertest';
import { type Scope, SCOPES } from '../../src/access/scopes.js';
import { newId } from '../../src/core/ids/ids.js';
import { TestApp } from '../support/app/app.js';
import type { Client } from '../support/clients/client.js';
import type { Organization, Person } from '../support/data/factory.js';
import { expectRefusal } from '../support/expectations/refusals.js';

const ADMIN = { role: 'OrganizationAdmin', appRole: 'AppAdmin' } as const;

type Fields = Parameters<TestApp['factory']['membership']>[2];
type Owner = Parameters<TestApp['factory']['apiKey']>[0];

interface Member {
  readonly person: Person;
  readonly id: string;
}

let app: TestApp;
let aurora: Organization;
let admin: Member;
let count = 0;

beforeAll(async () => {
  app = await TestApp.start();
});

beforeEach(async () => {
  aurora = await app.factory.organization();
  admin = await member(ADMIN);
});

afterAll(() => app.stop());

async function member(fields: Fields = {}, account: { managedById?: string } = {}): Promise<Member> {
  const person = await app.factory.person(account);
  const { id } = await app.factory.membership(person, aurora, { isPrimary: true, ...fields });
  return { person, id };
}

async function keyOf(owner: Owner, scopes: readonly Scope[] = SCOPES): Promise<Client> {
  const key = await app.factory.apiKey(owner, { scopes: [...scopes] });
  return app.anonymous.withToken(key).inOrganization(aurora.slug);
}

/** The scope with which each route lets a key in, and the call. */
const ENDINGS: [string, Scope, (client: Client, target: Member) => Promise<Response>][] = [
  ['remove', 'orgs:write', (client, { id }) => client.delete(`/api/v1/orgs/${aurora.slug}/members/${id}`)],
  [
    'deactivate',
    'orgs:write',
    (client, { id }) => client.patch(`/api/v1/orgs/${aurora.slug}/members/${id}`, { state: 'Inactive' }),
  ],
  [
    'demote',
    'orgs:write',
    (client, { id }) =>
      client.patch(`/api/v1/orgs/${aurora.slug}/members/${id}`, { role: 'Teacher', appRole: 'AppMember' }),
  ],
  ['delete', 'users:write', (client, { person }) => client.delete(`/api/v1/org/users/${person.id}`)],
  ['deactivate in the app', 'users:write', (client, { id }) => client.post(`/api/v1/app/user/${id}/deactivate`)],
];

const stored = async ({ person, id }: Member): Promise<object> => ({
  membership: await app.prisma.db.membership.findUnique({ where: { id } }),
  user: await app.prisma.db.user.findUnique({ where: { id: person.id } }),
});

function expectLacks(response: Response, scope: Scope): void {
  expectRefusal(response, 403, 'insufficient_scope', { detail: `The API key lacks the scope ${scope}.` });
}

async function ownRole(permissions: string[]): Promise<string> {
  const by = { createdBy: 'root', updatedBy: 'root' };
  const name = `Role ${String(++count)}`;
  const { id } = await app.prisma.db.role.create({
    data: { id: newId(), organizationId: aurora.id, name, permissions, ...by },
  });
  return id;
}

describe.each(ENDINGS)('An API key that may %s a member, with `%s` alone', (_, scope, end) => {
  const other: Scope = scope === 'orgs:write' ? 'users:write' : 'orgs:write';
  const lacked: Scope = scope === 'orgs:write' ? 'users:read' : 'orgs:read';

  it('does not do so to an administrator', async () => {
    const target = await member(ADMIN);
    const before = await stored(target);
    expectLacks(await end(await keyOf({ membershipId: admin.id }, [scope]), target), lacked);
    expect(await stored(target)).toEqual(before);
  });

  it('does not do so to an administrator whose account the organization manages', async () => {
    const target = await member(ADMIN, { managedById: aurora.id });
    const before = await stored(target);
    expectLacks(await end(await keyOf({ membershipId: admin.id }, [scope]), target), lacked);
    expect(await stored(target)).toEqual(before);
  });

  it('does not do so to a member whose role permits what the key may not', async () => {
    const target = await member({ roleId: await ownRole([other]) }, { managedById: aurora.id });
    const before = await stored(target);
    expectLacks(await end(await keyOf({ membershipId: admin.id }, [scope]), target), other);
    expect(await stored(target)).toEqual(before);
  });

  it('does not do so to an administrator as the key of a service account', async () => {
    const roleId = await app.factory.roleId('OrganizationAdmin');
    const bot = await app.factory.serviceAccount(aurora, { roleId, appRole: 'AppAdmin' });
    const target = await member(ADMIN, { managedById: aurora.id });
    const before = await stored(target);
    expectLacks(await end(await keyOf({ serviceAccountId: bot.id }, [scope]), target), lacked);
    expect(await stored(target)).toEqual(before);
  });

  it('does so to a member whose permissions it has', async () => {
    const target = await member({ roleId: await ownRole([scope]) }, { managedById: aurora.id });
    const { status } = await end(await keyOf({ membershipId: admin.id }, [scope]), target);
    expect([200, 204]).toContain(status);
  });

  it('does so to an administrator once it has every scope', async () => {
    const target = await member(ADMIN, { managedById: aurora.id });
    expect([200, 204]).toContain((await end(await keyOf({ membershipId: admin.id }), target)).status);
  });
});

it.each(ENDINGS.filter(([name]) => name !== 'deactivate in the app'))(
  'A key whose owner is no AppAdmin does not %s an AppAdmin, with whatever scopes',
  async (_, _scope, end) => {
    const owner = await member({ role: 'OrganizationAdmin' });
    const target = await member({ appRole: 'AppAdmin' }, { managedById: aurora.id });
    const before = await stored(target);
    expectRefusal(await end(await keyOf({ membershipId: owner.id }), target), 403, 'insufficient_role');
    expect(await stored(target)).toEqual(before);
  },
);

it('A key with `orgs:write` alone does not take its owner, an administrator, out of the organization', async () => {
  const owner = await member(ADMIN);
  const asKey = await keyOf({ membershipId: owner.id }, ['orgs:write']);
  expectLacks(await asKey.post(`/api/v1/orgs/${aurora.slug}/leave`), 'users:read');
});

it('A key with `orgs:write` alone neither deletes nor demotes a service account that administers', async () => {
  const roleId = await app.factory.roleId('OrganizationAdmin');
  const { id } = await app.factory.serviceAccount(aurora, { roleId });
  const asKey = await keyOf({ membershipId: admin.id }, ['orgs:write']);
  const path = `/api/v1/org/service-accounts/${id}`;
  expectLacks(await asKey.delete(path), 'users:read');
  expectLacks(await asKey.patch(path, { role: 'Teacher' }), 'users:read');
  expect(await app.prisma.db.serviceAccount.findUnique({ where: { id } })).toMatchObject({ roleId });
});
