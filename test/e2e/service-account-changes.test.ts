import type { Response } from 'supertest';
import type { Scope } from '../../src/access/scopes.js';
import { newId } from '../../src/core/ids/ids.js';
import { TestApp } from '../support/app/app.js';
import type { Client } from '../support/clients/client.js';
import { auditOf } from '../support/data/audit.js';
import type { Organization, Person } from '../support/data/factory.js';
import {
  ACCOUNT_KEYS,
  ACCOUNTS,
  createAccountAs,
  makeServiceAccountWorld,
  newName,
  PATTERN,
  storedAccount,
} from '../support/data/service-accounts.js';
import {
  expectInvalid,
  expectRefusal,
  expectSameProblem,
  expectUnauthenticated,
} from '../support/expectations/refusals.js';

const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const NO_KEY = 'The body must have at least one of the keys the route takes.';

let app: TestApp;
let aurora: Organization;
let sasha: Person;
let asSasha: Client;
let asPriya: Client;
let asRoot: Client;

beforeAll(async () => {
  app = await TestApp.start();
  ({ aurora, sasha, asSasha, asPriya, asRoot } = await makeServiceAccountWorld(app));
});

afterAll(() => app.stop());

async function withKey(owner: Parameters<TestApp['factory']['apiKey']>[0], scopes?: Scope[]): Promise<Client> {
  return app.anonymous.withToken(await app.factory.apiKey(owner, { scopes }));
}

const created = (fields: Record<string, unknown> = {}, client = asSasha): Promise<Response['body']> =>
  createAccountAs(client, fields);

const stored = (id: string) => storedAccount(app, id);

describe('Changing a service account', () => {
  let account: Response['body'];
  const change = (body?: unknown, client = asSasha): Promise<Response> =>
    client.patch(`${ACCOUNTS}/${account.id}`, body);

  beforeEach(async () => {
    account = await created({ description: 'Deploys releases', role: 'Coach' });
    // A millisecond later at least, so that a moved updatedAt shows.
    await new Promise((resolve) => setTimeout(resolve, 2));
  });

  it('changes what is sent and leaves the rest', async () => {
    const username = newName();
    const { status, body } = await change({ username });
    expect({ status, keys: Object.keys(body) }).toEqual({ status: 200, keys: ACCOUNT_KEYS });
    expect(body).toEqual({ ...account, username, updatedAt: expect.stringMatching(ISO), updatedBy: sasha.id });
    expect(Date.parse(body.updatedAt)).toBeGreaterThan(Date.parse(account.updatedAt));
    expect(await stored(account.id)).toMatchObject({ username, role: { name: 'Coach' } });
    expect((await asSasha.get(`${ACCOUNTS}/${account.id}`)).body).toEqual(body);
  });

  it('clears the description with null', async () => {
    expect((await change({ description: null })).body.description).toBeNull();
    expect((await stored(account.id)).description).toBeNull();
  });

  it('changes role and app role', async () => {
    expect((await change({ role: 'Manager', appRole: 'AppAdmin' })).status).toBe(200);
    expect(await stored(account.id)).toMatchObject({ appRole: 'AppAdmin', role: { name: 'Manager' } });
  });

  it('that is so already is 200 and moves nothing', async () => {
    const { username, description } = account;
    const same = { username: ` ${String(username)} `, description, role: 'Coach', appRole: 'AppMember' };
    for (const body of [same, { username }, { description }, { role: 'Coach' }]) {
      const response = await change(body, asRoot);
      expect({ status: response.status, body: response.body }).toEqual({ status: 200, body: account });
    }
    expect(await auditOf(app, account.id)).toHaveLength(1);
  });

  it.each([
    [{}, '', 'not_empty', NO_KEY],
    [undefined, '', 'not_empty', NO_KEY],
    [[], '', 'is_object', 'The body must be a JSON object.'],
    [{ name: 'x' }, '/name', 'unknown_key', 'This key is not one the route takes.'],
    [{ createdBy: 'root' }, '/createdBy', 'unknown_key', 'This key is not one the route takes.'],
    [{ username: null }, '/username', 'is_string', 'Must be a string.'],
    [{ username: 'B' }, '/username', 'matches', PATTERN],
    [{ role: null }, '/role', 'is_string', 'Must be a string.'],
    [{ appRole: null }, '/appRole', 'is_in', 'Must be one of AppAdmin, AppMember.'],
    [{ description: '' }, '/description', 'min_length', 'Must have at least 1 character.'],
  ])('refuses %j and changes nothing', async (body, pointer, code, detail) => {
    expectInvalid(await change(body), [pointer, code, detail]);
    expect((await asSasha.get(`${ACCOUNTS}/${account.id}`)).body).toEqual(account);
  });

  it('refuses a username that is taken and a role that is not there, and changes nothing', async () => {
    const { username } = await created();
    expectRefusal(await change({ username, description: 'Other' }), 409, 'username_taken');
    expectRefusal(await change({ role: 'Owner', description: 'Other' }), 400, 'invalid_role');
    expect((await asSasha.get(`${ACCOUNTS}/${account.id}`)).body).toEqual(account);
  });

  it('acts on its keys at once', async () => {
    const asBot = await withKey({ serviceAccountId: account.id });
    expectRefusal(await asBot.get(ACCOUNTS), 403, 'insufficient_role');
    await change({ role: 'OrganizationAdmin' });
    expect((await asBot.get(ACCOUNTS)).status).toBe(200);
    await change({ role: 'Teacher' });
    expectRefusal(await asBot.get(ACCOUNTS), 403, 'insufficient_role');
  });

  it('by many at once loses none of the changes', async () => {
    const username = newName();
    const changes = [{ username }, { description: 'New' }, { role: 'Manager' }, { appRole: 'AppAdmin' }];
    const all = await Promise.all([...changes, ...changes, ...changes, ...changes].map((body) => change(body)));
    expect(all.map(({ status }) => status)).toEqual(all.map(() => 200));
    expect(await stored(account.id)).toMatchObject({
      username,
      description: 'New',
      appRole: 'AppAdmin',
      role: { name: 'Manager' },
    });
    expect(await auditOf(app, account.id)).toHaveLength(1 + changes.length);
  });
});

