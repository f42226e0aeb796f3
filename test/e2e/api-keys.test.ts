import type { Response } from 'supertest';
import { DEFAULT_SCOPES, SCOPES } from '../../src/access/scopes.js';
import { newId } from '../../src/core/ids/ids.js';
import { TestApp } from '../support/app/app.js';
import type { Client } from '../support/clients/client.js';
import { API_KEYS, insertKeys, listedKeys, makeApiKeyWorld, mintKeyAs } from '../support/data/api-keys.js';
import { auditOf } from '../support/data/audit.js';
import type { Organization, Person } from '../support/data/factory.js';
import {
  expectInvalid,
  expectRefusal,
  expectSameProblem,
  expectUnauthenticated,
} from '../support/expectations/refusals.js';
import { eventually } from '../support/time/eventually.js';

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
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const HOUR = 3_600_000;
const MOST = 100;

let app: TestApp;
let aurora: Organization;
let praxia: Organization;
let sasha: Person;
let asSasha: Client;
/** Of Sasha in Aurora Labs, where he is OrganizationAdmin and AppAdmin. */
let membershipId: string;

beforeAll(async () => {
  app = await TestApp.start();
});

/** Two new organizations, and Sasha anew in one of them. */
async function begin(): Promise<void> {
  ({ aurora, praxia, sasha, membershipId, asSasha } = await makeApiKeyWorld(app));
}

afterAll(() => app.stop());

const minted = (fields: Record<string, unknown> = {}, client = asSasha): Promise<Response['body']> =>
  mintKeyAs(client, fields);

const withKey = (key: string): Client => app.anonymous.withToken(key);

describe('Minting an API key', () => {
  beforeEach(begin);

  it('answers the key, this once, with what is known of it', async () => {
    const body = await minted({ name: ' Nightly  export ', scopes: ['users:read', 'projects:write'] });
    expect(Object.keys(body)).toEqual([...KEYS, 'key']);
    expect(body).toEqual({
      id: expect.stringMatching(UUID),
      name: 'Nightly  export',
      prefix: body.key.slice(0, 17),
      scopes: ['users:read', 'projects:write'],
      organizationId: aurora.id,
      serviceAccountId: null,
      createdAt: expect.stringMatching(ISO),
      lastUsedAt: null,
      expiresAt: null,
      key: expect.stringMatching(/^atr_test_[0-9A-Za-z]{49}$/),
    });
    expect(Math.abs(Date.parse(body.createdAt) - Date.now())).toBeLessThan(60_000);
    const list = await asSasha.get(API_KEYS);
    const { key, ...details } = body;
    expect(list.body).toEqual({ items: [details] });
    expect(list.text).not.toContain(key);
  });

  it('stores nothing that reveals the key', async () => {
    const { id, key } = await minted();
    const [row] = await app.prisma.db.$queryRaw<{ text: string }[]>`
      SELECT "ApiKey"::text AS text FROM "ApiKey" WHERE id = ${id}::uuid`;
    const [event] = await auditOf(app, id);
    for (const text of [row?.text, JSON.stringify(event)]) {
      expect(text).toContain(key.slice(0, 17));
      expect(text).not.toContain(key.slice(17));
    }
  });

  it('makes one that acts as its owner, and notes when it was used', async () => {
    const { id, key } = await minted();
    const { status, body } = await withKey(key).get('/api/v1/auth/me');
    expect({ status, body }).toMatchObject({
      status: 200,
      body: { user: { id: sasha.id }, session: null, organization: { id: aurora.id, role: 'OrganizationAdmin' } },
    });
    const lastUse = async (): Promise<string | null> => {
      const { items } = (await asSasha.get(API_KEYS)).body;
      return items.find((item: { id: string }) => item.id === id).lastUsedAt;
    };
    await eventually(async () => (await lastUse()) !== null);
    expect(await lastUse()).toMatch(ISO);
  });

  it('gives it the scopes that read when none are named', async () => {
    const { key, scopes } = await minted();
    expect(scopes).toEqual(DEFAULT_SCOPES);
    expect(scopes).toEqual(['users:read', 'orgs:read', 'projects:read']);
    expect((await withKey(key).get('/api/v1/user')).status).toBe(200);
    expectRefusal(
      await withKey(key).post('/api/v1/org/service-accounts', { username: 'bot' }),
      403,
      'insufficient_scope',
      {
        detail: 'The API key lacks the scope orgs:write.',
      },
    );
  });

  it('grants only the named scopes', async () => {
    const { key } = await minted({ scopes: ['orgs:write'] });
    const lacks = (scope: string): { detail: string } => ({ detail: `The API key lacks the scope ${scope}.` });
    expectRefusal(await withKey(key).get('/api/v1/user'), 403, 'insufficient_scope', lacks('users:read'));
    expectRefusal(await withKey(key).get(API_KEYS), 403, 'insufficient_scope', lacks('orgs:read'));
    const created = await withKey(key).post('/api/v1/org/service-accounts', { username: 'bot' });
    expect(created.status).toBe(201);
    expect((await minted({ scopes: SCOPES })).scopes).toEqual(SCOPES);
  });

  it('grants no more than the current roles of its owner', async () => {
    const { key } = await minted({ scopes: SCOPES });
    expect((await withKey(key).get('/api/v1/org/service-accounts')).status).toBe(200);
    const roleId = await app.factory.roleId('Teacher');
    await app.prisma.db.membership.update({ where: { id: membershipId }, data: { roleId } });
    expectRefusal(await withKey(key).get('/api/v1/org/service-accounts'), 403, 'insufficient_role');
  });

  it('makes one that ends when it is to end', async () => {
    const expiresAt = new Date(Date.now() + HOUR).toISOString();
    const { key, ...body } = await minted({ expiresAt });
    expect(body.expiresAt).toBe(expiresAt);
    expect((await withKey(key).get('/api/v1/user')).status).toBe(200);
    const { count } = await app.prisma.db.apiKey.updateMany({ where: { expiresAt }, data: { expiresAt: new Date() } });
    expect(count).toBe(1);
    expectUnauthenticated(await withKey(key).get('/api/v1/user'));
    expect(await listedKeys(asSasha)).toEqual([body.id]);
  });

  it.each([
    ['2030-02-28T23:59:59Z', '2030-02-28T23:59:59.000Z'],
    ['2032-02-29T00:00:00.5+05:30', '2032-02-28T18:30:00.500Z'],
    ['2030-01-01t00:00:00.123456z', '2030-01-01T00:00:00.123Z'],
    ['2030-01-01T00:00:00-00:00', '2030-01-01T00:00:00.000Z'],
    ['9999-12-31T23:59:59Z', '9999-12-31T23:59:59.000Z'],
    [null, null],
  ])('takes %s for the end', async (expiresAt, taken) => {
    expect((await minted({ expiresAt })).expiresAt).toBe(taken);
  });
});

