import { setTimeout } from 'node:timers/promises';
import type { Scope } from '../../src/access/scopes.js';
import type { AuditEvent } from '../../src/core/prisma/generated/client.js';
import { TestApp } from '../support/app/app.js';
import { ROOT_KEY } from '../support/app/running-app.js';
import type { Client } from '../support/clients/client.js';
import { uploadAvatar } from '../support/clients/uploads.js';
import type { Organization, Person } from '../support/data/factory.js';
import { plain } from '../support/data/pictures.js';
import { changeEach, type Field, ROUTES, seenThroughAll } from '../support/data/profile-fields.js';
import { expectInvalid, expectRefusal, expectUnauthenticated } from '../support/expectations/refusals.js';
import { RACERS } from '../support/races/races.js';

const PATHS = Object.keys(ROUTES);

/** What the person has set, and what he changes it to. */
const BEFORE: Record<Field, string> = {
  displayName: 'Noa Levi',
  givenName: 'Noa',
  familyName: 'Levi',
  bio: 'Paints.',
  avatarUrl: 'https://cdn.example.com/noa.webp',
  locale: 'he',
  timezone: 'Asia/Jerusalem',
  phoneNumber: '+97221234567',
  birthDate: '1985-02-03',
};
const AFTER: Record<Field, string> = {
  displayName: 'Noah Cohen',
  givenName: 'Noah',
  familyName: 'Cohen',
  bio: 'Draws.',
  avatarUrl: 'https://cdn.example.com/noah.webp',
  locale: 'de-AT',
  timezone: 'Europe/Vienna',
  phoneNumber: 'anonymous',
  birthDate: '1985-02-04',
};
const FIELDS = Object.keys(BEFORE) as Field[];

let app: TestApp;
let organization: Organization;
let person: Person;
let membershipId: string;
let client: Client;

beforeAll(async () => {
  app = await TestApp.start();
});

beforeEach(async () => {
  organization = await app.factory.organization();
  const birthDate = new Date(BEFORE.birthDate);
  person = await app.factory.person({ ...BEFORE, birthDate, updatedAt: new Date('2026-02-01T10:30:00.500Z') });
  ({ id: membershipId } = await app.factory.membership(person, organization, { isPrimary: true }));
  client = await app.signedIn(person);
});

afterAll(() => app.stop());

/** The body of a route for these fields: those that it takes, under its names. */
function bodyFor(path: string, values: Partial<Record<Field, unknown>>): Record<string, unknown> {
  const entries = Object.entries(ROUTES[path] ?? {}) as [Field, string][];
  return Object.fromEntries(entries.filter(([field]) => field in values).map(([field, key]) => [key, values[field]]));
}

function auditOf(personId: string): Promise<AuditEvent[]> {
  return app.prisma.db.auditEvent.findMany({
    where: { targetId: personId, action: 'user.updated' },
    orderBy: { id: 'asc' },
  });
}

/** Expects all five contracts to say the same of what they show, and the account contract to show the given fields. */
async function expectSeenThroughAll(values: Partial<Record<Field, string | null>>): Promise<void> {
  const { account = {}, ...others } = await seenThroughAll(client, organization.slug);
  expect(account).toMatchObject(values);
  for (const [contract, shown] of Object.entries(others)) {
    const same = Object.fromEntries(Object.keys(shown).map((key) => [key, account[key]]));
    expect({ contract, shown }).toEqual({ contract, shown: same });
  }
}

