import { mintKey } from '../../src/access/api-key.js';
import type { Scope } from '../../src/access/scopes.js';
import { newId } from '../../src/core/ids/ids.js';
import { toPrefixedId } from '../../src/core/ids/prefixed-id.js';
import { TestApp } from '../support/app/app.js';
import { ROOT_KEY } from '../support/app/running-app.js';
import type { Client } from '../support/clients/client.js';
import type { Organization, Person } from '../support/data/factory.js';
import { type Recording, recordStatements } from '../support/database/prepared-statements.js';
import { expectProblem } from '../support/expectations/problem.js';

const MINUTE = 60_000;

let app: TestApp;
let sasha: Person;
let aurora: Organization;
let membershipId: string;
let key: string;
let withKey: Client;
let statements: Recording;

beforeAll(async () => {
  app = await TestApp.start();
  statements = recordStatements(app.database);
});

beforeEach(async () => {
  sasha = await app.factory.person();
  aurora = await app.factory.organization();
  membershipId = (await app.factory.membership(sasha, aurora, { appRole: 'AppAdmin' })).id;
  key = await app.factory.apiKey({ membershipId });
  withKey = app.anonymous.withToken(key);
});

afterAll(() => {
  statements.stop();
  return app.stop();
});

async function expectUnauthenticated(client: Client): Promise<void> {
  const response = await client.get('/api/v1/user');
  expectProblem(response, 401, 'unauthenticated', { instance: '/api/v1/user' });
  expect(response.headers['www-authenticate']).toBe('Bearer');
}

async function expectSasha(client: Client): Promise<void> {
  const { status, body } = await client.get('/api/v1/user');
  expect({ status, id: body.id }).toEqual({ status: 200, id: sasha.id });
}

async function withNewKey(fields: { scopes?: Scope[]; expiresAt?: Date }): Promise<Client> {
  return app.anonymous.withToken(await app.factory.apiKey({ membershipId }, fields));
}