describe('The organization of a new key', () => {
  beforeEach(begin);

  it('is the one that is named, by slug, former slug or id', async () => {
    await app.factory.membership(sasha, praxia);
    const former = `former-${praxia.slug}`;
    await app.prisma.db.organizationSlug.create({ data: { slug: former, organizationId: praxia.id } });
    for (const organization of [praxia.slug, former, praxia.id, praxia.id.toUpperCase()]) {
      const { organizationId, key } = await minted({ organization });
      expect(organizationId).toBe(praxia.id);
      expect((await withKey(key).get('/api/v1/auth/me')).body.organization).toMatchObject({
        id: praxia.id,
        role: 'Teacher',
      });
    }
  });

  it('is the one of the request when none is named', async () => {
    await app.factory.membership(sasha, praxia);
    expect((await minted()).organizationId).toBe(aurora.id);
    expect((await minted({}, asSasha.inOrganization(praxia.slug))).organizationId).toBe(praxia.id);
  });

  it('must be known', async () => {
    const asNobody = await app.steppedUp(await app.factory.person());
    expectRefusal(await asNobody.post(API_KEYS, { name: 'Key' }), 400, 'organization_required', {
      detail: 'Name the organization in `organization` or in the header x-org.',
    });
  });

  it('is one the caller is in; whether another exists stays unsaid', async () => {
    const foreign = await asSasha.post(API_KEYS, { name: 'Key', organization: praxia.id });
    expectRefusal(foreign, 403, 'not_a_member');
    for (const organization of [praxia.slug, newId(), 'nowhere', aurora.slug.toUpperCase(), "' OR 1=1 --"]) {
      expectSameProblem(await asSasha.post(API_KEYS, { name: 'Key', organization }), foreign);
    }
  });

  it('is one the caller is active in', async () => {
    await app.factory.membership(sasha, praxia, { state: 'Inactive' });
    for (const organization of [praxia.slug, praxia.id]) {
      expectRefusal(await asSasha.post(API_KEYS, { name: 'Key', organization }), 403, 'membership_inactive');
    }
    const inPraxia = await asSasha.inOrganization(praxia.slug).post(API_KEYS, { name: 'Key' });
    expectRefusal(inPraxia, 403, 'membership_inactive');
    expect(await app.prisma.db.apiKey.count({ where: { membership: { userId: sasha.id } } })).toBe(0);
  });
});