describe('A change of the profile', () => {
  it.each(PATHS)('made through PATCH %s is seen through all five contracts', async (path) => {
    const body = bodyFor(path, AFTER);
    const changed = FIELDS.filter((field) => ROUTES[path]?.[field] !== undefined);
    expect((await client.patch(path, body)).status).toBe(200);
    await expectSeenThroughAll({ ...BEFORE, ...Object.fromEntries(changed.map((field) => [field, AFTER[field]])) });
  });

  it('made bit by bit through all of them is seen as a whole', async () => {
    for (const change of changeEach(client, AFTER)) {
      expect((await change).status).toBe(200);
    }
    await expectSeenThroughAll(AFTER);
  });

  it('does not change the name in an organization', async () => {
    await app.prisma.db.membership.update({ where: { id: membershipId }, data: { displayName: 'N. at work' } });
    await client.patch('/api/me', { name: 'Noah' });
    expect((await client.inOrganization(organization.slug).get('/api/v1/app/me')).body.name).toBe('N. at work');
  });

  it('made in one session is seen in the others at once, and in the list of members', async () => {
    const elsewhere = await app.signedIn(person);
    await client.patch('/api/users/me', { name: 'Noah Cohen' });
    expect((await elsewhere.get('/api/v1/user')).body.displayName).toBe('Noah Cohen');
    const { body } = await elsewhere.inOrganization(organization.slug).get('/api/v1/app/user');
    expect(body.data).toMatchObject([{ name: 'Noah Cohen' }]);
  });

  it.each(PATHS)('to null through PATCH %s clears what can be cleared', async (path) => {
    const clearable = FIELDS.filter((field) => field !== 'displayName' && ROUTES[path]?.[field] !== undefined);
    const cleared = Object.fromEntries(clearable.map((field) => [field, null]));
    expect((await client.patch(path, bodyFor(path, cleared))).status).toBe(200);
    await expectSeenThroughAll({ ...BEFORE, ...cleared });
  });

  it.each(PATHS.filter((path) => ROUTES[path]?.displayName))(
    'to null through PATCH %s is refused for the display name, and nothing of it is done',
    async (path) => {
      const body = bodyFor(path, Object.fromEntries(FIELDS.map((field) => [field, null])));
      const pointer = `/${ROUTES[path]?.displayName ?? ''}`;
      expectInvalid(await client.patch(path, body), [pointer, 'is_string', 'Must be a string.']);
      await expectSeenThroughAll(BEFORE);
    },
  );

  it.each(PATHS)('through PATCH %s is refused for each key that another contract takes', async (path) => {
    const own = Object.values(ROUTES[path] ?? {});
    const foreign = [...new Set(Object.values(ROUTES).flatMap((keys) => Object.values(keys)))]
      .filter((key) => !own.includes(key))
      .concat('status', 'id', 'updatedAt', 'passwordHash', 'managedById', 'deletedAt', '$set', '');
    const body = { ...bodyFor(path, AFTER), ...Object.fromEntries(foreign.map((key) => [key, 'x'])) };
    expectInvalid(
      await client.patch(path, body),
      ...foreign.map((key) => [`/${key}`, 'unknown_key', 'This key is not one the route takes.'] as const),
    );
    await expectSeenThroughAll(BEFORE);
  });

  it.each(PATHS)('through PATCH %s is refused for keys that reach into prototypes', async (path) => {
    for (const key of ['__proto__', 'constructor', 'prototype']) {
      const json = client.with('content-type', 'application/json');
      const response = await json.patch(path, `{"${key}":{"displayName":"Noah","isAdmin":true}}`);
      expectInvalid(response, [`/${key}`, 'unknown_key', 'This key is not one the route takes.']);
    }
  });

  it.each(PATHS)('through PATCH %s needs a body with something in it', async (path) => {
    const empty = ['', 'not_empty', 'The body must have at least one of the keys the route takes.'] as const;
    const noObject = ['', 'is_object', 'The body must be a JSON object.'] as const;
    for (const body of [undefined, {}]) {
      expectInvalid(await client.patch(path, body), empty);
    }
    for (const body of [[], [{ displayName: 'Noah', name: 'Noah' }]]) {
      expectInvalid(await client.patch(path, body), noObject);
    }
    const json = client.with('content-type', 'application/json');
    expectRefusal(await json.patch(path, '{"displayName":'), 400, 'malformed_json');
    await expectSeenThroughAll(BEFORE);
  });

  it.each(PATHS)('through PATCH %s to what it is already does nothing', async (path) => {
    const body = bodyFor(path, BEFORE);
    expect((await client.patch(path, body)).status).toBe(200);
    expect((await client.get('/api/v1/user')).body.updatedAt).toBe('2026-02-01T10:30:00.500Z');
    expect(await auditOf(person.id)).toEqual([]);
  });

  it('takes back the address that a picture was uploaded to', async () => {
    const { avatarUrl, updatedAt } = (await uploadAvatar(client, await plain(8, 8).png().toBuffer())).body;
    for (const path of ['/api/me', '/api/users/me']) {
      expect((await client.patch(path, { avatarUrl })).status).toBe(200);
    }
    expect((await client.get('/api/v1/user')).body).toMatchObject({ avatarUrl, updatedAt });
  });

  it('to what is the same once it is normalized does nothing either', async () => {
    const same = { displayName: ' Noa Levi ', timezone: 'asia/jerusalem', phoneNumber: '+972 2 123 4567' };
    expect((await client.patch('/api/v1/user', same)).body.updatedAt).toBe('2026-02-01T10:30:00.500Z');
    expect(await auditOf(person.id)).toEqual([]);
  });
});

