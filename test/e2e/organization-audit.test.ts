import { leastIdAt, newId } from '../../src/core/ids/ids.js';
import type { Prisma } from '../../src/core/prisma/generated/client.js';
import { AccountPurge } from '../../src/modules/account-deletion/account-purge.js';
import { auditPage } from '../../src/modules/audit/audit.queries.js';
import { TestApp } from '../support/app/app.js';
import { ROOT_KEY } from '../support/app/running-app.js';
import type { Client } from '../support/clients/client.js';
import type { Organization, Person } from '../support/data/factory.js';
import { expectRefusal } from '../support/expectations/refusals.js';

let app: TestApp;
let aurora: Organization;
let sasha: Person;
let asSasha: Client;
let asRoot: Client;

beforeAll(async () => {
  app = await TestApp.start();
  asRoot = app.anonymous.withToken(ROOT_KEY);
});

afterAll(() => app.stop());

beforeEach(async () => {
  [aurora, sasha] = await administered();
  asSasha = await app.steppedUp(sasha);
});

async function administered(): Promise<[Organization, Person]> {
  const organization = await app.factory.organization();
  const admin = await app.factory.person();
  const roles = { role: 'OrganizationAdmin', appRole: 'AppAdmin' } as const;
  await app.factory.membership(admin, organization, { ...roles, isPrimary: true });
  return [organization, admin];
}

function path({ slug }: { slug: string }, more = ''): string {
  return `/api/v1/orgs/${slug}${more}`;
}

