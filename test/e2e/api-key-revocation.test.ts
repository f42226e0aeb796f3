import jwt from 'jsonwebtoken';
import type { Response } from 'supertest';
import { SCOPES } from '../../src/access/scopes.js';
import { newId } from '../../src/core/ids/ids.js';
import { covers } from '../contracts/spec/covers.js';
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

const MOST = 100;

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

describe.each([
  ['Minting', (client: Client, id: string) => client.post(API_KEYS, { name: `Like ${id}` })],
  ['Revoking', (client: Client, id: string) => client.delete(`${API_KEYS}/${id}`)],
] as const)('%s a key', (_, send) => {
  let id: string;

  beforeEach(async () => {
    await begin();
    ({ id } = await minted());
  });

  afterEach(async () => {
    expect(await app.prisma.db.apiKey.count({ where: { id } })).toBe(1);
    expect(await app.prisma.db.apiKey.count({ where: { name: `Like ${id}` } })).toBe(0);
  });

  it('needs a credential', async () => {
    expectUnauthenticated(await send(app.anonymous, id));
  });

  it('is refused to API keys, with whatever scopes', async () => {
    const { key } = await minted({ scopes: SCOPES });
    expectRefusal(await send(withKey(key), id), 403, 'session_required');
  });

  it('is refused to service accounts and root', async () => {
    const bot = await app.factory.serviceAccount(aurora, { appRole: 'AppAdmin' });
    const asBot = withKey(await app.factory.apiKey({ serviceAccountId: bot.id }));
    expectRefusal(await send(asBot, id), 403, 'session_required');
    expectRefusal(await send(asRoot.inOrganization(aurora.slug), id), 403, 'user_required');
  });

  it('needs a step-up, and says with what', async () => {
    covers(10, 11);
    const response = await send(await app.signedIn(sasha), id);
    expectProblem(response, 401, 'step_up_required', { methods: ['password'] });
    expect(response.headers['www-authenticate']).toBe('Bearer error="insufficient_user_authentication", max_age="600"');
  });

  it('needs the step-up to be recent, and in this session', async () => {
    const { sid } = jwt.decode(asSasha.token) as { sid: string };
    const stepUpAt = new Date(Date.now() - app.config.session.stepUp * 1000);
    await app.prisma.db.session.update({ where: { id: sid }, data: { stepUpAt } });
    await app.steppedUp(sasha);
    expectProblem(await send(asSasha, id), 401, 'step_up_required', { methods: ['password'] });
  });
});

