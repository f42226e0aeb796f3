import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { createInterface } from 'node:readline';
import type { Response } from 'supertest';
import { newId } from '../../src/core/ids/ids.js';
import { toPrefixedId } from '../../src/core/ids/prefixed-id.js';
import { TestApp } from '../support/app/app.js';
import type { Client } from '../support/clients/client.js';
import type { Organization, Person } from '../support/data/factory.js';
import { expectRefusal, expectUnauthenticated } from '../support/expectations/refusals.js';
import { beforeTransaction, whenIdentified } from '../support/races/moments.js';
import { ROUNDS } from '../support/races/races.js';

const ADMIN = { role: 'OrganizationAdmin', appRole: 'AppAdmin' } as const;
const INTEGRATION = { type: 'Jira', credentials: { token: 'secret' } };
const ARTIFACT = { name: 'Notes', text: 'Something' };

let app: TestApp;
let organization: Organization;
let keeper: Person;
let person: Person;
let membership: { id: string };
let client: Client;
/** The path of a public project that nobody owns, so that AppAdmins stand in for its Owner. */
let project: string;

beforeAll(async () => {
  app = await TestApp.start();
});

beforeEach(async () => {
  organization = await app.factory.organization();
  keeper = await app.factory.person();
  await app.factory.membership(keeper, organization, ADMIN);
  await newPerson();
  const { id } = await app.factory.project(organization, membership, { visibility: 'Public' });
  await app.prisma.db.projectMember.deleteMany({ where: { projectId: id } });
  project = `/api/v1/app/project/${toPrefixedId('proj', id)}`;
});

afterAll(() => app.stop());

/** Another one who administers the organization. */
async function newPerson(): Promise<void> {
  person = await app.factory.person();
  membership = await app.factory.membership(person, organization, ADMIN);
  client = (await app.signedIn(person)).inOrganization(organization.slug);
}

async function asKeeper(): Promise<Client> {
  return (await app.steppedUp(keeper)).inOrganization(organization.slug);
}

describe('A member removed during a request:', () => {
  it.each<[string, () => Promise<Response>]>([
    ['reads himself', () => client.get('/api/v1/app/me')],
    ['connects another product', () => client.post('/api/v1/app/user/integrations', INTEGRATION)],
    ['makes a project', () => client.post('/api/v1/app/project', { name: 'Late' })],
    ['pins a project', () => client.post(`${project}/pin`)],
    ['adds an artifact', () => client.post(`${project}/artifact`, ARTIFACT)],
  ])('%s is refused with not_a_member', async (_, send) => {
    whenIdentified(app, () => app.prisma.db.membership.delete({ where: { id: membership.id } }));
    expectRefusal(await send(), 403, 'not_a_member');
    const left = { membershipId: membership.id };
    const { db } = app.prisma;
    expect([await db.integration.count({ where: left }), await db.projectPin.count({ where: left })]).toEqual([0, 0]);
  });

  it('connects another product has done so before, or not at all', async () => {
    const admin = await asKeeper();
    for (let round = 0; round < ROUNDS; round++) {
      await newPerson();
      const [connected, removed] = await Promise.all([
        client.post('/api/v1/app/user/integrations', INTEGRATION),
        admin.delete(`/api/v1/orgs/${organization.slug}/members/${membership.id}`),
      ]);
      expect(removed.status).toBe(204);
      if (connected.status !== 201) {
        expectRefusal(connected, 403, 'not_a_member');
      }
    }
  });
});

describe('A user deleted during a request:', () => {
  it.each(['/api/v1/user', '/api/v1/me', '/api/users/me'])(
    'reading the own profile by %s is unauthenticated',
    async (path) => {
      whenIdentified(app, () => app.prisma.db.userEmail.deleteMany({ where: { userId: person.id } }));
      expectUnauthenticated(await client.get(path));
    },
  );
});

describe('A service account that is deleted while it', () => {
  it('reads itself is unauthenticated', async () => {
    const { id } = await app.factory.serviceAccount(organization);
    const key = app.anonymous.withToken(await app.factory.apiKey({ serviceAccountId: id }));
    whenIdentified(app, () => app.prisma.db.serviceAccount.delete({ where: { id } }));
    expectUnauthenticated(await key.get('/api/v1/me'));
  });
});

