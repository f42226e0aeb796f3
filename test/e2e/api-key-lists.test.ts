import type { Response } from 'supertest';
import { SCOPES } from '../../src/access/scopes.js';
import { newId } from '../../src/core/ids/ids.js';
import { TestApp } from '../support/app/app.js';
import { ROOT_KEY } from '../support/app/running-app.js';
import type { Client } from '../support/clients/client.js';
import { API_KEYS, insertKeys, listedKeys, makeApiKeyWorld, mintKeyAs } from '../support/data/api-keys.js';
import { auditOf } from '../support/data/audit.js';
import type { Organization, Person } from '../support/data/factory.js';
import { expectProblem } from '../support/expectations/problem.js';
import {
  expectInvalid,
  expectRefusal,
  expectSameProblem,
  expectUnauthenticated,
} from '../support/expectations/refusals.js';

const KEYS = [
  'id',
  'name',
  'prefix',
  'scopes',
  'organizationId',
  'serviceAccountId',
  'createdAt',
  'lastUsedAt',
  'expiresAt',
];
const HOUR = 3_600_000;

let app: TestApp;
let aurora: Organization;
let praxia: Organization;
let sasha: Person;
let asSasha: Client;
/** Of Sasha in Aurora Labs, where he is OrganizationAdmin and AppAdmin. */
let membershipId: string;
let asRoot: Client;

beforeAll(async () => {
  app = await TestApp.start();
  asRoot = app.anonymous.withToken(ROOT_KEY);
});

/** Two new organizations, and Sasha anew in one of them. */
async function begin(): Promise<void> {
  ({ aurora, praxia, sasha, membershipId, asSasha } = await makeApiKeyWorld(app));
}

afterAll(() => app.stop());

const minted = (fields: Record<string, unknown> = {}, client = asSasha): Promise<Response['body']> =>
  mintKeyAs(client, fields);

const withKey = (key: string): Client => app.anonymous.withToken(key);

