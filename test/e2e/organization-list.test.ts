import { organizationsAfter } from '../../src/modules/organizations/organizations.queries.js';
import { TestApp } from '../support/app/app.js';
import { ROOT_KEY } from '../support/app/running-app.js';
import type { Client } from '../support/clients/client.js';
import { expectProblem } from '../support/expectations/problem.js';
import { expectRefusal, expectUnauthenticated } from '../support/expectations/refusals.js';

const ORGS = '/api/v1/orgs';

let app: TestApp;
let root: Client;

beforeAll(async () => {
  app = await TestApp.start();
  root = app.anonymous.withToken(ROOT_KEY);
  const names = { 'acme-co': 'Über Ölwerk', acorn: '100% Oak', 'b-acme': 'AC_DC', zeta: 'Acme Labs' };
  for (const [slug, name] of Object.entries(names)) {
    await app.factory.organization({ slug, name, status: slug === 'zeta' ? 'archived' : 'active' });
  }
});

afterAll(() => app.stop());

const slugsOf = (items: { slug: string }[]): string[] => items.map(({ slug }) => slug);
const found = async (q: string): Promise<string[]> =>
  slugsOf((await root.get(`${ORGS}?q=${encodeURIComponent(q)}`)).body.items);

describe('The list of all organizations', () => {
  it('has each with its number of members, archived ones too, for the root key', async () => {
    const organization = await app.factory.organization({ slug: 'counted', name: 'Counted' });
    await app.factory.member(organization);
    await app.factory.member(organization, { state: 'Inactive' });
    const { status, body } = await root.get(ORGS);
    expect([status, slugsOf(body.items)]).toEqual([200, ['acme-co', 'acorn', 'b-acme', 'zeta', 'counted']]);
    expect(body.items[3]).toMatchObject({ slug: 'zeta', status: 'archived', memberCount: 0 });
    expect(body.items[4]).toEqual({
      id: organization.id,
      slug: 'counted',
      name: 'Counted',
      logoUrl: null,
      status: 'active',
      memberCount: 2,
      createdAt: expect.any(String),
      updatedAt: expect.any(String),
    });
  });

  it.each([
    ['ac', ['acme-co', 'acorn', 'b-acme', 'zeta']],
    ['ACME', ['acme-co', 'zeta']],
    ['acme l', ['zeta']],
    ['üBER', ['acme-co']],
    ['labs', []],
    ['100%', ['acorn']],
    ['%', []],
    ['ac_', ['b-acme']],
    ['\\', []],
    ['', ['acme-co', 'acorn', 'b-acme', 'zeta', 'counted']],
  ])('has for the beginning %j of a slug or a name: %j', async (q, slugs) => {
    expect(await found(q)).toEqual(slugs);
  });

  it('is read page by page, and a marker belongs to its search', async () => {
    const { body } = await root.get(`${ORGS}?q=ac&limit=3`);
    expect(slugsOf(body.items)).toEqual(['acme-co', 'acorn', 'b-acme']);
    const next = await root.get(`${ORGS}?q=ac&limit=3&marker=${String(body.marker)}`);
    expect([slugsOf(next.body.items), next.body.marker]).toEqual([['zeta'], undefined]);
    expectRefusal(await root.get(`${ORGS}?q=a&marker=${String(body.marker)}`), 400, 'invalid_marker');
    expectProblem(await root.get(`${ORGS}?limit=101`), 400, 'validation_failed', {
      errors: [expect.objectContaining({ pointer: '/limit' })],
    });
  });

  it('is refused to persons, to API keys and without a credential', async () => {
    const organization = await app.factory.organization({ slug: 'yard' });
    const { person, membershipId } = await app.factory.member(organization, {
      role: 'OrganizationAdmin',
      appRole: 'AppAdmin',
    });
    const { id: serviceAccountId } = await app.factory.serviceAccount(organization);
    const clients = [
      await app.steppedUp(person),
      app.anonymous.withToken(await app.factory.apiKey({ membershipId })),
      app.anonymous.withToken(await app.factory.apiKey({ serviceAccountId })),
    ];
    for (const client of clients) {
      expectRefusal(await client.get(ORGS), 403, 'insufficient_role');
      expectRefusal(await client.inOrganization('yard').get(ORGS), 403, 'insufficient_role');
    }
    expectUnauthenticated(await app.anonymous.get(ORGS));
  });

  it('is searched by an index', async () => {
    await app.prisma.db.$executeRaw`
      INSERT INTO "Organization" (id, slug, name, "createdBy", "updatedBy")
      SELECT gen_random_uuid(), 'o' || md5(n::text), 'O' || md5(n::text), 'root', 'root' FROM generate_series(1, 3000) n`;
    await app.prisma.db.$executeRawUnsafe('ANALYZE "Organization"');
    const { text, values } = organizationsAfter('acme', undefined, 101);
    const { rows } = await app.database.pool.query<{ 'QUERY PLAN': string }>(`EXPLAIN ${text}`, values);
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
    expect(plan).toContain('Organization_slug_prefix_idx');
    expect(plan).toContain('Organization_name_prefix_idx');
    expect(await found('acme')).toEqual(['acme-co', 'zeta']);
  });
});
