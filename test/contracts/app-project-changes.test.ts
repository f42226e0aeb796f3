import type { Client } from '../support/clients/client.js';
import { bare, makeProjectWorld, page, prefixed, projectOf, PROJECTS, type Row } from '../support/data/projects.js';
import type { World } from '../support/data/world.js';
import { expectInvalid, expectRefusal } from '../support/expectations/refusals.js';
import { covers } from './spec/covers.js';

describe('app contract: projects, artifacts, integrations', () => {
  let world: World;
  let asSasha: Client;
  let asSashaSteppedUp: Client;
  let asAlice: Client;
  let asSashasKey: Client;
  let asBot: Client;
  let asRoot: Client;
  let insights: Row;
  let secret: Row;
  let handbook: Row;

  beforeAll(async () => {
    ({ world, asSasha, asAlice, asSashasKey, asBot, asRoot, insights, secret, handbook } = await makeProjectWorld());
    asSashaSteppedUp = (await world.app.steppedUp(world.sasha)).inOrganization(world.aurora.slug);
    await world.factory.artifact(insights, {
      membershipId: world.memberships.sashaInAurora.id,
      name: 'Q1 Support Summary',
    });
  });

  afterAll(() => world.app.stop());

  describe('projects are written', () => {
    it('by any active member, and that member becomes the Owner', async () => {
      covers(163, 168);
      const created = await asAlice.post(PROJECTS, {
        name: ' Churn ',
        goal: 'Find out\nwhy.',
        deadline: '2027-01-01T01:00:00+01:00',
        visibility: 'Private',
        default_member_role: 'Commenter',
        default_role_enabled: true,
        project_context: null,
        answer_context: 'Short.',
      });
      expect({ status: created.status, body: created.body }).toEqual({
        status: 201,
        body: {
          id: expect.stringMatching(/^proj_[0-9a-f]{32}$/),
          name: 'Churn',
          goal: 'Find out\nwhy.',
          deadline: '2027-01-01T00:00:00Z',
          visibility: 'Private',
          member_count: 1,
          default_member_role: 'Commenter',
          default_role_enabled: true,
          project_context: null,
          answer_context: 'Short.',
          is_pinned: false,
        },
      });
      const path = `${PROJECTS}/${created.body.id as string}`;
      expect((await asAlice.get(path)).body).toEqual(created.body);
      expect((await asAlice.get(`${path}/member`)).body).toEqual(
        page([
          {
            project_id: created.body.id,
            user_id: prefixed('user', world.memberships.aliceInAurora),
            role: 'Owner',
            created_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
          },
        ]),
      );
      expectRefusal(await asSasha.get(path), 404, 'project_not_found');
      expect((await asAlice.delete(path)).status).toBe(204);
      expectRefusal(await asAlice.get(path), 404, 'project_not_found');
    });

    it('not by service accounts and root, which cannot be an Owner', async () => {
      for (const caller of [asBot, asRoot]) {
        expectRefusal(await caller.post(PROJECTS, { name: 'X' }), 403, 'user_required');
      }
    });

    it('by PUT, which merges', async () => {
      covers(164, 165, 166, 167, 169, 170, 171, 172);
      const project = await world.factory.project(world.aurora, world.memberships.aliceInAurora, { goal: 'A' });
      const path = projectOf(project);
      const before = await asAlice.get(path);
      const changed = await asAlice.put(path, { goal: null, deadline: '2026-05-01T00:00:00Z', name: 'Renamed' });
      const after = { ...before.body, goal: null, deadline: '2026-05-01T00:00:00Z', name: 'Renamed' };
      expect({ status: changed.status, body: changed.body }).toEqual({ status: 200, body: after });
      expect((await asAlice.get(path)).body).toEqual(after);
    });

    it('leaves updatedAt and the audit alone when nothing differs', async () => {
      const { id } = await world.factory.project(world.aurora, world.memberships.aliceInAurora, { name: 'Same' });
      const stored = (): Promise<object> => world.app.prisma.db.project.findUniqueOrThrow({ where: { id } });
      const before = await stored();
      const { status } = await asAlice.put(projectOf({ id }), { name: ' Same ', goal: null, visibility: 'Private' });
      expect(status).toBe(200);
      expect(await stored()).toEqual(before);
      expect(await world.app.prisma.db.auditEvent.count({ where: { targetId: id } })).toBe(0);
    });

    it.each<[string, object, [string, string, string]]>([
      ['no name', { goal: 'x' }, ['/name', 'is_string', 'Must be a string.']],
      ['an empty name', { name: ' ' }, ['/name', 'min_length', 'Must have at least 1 character.']],
      ['a long name', { name: 'x'.repeat(201) }, ['/name', 'max_length', 'Must have at most 200 characters.']],
      ['a name of two lines', { name: 'a\nb' }, ['/name', 'no_controls', 'Must not contain control characters.']],
      [
        'a deadline without a time',
        { name: 'x', deadline: '2026-03-01' },
        ['/deadline', 'is_date', 'Must be a date and time with an offset, as in 2030-01-01T00:00:00Z (RFC 3339).'],
      ],
      [
        'a deadline that is not on the calendar',
        { name: 'x', deadline: '2026-02-30T00:00:00Z' },
        ['/deadline', 'is_date', 'Must be a date and time with an offset, as in 2030-01-01T00:00:00Z (RFC 3339).'],
      ],
      [
        'another visibility',
        { name: 'x', visibility: 'public' },
        ['/visibility', 'is_in', 'Must be one of Private, Public.'],
      ],
      [
        'another role',
        { name: 'x', default_member_role: 'King' },
        ['/default_member_role', 'is_in', 'Must be one of Viewer, Commenter, Editor, Admin, Owner.'],
      ],
      [
        'a word for a boolean',
        { name: 'x', default_role_enabled: 'yes' },
        ['/default_role_enabled', 'is_boolean', 'Must be true or false.'],
      ],
      [
        'null for what cannot be cleared',
        { name: 'x', visibility: null },
        ['/visibility', 'is_in', 'Must be one of Private, Public.'],
      ],
      [
        'a key that is none',
        { name: 'x', is_pinned: true },
        ['/is_pinned', 'unknown_key', 'This key is not one the route takes.'],
      ],
    ])('refuses %s', async (_, body, error) => {
      covers(202);
      expectInvalid(await asAlice.post(PROJECTS, body), error);
    });

    it('refuses a PUT without a key', async () => {
      expectInvalid(await asAlice.put(projectOf(insights), {}), [
        '',
        'not_empty',
        'The body must have at least one of the keys the route takes.',
      ]);
    });

    it('lists what the caller sees', async () => {
      const names = async (caller: Client): Promise<string[]> =>
        ((await caller.get(`${PROJECTS}?page_size=100`)).body.data as { name: string }[]).map(({ name }) => name);
      expect(await names(asSasha)).toEqual(['Customer Insights', 'Secret', 'Handbook']);
      expect(await names(asBot)).toEqual(['Handbook']);
      expect((await asSasha.inOrganization('praxia-academy').get(PROJECTS)).body.total_count).toBe(1);
    });

    it('are pinned by each member separately', async () => {
      covers(173);
      const pinned = await asAlice.post(projectOf(handbook, '/pin'));
      expect({ status: pinned.status, body: pinned.body }).toEqual({
        status: 200,
        body: { ...bare(handbook, 'Handbook', 'Public'), is_pinned: true },
      });
      expect((await asAlice.post(projectOf(handbook, '/pin'))).status).toBe(200);
      expect((await asSasha.get(projectOf(handbook))).body.is_pinned).toBe(false);
      expect((await asAlice.delete(projectOf(handbook, '/pin'))).status).toBe(204);
      expect((await asAlice.delete(projectOf(handbook, '/pin'))).status).toBe(204);
      expect((await asAlice.get(projectOf(handbook))).body.is_pinned).toBe(false);
      expectRefusal(await asAlice.post(projectOf(secret, '/pin')), 404, 'project_not_found');
      expectRefusal(await asBot.post(projectOf(handbook, '/pin')), 403, 'user_required');
      const events = await world.app.prisma.db.auditEvent.findMany({
        where: { targetId: handbook.id },
        orderBy: { id: 'asc' },
      });
      expect(events.map(({ action }) => action)).toEqual(['project.pinned', 'project.unpinned']);
    });
  });

  describe('sharing takes a session and a step-up', () => {
    const shares = (): [string, (caller: Client) => Promise<{ status: number }>][] => {
      const member = projectOf(secret, `/member/${prefixed('user', world.memberships.aliceInAurora)}`);
      const user_id = prefixed('user', world.memberships.aliceInAurora);
      return [
        ['create', (caller) => caller.post(PROJECTS, { name: 'Shared', visibility: 'Public' })],
        ['open', (caller) => caller.put(projectOf(secret), { visibility: 'Public' })],
        ['close', (caller) => caller.put(projectOf(secret), { visibility: 'Private' })],
        ['add', (caller) => caller.post(projectOf(secret, '/member'), { user_id, role: 'Viewer' })],
        ['change', (caller) => caller.put(member, { role: 'Editor' })],
        ['remove', (caller) => caller.delete(member)],
      ];
    };

    it('of callers that change the readers of a project', async () => {
      covers(8);
      for (const [name, share] of shares().filter(([it]) => it !== 'close')) {
        expectRefusal((await share(asSashasKey)) as never, 403, 'session_required');
        const answer = (await share(asSasha)) as Awaited<ReturnType<Client['get']>>;
        expectRefusal(answer, 401, 'step_up_required', { methods: ['password'] });
        expect([name, answer.headers['www-authenticate']]).toEqual([
          name,
          'Bearer error="insufficient_user_authentication", max_age="600"',
        ]);
      }
      for (const [, share] of shares().filter(([it]) => !['close', 'create'].includes(it))) {
        expectRefusal((await share(asRoot)) as never, 403, 'user_required');
      }
      const statuses: [string, number][] = [];
      for (const [name, share] of shares()) {
        statuses.push([name, (await share(asSashaSteppedUp)).status]);
      }
      expect(statuses).toEqual([
        ['create', 201],
        ['open', 200],
        ['close', 200],
        ['add', 201],
        ['change', 200],
        ['remove', 204],
      ]);
    });

    it('but not of callers that send the present visibility', async () => {
      covers(8);
      expect((await asSashasKey.put(projectOf(secret), { goal: 'x', visibility: 'Private' })).status).toBe(200);
    });
  });
});
