import type { Response } from 'supertest';
import type { Scope } from '../../src/access/scopes.js';
import { newId } from '../../src/core/ids/ids.js';
import { TestApp } from '../support/app/app.js';
import type { Client, Method } from '../support/clients/client.js';
import type { Organization, Person } from '../support/data/factory.js';
import {
  ACCOUNT_KEYS,
  ACCOUNTS,
  createAccountAs,
  makeServiceAccountWorld,
  newName,
  PATTERN,
  signedInMember,
  storedAccount,
} from '../support/data/service-accounts.js';
import { expectInvalid, expectRefusal, expectUnauthenticated } from '../support/expectations/refusals.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

let app: TestApp;
let aurora: Organization;
let praxia: Organization;
let sasha: Person;
let asSasha: Client;
let asPriya: Client;
let asRoot: Client;

beforeAll(async () => {
  app = await TestApp.start();
  ({ aurora, praxia, sasha, asSasha, asPriya, asRoot } = await makeServiceAccountWorld(app));
});

afterAll(() => app.stop());

const member = (organization: Organization, fields: Parameters<typeof signedInMember>[2] = {}) =>
  signedInMember(app, organization, fields);

async function withKey(owner: Parameters<TestApp['factory']['apiKey']>[0], scopes?: Scope[]): Promise<Client> {
  return app.anonymous.withToken(await app.factory.apiKey(owner, { scopes }));
}

const created = (fields: Record<string, unknown> = {}, client = asSasha): Promise<Response['body']> =>
  createAccountAs(client, fields);

const stored = (id: string) => storedAccount(app, id);