describe('GET /api/v1/orgs/:slug/audit', () => {
  const HOUR = 3_600_000;

  let last = 0;

  /** An entry of that time, in the place that the time gives it. */
  async function entry(at: Date, fields: Partial<Prisma.AuditEventUncheckedCreateInput> = {}): Promise<string> {
    const id = `${leastIdAt(at).slice(0, 14)}7${(++last).toString(16).padStart(3, '0')}-8000-${newId().slice(-12)}`;
    const data = {
      id,
      at,
      action: 'user.updated',
      actorKind: 'root',
      actorId: 'root',
      organizationId: aurora.id,
      ...fields,
    };
    await app.prisma.db.auditEvent.create({ data });
    return id;
  }

  async function ids(query: string, client = asSasha): Promise<string[]> {
    const { status, body } = await client.get(path(aurora, `/audit?${query}`));
    expect({ status, body }).toMatchObject({ status: 200 });
    return body.items.map(({ id }: { id: string }) => id);
  }

  it('lists the events, newest first, with actor and changes', async () => {
    await app.prisma.db.membership.updateMany({
      where: { userId: sasha.id },
      data: { displayName: 'Sasha of Aurora' },
    });
    const client = asSasha.with('user-agent', 'Console/1').with('x-request-id', 'test-request');
    await client.patch(path(aurora), { name: 'New' });
    await asSasha.post(path(aurora, '/archive'));
    const { status, body } = await asSasha.get(path(aurora, '/audit'));
    expect({ status, body }).toEqual({
      status: 200,
      body: {
        items: [
          expect.objectContaining({ action: 'organization.archived' }),
          {
            id: expect.any(String),
            at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
            action: 'organization.updated',
            actor: { kind: 'user', id: sasha.id, displayName: 'Sasha of Aurora' },
            target: { kind: 'organization', id: aurora.id },
            changes: { name: { before: 'Organization', after: 'New' } },
            remoteIp: '127.0.0.1',
            userAgent: 'Console/1',
            requestId: expect.any(String),
          },
        ],
      },
    });
  });

  it('names service accounts, and neither root nor former members', async () => {
    const bot = await app.factory.serviceAccount(aurora, { username: 'ci-bot' });
    const left = await app.factory.person({ displayName: 'Left' });
    const at = new Date();
    await entry(at, { actorKind: 'serviceAccount', actorId: bot.id });
    await entry(at, { actorKind: 'user', actorId: left.id });
    await entry(at, { targetKind: 'project', targetId: 'x' });
    const { items } = (await asSasha.get(path(aurora, '/audit'))).body;
    expect(items.map(({ actor }: { actor: object }) => actor)).toEqual([
      { kind: 'root', id: 'root' },
      { kind: 'user', id: left.id },
      { kind: 'serviceAccount', id: bot.id, displayName: 'ci-bot' },
    ]);
    expect(items.map(({ target }: { target: object | null }) => target)).toEqual([
      { kind: 'project', id: 'x' },
      null,
      null,
    ]);
  });

  it('reads on by marker, without repeating or missing what comes in between', async () => {
    const start = Date.now() - HOUR;
    const all: string[] = [];
    for (let second = 0; second < 7; second++) {
      all.unshift(await entry(new Date(start + second * 1000)));
    }
    const first = (await asSasha.get(path(aurora, '/audit?limit=3'))).body;
    await entry(new Date());
    const second = (await asSasha.get(path(aurora, `/audit?limit=3&marker=${String(first.marker)}`))).body;
    const third = (await asSasha.get(path(aurora, `/audit?limit=3&marker=${String(second.marker)}`))).body;
    const read = [first, second, third].flatMap(({ items }) => items.map(({ id }: { id: string }) => id));
    expect(read).toEqual(all);
    expect('marker' in third).toBe(false);
    expect((await asSasha.get(path(aurora, '/audit?limit=0'))).body).toEqual({ items: [] });
    for (const query of ['marker=x', `actor=root&marker=${String(first.marker)}`]) {
      expectRefusal(await asSasha.get(path(aurora, `/audit?limit=3&${query}`)), 400, 'invalid_marker');
    }
  });

  it('filters by actor, action and time, and by all of them', async () => {
    const noon = new Date('2026-03-01T12:00:00.000Z');
    const later = (milliseconds: number): Date => new Date(noon.getTime() + milliseconds);
    const byUser = { actorKind: 'user', actorId: sasha.id };
    const a = await entry(later(-1), byUser);
    const b = await entry(noon);
    const c = await entry(later(1), { ...byUser, action: 'team.updated' });
    const d = await entry(later(HOUR));
    expect(await ids('')).toEqual([d, c, b, a]);
    expect(await ids(`actor=${sasha.id}`)).toEqual([c, a]);
    expect(await ids('actor=root')).toEqual([d, b]);
    expect(await ids('action=team.updated')).toEqual([c]);
    expect(await ids('action=team')).toEqual([]);
    expect(await ids('from=2026-03-01T12:00:00Z')).toEqual([d, c, b]);
    expect(await ids('to=2026-03-01T12:00:00Z')).toEqual([a]);
    expect(await ids('from=2026-03-01T13:00:00%2B01:00&to=2026-03-01T12:00:00.001Z')).toEqual([b]);
    expect(await ids(`actor=${sasha.id}&action=user.updated&to=2026-03-01T13:00:00Z`)).toEqual([a]);
    expect(await ids('from=0001-01-01T00:00:00Z&to=9999-12-31T23:59:59Z')).toEqual([d, c, b, a]);
  });

  it.each(['from=yesterday', 'to=2026-02-30T00:00:00Z', 'limit=101', 'action=', 'sort=at', 'actor=%00'])(
    'refuses the query %s',
    async (query) => {
      const { status, body } = await asSasha.get(path(aurora, `/audit?${query}`));
      expect({ status, code: body.code }).toEqual({ status: 400, code: 'validation_failed' });
    },
  );

  it('shows nothing of other organizations, and nothing to others', async () => {
    const [praxia, admin] = await administered();
    const own = await entry(new Date());
    await entry(new Date(), { organizationId: praxia.id });
    await entry(new Date(), { organizationId: null });
    expect(await ids('')).toEqual([own]);
    const asAdmin = await app.signedIn(admin);
    expectRefusal(await asAdmin.get(path(aurora, '/audit')), 404, 'organization_not_found');
    const member = await app.factory.person();
    const { id: membershipId } = await app.factory.membership(member, aurora, { role: 'Manager', appRole: 'AppAdmin' });
    expectRefusal(await (await app.signedIn(member)).get(path(aurora, '/audit')), 403, 'insufficient_role');
    const asKey = app.anonymous.withToken(await app.factory.apiKey({ membershipId }));
    expectRefusal(await asKey.get(path(aurora, '/audit')), 403, 'insufficient_role');
  });

  it('may be read by an API key with the scope orgs:read, and by root', async () => {
    const own = await entry(new Date());
    const { id: membershipId } = await app.prisma.db.membership.findFirstOrThrow({ where: { userId: sasha.id } });
    const key = await app.factory.apiKey({ membershipId }, { scopes: ['orgs:read'] });
    expect(await ids('', app.anonymous.withToken(key))).toEqual([own]);
    expect(await ids('', asRoot)).toEqual([own]);
    const other = app.anonymous.withToken(await app.factory.apiKey({ membershipId }, { scopes: ['users:read'] }));
    const detail = 'The API key lacks the scope orgs:read.';
    expectRefusal(await other.get(path(aurora, '/audit')), 403, 'insufficient_scope', { detail });
  });

  it('has nothing of what people do to their own accounts', async () => {
    expect((await asSasha.patch('/api/v1/user', { birthDate: '1990-04-01' })).status).toBe(200);
    expect((await app.anonymous.logIn(sasha.email)).token).not.toBe('');
    expect(await ids('')).toEqual([]);
  });

  it('does not bring back what was erased with an account', async () => {
    const member = await app.factory.person({ displayName: 'Erased' });
    const erased = { actorKind: 'user', actorId: member.id, remoteIp: '192.0.2.1', userAgent: 'Browser' };
    await app.factory.membership(member, aurora);
    await entry(new Date(), erased);
    expect((await (await app.signedIn(member)).delete('/api/me')).status).toBe(202);
    await app.nest.get(AccountPurge, { strict: false }).erase(member.id);
    const { items } = (await asSasha.get(path(aurora, `/audit?actor=${member.id}`))).body;
    expect(items.at(-1)).toMatchObject({ actor: { kind: 'user', id: member.id }, remoteIp: null, userAgent: null });
    expect(JSON.stringify(items)).not.toContain('Erased');
  });

  it('reads each page from an index, whatever it filters by', async () => {
    const { db } = app.prisma;
    await db.$executeRaw`
      INSERT INTO "AuditEvent" (id, action, "actorKind", "actorId", "organizationId")
      SELECT gen_random_uuid(), 'thing.' || n % 100, 'root', (n % 100)::text,
        CASE WHEN n % 2 = 0 THEN ${aurora.id}::uuid ELSE gen_random_uuid() END
      FROM generate_series(1, 10000) n`;
    await db.$executeRaw`ANALYZE "AuditEvent"`;
    const filters = [{}, { actor: '7' }, { action: 'thing.7' }, { from: new Date(0), to: new Date() }];
    for (const filter of filters) {
      const { text, values } = auditPage(aurora.id, filter, newId(), 11);
      const plan = JSON.stringify(await db.$queryRawUnsafe(`EXPLAIN ${text}`, ...values));
      expect(plan).toMatch(/Index Scan using .{0,3}AuditEvent_organizationId_(actorId_|action_)?id_idx/);
      expect(plan).not.toContain('Seq Scan on \\"AuditEvent');
    }
  });
});
