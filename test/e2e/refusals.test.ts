import type { AuditEvent } from '../../src/core/prisma/generated/client.js';
import { TestApp } from '../support/app/app.js';
import type { Organization, Person } from '../support/data/factory.js';
import { eventually } from '../support/time/eventually.js';

let app: TestApp;
let aurora: Organization;
let bo: Person;

beforeAll(async () => {
  app = await TestApp.start();
});

beforeEach(async () => {
  aurora = await app.factory.organization();
  bo = await app.factory.person();
  await app.factory.membership(bo, aurora, { isPrimary: true });
});

afterAll(() => app.stop());

const traces = (where: object = { organizationId: aurora.id }): Promise<AuditEvent[]> =>
  app.prisma.db.auditEvent.findMany({ where: { action: 'access.refused', ...where }, orderBy: { id: 'asc' } });

describe('A refused right', () => {
  it('is recorded in the audit log of the organization, by the template of the route', async () => {
    const client = (await app.signedIn(bo)).inOrganization(aurora.slug);
    expect((await client.delete(`/api/v1/org/users/${bo.id}`)).status).toBe(403);
    await eventually(async () => (await traces()).length > 0);
    expect(await traces()).toMatchObject([
      {
        actorKind: 'user',
        actorId: bo.id,
        changes: { code: 'insufficient_role', route: 'DELETE /api/v1/org/users/:user' },
      },
    ]);
  });

  it('is recorded once per caller and route, however often it is tried', async () => {
    const client = (await app.signedIn(bo)).inOrganization(aurora.slug);
    const tries = Array.from({ length: 12 }, () => client.get('/api/v1/org/users'));
    expect((await Promise.all(tries)).map(({ status }) => status)).toEqual(Array(12).fill(403));
    expect((await client.post('/api/v1/org/teams', { name: 'Team' })).status).toBe(403);
    await eventually(async () => (await traces()).length > 1);
    expect((await traces()).map(({ changes }) => (changes as { route: string }).route).sort()).toEqual([
      'GET /api/v1/org/users',
      'POST /api/v1/org/teams',
    ]);
  });

  it('is recorded with the key that lacks the scope', async () => {
    const { id: membershipId } = await app.prisma.db.membership.findFirstOrThrow({ where: { userId: bo.id } });
    const key = await app.factory.apiKey({ membershipId }, { scopes: [] });
    const { id } = await app.prisma.db.apiKey.findFirstOrThrow({ where: { membershipId } });
    expect((await app.anonymous.withToken(key).get('/api/v1/user')).status).toBe(403);
    await eventually(async () => (await traces()).length > 0);
    expect(await traces()).toMatchObject([{ apiKeyId: id, changes: { code: 'insufficient_scope' } }]);
  });

  it('of a foreign organization leaves no row in that organization', async () => {
    const foreign = await app.factory.organization();
    const client = (await app.signedIn(bo)).inOrganization(foreign.slug);
    expect((await client.get('/api/v1/org/users')).status).toBe(403);
    const own = (await app.signedIn(bo)).inOrganization(aurora.slug);
    await own.get('/api/v1/org/users');
    await eventually(async () => (await traces()).length > 0);
    expect(await traces({ organizationId: foreign.id })).toEqual([]);
  });
});