describe('Creating a service account', () => {
  it('answers its seven keys, and reading it answers the same', async () => {
    const body = await created({ username: 'ci.deploy_bot-7', description: 'Deploys releases' });
    expect(Object.keys(body)).toEqual(ACCOUNT_KEYS);
    expect(body).toEqual({
      id: expect.stringMatching(UUID),
      username: 'ci.deploy_bot-7',
      description: 'Deploys releases',
      createdAt: expect.stringMatching(ISO),
      createdBy: sasha.id,
      updatedAt: body.createdAt,
      updatedBy: sasha.id,
    });
    expect(Math.abs(Date.parse(body.createdAt) - Date.now())).toBeLessThan(60_000);
    const read = await asSasha.get(`${ACCOUNTS}/${body.id}`);
    expect({ status: read.status, body: read.body }).toEqual({ status: 200, body });
  });

  it('has the lowest roles by default', async () => {
    const { id, description } = await created();
    expect(description).toBeNull();
    expect(await stored(id)).toMatchObject({ appRole: 'AppMember', role: { name: 'Teacher' } });
  });

  it.each(['OrganizationAdmin', 'Manager', 'Coach', 'Teacher'])('can make it %s', async (role) => {
    const { id } = await created({ role, appRole: 'AppAdmin' });
    expect(await stored(id)).toMatchObject({ appRole: 'AppAdmin', role: { name: role } });
  });

  it('can give it a role of the organization’s own', async () => {
    const role = await ownRole(aurora, 'Release engineer');
    const { id } = await created({ role: 'Release engineer' });
    expect((await stored(id)).roleId).toBe(role.id);
  });

  it('means the built-in role by its name, whatever the organization calls its own', async () => {
    await ownRole(aurora, 'Coach');
    const { id } = await created({ role: 'Coach' });
    expect((await stored(id)).roleId).toBe(await app.factory.roleId('Coach'));
  });

  it.each(['Owner', 'teacher', 'TEACHER', 'Role of Praxia', 'x'.repeat(100)])('refuses the role %s', async (role) => {
    if (role === 'Role of Praxia') {
      await ownRole(praxia, role);
    }
    expectRefusal(await asSasha.post(ACCOUNTS, { username: newName(), role }), 400, 'invalid_role');
  });

  it('keeps text trimmed and in NFC', async () => {
    const username = newName();
    expect(await created({ username: ` ${username}\n`, description: ' Cafe\u0301\nbot ' })).toMatchObject({
      username,
      description: 'Café\nbot',
    });
  });

  it.each(['ab', '0-', '._', 'a'.repeat(64)])('takes the username %s', async (username) => {
    expect((await created({ username })).username).toBe(username);
  });

  it.each([
    [{}, '/username', 'is_string', 'Must be a string.'],
    [{ username: null }, '/username', 'is_string', 'Must be a string.'],
    [{ username: 12 }, '/username', 'is_string', 'Must be a string.'],
    [{ username: '' }, '/username', 'matches', PATTERN],
    [{ username: 'a' }, '/username', 'matches', PATTERN],
    [{ username: 'a'.repeat(65) }, '/username', 'matches', PATTERN],
    [{ username: 'Bot' }, '/username', 'matches', PATTERN],
    [{ username: 'a bot' }, '/username', 'matches', PATTERN],
    [{ username: 'bot\nbot' }, '/username', 'matches', PATTERN],
    [{ username: 'bät' }, '/username', 'matches', PATTERN],
    [{ username: 'bot', description: '' }, '/description', 'min_length', 'Must have at least 1 character.'],
    [{ username: 'bot', description: 1 }, '/description', 'is_string', 'Must be a string.'],
    [
      { username: 'bot', description: 'x'.repeat(501) },
      '/description',
      'max_length',
      'Must have at most 500 characters.',
    ],
    [
      { username: 'bot', description: 'x\u0000' },
      '/description',
      'no_controls',
      'Must not contain control characters.',
    ],
    [{ username: 'bot', role: null }, '/role', 'is_string', 'Must be a string.'],
    [{ username: 'bot', role: ['Teacher'] }, '/role', 'is_string', 'Must be a string.'],
    [{ username: 'bot', role: 'x'.repeat(101) }, '/role', 'max_length', 'Must have at most 100 characters.'],
    [{ username: 'bot', appRole: 'Teacher' }, '/appRole', 'is_in', 'Must be one of AppAdmin, AppMember.'],
    [{ username: 'bot', appRole: null }, '/appRole', 'is_in', 'Must be one of AppAdmin, AppMember.'],
    [
      { username: 'bot', organizationId: 'x' },
      '/organizationId',
      'unknown_key',
      'This key is not one the route takes.',
    ],
    [{ username: 'bot', id: newId() }, '/id', 'unknown_key', 'This key is not one the route takes.'],
  ])('refuses %j', async (body, pointer, code, detail) => {
    expectInvalid(await asSasha.post(ACCOUNTS, body), [pointer, code, detail]);
  });

  it('refuses a username that the organization has, which another may have', async () => {
    const { id, username } = await created();
    expectRefusal(await asSasha.post(ACCOUNTS, { username }), 409, 'username_taken', { existing: { id } });
    expect((await created({ username }, asPriya)).username).toBe(username);
  });

  it('lets one of sixteen have a username they all want at once', async () => {
    const username = newName();
    const all = await Promise.all(Array.from({ length: 16 }, () => asSasha.post(ACCOUNTS, { username })));
    const losers = all.filter(({ status }) => status !== 201);
    expect(losers).toHaveLength(15);
    const { id } = all.find(({ status }) => status === 201)?.body ?? {};
    losers.forEach((loser) => expectRefusal(loser, 409, 'username_taken', { existing: { id } }));
    expect(await app.prisma.db.serviceAccount.count({ where: { organizationId: aurora.id, username } })).toBe(1);
  });

  it('records the actor: root, or a service account', async () => {
    const maker = await created({ role: 'OrganizationAdmin' });
    const asMaker = await withKey({ serviceAccountId: maker.id });
    const made = await created({}, asMaker);
    expect(made).toMatchObject({ createdBy: maker.id, updatedBy: maker.id });
    expect(await created({}, asRoot)).toMatchObject({ createdBy: 'root', updatedBy: 'root' });
    expect((await asRoot.patch(`${ACCOUNTS}/${made.id}`, { description: 'x' })).body).toMatchObject({
      createdBy: maker.id,
      updatedBy: 'root',
    });
  });
});

describe('A caller cannot grant a role above their own:', () => {
  let asMember: Client;

  beforeAll(async () => {
    ({ client: asMember } = await member(aurora, { role: 'OrganizationAdmin', appRole: 'AppMember' }));
  });

  it('an AppMember makes no AppAdmin', async () => {
    const appAdmin = { appRole: 'AppAdmin' };
    expectRefusal(await asMember.post(ACCOUNTS, { username: newName(), ...appAdmin }), 403, 'insufficient_role');
    const { id } = await created({ role: 'OrganizationAdmin' }, asMember);
    expectRefusal(await asMember.patch(`${ACCOUNTS}/${id}`, appAdmin), 403, 'insufficient_role');
    expect((await stored(id)).appRole).toBe('AppMember');
  });

  it('a present role can stay', async () => {
    const { id } = await created({ appRole: 'AppAdmin' });
    const { status, body } = await asMember.patch(`${ACCOUNTS}/${id}`, { appRole: 'AppAdmin', description: 'Still' });
    expect({ status, description: body.description }).toEqual({ status: 200, description: 'Still' });
    expect((await asMember.patch(`${ACCOUNTS}/${id}`, { appRole: 'AppMember' })).status).toBe(200);
  });

  it('root gives every role', async () => {
    const { id } = await created({ role: 'OrganizationAdmin', appRole: 'AppAdmin' }, asRoot);
    expect(await stored(id)).toMatchObject({ appRole: 'AppAdmin', role: { name: 'OrganizationAdmin' } });
  });
});