describe('An API key', () => {
  it('acts as its owner in its organization, without a session', async () => {
    const { status, body } = await withKey.get('/api/v1/auth/me');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      user: { id: sasha.id, email: sasha.email },
      session: null,
      organization: { id: aurora.id, slug: aurora.slug, role: 'Teacher', appRole: 'AppAdmin' },
    });
  });

  it('is taken with the word Bearer in any case, and without it', async () => {
    for (const header of [`Bearer ${key}`, `bearer ${key}`, `BEARER  ${key}`, key]) {
      await expectSasha(app.anonymous.with('authorization', header));
    }
  });

  it('is not taken from the cookie', async () => {
    await expectUnauthenticated(app.anonymous.with('cookie', `session=${key}`));
  });

  it('is looked up by one statement', async () => {
    const before = statements.names.length;
    await expectSasha(withKey);
    expect(statements.names.slice(before).filter((name) => name.startsWith('who_is_calling'))).toEqual([
      'who_is_calling_key',
    ]);
  });

  it('that was mistyped is refused without a database read', async () => {
    const last = key.at(-1) === 'A' ? 'B' : 'A';
    const mistyped = [
      key.slice(0, -1) + last,
      key.slice(0, -1),
      `${key}0`,
      key.replace('test', 'live'),
      'atr_',
      'atr_x',
    ];
    const before = statements.names.length;
    for (const text of mistyped) {
      await expectUnauthenticated(app.anonymous.withToken(text));
    }
    expect(statements.names.slice(before)).toEqual([]);
  });

  it('that is well formed but unknown is refused', async () => {
    await expectUnauthenticated(app.anonymous.withToken(mintKey('test').key));
    await expectUnauthenticated(app.anonymous.withToken(mintKey('live').key));
  });

  it('is refused once it has expired', async () => {
    await expectSasha(await withNewKey({ expiresAt: new Date(Date.now() + MINUTE) }));
    await expectUnauthenticated(await withNewKey({ expiresAt: new Date(Date.now() - 1) }));
  });

  it('is refused while the membership of its owner is inactive', async () => {
    await app.prisma.db.membership.update({ where: { id: membershipId }, data: { state: 'Inactive' } });
    await expectUnauthenticated(withKey);
    await expectUnauthenticated(withKey.inOrganization(aurora.slug));
    await app.prisma.db.membership.update({ where: { id: membershipId }, data: { state: 'Active' } });
    await expectSasha(withKey);
  });

  it.each(['suspended', 'pending'] as const)('is refused while its owner is %s', async (status) => {
    await app.prisma.db.user.update({ where: { id: sasha.id }, data: { status } });
    await expectUnauthenticated(withKey);
    await app.prisma.db.user.update({ where: { id: sasha.id }, data: { status: 'active' } });
    await expectSasha(withKey);
  });

  it('is refused once its owner is deleted, or has lost the membership', async () => {
    const other = await app.factory.person();
    const membership = await app.factory.membership(other, aurora);
    const ofOther = app.anonymous.withToken(await app.factory.apiKey({ membershipId: membership.id }));
    expect((await ofOther.get('/api/v1/user')).body.id).toBe(other.id);
    await app.prisma.db.membership.delete({ where: { id: membership.id } });
    await expectUnauthenticated(ofOther);
    await app.prisma.db.user.update({ where: { id: sasha.id }, data: { deletedAt: new Date() } });
    await expectUnauthenticated(withKey);
  });

  it('needs the scope of the route', async () => {
    const others: Scope[] = ['users:write', 'orgs:read', 'orgs:write', 'projects:read', 'projects:write'];
    const withOthers = await withNewKey({ scopes: others });
    expectProblem(await withOthers.get('/api/v1/user'), 403, 'insufficient_scope', {
      detail: 'The API key lacks the scope users:read.',
    });
    const list = await withOthers.inOrganization(aurora.slug).get('/api/v1/app/user');
    expectProblem(list, 403, 'insufficient_scope');
    expect((await withOthers.get('/api/v1/orgs/my')).status).toBe(200);
    const withNone = await withNewKey({ scopes: [] });
    expectProblem(await withNone.get('/api/v1/orgs/my'), 403, 'insufficient_scope', {
      detail: 'The API key lacks the scope orgs:read.',
    });
    await expectSasha(await withNewKey({ scopes: ['users:read'] }));
  });

  it.each(['/api/me', '/api/users/me', '/api/v1/me/logins', '/api/me/organizations', '/api/me/current-organization'])(
    'is refused where a session is needed: GET %s',
    async (path) => {
      expectProblem(await withKey.get(path), 403, 'session_required', { instance: path });
    },
  );

  it('is refused where a session is needed: logging out and switching', async () => {
    expectProblem(await withKey.post('/api/v1/auth/logout'), 403, 'session_required');
    const target = { organizationId: aurora.id };
    expectProblem(await withKey.post('/api/me/switch-organization', target), 403, 'session_required');
  });

  it('may name its own organization by slug, id or former slug', async () => {
    const former = `former-${aurora.slug}`;
    await app.prisma.db.organizationSlug.create({ data: { slug: former, organizationId: aurora.id } });
    const ids = [aurora.id, aurora.id.toUpperCase(), toPrefixedId('org', aurora.id)];
    for (const name of [aurora.slug, former, ...ids]) {
      await expectSasha(withKey.inOrganization(name));
    }
  });

  it('may not name another organization, even one its owner is in', async () => {
    const praxia = await app.factory.organization();
    await app.factory.membership(sasha, praxia, { appRole: 'AppAdmin' });
    const strange = await app.factory.organization();
    for (const name of [
      praxia.slug,
      praxia.id,
      toPrefixedId('org', praxia.id),
      strange.slug,
      strange.id,
      'nowhere',
      newId(),
    ]) {
      expectProblem(await withKey.inOrganization(name).get('/api/v1/user'), 403, 'not_a_member');
      expectProblem(await withKey.inOrganization(name).get('/api/v1/app/user'), 403, 'not_a_member');
    }
  });
});

describe('An API key of a service account', () => {
  let bot: { id: string };
  let asBot: Client;

  beforeEach(async () => {
    bot = await app.factory.serviceAccount(aurora);
    asBot = app.anonymous.withToken(await app.factory.apiKey({ serviceAccountId: bot.id }));
  });

  it('acts as the service account', async () => {
    const { body } = await asBot.get('/api/v1/me');
    expect(Object.keys(body)).toEqual(['serviceAccount']);
    expect(body.serviceAccount.id).toBe(bot.id);
    const list = await asBot.inOrganization(aurora.slug).get('/api/v1/app/user');
    expect({ status: list.status, total: list.body.total_count }).toEqual({ status: 200, total: 1 });
  });

  it.each(['/api/v1/user', '/api/v1/auth/me', '/api/v1/orgs/my', '/api/v1/app/me', '/api/me', '/api/users/me'])(
    'is refused where a person is needed: GET %s',
    async (path) => {
      expectProblem(await asBot.inOrganization(aurora.slug).get(path), 403, 'user_required', { instance: path });
    },
  );

  it('may not name another organization', async () => {
    const other = await app.factory.organization();
    expectProblem(await asBot.inOrganization(other.slug).get('/api/v1/me'), 403, 'not_a_member');
  });

  it('is refused once the service account is deleted', async () => {
    await app.prisma.db.serviceAccount.delete({ where: { id: bot.id } });
    expectProblem(await asBot.get('/api/v1/me'), 401, 'unauthenticated');
  });
});