describe('A key for a service account', () => {
  beforeEach(begin);

  let bot: { id: string };

  beforeEach(async () => {
    bot = await app.factory.serviceAccount(aurora);
  });

  it('is minted by an OrganizationAdmin, and acts as the service account', async () => {
    const { key, ...details } = await minted({ serviceAccountId: bot.id, scopes: SCOPES });
    expect(details).toMatchObject({ organizationId: aurora.id, serviceAccountId: bot.id });
    const { status, body } = await withKey(key).get('/api/v1/me');
    expect({ status, keys: Object.keys(body), id: body.serviceAccount.id }).toEqual({
      status: 200,
      keys: ['serviceAccount'],
      id: bot.id,
    });
    for (const path of ['/api/v1/user', '/api/v1/auth/me', API_KEYS]) {
      expectRefusal(await withKey(key).get(path), 403, 'user_required');
    }
    expectRefusal(await withKey(key).get('/api/v1/org/service-accounts'), 403, 'insufficient_role');
    expect((await withKey(key).inOrganization(aurora.slug).get('/api/v1/app/user')).status).toBe(200);
  });

  it.each(['Manager', 'Coach', 'Teacher'] as const)('is refused to a %s, whichever account it is', async (role) => {
    const { person } = await app.factory.member(aurora, { role, appRole: 'AppAdmin' });
    const asMember = await app.steppedUp(person);
    for (const serviceAccountId of [bot.id, newId(), (await app.factory.serviceAccount(praxia)).id]) {
      expectRefusal(await asMember.post(API_KEYS, { name: 'Key', serviceAccountId }), 403, 'insufficient_role');
    }
  });

  it('is refused for one of another organization like for one that does not exist', async () => {
    const foreign = await app.factory.serviceAccount(praxia);
    const refused = await asSasha.post(API_KEYS, { name: 'Key', serviceAccountId: foreign.id });
    expectRefusal(refused, 404, 'service_account_not_found');
    expectSameProblem(await asSasha.post(API_KEYS, { name: 'Key', serviceAccountId: newId() }), refused);
    const inPraxia = { name: 'Key', serviceAccountId: foreign.id, organization: praxia.slug };
    expectRefusal(await asSasha.post(API_KEYS, inPraxia), 403, 'not_a_member');
    await app.factory.membership(sasha, praxia, { role: 'OrganizationAdmin' });
    expect((await asSasha.post(API_KEYS, { ...inPraxia, serviceAccountId: bot.id })).status).toBe(404);
    expect((await asSasha.post(API_KEYS, inPraxia)).body.organizationId).toBe(praxia.id);
  });

  it('is refused to callers that could not grant the roles of the account', async () => {
    const { person } = await app.factory.member(aurora, { role: 'OrganizationAdmin', appRole: 'AppMember' });
    const asMember = await app.steppedUp(person);
    expect((await minted({ serviceAccountId: bot.id }, asMember)).serviceAccountId).toBe(bot.id);
    const strong = await app.factory.serviceAccount(aurora, { appRole: 'AppAdmin' });
    const request = { name: 'Key', serviceAccountId: strong.id };
    expectRefusal(await asMember.post(API_KEYS, request), 403, 'insufficient_role');
    expect((await minted(request)).serviceAccountId).toBe(strong.id);
  });
});

describe('One owner has a hundred keys at most:', () => {
  beforeEach(begin);

  const mint = (fields = {}): Promise<Response> => asSasha.post(API_KEYS, { name: 'Key', ...fields });

  it('the next is refused, until one is revoked', async () => {
    await insertKeys(app, { membershipId }, MOST - 1);
    const { id } = await minted();
    expectRefusal(await mint(), 409, 'too_many_api_keys');
    expect((await asSasha.delete(`${API_KEYS}/${id}`)).status).toBe(204);
    expect((await mint()).status).toBe(201);
  });

  it('a membership, another one, and a service account count apart', async () => {
    const bot = await app.factory.serviceAccount(aurora);
    await app.factory.membership(sasha, praxia);
    await insertKeys(app, { membershipId }, MOST);
    expect((await mint({ serviceAccountId: bot.id })).status).toBe(201);
    expect((await mint({ organization: praxia.slug })).status).toBe(201);
    await insertKeys(app, { serviceAccountId: bot.id }, MOST - 1);
    expectRefusal(await mint({ serviceAccountId: bot.id }), 409, 'too_many_api_keys');
  });

  it('also when sixteen are minted at once', async () => {
    const bot = await app.factory.serviceAccount(aurora);
    for (const owner of [{ membershipId }, { serviceAccountId: bot.id }]) {
      await insertKeys(app, owner, MOST - 5);
      const request = 'serviceAccountId' in owner ? owner : {};
      const all = await Promise.all(Array.from({ length: 16 }, () => mint(request)));
      const refused = all.filter(({ status }) => status !== 201);
      expect(refused).toHaveLength(11);
      refused.forEach((one) => expectRefusal(one, 409, 'too_many_api_keys'));
      expect(await app.prisma.db.apiKey.count({ where: owner })).toBe(MOST);
    }
  });
});