describe('Revoking an API key', () => {
  beforeEach(begin);

  const revoke = (id: string, client = asSasha): Promise<Response> => client.delete(`${API_KEYS}/${id}`);

  it('ends it at once', async () => {
    const { id, key } = await minted();
    expect((await withKey(key).get('/api/v1/user')).status).toBe(200);
    const { status, text } = await revoke(id);
    expect({ status, text }).toEqual({ status: 204, text: '' });
    expectUnauthenticated(await withKey(key).get('/api/v1/user'));
    expect(await listedKeys(asSasha)).toEqual([]);
    expectRefusal(await revoke(id), 404, 'api_key_not_found');
  });

  it('does not revoke the others', async () => {
    const [one, other] = [await minted(), await minted()];
    expect((await revoke(one.id)).status).toBe(204);
    expect((await withKey(other.key).get('/api/v1/user')).status).toBe(200);
  });

  it('is done by an OrganizationAdmin for the keys of service accounts', async () => {
    const bot = await app.factory.serviceAccount(aurora);
    const { id, key } = await minted({ serviceAccountId: bot.id });
    const { person: admin } = await app.factory.member(aurora, { role: 'OrganizationAdmin' });
    expect((await revoke(id, await app.steppedUp(admin))).status).toBe(204);
    expectUnauthenticated(await withKey(key).get('/api/v1/me'));
  });

  it('reaches the caller’s own in whatever organization, active there or not', async () => {
    const { id: other } = await app.factory.membership(sasha, praxia, { state: 'Inactive' });
    await app.factory.apiKey({ membershipId: other });
    const [id = ''] = await listedKeys(asSasha);
    expect((await revoke(id)).status).toBe(204);
  });

  it('of a key one may not manage is answered like that of one that does not exist', async () => {
    const unknown = await revoke(newId());
    expectRefusal(unknown, 404, 'api_key_not_found');
    const bot = await app.factory.serviceAccount(aurora);
    const ofBot = await minted({ serviceAccountId: bot.id });
    const ofSasha = await minted();
    const { person: coach } = await app.factory.member(aurora, { role: 'Coach', appRole: 'AppAdmin' });
    const { person: admin } = await app.factory.member(aurora, { role: 'OrganizationAdmin' });
    const { person: stranger } = await app.factory.member(praxia, { role: 'OrganizationAdmin', appRole: 'AppAdmin' });
    const refused: [Person, string][] = [
      [coach, ofSasha.id],
      [coach, ofBot.id],
      [admin, ofSasha.id],
      [stranger, ofSasha.id],
      [stranger, ofBot.id],
    ];
    for (const [person, id] of refused) {
      expectSameProblem(await revoke(id, await app.steppedUp(person)), unknown);
    }
    await app.factory.membership(sasha, praxia);
    expectSameProblem(await revoke(ofBot.id, asSasha.inOrganization(praxia.slug)), unknown);
    expect((await withKey(ofSasha.key).get('/api/v1/user')).status).toBe(200);
    expect((await withKey(ofBot.key).get('/api/v1/me')).status).toBe(200);
  });

  it.each(['x', '123', 'atr_test_3kTMd9Zw', '%27', `${'0'.repeat(8)}-0000`])('refuses the id %s', async (id) => {
    expectInvalid(await revoke(id), ['/id', 'is_uuid', 'Must be a UUID.']);
  });

  it('is done by one of sixteen simultaneous requests', async () => {
    const { id } = await minted();
    const all = await Promise.all(Array.from({ length: 16 }, () => revoke(id)));
    const losers = all.filter(({ status }) => status !== 204);
    expect(losers).toHaveLength(15);
    losers.forEach((loser) => expectRefusal(loser, 404, 'api_key_not_found'));
    expect((await auditOf(app, id)).map(({ action }) => action)).toEqual(['api_key.created', 'api_key.revoked']);
  });
});

describe('The audit of API keys', () => {
  beforeEach(begin);

  it('records each minted and revoked key with the actor', async () => {
    const { id, prefix, key } = await minted({ name: 'Export', scopes: ['users:read'] });
    await asSasha.delete(`${API_KEYS}/${id}`);
    const { sid } = jwt.decode(asSasha.token) as { sid: string };
    const about = {
      targetKind: 'api_key',
      actorKind: 'user',
      actorId: sasha.id,
      organizationId: aurora.id,
      sessionId: sid,
      apiKeyId: null,
      requestId: expect.any(String),
      changes: { name: 'Export', prefix, scopes: ['users:read'] },
    };
    const events = await auditOf(app, id);
    expect(events).toMatchObject([
      { action: 'api_key.created', ...about },
      { action: 'api_key.revoked', ...about },
    ]);
    expect(events.map(({ changes }) => Object.keys(changes as object).sort())).toEqual([
      ['name', 'prefix', 'scopes'],
      ['name', 'prefix', 'scopes'],
    ]);
    expect(JSON.stringify(events)).not.toContain(key);
  });

  it('files a key under its own organization, whichever the request was about', async () => {
    await app.factory.membership(sasha, praxia);
    const { id } = await minted({ organization: praxia.slug });
    await asSasha.delete(`${API_KEYS}/${id}`);
    expect((await auditOf(app, id)).map(({ organizationId }) => organizationId)).toEqual([praxia.id, praxia.id]);
  });

  it('says nothing of what was refused', async () => {
    await insertKeys(app, { membershipId }, MOST);
    // The refusal itself is recorded, not a change.
    const where = { action: { not: 'access.refused' } };
    const before = await app.prisma.db.auditEvent.count({ where });
    await asSasha.post(API_KEYS, { name: 'Key' });
    await asSasha.post(API_KEYS, { name: 'Key', organization: 'nowhere' });
    await asSasha.delete(`${API_KEYS}/${newId()}`);
    expect(await app.prisma.db.auditEvent.count({ where })).toBe(before);
  });
});