describe('The last use', () => {
  const longAgo = new Date(Date.now() - 5 * MINUTE);

  /** Every change of a row's `lastUsedAt` leaves a row in `Noted`. */
  beforeAll(async () => {
    const on = (table: string): string =>
      `CREATE TRIGGER "note" AFTER UPDATE OF "lastUsedAt" ON "${table}" FOR EACH ROW EXECUTE FUNCTION "note"()`;
    await app.database.pool.query(`
      CREATE TABLE "Noted" ("id" uuid);
      CREATE FUNCTION "note"() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN INSERT INTO "Noted" VALUES (NEW."id"); RETURN NULL; END $$;
      ${on('Session')}; ${on('ApiKey')}`);
  });

  afterAll(() => app.database.pool.query('DROP FUNCTION "note" CASCADE; DROP TABLE "Noted"'));

  /** How often `lastUsedAt` is written while the client sends so many requests at once. */
  async function writes(client: Client, requests: number): Promise<number> {
    await app.database.pool.query('DELETE FROM "Noted"');
    await Promise.all(Array.from({ length: requests }, () => client.get('/api/v1/auth/me')));
    await statements.settled();
    return (await app.database.pool.query('SELECT FROM "Noted"')).rowCount ?? 0;
  }

  function isRecent(time: Date | null): boolean {
    return time !== null && Math.abs(Date.now() - time.getTime()) < MINUTE / 2;
  }

  it('is not even tried to be written within the minute', async () => {
    const asSasha = await app.signedIn(sasha);
    await writes(withKey, 1);
    const before = statements.names.length;
    await writes(withKey, 3);
    await writes(asSasha, 3);
    expect(statements.names.slice(before).filter((name) => name.endsWith('last_used'))).toEqual([]);
  });

  it('of an API key is written once a minute, however often it is used', async () => {
    const read = () => app.prisma.db.apiKey.findFirstOrThrow({ where: { membershipId } });
    const { id } = await read();
    expect(await writes(withKey, 8)).toBe(1);
    expect(isRecent((await read()).lastUsedAt)).toBe(true);
    expect(await writes(withKey, 8)).toBe(0);
    await app.prisma.db.apiKey.update({ where: { id }, data: { lastUsedAt: longAgo } });
    expect(await writes(withKey, 8)).toBe(1);
    expect(isRecent((await read()).lastUsedAt)).toBe(true);
  });

  it('of a session is written once a minute, however often it is used', async () => {
    const asSasha = await app.signedIn(sasha);
    const read = () => app.prisma.db.session.findFirstOrThrow({ where: { userId: sasha.id } });
    const { id } = await read();
    expect(await writes(asSasha, 8)).toBe(0);
    await app.prisma.db.session.update({ where: { id }, data: { lastUsedAt: longAgo } });
    expect(await writes(asSasha, 8)).toBe(1);
    expect(isRecent((await read()).lastUsedAt)).toBe(true);
    expect(await writes(asSasha, 8)).toBe(0);
  });
});

describe('The root key', () => {
  const asRoot = (): Client => app.anonymous.withToken(ROOT_KEY);

  it('is root, without a user', async () => {
    const { status, body } = await asRoot().get('/api/v1/me');
    expect({ status, body }).toEqual({ status: 200, body: { root: {} } });
    const bare = await app.anonymous.with('authorization', ROOT_KEY).get('/api/v1/me');
    expect(bare.body).toEqual({ root: {} });
  });

  it('acts in any organization that x-org names', async () => {
    for (const name of [aurora.slug, aurora.id]) {
      const { status, body } = await asRoot().inOrganization(name).get('/api/v1/app/user');
      expect({ status, ids: body.data.map((user: { email: string }) => user.email) }).toEqual({
        status: 200,
        ids: [sasha.email],
      });
    }
  });

  it('finds an organization by its former slug', async () => {
    const former = `former-${aurora.slug}`;
    await app.prisma.db.organizationSlug.create({ data: { slug: former, organizationId: aurora.id } });
    expect((await asRoot().inOrganization(former).get('/api/v1/app/user')).body.total_count).toBe(1);
  });

  it('is refused for an unknown organization', async () => {
    for (const name of ['nowhere', newId()]) {
      expectProblem(await asRoot().inOrganization(name).get('/api/v1/app/user'), 403, 'not_a_member');
      expectProblem(await asRoot().inOrganization(name).get('/api/v1/me'), 403, 'not_a_member');
    }
    expectProblem(await asRoot().get('/api/v1/app/user'), 400, 'organization_required');
  });

  it.each(['/api/v1/app/me', '/api/v1/user', '/api/v1/auth/me', '/api/v1/orgs/my', '/api/me', '/api/v1/me/logins'])(
    'is refused where a person is needed: GET %s',
    async (path) => {
      expectProblem(await asRoot().inOrganization(aurora.slug).get(path), 403, 'user_required', { instance: path });
    },
  );

  it('is refused when it is wrong, by however little', async () => {
    for (const wrong of [`${ROOT_KEY}x`, ROOT_KEY.slice(0, -1), ROOT_KEY.toUpperCase()]) {
      await expectUnauthenticated(app.anonymous.withToken(wrong));
    }
    await expectUnauthenticated(app.anonymous.with('cookie', `session=${encodeURIComponent(ROOT_KEY)}`));
  });
});