describe('The list of API keys', () => {
  beforeEach(begin);

  it('has the caller’s own keys of all organizations, newest first', async () => {
    await app.factory.membership(sasha, praxia);
    const ids: string[] = [];
    for (const organization of [aurora.slug, praxia.slug, aurora.slug, praxia.slug]) {
      ids.unshift((await minted({ organization })).id);
    }
    expect(await listedKeys(asSasha)).toEqual(ids);
    expect(await listedKeys(asSasha.inOrganization(praxia.slug))).toEqual(ids);
    expect(await listedKeys(await app.signedIn(sasha))).toEqual(ids);
  });

  it('is empty where there are none', async () => {
    expect((await asSasha.get(API_KEYS)).body).toEqual({ items: [] });
    expect(await listedKeys(await app.signedIn(await app.factory.person()))).toEqual([]);
  });

  it('shows an API key those of its own organization alone', async () => {
    const { id: other } = await memberIn(praxia);
    await app.factory.apiKey({ membershipId: other });
    const { id, key } = await minted();
    expect(await listedKeys(withKey(key))).toEqual([id]);
    expect(await listedKeys(asSasha)).toHaveLength(2);
  });

  it('has keys that have expired and those of an inactive membership', async () => {
    const { id: other } = await memberIn(praxia, { state: 'Inactive' });
    await app.factory.apiKey({ membershipId: other });
    await app.factory.apiKey({ membershipId }, { expiresAt: new Date(Date.now() - HOUR) });
    const { items } = (await asSasha.get(API_KEYS)).body;
    const ends = items.map((item: Response['body']) => [item.organizationId, item.expiresAt !== null]);
    expect(ends).toEqual([
      [aurora.id, true],
      [praxia.id, false],
    ]);
  });

  it('has those of the service accounts of the request’s organization, for its OrganizationAdmin', async () => {
    const bots = [await app.factory.serviceAccount(aurora), await app.factory.serviceAccount(aurora)];
    const own = await minted();
    const ofBots = [];
    for (const { id } of bots) {
      ofBots.unshift((await minted({ serviceAccountId: id })).id);
    }
    expect(await listedKeys(asSasha)).toEqual([...ofBots, own.id]);
    await memberIn(praxia);
    expect(await listedKeys(asSasha.inOrganization(praxia.slug))).toEqual([own.id]);
    const { person: admin } = await app.factory.member(aurora, { role: 'OrganizationAdmin' });
    expect(await listedKeys(await app.signedIn(admin))).toEqual(ofBots);
    const { key } = await minted();
    expect(await listedKeys(withKey(key))).toEqual(expect.arrayContaining(ofBots));
    const { items } = (await asSasha.get(API_KEYS)).body;
    expect(Object.keys(items[1])).toEqual(KEYS);
    expect(items[1]).toMatchObject({ organizationId: aurora.id, serviceAccountId: bots[1]?.id });
  });

  it.each(['Manager', 'Coach', 'Teacher'] as const)('shows a %s no keys of others', async (role) => {
    await minted();
    await minted({ serviceAccountId: (await app.factory.serviceAccount(aurora)).id });
    const { person } = await app.factory.member(aurora, { role, appRole: 'AppAdmin' });
    expect(await listedKeys(await app.signedIn(person))).toEqual([]);
  });

  it('needs a person, and of an API key the scope orgs:read', async () => {
    expectUnauthenticated(await app.anonymous.get(API_KEYS));
    expectRefusal(await asRoot.inOrganization(aurora.slug).get(API_KEYS), 403, 'user_required');
    const bot = await app.factory.serviceAccount(aurora);
    const asBot = withKey(await app.factory.apiKey({ serviceAccountId: bot.id }));
    expectRefusal(await asBot.get(API_KEYS), 403, 'user_required');
    const { key } = await minted({ scopes: SCOPES.filter((scope) => scope !== 'orgs:read') });
    const detail = 'The API key lacks the scope orgs:read.';
    expectRefusal(await withKey(key).get(API_KEYS), 403, 'insufficient_scope', { detail });
  });

  function memberIn(organization: Organization, fields = {}): Promise<{ id: string }> {
    return app.factory.membership(sasha, organization, fields);
  }
});