describe('Listing service accounts', () => {
  let asLister: Client;
  let organization: Organization;
  let ids: string[];

  beforeEach(async () => {
    organization = await app.factory.organization();
    ({ client: asLister } = await member(organization, { role: 'OrganizationAdmin' }));
    ids = [];
    for (let i = 0; i < 5; i++) {
      ids.push((await app.factory.serviceAccount(organization)).id);
    }
  });

  interface Page {
    keys: string[];
    ids: string[];
    marker?: string;
  }

  async function page(query = ''): Promise<Page> {
    const { status, body } = await asLister.get(`${ACCOUNTS}${query}`);
    expect({ status, body }).toMatchObject({ status: 200 });
    return { keys: Object.keys(body), ids: body.items.map(({ id }: { id: string }) => id), marker: body.marker };
  }

  it('answers those of the organization, oldest first, each with its seven keys', async () => {
    expect(await page()).toEqual({ keys: ['items'], ids, marker: undefined });
    const { items } = (await asLister.get(ACCOUNTS)).body;
    expect(Object.keys(items[0])).toEqual(ACCOUNT_KEYS);
    expect(items[0]).toEqual((await asLister.get(`${ACCOUNTS}/${String(ids[0])}`)).body);
  });

  it('answers an empty list where there is none', async () => {
    const { client } = await member(await app.factory.organization(), { role: 'OrganizationAdmin' });
    expect((await client.get(ACCOUNTS)).body).toEqual({ items: [] });
  });

  it('goes on at the marker, without repeats or gaps, to the last page, which has none', async () => {
    const first = await page('?limit=2');
    expect(first).toEqual({ keys: ['items', 'marker'], ids: ids.slice(0, 2), marker: expect.any(String) });
    const second = await page(`?limit=2&marker=${String(first.marker)}`);
    expect(second).toEqual({ keys: ['items', 'marker'], ids: ids.slice(2, 4), marker: expect.any(String) });
    const last = await page(`?limit=2&marker=${String(second.marker)}`);
    expect(last).toEqual({ keys: ['items'], ids: ids.slice(4), marker: undefined });
  });

  it('has no marker when the page ends with the list', async () => {
    expect((await page('?limit=5')).keys).toEqual(['items']);
    const { marker } = await page('?limit=4');
    expect(await page(`?limit=1&marker=${String(marker)}`)).toEqual({ keys: ['items'], ids: ids.slice(4) });
  });

  it('misses nothing when accounts come and go between two pages', async () => {
    const { marker } = await page('?limit=2');
    const [, second = '', third = ''] = ids;
    expect((await asLister.delete(`${ACCOUNTS}/${second}`)).status).toBe(204);
    expect((await asLister.delete(`${ACCOUNTS}/${third}`)).status).toBe(204);
    const { id } = await created({}, asLister);
    expect((await page(`?marker=${String(marker)}`)).ids).toEqual([...ids.slice(3), id]);
  });

  it('answers nothing for limit=0, and no marker', async () => {
    expect((await asLister.get(`${ACCOUNTS}?limit=0`)).body).toEqual({ items: [] });
    const { marker } = await page('?limit=2');
    expect((await asLister.get(`${ACCOUNTS}?limit=0&marker=${String(marker)}`)).body).toEqual({ items: [] });
  });

  it('gives a hundred at most, and at first', async () => {
    const more = Array.from({ length: 96 }, () => app.factory.serviceAccount(organization));
    await Promise.all(more);
    for (const query of ['', '?limit=100']) {
      const { items, marker } = (await asLister.get(`${ACCOUNTS}${query}`)).body;
      expect({ length: items.length, marker }).toEqual({ length: 100, marker: expect.any(String) });
    }
  });

  it.each([
    ['limit=-1', '/limit', 'min', 'Must be at least 0.'],
    ['limit=101', '/limit', 'max', 'Must be at most 100.'],
    ['limit=ten', '/limit', 'is_int', 'Must be a whole number.'],
    ['limit=', '/limit', 'is_int', 'Must be a whole number.'],
    ['limit=1.5', '/limit', 'is_int', 'Must be a whole number.'],
    ['marker=a&marker=b', '/marker', 'is_string', 'Must be a string.'],
    ['page=1', '/page', 'unknown_key', 'This key is not one the route takes.'],
  ])('refuses ?%s', async (query, pointer, code, detail) => {
    expectInvalid(await asLister.get(`${ACCOUNTS}?${query}`), [pointer, code, detail]);
  });

  it.each(['', 'x', 'AAAA', newId(), '%00', 'null', 'A'.repeat(4000)])('refuses the marker %j', async (marker) => {
    expectRefusal(await asLister.get(`${ACCOUNTS}?marker=${marker}`), 400, 'invalid_marker');
    expectRefusal(await asLister.get(`${ACCOUNTS}?limit=0&marker=${marker}`), 400, 'invalid_marker');
  });

  it('refuses a marker that was tampered with, wherever and however little', async () => {
    const { marker = '' } = await page('?limit=2');
    const changed = Array.from(
      marker,
      (sign, at) => `${marker.slice(0, at)}${sign === 'A' ? 'B' : 'A'}${marker.slice(at + 1)}`,
    );
    for (const other of [
      ...changed,
      `${marker}A`,
      `${marker}=`,
      `${marker}%20`,
      marker.slice(0, -1),
      marker.slice(1),
    ]) {
      expectRefusal(await asLister.get(`${ACCOUNTS}?marker=${other}`), 400, 'invalid_marker');
    }
  });

  it('refuses the marker of another organization’s list', async () => {
    const { marker } = await page('?limit=2');
    expectRefusal(await asSasha.get(`${ACCOUNTS}?marker=${String(marker)}`), 400, 'invalid_marker');
  });
});

