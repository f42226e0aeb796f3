import { newId } from '../../src/core/ids/ids.js';
import { TestApp } from '../support/app/app.js';
import type { Client } from '../support/clients/client.js';
import type { Organization, Person } from '../support/data/factory.js';
import { expectRefusal, expectUnauthenticated } from '../support/expectations/refusals.js';
import { ROUNDS } from '../support/races/races.js';

const ADMIN = { role: 'OrganizationAdmin', appRole: 'AppAdmin' } as const;

type Fields = Parameters<TestApp['factory']['membership']>[2];

interface Member {
  readonly person: Person;
  readonly id: string;
  readonly client: Client;
}

let app: TestApp;
let organization: Organization;
let admin: Member;
let other: Member;

beforeAll(async () => {
  app = await TestApp.start();
});

afterAll(() => app.stop());

beforeEach(async () => {
  organization = await app.factory.organization();
  admin = await member(ADMIN);
  other = await member({ isPrimary: true });
});

async function member(fields: Fields = {}): Promise<Member> {
  const person = await app.factory.person();
  const { id } = await app.factory.membership(person, organization, fields);
  return { person, id, client: await app.signedIn(person) };
}

const base = (): string => `/api/v1/orgs/${organization.slug}`;
const pathOf = ({ id }: Member): string => `${base()}/members/${id}`;
const stored = ({ id }: Member) => app.prisma.db.membership.findUnique({ where: { id }, include: { role: true } });
const auditOf = ({ person }: Member) =>
  app.prisma.db.auditEvent.findMany({
    where: { targetId: person.id, action: { startsWith: 'membership.' } },
    orderBy: { id: 'asc' },
  });

describe('The sign-ins and second factors of members', () => {
  const listed = async (client: Client) =>
    (await client.get(`${base()}/members?q=${other.person.email}`)).body.items[0] as Record<string, unknown>;

  it('are shown to OrganizationAdmins', async () => {
    expect(await listed(admin.client)).toMatchObject({ lastSignInAt: null, secondFactor: false });
    const before = await app.prisma.now();
    await app.anonymous.logIn(other.person.email);
    const { lastSignInAt } = await listed(admin.client);
    expect(new Date(String(lastSignInAt)).getTime()).toBeGreaterThanOrEqual(before.getTime());
    await app.prisma.db.totp.create({
      data: { userId: other.person.id, secretEncrypted: new Uint8Array(1), activatedAt: before },
    });
    expect(await listed(admin.client)).toMatchObject({ secondFactor: true });
    const changed = await admin.client.patch(pathOf(other), { role: 'Coach' });
    expect(changed.body).toMatchObject({ lastSignInAt, secondFactor: true });
  });

  it('are not shown to other members, AppAdmins and holders of an own role included', async () => {
    const role = await app.prisma.db.role.create({
      data: {
        id: newId(),
        organizationId: organization.id,
        name: 'Everything',
        permissions: ['users:read', 'users:write', 'orgs:read', 'orgs:write'],
        createdBy: 'root',
        updatedBy: 'root',
      },
    });
    for (const { client } of [other, await member({ appRole: 'AppAdmin' }), await member({ roleId: role.id })]) {
      expect(Object.keys(await listed(client))).not.toEqual(expect.arrayContaining(['lastSignInAt']));
      expect(Object.keys(await listed(client))).not.toEqual(expect.arrayContaining(['secondFactor']));
    }
  });

  it('do not change with a refused sign-in', async () => {
    await app.anonymous.post('/api/v1/auth/login', { email: other.person.email, password: 'wrong password' });
    expect(await listed(admin.client)).toMatchObject({ lastSignInAt: null });
  });
});