describe('Changes of the profile at the same moment', () => {
  it('keep each other’s fields, sixteen at once through four contracts', async () => {
    const { locale: _, avatarUrl: __, ...seven } = AFTER;
    const answers = await Promise.all([...changeEach(client, AFTER), ...changeEach(client, seven)]);
    expect(answers.map(({ status }) => status)).toEqual(Array<number>(RACERS).fill(200));
    await expectSeenThroughAll(AFTER);
    const changes = (await auditOf(person.id)).map((event) => event.changes);
    const each = FIELDS.map((field) => ({ [field]: { before: BEFORE[field], after: AFTER[field] } }));
    expect(changes).toHaveLength(FIELDS.length);
    expect(changes).toEqual(expect.arrayContaining(each));
  });

  it('of one field follow each other: each records the value before', async () => {
    const names = Array.from({ length: RACERS }, (_, number) => `Noa the ${String(number)}`);
    await Promise.all(names.map((name) => client.patch('/api/me', { name })));
    const steps = (await auditOf(person.id)).map(({ changes }) => changes as { displayName: Record<string, string> });
    const befores = steps.map(({ displayName }) => displayName.before);
    const afters = steps.map(({ displayName }) => displayName.after);
    expect([...afters].sort()).toEqual([...names].sort());
    expect([...befores].sort()).toEqual(['Noa Levi', ...names.filter((name) => name !== afters.at(-1))].sort());
    expect((await client.get('/api/me')).body.name).toBe(afters.at(-1));
  });
});

describe('The audit', () => {
  it('has the actor, the session, and each value before and after', async () => {
    const { session } = (await client.get('/api/v1/auth/me')).body;
    const { headers } = await client.with('user-agent', 'Firefox/140').patch('/api/v1/user', {
      bio: null,
      birthDate: AFTER.birthDate,
      displayName: BEFORE.displayName,
    });
    expect(await auditOf(person.id)).toEqual([
      {
        id: expect.any(String),
        at: expect.any(Date),
        action: 'user.updated',
        actorKind: 'user',
        actorId: person.id,
        // What a person does to his own account is no business of the organization's.
        organizationId: null,
        targetKind: 'user',
        targetId: person.id,
        sessionId: session.id,
        apiKeyId: null,
        remoteIp: '127.0.0.1',
        userAgent: 'Firefox/140',
        requestId: headers['x-request-id'],
        changes: {
          bio: { before: 'Paints.', after: null },
          birthDate: { before: '1985-02-03', after: '1985-02-04' },
        },
      },
    ]);
  });

  it('has nothing of a change that was refused', async () => {
    await client.patch('/api/v1/user', { bio: 'Draws.', birthDate: 'yesterday' });
    expect(await auditOf(person.id)).toEqual([]);
  });

  it('names the API key that made a change', async () => {
    const asKey = await withKey(['users:write']);
    await asKey.patch('/api/v1/user', { bio: 'Draws.' });
    const { id: apiKeyId } = await app.prisma.db.apiKey.findFirstOrThrow({ where: { membershipId } });
    expect(await auditOf(person.id)).toMatchObject([{ actorId: person.id, apiKeyId, sessionId: null }]);
  });
});