describe('A request for a key is refused', () => {
  beforeAll(begin);

  const UNKNOWN = 'This key is not one the route takes.';
  const OF_SCOPES = `Must contain only these values: ${SCOPES.join(', ')}.`;
  const NO_TIME = 'Must be a date and time with an offset, as in 2030-01-01T00:00:00Z (RFC 3339).';

  it.each([
    [{}, '/name', 'is_string', 'Must be a string.'],
    [{ name: ' ' }, '/name', 'min_length', 'Must have at least 1 character.'],
    [{ name: 'x'.repeat(101) }, '/name', 'max_length', 'Must have at most 100 characters.'],
    [{ name: 'a\nb' }, '/name', 'no_controls', 'Must not contain control characters.'],
    [{ name: null }, '/name', 'is_string', 'Must be a string.'],
    [{ name: 'Key', scopes: [] }, '/scopes', 'array_min_size', 'Must have at least one item.'],
    [{ name: 'Key', scopes: null }, '/scopes', 'is_array', 'Must be an array.'],
    [{ name: 'Key', scopes: 'users:read' }, '/scopes', 'is_array', 'Must be an array.'],
    [{ name: 'Key', scopes: { 0: 'users:read' } }, '/scopes', 'is_array', 'Must be an array.'],
    [{ name: 'Key', scopes: ['users:read', 'root'] }, '/scopes', 'is_in', OF_SCOPES],
    [{ name: 'Key', scopes: ['users:*'] }, '/scopes', 'is_in', OF_SCOPES],
    [{ name: 'Key', scopes: [['users:read']] }, '/scopes', 'is_in', OF_SCOPES],
    [{ name: 'Key', scopes: [null] }, '/scopes', 'is_in', OF_SCOPES],
    [
      { name: 'Key', scopes: ['users:read', 'users:read'] },
      '/scopes',
      'array_unique',
      'Must not have the same item twice.',
    ],
    [{ name: 'Key', expiresAt: '2020-01-01T00:00:00Z' }, '/expiresAt', 'min_date', 'Must be in the future.'],
    [{ name: 'Key', expiresAt: 1_900_000_000_000 }, '/expiresAt', 'is_date', NO_TIME],
    [{ name: 'Key', organization: '' }, '/organization', 'min_length', 'Must have at least 1 character.'],
    [{ name: 'Key', organization: null }, '/organization', 'is_string', 'Must be a string.'],
    [{ name: 'Key', serviceAccountId: 'ci-deploy-bot' }, '/serviceAccountId', 'is_uuid', 'Must be a UUID.'],
    [{ name: 'Key', key: 'atr_test_mine' }, '/key', 'unknown_key', UNKNOWN],
    [{ name: 'Key', membershipId: newId() }, '/membershipId', 'unknown_key', UNKNOWN],
  ])('as %j', async (body, pointer, code, detail) => {
    expectInvalid(await asSasha.post(API_KEYS, body), [pointer, code, detail]);
    expect(await listedKeys(asSasha)).toEqual([]);
  });

  it.each([
    '',
    'tomorrow',
    '2030-01-01',
    '2030-01-01T00:00:00',
    '2030-01-01 00:00:00Z',
    '2030-02-30T00:00:00Z',
    '2031-02-29T00:00:00Z',
    '2030-13-01T00:00:00Z',
    '2030-01-01T24:00:00Z',
    '2030-01-01T00:00:60Z',
    '2030-01-01T00:00:00+24:00',
    '2030-01-01T00:00:00.Z',
    '2030-1-1T00:00:00Z',
    '+012030-01-01T00:00:00Z',
    '9999-12-31T23:59:59-00:01',
    '2030-01-01T00:00:00Z\u0000',
  ])('with the end %j', async (expiresAt) => {
    expectInvalid(await asSasha.post(API_KEYS, { name: 'Key', expiresAt }), ['/expiresAt', 'is_date', NO_TIME]);
  });

  it('with an end that has just come', async () => {
    const expiresAt = new Date(Date.now() - 1).toISOString();
    const refused = await asSasha.post(API_KEYS, { name: 'Key', expiresAt });
    expectInvalid(refused, ['/expiresAt', 'min_date', 'Must be in the future.']);
  });
});