describe('Changing a member', () => {
  it('writes nothing when nothing comes to differ', async () => {
    const before = await stored(other);
    const same = { role: 'Teacher', appRole: 'AppMember', state: 'Active' };
    expect((await admin.client.patch(pathOf(other), same)).status).toBe(200);
    expect(await stored(other)).toEqual(before);
    expect(await auditOf(other)).toEqual([]);
  });

  it('is written down with what it changed', async () => {
    await admin.client.patch(pathOf(other), { role: 'Coach', state: 'Inactive' });
    expect(await auditOf(other)).toMatchObject([
      {
        action: 'membership.updated',
        actorId: admin.person.id,
        organizationId: organization.id,
        changes: { role: { before: 'Teacher', after: 'Coach' }, state: { before: 'Active', after: 'Inactive' } },
      },
    ]);
    expect(await stored(other)).toMatchObject({ updatedBy: admin.person.id });
  });

  it('to inactive ends access by sessions and keys at once', async () => {
    const asKey = app.anonymous.withToken(await app.factory.apiKey({ membershipId: other.id }));
    expect((await other.client.get('/api/v1/auth/me')).body.organization.id).toBe(organization.id);
    await admin.client.patch(pathOf(other), { state: 'Inactive' });
    expect((await other.client.get('/api/v1/auth/me')).body.organization).toBeNull();
    expectRefusal(await other.client.get(`${base()}/members`), 403, 'membership_inactive');
    expectUnauthenticated(await asKey.get('/api/v1/me'));
  });

  it('gives no app role that the caller does not have, by activation either', async () => {
    const orgAdmin = await member({ role: 'OrganizationAdmin' });
    const refused = await orgAdmin.client.patch(pathOf(other), { appRole: 'AppAdmin' });
    expectRefusal(refused, 403, 'insufficient_role');
    const appAdmin = await member({ appRole: 'AppAdmin', state: 'Inactive' });
    expectRefusal(await orgAdmin.client.patch(pathOf(appAdmin), { state: 'Active' }), 403, 'insufficient_role');
    expect((await admin.client.patch(pathOf(appAdmin), { state: 'Active' })).status).toBe(200);
  });

  it.each([
    [{ role: 'Manager' }, 'last_organization_admin'],
    [{ state: 'Inactive' }, 'last_organization_admin'],
    [{ appRole: 'AppMember' }, 'last_app_admin'],
  ])('to %j is refused for the last administrator', async (change, code) => {
    const before = await stored(admin);
    expectRefusal(await admin.client.patch(pathOf(admin), change), 409, code);
    expect(await stored(admin)).toEqual(before);
  });

  it('of another organization answers like one that is not there', async () => {
    const foreign = organization;
    const target = other;
    organization = await app.factory.organization();
    const stranger = await member(ADMIN);
    for (const id of [target.id, newId(), 'x']) {
      const path = `${base()}/members/${id}`;
      expectRefusal(await stranger.client.patch(path, { role: 'Coach' }), 404, 'user_not_found');
      expectRefusal(await stranger.client.delete(path), 404, 'user_not_found');
    }
    expect(await stored(target)).toMatchObject({ organizationId: foreign.id, role: { name: 'Teacher' } });
  });
});

describe('Removing a member', () => {
  it('ends keys, sessions in the organization and its management of the account, and moves the primary organization', async () => {
    const { db } = app.prisma;
    const asKey = app.anonymous.withToken(await app.factory.apiKey({ membershipId: other.id }));
    await db.user.update({ where: { id: other.person.id }, data: { managedById: organization.id } });
    const [archived, elsewhere] = [await app.factory.organization(), await app.factory.organization()];
    await db.organization.update({ where: { id: archived.id }, data: { status: 'archived' } });
    await app.factory.membership(other.person, archived);
    await app.factory.membership(other.person, await app.factory.organization(), { state: 'Inactive' });
    const next = await app.factory.membership(other.person, elsewhere);
    expect((await admin.client.delete(pathOf(other))).status).toBe(204);
    expect(await stored(other)).toBeNull();
    expectUnauthenticated(await asKey.get('/api/v1/me'));
    expect((await other.client.get('/api/v1/auth/me')).body.organization).toBeNull();
    expectRefusal(await other.client.get(`${base()}/members`), 404, 'organization_not_found');
    expect(await db.user.findUniqueOrThrow({ where: { id: other.person.id } })).toMatchObject({ managedById: null });
    expect(await db.membership.findUniqueOrThrow({ where: { id: next.id } })).toMatchObject({ isPrimary: true });
    expect(await auditOf(other)).toMatchObject([{ action: 'membership.removed', actorId: admin.person.id }]);
    expectRefusal(await admin.client.delete(pathOf(other)), 404, 'user_not_found');
  });
});