describe('The API keys of an organization', () => {
  beforeEach(begin);

  const pathOf = ({ slug }: Organization, id?: string): string =>
    `/api/v1/orgs/${slug}/api-keys${id === undefined ? '' : `/${id}`}`;

  /** Of a new member, and of a service account. */
  async function foreignKeys(): Promise<{ id: string; key: string; owner: object }[]> {
    const { person } = await app.factory.member(aurora);
    const bot = await app.factory.serviceAccount(aurora, { username: 'nightly' });
    const asMember = await app.steppedUp(person);
    const ofMember = await minted({ name: 'Of a member' }, asMember);
    const ofBot = await minted({ name: 'Of a bot', serviceAccountId: bot.id });
    const { displayName } = await app.prisma.db.user.findUniqueOrThrow({ where: { id: person.id } });
    return [
      { ...ofBot, owner: { kind: 'serviceAccount', id: bot.id, displayName: 'nightly' } },
      { ...ofMember, owner: { kind: 'user', id: person.id, displayName } },
    ];
  }

  it('are listed for its OrganizationAdmin, with their owners and without the secret', async () => {
    const keys = await foreignKeys();
    const { status, body, text } = await asSasha.get(pathOf(aurora));
    expect({ status, body }).toEqual({ status: 200, body: { items: keys.map(({ key: _, ...shown }) => shown) } });
    for (const { key } of keys) {
      expect(text).not.toContain(key.slice(17));
    }
  });

  it('are those that work in it: not the keys that its members have elsewhere', async () => {
    const { id } = await app.factory.membership(sasha, praxia, { role: 'OrganizationAdmin' });
    await app.factory.apiKey({ membershipId: id });
    await app.factory.apiKey({ serviceAccountId: (await app.factory.serviceAccount(praxia)).id });
    const own = await minted();
    const { items } = (await asSasha.get(pathOf(aurora))).body;
    expect(items.map((item: Response['body']) => item.id)).toEqual([own.id]);
    expect((await asSasha.get(pathOf(praxia))).body.items).toHaveLength(2);
  });

  it('has those of inactive members, whose keys count again when they are active', async () => {
    const { membershipId: other } = await app.factory.member(aurora, { state: 'Inactive' });
    await app.factory.apiKey({ membershipId: other });
    expect((await asSasha.get(pathOf(aurora))).body.items).toHaveLength(1);
  });

  it('are revoked by its OrganizationAdmin, at once and audited', async () => {
    for (const { id, key } of await foreignKeys()) {
      expect((await withKey(key).get('/api/v1/me')).status).toBe(200);
      const { status, text } = await asSasha.delete(pathOf(aurora, id));
      expect({ status, text }).toEqual({ status: 204, text: '' });
      expectUnauthenticated(await withKey(key).get('/api/v1/me'));
      expectRefusal(await asSasha.delete(pathOf(aurora, id)), 404, 'api_key_not_found');
      const [, revoked] = await auditOf(app, id);
      expect(revoked).toMatchObject({ action: 'api_key.revoked', actorId: sasha.id, organizationId: aurora.id });
    }
    expect((await asSasha.get(pathOf(aurora))).body).toEqual({ items: [] });
  });

  it('are revoked by one of sixteen simultaneous requests', async () => {
    const [{ id } = { id: '' }] = await foreignKeys();
    const all = await Promise.all(Array.from({ length: 16 }, () => asSasha.delete(pathOf(aurora, id))));
    expect(all.filter(({ status }) => status === 204)).toHaveLength(1);
    all.filter(({ status }) => status !== 204).forEach((loser) => expectRefusal(loser, 404, 'api_key_not_found'));
    expect((await auditOf(app, id)).map(({ action }) => action)).toEqual(['api_key.created', 'api_key.revoked']);
  });

  it('hide a key of another organization, also of a member of both, like one that does not exist', async () => {
    const { id: other } = await app.factory.membership(sasha, praxia);
    await app.factory.apiKey({ membershipId: other });
    await app.factory.apiKey({ serviceAccountId: (await app.factory.serviceAccount(praxia)).id });
    const unknown = await asSasha.delete(pathOf(aurora, newId()));
    expectRefusal(unknown, 404, 'api_key_not_found');
    const foreign = await app.prisma.db.apiKey.findMany({ where: { organizationId: praxia.id } });
    expect(foreign).toHaveLength(2);
    for (const { id } of foreign) {
      expectSameProblem(await asSasha.delete(pathOf(aurora, id)), unknown);
    }
    expect(await app.prisma.db.apiKey.count({ where: { organizationId: praxia.id } })).toBe(2);
    expectRefusal(await asSasha.delete(pathOf(aurora, 'x')), 404, 'api_key_not_found');
  });

  it.each(['Manager', 'Coach', 'Teacher'] as const)('are closed to a %s', async (role) => {
    const { id } = await minted();
    const { person } = await app.factory.member(aurora, { role, appRole: 'AppAdmin' });
    const asMember = await app.steppedUp(person);
    expectRefusal(await asMember.get(pathOf(aurora)), 403, 'insufficient_role');
    expectRefusal(await asMember.delete(pathOf(aurora, id)), 403, 'insufficient_role');
  });

  it('are closed to strangers, API keys, service accounts and root', async () => {
    const { id, key } = await minted({ scopes: SCOPES });
    const bot = await app.factory.serviceAccount(aurora, { appRole: 'AppAdmin' });
    const { person: stranger } = await app.factory.member(praxia, { role: 'OrganizationAdmin', appRole: 'AppAdmin' });
    const asBot = withKey(await app.factory.apiKey({ serviceAccountId: bot.id }));
    const callers: [Client, number, toSee: string, toRevoke: string][] = [
      [app.anonymous, 401, 'unauthenticated', 'unauthenticated'],
      [await app.steppedUp(stranger), 404, 'organization_not_found', 'organization_not_found'],
      [withKey(key), 403, 'session_required', 'session_required'],
      [asBot, 403, 'user_required', 'session_required'],
      [asRoot, 403, 'user_required', 'user_required'],
    ];
    for (const [client, status, toSee, toRevoke] of callers) {
      expectProblem(await client.get(pathOf(aurora)), status, toSee);
      expectProblem(await client.delete(pathOf(aurora, id)), status, toRevoke);
    }
    expect((await withKey(key).get('/api/v1/user')).status).toBe(200);
  });

  it('need a step-up to be revoked, and none to be seen', async () => {
    const { id } = await minted();
    const fresh = await app.signedIn(sasha);
    expectRefusal(await fresh.delete(pathOf(aurora, id)), 401, 'step_up_required', { methods: ['password'] });
    expect((await fresh.get(pathOf(aurora))).body.items).toHaveLength(1);
  });
});