describe('Deleting a service account', () => {
  it('ends it and its keys at once', async () => {
    const { id } = await created();
    const asBot = await withKey({ serviceAccountId: id });
    expect((await asBot.get('/api/v1/me')).body.serviceAccount.id).toBe(id);
    const { status, text } = await asSasha.delete(`${ACCOUNTS}/${id}`);
    expect({ status, text }).toEqual({ status: 204, text: '' });
    expectUnauthenticated(await asBot.get('/api/v1/me'));
    expectRefusal(await asSasha.get(`${ACCOUNTS}/${id}`), 404, 'service_account_not_found');
    expectRefusal(await asSasha.delete(`${ACCOUNTS}/${id}`), 404, 'service_account_not_found');
    expect(await app.prisma.db.apiKey.count({ where: { serviceAccountId: id } })).toBe(0);
  });

  it('makes its username free', async () => {
    const { id, username } = await created();
    await asSasha.delete(`${ACCOUNTS}/${id}`);
    expect((await created({ username })).id).not.toBe(id);
  });

  it('is done by one of sixteen simultaneous requests', async () => {
    const { id } = await created();
    const all = await Promise.all(Array.from({ length: 16 }, () => asSasha.delete(`${ACCOUNTS}/${id}`)));
    const losers = all.filter(({ status }) => status !== 204);
    expect(losers).toHaveLength(15);
    losers.forEach((loser) => expectRefusal(loser, 404, 'service_account_not_found'));
    expect((await auditOf(app, id)).map(({ action }) => action)).toEqual([
      'service_account.created',
      'service_account.deleted',
    ]);
  });
});

describe('The service account of another organization', () => {
  it.each(['get', 'patch', 'delete'] as const)('looks to %s like one that does not exist', async (method) => {
    const { id } = await created({}, asPriya);
    const send = (name: string): Promise<Response> =>
      asSasha.send(method, `${ACCOUNTS}/${name}`, method === 'patch' ? { description: 'Mine' } : undefined);
    const foreign = await send(id);
    expectRefusal(foreign, 404, 'service_account_not_found');
    for (const name of [newId(), 'A1B2C3D4E5', 'ci-deploy-bot', '%27', '..%2F', 'a'.repeat(1000)]) {
      const unknown = await send(name);
      expectRefusal(unknown, 404, 'service_account_not_found');
      expectSameProblem(unknown, foreign);
    }
    const { status, body } = await asPriya.get(`${ACCOUNTS}/${id}`);
    expect({ status, description: body.description }).toEqual({ status: 200, description: null });
  });

  it('is found by its id in capitals, where it is', async () => {
    const { id } = await created();
    expect((await asSasha.get(`${ACCOUNTS}/${String(id).toUpperCase()}`)).body.id).toBe(id);
    expect((await asSasha.patch(`${ACCOUNTS}/${String(id).toUpperCase()}`, { description: 'x' })).status).toBe(200);
    expect((await asSasha.delete(`${ACCOUNTS}/${String(id).toUpperCase()}`)).status).toBe(204);
  });
});

describe('The audit', () => {
  it('has the actions on a service account, with actor and changes', async () => {
    const account = await created({ description: 'Deploys', role: 'Coach' });
    const username = newName();
    await asSasha.patch(`${ACCOUNTS}/${account.id}`, {
      username,
      description: null,
      role: 'Manager',
      appRole: 'AppMember',
    });
    await asRoot.delete(`${ACCOUNTS}/${account.id}`);
    const about = { targetKind: 'service_account', organizationId: aurora.id, requestId: expect.any(String) };
    expect(await auditOf(app, account.id)).toMatchObject([
      {
        ...about,
        action: 'service_account.created',
        actorKind: 'user',
        actorId: sasha.id,
        sessionId: expect.any(String),
        changes: {
          username: { before: null, after: account.username },
          description: { before: null, after: 'Deploys' },
          role: { before: null, after: 'Coach' },
          appRole: { before: null, after: 'AppMember' },
        },
      },
      {
        ...about,
        action: 'service_account.updated',
        actorId: sasha.id,
        changes: {
          username: { before: account.username, after: username },
          description: { before: 'Deploys', after: null },
          role: { before: 'Coach', after: 'Manager' },
        },
      },
      {
        ...about,
        action: 'service_account.deleted',
        actorKind: 'root',
        actorId: 'root',
        sessionId: null,
        changes: {
          username: { before: username, after: null },
          role: { before: 'Manager', after: null },
          appRole: { before: 'AppMember', after: null },
        },
      },
    ]);
    const [, updated] = await auditOf(app, account.id);
    expect(Object.keys(updated?.changes as object).sort()).toEqual(['description', 'role', 'username']);
  });

  it('says nothing of what was refused', async () => {
    const { username } = await created();
    const before = await app.prisma.db.auditEvent.count();
    await asSasha.post(ACCOUNTS, { username });
    await asSasha.post(ACCOUNTS, { username: newName(), role: 'Owner' });
    await asSasha.delete(`${ACCOUNTS}/${newId()}`);
    expect(await app.prisma.db.auditEvent.count()).toBe(before);
  });
});