const ROUTES: [method: Method, path: string, scope: Scope, body?: object][] = [
  ['get', ACCOUNTS, 'orgs:read'],
  ['post', ACCOUNTS, 'orgs:write', { username: 'refused' }],
  ['get', `${ACCOUNTS}/${newId()}`, 'orgs:read'],
  ['patch', `${ACCOUNTS}/${newId()}`, 'orgs:write', { description: 'Refused' }],
  ['delete', `${ACCOUNTS}/${newId()}`, 'orgs:write'],
];

describe.each(ROUTES)('%s %s', (method, path, scope, body) => {
  const send = (client: Client): Promise<Response> => client.send(method, path, body);

  it('needs a credential', async () => {
    expectUnauthenticated(await send(app.anonymous));
  });

  it.each(['Manager', 'Coach', 'Teacher'] as const)('refuses a %s, even as AppAdmin', async (role) => {
    const { client } = await member(aurora, { role, appRole: 'AppAdmin' });
    expectRefusal(await send(client), 403, 'insufficient_role');
  });

  it('refuses the OrganizationAdmin of another organization', async () => {
    expectRefusal(await send(asPriya.inOrganization(aurora.slug)), 403, 'not_a_member');
    expectRefusal(await send(asPriya.inOrganization(newId())), 403, 'not_a_member');
  });

  it('refuses an inactive OrganizationAdmin', async () => {
    const { client, person } = await member(aurora, { role: 'OrganizationAdmin' });
    await app.prisma.db.membership.updateMany({ where: { userId: person.id }, data: { state: 'Inactive' } });
    expectRefusal(await send(client), 403, 'membership_inactive');
  });

  it('needs an organization', async () => {
    expectRefusal(await send(await app.signedIn(await app.factory.person())), 400, 'organization_required');
    expectRefusal(await send(asRoot.with('x-org', undefined)), 400, 'organization_required');
  });

  it(`needs the scope ${scope} of an API key`, async () => {
    const { membershipId } = await member(aurora, { role: 'OrganizationAdmin' });
    const others = (['users:read', 'users:write', 'orgs:read', 'orgs:write', 'projects:write'] as const).filter(
      (other) => other !== scope,
    );
    const detail = `The API key lacks the scope ${scope}.`;
    expectRefusal(await send(await withKey({ membershipId }, others)), 403, 'insufficient_scope', { detail });
    const { status } = await send(await withKey({ membershipId }, [scope]));
    expect([200, 201, 404]).toContain(status);
    await app.prisma.db.serviceAccount.deleteMany({ where: { username: 'refused' } });
  });

  it('refuses the key of a service account that is no OrganizationAdmin', async () => {
    const { id } = await app.factory.serviceAccount(aurora, { appRole: 'AppAdmin' });
    expectRefusal(await send(await withKey({ serviceAccountId: id })), 403, 'insufficient_role');
  });
});

function ownRole(organization: Organization, name: string): Promise<{ id: string }> {
  return app.prisma.db.role.create({
    data: { id: newId(), organizationId: organization.id, name, createdBy: 'root', updatedBy: 'root' },
  });
}