describe('A list of API keys', () => {
  beforeEach(begin);

  /** All ids, page by page. */
  async function paged(client: Client, path: string, limit: number): Promise<string[]> {
    const ids: string[] = [];
    for (let marker = ''; ;) {
      const { status, body } = await client.get(`${path}?limit=${limit.toString()}${marker}`);
      expect(status).toBe(200);
      expect(body.items.length).toBeLessThanOrEqual(limit);
      ids.push(...body.items.map(({ id }: { id: string }) => id));
      if (body.marker === undefined) {
        return ids;
      }
      marker = `&marker=${body.marker}`;
    }
  }

  it('is read page by page, nothing missed or repeated, across both kinds of owners', async () => {
    const bot = await app.factory.serviceAccount(aurora);
    const { id: inPraxia } = await app.factory.membership(sasha, praxia);
    const ofOrganization: string[] = [];
    const mine: string[] = [];
    for (let round = 0; round < 3; round++) {
      for (const owner of [{ membershipId }, { serviceAccountId: bot.id }, { membershipId: inPraxia }]) {
        await insertKeys(app, owner, 1);
        const { id, organizationId } = await app.prisma.db.apiKey.findFirstOrThrow({ orderBy: { id: 'desc' } });
        mine.unshift(id);
        ofOrganization.unshift(...(organizationId === aurora.id ? [id] : []));
      }
    }
    for (const limit of [1, 2, 4, 9, 100]) {
      expect(await paged(asSasha, API_KEYS, limit)).toEqual(mine);
      expect(await paged(asSasha, `/api/v1/orgs/${aurora.slug}/api-keys`, limit)).toEqual(ofOrganization);
    }
  });

  it('refuses the marker of another list', async () => {
    await insertKeys(app, { membershipId }, 2);
    const { marker } = (await asSasha.get(`${API_KEYS}?limit=1`)).body;
    const ofOrganization = `/api/v1/orgs/${aurora.slug}/api-keys`;
    for (const path of [`${ofOrganization}?marker=${marker}`, `${API_KEYS}?marker=x`]) {
      expectRefusal(await asSasha.get(path), 400, 'invalid_marker');
    }
    const { person: admin } = await app.factory.member(aurora, { role: 'OrganizationAdmin' });
    expectRefusal(await (await app.signedIn(admin)).get(`${API_KEYS}?marker=${marker}`), 400, 'invalid_marker');
  });

  it('has no items and no marker with the limit 0', async () => {
    await insertKeys(app, { membershipId }, 1);
    expect((await asSasha.get(`${API_KEYS}?limit=0`)).body).toEqual({ items: [] });
    expectInvalid(await asSasha.get(`${API_KEYS}?limit=101`), ['/limit', 'max', 'Must be at most 100.']);
  });
});