describe('An API key', () => {
  it.each(['/api/v1/user', '/api/v1/me'])('with users:write changes its owner through PATCH %s', async (path) => {
    const asKey = await withKey(['users:write']);
    expect((await asKey.patch(path, { displayName: 'Noah' })).status).toBe(200);
    expect((await client.get('/api/v1/user')).body.displayName).toBe('Noah');
  });

  it.each(['/api/v1/user', '/api/v1/me'])('with every other scope is refused by PATCH %s', async (path) => {
    const asKey = await withKey(['users:read', 'orgs:read', 'orgs:write', 'projects:read', 'projects:write']);
    const detail = 'The API key lacks the scope users:write.';
    expectRefusal(await asKey.patch(path, { displayName: 'Noah' }), 403, 'insufficient_scope', { detail });
    await expectSeenThroughAll(BEFORE);
  });

  it.each(['/api/me', '/api/users/me'])('with every scope is refused by PATCH %s', async (path) => {
    expectRefusal(await (await withKey()).patch(path, { name: 'Noah' }), 403, 'session_required');
    await expectSeenThroughAll(BEFORE);
  });

  it.each(PATHS)('of a service account, and root, are refused by PATCH %s', async (path) => {
    const { id: serviceAccountId } = await app.factory.serviceAccount(organization);
    const asBot = app.anonymous.withToken(await app.factory.apiKey({ serviceAccountId }));
    for (const caller of [asBot, app.anonymous.withToken(ROOT_KEY)]) {
      expectRefusal(await caller.patch(path, bodyFor(path, AFTER)), 403, 'user_required');
    }
  });
});

describe('A profile that is being deleted', () => {
  it('takes no change any more that was under way', async () => {
    const { db } = app.prisma;
    let change: Promise<unknown> = Promise.resolve();
    await app.prisma.transaction(async () => {
      await app.prisma.db.user.update({ where: { id: person.id }, data: { deletedAt: new Date() } });
      change = client.patch('/api/me', { name: 'Too late' }).then(expectUnauthenticated);
      await setTimeout(300);
    });
    await change;
    expect(await db.user.findUniqueOrThrow({ where: { id: person.id } })).toMatchObject({ displayName: 'Noa Levi' });
  });
});

describe('A transaction that PostgreSQL ends for a deadlock', () => {
  const deadlock = (): Error => Object.assign(new Error('deadlock detected'), { code: '40P01' });

  function rename(displayName: string): Promise<unknown> {
    return app.prisma.db.user.update({ where: { id: person.id }, data: { displayName } });
  }

  it('is rolled back and run again, and its effects after the commit happen once', async () => {
    let tries = 0;
    const commits: number[] = [];
    await app.prisma.transaction(async () => {
      tries++;
      app.prisma.afterCommit(() => commits.push(tries));
      await rename(`Try ${tries}`);
      if (tries < 3) {
        throw deadlock();
      }
    });
    expect(commits).toEqual([3]);
    expect((await client.get('/api/v1/user')).body.displayName).toBe('Try 3');
  });

  it('fails in the end, and other errors at once', async () => {
    for (const [error, most] of [
      [deadlock(), 5],
      [new Error('something else'), 1],
    ] as const) {
      let tries = 0;
      const failing = app.prisma.transaction(async () => {
        tries++;
        await rename('Never');
        throw error;
      });
      await expect(failing).rejects.toBe(error);
      expect(tries).toBe(most);
    }
    expect((await client.get('/api/v1/user')).body.displayName).toBe('Noa Levi');
  });
});

async function withKey(scopes?: Scope[]): Promise<Client> {
  return app.anonymous.withToken(await app.factory.apiKey({ membershipId }, { scopes }));
}
