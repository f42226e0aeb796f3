import { newId } from '../../src/core/ids/ids.js';
import { TestApp } from '../support/app/app.js';
import type { Client } from '../support/clients/client.js';
import type { Organization, Person } from '../support/data/factory.js';
import { expectProblem } from '../support/expectations/problem.js';
import { expectRefusal } from '../support/expectations/refusals.js';

const USERS = '/api/v1/org/users';

let app: TestApp;
let organization: Organization;
let admin: Client;
let person: Person;

beforeAll(async () => {
  app = await TestApp.start();
});

afterAll(() => app.stop());

beforeEach(async () => {
  organization = await app.factory.organization();
  const { person: chief } = await app.factory.member(organization, { role: 'OrganizationAdmin', appRole: 'AppAdmin' });
  admin = (await app.signedIn(chief)).inOrganization(organization.slug);
  person = await app.factory.person({ displayName: 'Noa Levi', status: 'pending' });
  await app.factory.membership(person, organization);
});

async function found(query: string, client = admin): Promise<string[]> {
  const { body } = await client.get(`${USERS}?${query}`);
  return body.items.map(({ id }: { id: string }) => id);
}

const isFound = async (query: string): Promise<boolean> => (await found(query)).includes(person.id);

const totpOf = ({ id: userId }: Person) => ({ userId, secretEncrypted: new Uint8Array(1) });

describe('The users of an organization', () => {
  it('are found by a part of a name or of the e-mail', async () => {
    expect(await found('q=noa')).toEqual([person.id]);
    expect(await found(`q=${person.email}`)).toEqual([person.id]);
    expect(await found('q=nobody')).toEqual([]);
    expect(await found('q=')).toHaveLength(2);
  });

  it('are filtered by the statuses of their accounts, which a sign-in changes', async () => {
    expect([await isFound('status=pending'), await isFound('status=active')]).toEqual([true, false]);
    expect(await found('status=pending,active')).toHaveLength(2);
    await app.anonymous.logIn(person.email);
    expect([await isFound('status=pending'), await isFound('status=active')]).toEqual([false, true]);
    await app.prisma.db.user.update({ where: { id: person.id }, data: { status: 'suspended' } });
    expect(await found('status=suspended')).toEqual([person.id]);
    const elsewhere = await app.factory.organization();
    await app.factory.membership(person, elsewhere);
    const rows = await app.prisma.db.membership.findMany({ where: { userId: person.id } });
    expect(rows.map(({ accountStatus }) => accountStatus)).toEqual(['suspended', 'suspended']);
  });

  it('are filtered by an active authenticator app', async () => {
    const { db } = app.prisma;
    const where = { userId: person.id };
    await db.totp.create({ data: totpOf(person) });
    expect([await isFound('secondFactor=true'), await isFound('secondFactor=false')]).toEqual([false, true]);
    await db.totp.update({ where, data: { activatedAt: new Date() } });
    expect([await isFound('secondFactor=true'), await isFound('secondFactor=false')]).toEqual([true, false]);
    await db.totp.delete({ where });
    expect([await isFound('secondFactor=true'), await isFound('secondFactor=false')]).toEqual([false, true]);
  });

  it('are filtered by a passkey, also one from before they joined', async () => {
    const { db } = app.prisma;
    const passkey = { userId: person.id, credentialId: newId(), publicKey: new Uint8Array(1), name: 'Key' };
    await db.passkey.create({ data: { id: newId(), ...passkey } });
    expect([await isFound('secondFactor=true'), await isFound('secondFactor=false')]).toEqual([true, false]);
    await db.membership.deleteMany({ where: { userId: person.id } });
    await app.factory.membership(person, organization);
    expect(await isFound('secondFactor=true&status=pending&q=noa')).toBe(true);
    await db.passkey.deleteMany({ where: { userId: person.id } });
    expect(await isFound('secondFactor=true')).toBe(false);
  });

  it('are listed by filter page by page, and a marker belongs to its filter', async () => {
    for (const displayName of ['One', 'Two']) {
      await app.factory.membership(await app.factory.person({ displayName, status: 'pending' }), organization);
    }
    const { body } = await admin.get(`${USERS}?status=pending&limit=2`);
    expect(body.items).toHaveLength(2);
    const next = await admin.get(`${USERS}?status=pending&limit=2&marker=${String(body.marker)}`);
    expect(next.body.items.map(({ displayName }: { displayName: string }) => displayName)).toEqual(['Two']);
    for (const other of ['status=active', 'status=pending&q=o', 'status=pending&secondFactor=false', '']) {
      expectProblem(await admin.get(`${USERS}?${other}&marker=${String(body.marker)}`), 400, 'invalid_marker');
    }
  });

  it.each(['status=gone', 'status=', 'secondFactor=', 'secondFactor=yes', 'secondFactor=1', `q=${'x'.repeat(201)}`])(
    'are not listed by ?%s',
    async (query) => {
      expectProblem(await admin.get(`${USERS}?${query}`), 400, 'validation_failed', {
        errors: [expect.objectContaining({ pointer: `/${query.replace(/=.*/, '')}` })],
      });
    },
  );

  it('are filtered by second factors for OrganizationAdmins alone', async () => {
    const role = await app.prisma.db.role.create({
      data: {
        id: newId(),
        organizationId: organization.id,
        name: 'Reader',
        permissions: ['users:read'],
        createdBy: 'root',
        updatedBy: 'root',
      },
    });
    const reader = await app.factory.person();
    await app.factory.membership(reader, organization, { roleId: role.id });
    const client = (await app.signedIn(reader)).inOrganization(organization.slug);
    expect(await found('status=pending', client)).toEqual([person.id]);
    for (const value of ['true', 'false']) {
      expectRefusal(await client.get(`${USERS}?secondFactor=${value}`), 403, 'insufficient_role');
    }
  });

  it('are not found in another organization', async () => {
    const other = await app.factory.organization();
    const { person: chief } = await app.factory.member(other, { role: 'OrganizationAdmin' });
    const client = (await app.signedIn(chief)).inOrganization(other.slug);
    expect(await found('q=noa', client)).toEqual([]);
    expect(await found('status=pending', client)).toEqual([]);
  });

  it('have the right second factor when one is added while they join', async () => {
    const elsewhere = await app.factory.organization();
    await Promise.all([
      app.factory.membership(person, elsewhere),
      app.prisma.transaction(async () => {
        await app.prisma.db.$queryRaw`SELECT FROM "User" WHERE id = ${person.id}::uuid FOR NO KEY UPDATE`;
        await app.prisma.db.totp.create({ data: { ...totpOf(person), activatedAt: new Date() } });
      }),
    ]);
    const rows = await app.prisma.db.membership.findMany({ where: { userId: person.id } });
    expect(rows.map(({ secondFactor }) => secondFactor)).toEqual([true, true]);
  });
});