describe('A team member that leaves the organization', () => {
  it.each<[string, (admin: Client, path: string, roleId: string) => Promise<Response>, number]>([
    ['taken out of the team', (admin, path) => admin.delete(path), 204],
    ['given another role there', (admin, path, roleId) => admin.patch(path, { roleId }), 200],
    ['put there again', (admin, path, roleId) => admin.put(path, { roleId }), 200],
  ])('is %s before, or not found', async (_, deed, success) => {
    const admin = await asKeeper();
    const [roleId, other] = [await app.factory.roleId('Teacher'), await app.factory.roleId('Coach')];
    const by = { createdBy: 'root', updatedBy: 'root' };
    const team = await app.prisma.db.team.create({
      data: { id: newId(), organizationId: organization.id, name: 'Readers', defaultRoleId: roleId, ...by },
    });
    for (let round = 0; round < ROUNDS; round++) {
      await newPerson();
      const place = { teamId: team.id, membershipId: membership.id, roleId, createdBy: 'root' };
      await app.prisma.db.teamMember.create({ data: place });
      const [left, done] = await Promise.all([
        client.post(`/api/v1/orgs/${organization.slug}/leave`),
        deed(admin, `/api/v1/org/teams/${team.id}/members/${person.id}`, other),
      ]);
      expect(left.status).toBe(204);
      if (done.status !== success) {
        expect([done.status, done.body.code]).toEqual([404, 'user_not_found']);
      }
    }
  });
});

describe('A role that is deleted while an import gives it', () => {
  it('fails the rows that name it, which say so', async () => {
    const by = { createdBy: 'root', updatedBy: 'root' };
    const { id } = await app.prisma.db.role.create({
      data: { id: newId(), organizationId: organization.id, name: 'Librarian', permissions: [], ...by },
    });
    beforeTransaction(app, () => app.prisma.db.role.delete({ where: { id } }));
    const answer = await fetch(`${app.baseUrl}/api/v1/org/users/import?sendMail=false`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${client.token}`,
        'x-org': organization.slug,
        'content-type': 'application/x-ndjson',
      },
      body: JSON.stringify({ email: 'librarian@example.com', role: 'Librarian' }),
    });
    expect(JSON.parse(await answer.text())).toMatchObject({ status: 'failed', errors: [{ code: 'invalid_role' }] });
    expect(await app.prisma.db.userEmail.count({ where: { address: 'librarian@example.com' } })).toBe(0);
  });
});

describe('An administrator that loses rights between two batches of an import', () => {
  /** Rows that the server commits together. */
  const BATCH = 500;

  const addressOf = (name: string): string => `${name}@${organization.slug}.example`;
  const ndjson = (rows: object[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join('');

  /** Sends one batch, waits for its report, lets something happen, and sends the rest. @returns all reports */
  async function importAround(happens: () => Promise<unknown>, rest: object[]): Promise<object[]> {
    const sent = request(`${app.baseUrl}/api/v1/org/users/import?sendMail=false`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${client.token}`,
        'x-org': organization.slug,
        'content-type': 'application/x-ndjson',
      },
    });
    sent.write(ndjson(Array.from({ length: BATCH }, (_, n) => ({ email: addressOf(`early-${String(n)}`) }))));
    const [answer] = (await once(sent, 'response')) as [IncomingMessage];
    const reports: object[] = [];
    for await (const line of createInterface({ input: answer })) {
      reports.push(JSON.parse(line) as object);
      if (reports.length === BATCH) {
        await happens();
        sent.end(ndjson(rest));
      }
    }
    return reports;
  }

  const change = (fields: object) => (admin: Client, path: string) => admin.patch(path, fields);

  /** The operator has no route for it. */
  async function suspend(): Promise<{ status: number }> {
    await app.prisma.db.user.update({ where: { id: person.id }, data: { status: 'suspended' } });
    return { status: 200 };
  }

  it.each<[string, (admin: Client, path: string) => Promise<{ status: number }>, object, string]>([
    ['demotion to Teacher', change({ role: 'Teacher' }), {}, 'insufficient_role'],
    ['demotion to AppMember', change({ appRole: 'AppMember' }), { appRole: 'AppAdmin' }, 'insufficient_role'],
    ['deactivation', change({ state: 'Inactive' }), {}, 'insufficient_role'],
    ['removal', (admin, path) => admin.delete(path), {}, 'insufficient_role'],
    ['logging out', () => client.post('/api/v1/auth/logout'), {}, 'unauthenticated'],
    ['suspension', suspend, {}, 'unauthenticated'],
    ['an archive', (admin) => admin.post(`/api/v1/orgs/${organization.slug}/archive`), {}, 'organization_archived'],
  ])('by %s creates no users with them, and keeps the batch before', async (_, lose, fields, code) => {
    const admin = await asKeeper();
    const path = `/api/v1/orgs/${organization.slug}/members/${membership.id}`;
    const late = ['late', 'later'].map(addressOf);
    const reports = await importAround(
      async () => {
        expect((await lose(admin, path)).status).toBeLessThan(300);
      },
      late.map((email) => ({ email, ...fields })),
    );
    const errors = [expect.objectContaining({ code })];
    expect(reports.slice(BATCH)).toEqual(
      late.map((email, n) => ({ line: BATCH + 1 + n, status: 'failed', email, errors })),
    );
    expect(await app.prisma.db.userEmail.count({ where: { address: { in: late } } })).toBe(0);
    expect(await app.prisma.db.user.count({ where: { managedById: organization.id } })).toBe(BATCH);
  });
});