describe('A session that had the organization active', () => {
  const current = async ({ client }: Member): Promise<unknown> =>
    (await client.get('/api/me/current-organization')).body.data;

  const readmit = async ({ person }: Member): Promise<void> => {
    const linked = { account_id: person.id, user_info: { email: person.email, name: 'Back' }, role: 'AppMember' };
    const { status } = await admin.client.inOrganization(organization.slug).post('/api/v1/app/user', linked);
    expect(status).toBe(201);
  };

  const setState = async (target: Member, state: string): Promise<void> => {
    expect((await admin.client.patch(pathOf(target), { state })).status).toBe(200);
  };

  it.each<[string, (of: Member) => Promise<unknown>, (of: Member) => Promise<void>]>([
    ['is removed and admitted again', (of) => admin.client.delete(pathOf(of)), readmit],
    ['leaves and is admitted again', (of) => of.client.post(`${base()}/leave`), readmit],
    ['is deactivated and activated again', (of) => setState(of, 'Inactive'), (of) => setState(of, 'Active')],
  ])('has none after its member %s', async (_, goes, comesBack) => {
    expect(await current(other)).toMatchObject({ id: organization.id });
    await goes(other);
    expect(await current(other)).toBeNull();
    await comesBack(other);
    expect(await current(other)).toBeNull();
    const switched = await other.client.post('/api/me/switch-organization', { organizationId: organization.id });
    expect(switched.status).toBe(200);
    expect(await current(other)).toMatchObject({ id: organization.id });
  });
});

describe('Leaving', () => {
  it('is open to any member, but not to the last administrator', async () => {
    expectRefusal(await admin.client.post(`${base()}/leave`), 409, 'last_organization_admin');
    expect((await other.client.post(`${base()}/leave`)).status).toBe(204);
    expect(await stored(other)).toBeNull();
  });

  it('by the only member archives the organization', async () => {
    await other.client.post(`${base()}/leave`);
    expect((await admin.client.post(`${base()}/leave`)).status).toBe(204);
    const { status, updatedBy } = await app.prisma.db.organization.findUniqueOrThrow({
      where: { id: organization.id },
    });
    expect({ status, updatedBy }).toEqual({ status: 'archived', updatedBy: admin.person.id });
    const written = { action: 'organization.archived', targetId: organization.id };
    expect(await app.prisma.db.auditEvent.findMany({ where: written })).toMatchObject([
      {
        actorId: admin.person.id,
        organizationId: organization.id,
        changes: { status: { before: 'active', after: 'archived' } },
      },
    ]);
  });

  it('by two administrators at once leaves one', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const first = await member(ADMIN);
      await admin.client.delete(pathOf(first));
      const second = await member(ADMIN);
      const answers = await Promise.all([admin, second].map(({ client }) => client.post(`${base()}/leave`)));
      expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
      admin = answers[0]?.status === 409 ? admin : second;
    }
  });

  it('and being removed by each other at once leaves one of two administrators', async () => {
    const second = await member(ADMIN);
    const answers = await Promise.all([admin.client.delete(pathOf(second)), second.client.delete(pathOf(admin))]);
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
    expect((await Promise.all([stored(admin), stored(second)])).filter(Boolean)).toHaveLength(1);
  });
});
