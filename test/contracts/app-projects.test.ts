import { newId } from '../../src/core/ids/ids.js';
import type { Client } from '../support/clients/client.js';
import { STRANGERS } from '../support/clients/strangers.js';
import {
  APP,
  bare,
  makeProjectWorld,
  page,
  prefixed,
  projectOf,
  PROJECTS,
  type Row,
} from '../support/data/projects.js';
import type { World } from '../support/data/world.js';
import {
  expectInvalid,
  expectRefusal,
  expectSameProblem,
  expectUnauthenticated,
} from '../support/expectations/refusals.js';
import { covers } from './spec/covers.js';

const INTEGRATIONS = `${APP}/user/integrations`;

describe('app contract: projects, artifacts, integrations', () => {
  let world: World;
  let asSasha: Client;
  let asAlice: Client;
  let asSashasKey: Client;
  let asBot: Client;
  let asRoot: Client;
  let insights: Row;
  let secret: Row;
  let handbook: Row;
  let summary: Row;
  let connection: Row;

  beforeAll(async () => {
    ({ world, asSasha, asAlice, asSashasKey, asBot, asRoot, insights, secret, handbook } = await makeProjectWorld());
    const { app, factory, memberships } = world;
    const { sashaInAurora: sasha } = memberships;
    summary = await factory.artifact(insights, {
      membershipId: sasha.id,
      name: 'Q1 Support Summary',
      contentKey: 'artifacts/00000000-0000-4000-8000-000000000000',
      createdAt: new Date('2026-02-08T14:30:12.900Z'),
    });
    connection = await app.prisma.db.integration.create({
      data: {
        id: newId(),
        membershipId: sasha.id,
        type: 'Confluence',
        createdAt: new Date('2026-02-05T09:10:00.999Z'),
        updatedAt: new Date('2026-02-08T10:02:11.001Z'),
      },
    });
  });

  afterAll(() => world.app.stop());

  const ofUser = (membership: Row, what: string): string => `${APP}/user/${prefixed('user', membership)}/${what}`;
  const ofSasha = (what: string): string => ofUser(world.memberships.sashaInAurora, what);
  const reads = (): string[] => [
    ofSasha('project'),
    ofSasha('latest-artifacts'),
    PROJECTS,
    projectOf(insights),
    projectOf(insights, '/member'),
    projectOf(insights, '/artifact'),
    projectOf(insights, `/artifact/${prefixed('artifact', summary)}`),
    INTEGRATIONS,
  ];

  const insightsOf = (pinned: boolean): object => ({
    id: prefixed('proj', insights),
    name: 'Customer Insights',
    goal: 'Summarize weekly support trends.',
    deadline: '2026-03-01T00:00:00Z',
    visibility: 'Private',
    member_count: 2,
    default_member_role: 'Editor',
    default_role_enabled: true,
    project_context: 'Support analytics for Q1.',
    answer_context: 'Use approved templates.',
    is_pinned: pinned,
  });
  const q1Summary = (): object => ({
    id: prefixed('artifact', summary),
    project_id: prefixed('proj', insights),
    name: 'Q1 Support Summary',
    type: 'Document',
    source: 'User',
    state: 'Ready',
    ingest_status: 'Done',
    has_content: true,
    created_at: '2026-02-08T14:30:12Z',
  });

  describe('1 Common', () => {
    it.each(STRANGERS)('refuses %s', async (_, make) => {
      covers(68);
      const asStranger = (await make(world)).inOrganization('auroralabs');
      for (const path of reads()) {
        expectUnauthenticated(await asStranger.get(path));
      }
    });

    it('takes a session and an API key alike', async () => {
      covers(68);
      for (const path of reads()) {
        const bySession = await asSasha.get(path);
        const byKey = await asSashasKey.get(path);
        expect([path, bySession.status, byKey.status, byKey.body]).toEqual([path, 200, 200, bySession.body]);
      }
    });

    it('asks an API key for the scope projects:read or projects:write', async () => {
      covers(68);
      const owner = { membershipId: world.memberships.aliceInAurora.id };
      const scopes = ['users:read', 'users:write', 'orgs:read', 'orgs:write'] as const;
      const reader = (await world.withKey(owner, { scopes: [...scopes, 'projects:write'] })).inOrganization(
        'auroralabs',
      );
      for (const path of reads()) {
        const detail = 'The API key lacks the scope projects:read.';
        expectRefusal(await reader.get(path), 403, 'insufficient_scope', { detail });
      }
      const writer = (await world.withKey(owner, { scopes: [...scopes, 'projects:read'] })).inOrganization(
        'auroralabs',
      );
      const detail = 'The API key lacks the scope projects:write.';
      for (const answer of [
        await writer.post(PROJECTS, { name: 'No' }),
        await writer.put(projectOf(insights), { name: 'No' }),
        await writer.delete(projectOf(insights)),
        await writer.post(projectOf(insights, '/pin')),
        await writer.delete(projectOf(insights, '/pin')),
        await writer.post(projectOf(insights, '/artifact'), { name: 'No', text: 'No' }),
        await writer.post(INTEGRATIONS, { type: 'Jira', credentials: {} }),
        await writer.delete(`${INTEGRATIONS}/${prefixed('conf', connection)}`),
      ]) {
        expectRefusal(answer, 403, 'insufficient_scope', { detail });
      }
    });

    it('requires x-org, the slug or the id of an organization one is in', async () => {
      covers(69, 70);
      for (const path of reads()) {
        expectRefusal(await world.asSasha.get(path), 400, 'organization_required');
        expectRefusal(await asAlice.inOrganization('praxia-academy').get(path), 403, 'not_a_member');
        expectRefusal(await asSashasKey.inOrganization('praxia-academy').get(path), 403, 'not_a_member');
        expectRefusal(await world.asInes.inOrganization('auroralabs').get(path), 403, 'membership_inactive');
        expect((await asSasha.inOrganization(world.aurora.id).get(path)).status).toBe(200);
      }
    });

    it('takes JSON and nothing else that is no file', async () => {
      covers(71);
      for (const [method, path] of [
        ['post', PROJECTS],
        ['put', projectOf(insights)],
        ['post', projectOf(insights, '/artifact')],
        ['post', INTEGRATIONS],
      ] as const) {
        expectRefusal(
          await asSasha.with('content-type', 'text/plain').send(method, path, 'x'),
          415,
          'unsupported_media_type',
        );
      }
    });

    it('accepts ids with their prefix and as UUIDs', async () => {
      covers(72, 75, 76, 77);
      const { body } = await asSasha.get(`${APP}/user/${world.memberships.sashaInAurora.id}/project`);
      expect(body.total_count).toBe(3);
      expect((await asSasha.get(`${PROJECTS}/${insights.id}`)).body).toEqual(insightsOf(true));
      expect((await asSasha.get(`${PROJECTS}/${insights.id}/artifact/${summary.id}`)).body).toEqual(q1Summary());
    });
  });

  describe('7 GET /api/v1/app/user/{userID}/project', () => {
    it('lists the projects of the user with eleven keys each', async () => {
      covers(75, 78, 158, 159, 160, 161, 162, 163, 164, 165, 166, 167, 168, 169, 170, 171, 172, 173);
      const { status, body } = await asSasha.get(`${ofSasha('project')}?page=1&page_size=20`);
      expect({ status, body }).toEqual({
        status: 200,
        body: page([insightsOf(true), bare(secret, 'Secret', 'Private'), bare(handbook, 'Handbook', 'Public')]),
      });
    });

    it('is read page by page', async () => {
      covers(158, 160, 161, 162);
      const second = await asSasha.get(`${ofSasha('project')}?page=2&page_size=1`);
      expect(second.body).toEqual(
        page([bare(secret, 'Secret', 'Private')], { has_next_page: true, has_previous_page: true, total_count: 3 }),
      );
      const beyond = await asSasha.get(`${ofSasha('project')}?page=4&page_size=1`);
      expect(beyond.body).toEqual(page([], { has_previous_page: true, total_count: 3 }));
      for (const query of ['page=0', 'page=x', 'page_size=0', 'page_size=101', 'q=x']) {
        expectRefusalOfQuery(await asSasha.get(`${ofSasha('project')}?${query}`));
      }
    });

    it('shows a private project to its members alone', async () => {
      covers(167);
      expect((await asAlice.get(ofSasha('project'))).body).toEqual(
        page([insightsOf(true), bare(handbook, 'Handbook', 'Public')]),
      );
      for (const caller of [asBot]) {
        expect((await caller.get(ofSasha('project'))).body).toEqual(page([bare(handbook, 'Handbook', 'Public')]));
      }
      expect((await asRoot.get(ofSasha('project'))).body.total_count).toBe(3);
    });

    it('shows the pins of that user, not of the caller', async () => {
      covers(173);
      const aliceId = world.memberships.aliceInAurora;
      expect((await asAlice.get(ofSasha('project'))).body.data[0].is_pinned).toBe(true);
      expect((await asSasha.get(ofUser(aliceId, 'project'))).body).toEqual(page([insightsOf(false)]));
      expect((await asAlice.get(projectOf(insights))).body.is_pinned).toBe(false);
    });

    it.each(['project', 'latest-artifacts'])('finds no %s of a user there is not', async (what) => {
      covers(174, 186, 201);
      const missing = await asSasha.get(ofUser({ id: newId() }, what));
      expectRefusal(missing, 404, 'user_not_found');
      for (const id of [
        prefixed('user', world.memberships.priyaInPraxia),
        prefixed('user', world.memberships.sashaInPraxia),
        prefixed('proj', insights),
        world.sasha.id,
        'user_4b7c2a1d9e5f3c8b',
        'nonsense',
        '%00',
      ]) {
        const refused = await asSasha.get(`${APP}/user/${id}/${what}`);
        expect(refused.status).toBe(404);
        expectSameProblem(refused, missing);
      }
    });
  });

  describe('7 GET /api/v1/app/user/{userID}/latest-artifacts', () => {
    it('is a bare array with nine keys each', async () => {
      covers(76, 78, 175, 176, 177, 178, 179, 180, 181, 182, 183, 184);
      const { status, body } = await asAlice.get(ofSasha('latest-artifacts'));
      expect({ status, body }).toEqual({ status: 200, body: [q1Summary()] });
    });

    it('has the newest first, twenty unless asked for more or less', async () => {
      covers(185);
      const member = await makeColleague();
      const made: string[] = [];
      for (let number = 0; number < 22; number++) {
        made.unshift(prefixed('artifact', await world.factory.artifact(handbook, { membershipId: member.id })));
      }
      const latest = async (query = ''): Promise<string[]> => {
        const { body } = await asSasha.get(`${ofUser(member, 'latest-artifacts')}${query}`);
        return (body as { id: string }[]).map(({ id }) => id);
      };
      expect(await latest()).toEqual(made.slice(0, 20));
      expect(await latest('?limit=2')).toEqual(made.slice(0, 2));
      expect(await latest('?limit=100')).toEqual(made);
      for (const query of ['?limit=0', '?limit=101', '?limit=ten']) {
        expectRefusalOfQuery(await asSasha.get(`${ofUser(member, 'latest-artifacts')}${query}`));
      }
    });

    it('omits artifacts of projects that the caller cannot read', async () => {
      covers(175);
      const member = await makeColleague();
      const inPublic = await world.factory.artifact(handbook, { membershipId: member.id });
      const inPrivate = await world.factory.artifact(secret, { membershipId: member.id });
      const path = ofUser(member, 'latest-artifacts');
      const ids = async (caller: Client): Promise<string[]> =>
        ((await caller.get(path)).body as { id: string }[]).map(({ id }) => id);
      expect(await ids(asSasha)).toEqual([prefixed('artifact', inPrivate), prefixed('artifact', inPublic)]);
      expect(await ids(asAlice)).toEqual([prefixed('artifact', inPublic)]);
      expect(await ids(asBot)).toEqual([prefixed('artifact', inPublic)]);
    });
  });

  describe('7 GET /api/v1/app/user/integrations', () => {
    it('lists the caller’s own, as the literal path that it is', async () => {
      covers(77, 78, 187, 188, 189, 190, 191, 192, 193, 194, 195);
      const { status, body } = await asSasha.get(INTEGRATIONS);
      expect({ status, body }).toEqual({
        status: 200,
        body: [
          {
            id: prefixed('conf', connection),
            user_id: prefixed('user', world.memberships.sashaInAurora),
            org_id: prefixed('org', world.aurora),
            type: 'Confluence',
            created_at: '2026-02-05T09:10:00Z',
            updated_at: '2026-02-08T10:02:11Z',
          },
        ],
      });
    });

    it('is empty for others, and for the same person in another organization', async () => {
      covers(189);
      expect((await asAlice.get(INTEGRATIONS)).body).toEqual([]);
      expect((await asSasha.inOrganization('praxia-academy').get(INTEGRATIONS)).body).toEqual([]);
    });

    it('is nothing for service accounts and root', async () => {
      covers(189);
      for (const caller of [asBot, asRoot]) {
        expectRefusal(await caller.get(INTEGRATIONS), 403, 'user_required');
        expectRefusal(await caller.post(INTEGRATIONS, { type: 'Jira', credentials: {} }), 403, 'user_required');
      }
    });

    it('connects one of each type, and never returns the credentials', async () => {
      covers(187, 193);
      const wanted = { type: 'Jira', credentials: { url: 'https://aurora.example.com', token: 'swordfish' } };
      const created = await asSashasKey.post(INTEGRATIONS, wanted);
      expect({ status: created.status, body: created.body }).toMatchObject({
        status: 201,
        body: { type: 'Jira', user_id: prefixed('user', world.memberships.sashaInAurora) },
      });
      const listed = await asSasha.get(INTEGRATIONS);
      expect(listed.body[1]).toEqual(created.body);
      expect(created.text + listed.text).not.toMatch(/swordfish|credentials/);
      const { db } = world.app.prisma;
      const { credentialsEncrypted } = await db.integration.findFirstOrThrow({ where: { type: 'Jira' } });
      expect(Buffer.from(credentialsEncrypted ?? []).toString('latin1')).not.toMatch(/swordfish/);
      expectRefusal(await asSasha.post(INTEGRATIONS, wanted), 409, 'integration_exists');

      const path = `${INTEGRATIONS}/${created.body.id as string}`;
      expectRefusal(await asAlice.delete(path), 404, 'integration_not_found');
      expectRefusal(await asSasha.inOrganization('praxia-academy').delete(path), 404, 'integration_not_found');
      expect((await asSasha.delete(path)).status).toBe(204);
      expectRefusal(await asSasha.delete(path), 404, 'integration_not_found');
      expectRefusal(await asSasha.delete(`${INTEGRATIONS}/nonsense`), 404, 'integration_not_found');
      const events = await db.auditEvent.findMany({
        where: { action: { startsWith: 'integration.' } },
        orderBy: { id: 'asc' },
      });
      expect(events).toMatchObject([
        { action: 'integration.created', actorId: world.sasha.id, changes: { type: { before: null, after: 'Jira' } } },
        { action: 'integration.deleted', actorId: world.sasha.id, changes: { type: { before: 'Jira', after: null } } },
      ]);
      expect(JSON.stringify(events)).not.toContain('swordfish');
    });

    it.each<[string, object, string, string, string]>([
      [
        'another type',
        { type: 'Fax', credentials: {} },
        '/type',
        'is_in',
        'Must be one of Confluence, Jira, SharePoint.',
      ],
      ['no credentials', { type: 'Jira' }, '/credentials', 'is_object', 'Must be a JSON object.'],
      [
        'credentials that are no object',
        { type: 'Jira', credentials: 'x' },
        '/credentials',
        'is_object',
        'Must be a JSON object.',
      ],
      [
        'a book of credentials',
        { type: 'Jira', credentials: { key: 'x'.repeat(8192) } },
        '/credentials',
        'max_size',
        'Must have at most 8192 bytes as JSON.',
      ],
    ])('refuses %s', async (_, body, ...error) => {
      covers(193);
      expectInvalid(await asAlice.post(INTEGRATIONS, body), error);
    });
  });

  /** Another member of Aurora. */
  async function makeColleague(): Promise<Row> {
    return world.factory.membership(await world.factory.person(), world.aurora);
  }
});

function expectRefusalOfQuery(answer: { status: number; body: { code: string } }): void {
  expect([answer.status, answer.body.code]).toEqual([400, 'validation_failed']);
}