describe('An administrator that loses the role while creating a member', () => {
  const newcomer = (role: string): object => ({
    role,
    user_info: { email: `late-${newId()}@example.com`, name: 'Late' },
  });

  it.each<[string, { appRole?: 'AppMember'; role?: 'Teacher'; state?: 'Inactive' }, string]>([
    ['his app role gives none above it', { appRole: 'AppMember' }, 'AppAdmin'],
    ['all his rights gives none', { appRole: 'AppMember', role: 'Teacher' }, 'AppMember'],
    ['his membership gives none', { state: 'Inactive' }, 'AppMember'],
  ])('by losing %s', async (_, { role, ...lost }, appRole) => {
    const linked = await app.factory.person();
    const requests = [
      newcomer(appRole),
      { role: appRole, account_id: linked.id, user_info: { email: linked.email, name: 'Late' } },
    ];
    for (const body of requests) {
      await newPerson();
      const roleId = role && (await app.factory.roleId(role));
      whenIdentified(app, () =>
        app.prisma.db.membership.update({ where: { id: membership.id }, data: { ...lost, roleId } }),
      );
      expectRefusal(await client.post('/api/v1/app/user', body), 403, 'insufficient_role');
      expect(await app.prisma.db.membership.count({ where: { userId: linked.id } })).toBe(0);
      expect(await app.prisma.db.userEmail.count({ where: { address: { startsWith: 'late-' } } })).toBe(0);
    }
  });

  it('or a service account that does, gives none', async () => {
    const { id } = await app.factory.serviceAccount(organization, { appRole: 'AppAdmin' });
    const key = app.anonymous.withToken(await app.factory.apiKey({ serviceAccountId: id }));
    whenIdentified(app, () => app.prisma.db.serviceAccount.update({ where: { id }, data: { appRole: 'AppMember' } }));
    const answer = await key.inOrganization(organization.slug).post('/api/v1/app/user', newcomer('AppMember'));
    expectRefusal(answer, 403, 'insufficient_role');
  });

  it('gives it before or not at all', async () => {
    const admin = await asKeeper();
    const path = `/api/v1/orgs/${organization.slug}/members`;
    for (let round = 0; round < ROUNDS; round++) {
      await newPerson();
      const [made, demoted] = await Promise.all([
        client.post('/api/v1/app/user', newcomer('AppAdmin')),
        admin.patch(`${path}/${membership.id}`, { appRole: 'AppMember' }),
      ]);
      expect(demoted.status).toBe(200);
      if (made.status !== 201) {
        expectRefusal(made, 403, 'insufficient_role');
        continue;
      }
      const events = await app.prisma.db.auditEvent.findMany({
        where: { organizationId: organization.id, action: { startsWith: 'membership.' } },
        orderBy: { id: 'desc' },
        take: 2,
      });
      expect(events.map(({ action }) => action)).toEqual(['membership.updated', 'membership.created']);
    }
  });
});
