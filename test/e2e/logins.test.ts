import type { Response } from 'supertest';
import { newId } from '../../src/core/ids/ids.js';
import { TestApp } from '../support/app/app.js';
import type { Client } from '../support/clients/client.js';
import { CookieJar } from '../support/clients/cookie-jar.js';
import { PASSWORD, type Person } from '../support/data/factory.js';
import { expectRefusal, expectSameProblem, expectUnauthenticated } from '../support/expectations/refusals.js';
import { expectOneWinner, race } from '../support/races/races.js';
import { eventually } from '../support/time/eventually.js';

const LOGINS = '/api/v1/me/logins';
const SECOND = 1000;
const HOUR = 3_600_000;

interface Login {
  id: string;
  deviceId: string;
  lastUsedAt: string;
  isCurrent: boolean;
}

let app: TestApp;
let sasha: Person;
let asSasha: Client;

beforeAll(async () => {
  app = await TestApp.start();
});

beforeEach(async () => {
  sasha = await app.factory.person();
  asSasha = await app.signedIn(sasha);
});

afterAll(() => app.stop());

async function loginsOf(client: Client): Promise<Login[]> {
  const { status, body } = await client.get(LOGINS);
  expect({ status, body }).toMatchObject({ status: 200 });
  return body.items;
}

/** The id of the client's own login. */
async function idOf(client: Client): Promise<string> {
  return (await client.get('/api/v1/auth/me')).body.session.id;
}

const statusOf = async (client: Client): Promise<number> => (await client.get('/api/v1/auth/me')).status;

function expectNothing({ status, text }: Response): void {
  expect({ status, text }).toEqual({ status: 204, text: '' });
}

describe('The list of logins', () => {
  it('has the newest first, whenever each was used', async () => {
    const ago = (hours: number): Date => new Date(Date.now() - hours * HOUR);
    const older = await app.factory.session(sasha, { authTime: ago(30), lastUsedAt: ago(0) });
    const newer = await app.factory.session(sasha, { authTime: ago(20), lastUsedAt: ago(7) });
    expect((await loginsOf(asSasha)).map(({ id }) => id)).toEqual([await idOf(asSasha), newer.id, older.id]);
  });

  it('has the later one first of two of the same moment', async () => {
    const authTime = new Date(Date.now() - HOUR);
    const [first, second] = [
      await app.factory.session(sasha, { authTime }),
      await app.factory.session(sasha, { authTime }),
    ];
    expect((await loginsOf(asSasha)).slice(1).map(({ id }) => id)).toEqual([second.id, first.id]);
  });

  it('says when each was used, at most a minute late', async () => {
    const id = await idOf(asSasha);
    const lastUse = async (): Promise<number> => Date.parse((await loginsOf(asSasha))[0]?.lastUsedAt ?? '');
    const used = async (ago: number): Promise<number> => {
      const lastUsedAt = new Date(Date.now() - ago);
      await app.prisma.db.session.update({ where: { id }, data: { lastUsedAt } });
      return lastUsedAt.getTime();
    };
    const recently = await used(30 * SECOND);
    expect([await lastUse(), await lastUse(), await lastUse()]).toEqual([recently, recently, recently]);
    const before = await used(90 * SECOND);
    const usedAgain = Date.now();
    await eventually(async () => (await lastUse()) > before);
    expect(await lastUse()).toBeGreaterThanOrEqual(usedAgain);
  });

  it('is kept alive by use, so that an idle limit is one of not being used', async () => {
    const id = await idOf(asSasha);
    const lastUsedAt = new Date(Date.now() - 7.9 * HOUR);
    await app.prisma.db.session.update({ where: { id }, data: { lastUsedAt } });
    expect(await statusOf(asSasha)).toBe(200);
    await eventually(async () => {
      const session = await app.prisma.db.session.findUniqueOrThrow({ where: { id } });
      return session.lastUsedAt > lastUsedAt;
    });
  });

  it('names the browser of each', async () => {
    const browser = new CookieJar(app.anonymous);
    const login = { email: sasha.email, password: PASSWORD };
    await browser.post('/api/v1/auth/login', login);
    const { body } = await browser.post('/api/v1/auth/login', login);
    const [current, earlier, test] = await loginsOf(app.anonymous.withToken(body.token));
    expect([current?.deviceId, earlier?.deviceId]).toEqual([browser.get('device'), browser.get('device')]);
    expect(test?.deviceId).toBe('test');
  });
});

describe('A login that is revoked', () => {
  let laptop: Client;

  beforeEach(async () => {
    laptop = await app.signedIn(sasha);
  });

  const revoke = async (client: Client, by = asSasha): Promise<Response> =>
    by.delete(`${LOGINS}/${await idOf(client)}`);

  it('ends at once, and no other with it', async () => {
    const phone = await app.signedIn(sasha);
    expectNothing(await revoke(laptop));
    expectUnauthenticated(await laptop.get('/api/v1/auth/me'));
    expectUnauthenticated(await laptop.byCookie.get('/api/v1/auth/me'));
    expect([await statusOf(phone), await statusOf(asSasha)]).toEqual([200, 200]);
    expect(await loginsOf(asSasha)).toHaveLength(2);
  });

  it('may be the one that asks', async () => {
    expectNothing(await revoke(asSasha));
    expectUnauthenticated(await asSasha.get(LOGINS));
    expect(await loginsOf(laptop)).toMatchObject([{ isCurrent: true }]);
  });

  it('can be one whose token is lost', async () => {
    const { id } = await app.factory.session(sasha);
    expectNothing(await asSasha.delete(`${LOGINS}/${id}`));
    expect(await app.prisma.db.session.count({ where: { id } })).toBe(0);
  });

  it('is not found by a second revocation', async () => {
    const path = `${LOGINS}/${await idOf(laptop)}`;
    expectNothing(await asSasha.delete(path));
    expectRefusal(await asSasha.delete(path), 404, 'session_not_found');
  });

  it('is revoked once by sixteen callers at the same moment', async () => {
    const path = `${LOGINS}/${await idOf(laptop)}`;
    expectOneWinner(await race(() => asSasha.delete(path)), [404, 'session_not_found']);
    expect(await app.prisma.db.auditEvent.count({ where: { action: 'session.ended', actorId: sasha.id } })).toBe(1);
  });

  it('cannot be another user’s, which answers like an unknown one', async () => {
    const stranger = await app.factory.person();
    const asStranger = await app.signedIn(stranger);
    const unknown = await asSasha.delete(`${LOGINS}/${newId()}`);
    expectRefusal(unknown, 404, 'session_not_found');
    for (const id of [await idOf(asStranger), 'current', '%00', "' OR 1=1 --", `${await idOf(laptop)}0`]) {
      const response = await asSasha.delete(`${LOGINS}/${encodeURIComponent(id)}`);
      expectRefusal(response, 404, 'session_not_found');
      expectSameProblem(response, unknown);
    }
    expect([await statusOf(asStranger), await statusOf(laptop)]).toEqual([200, 200]);
  });

  it('is recorded', async () => {
    const id = await idOf(laptop);
    const { headers } = await revoke(laptop);
    expect(await app.prisma.db.auditEvent.findMany({ where: { targetId: id, action: 'session.ended' } })).toMatchObject(
      [
        {
          actorKind: 'user',
          actorId: sasha.id,
          targetKind: 'session',
          remoteIp: '127.0.0.1',
          requestId: headers['x-request-id'],
        },
      ],
    );
  });
});

describe('All other logins', () => {
  it('end at once, and those of other people go on', async () => {
    const others = [await app.signedIn(sasha), (await app.steppedUp(sasha)).byCookie];
    const stranger = await app.signedIn(await app.factory.person());
    expectNothing(await asSasha.delete(LOGINS));
    for (const client of others) {
      expectUnauthenticated(await client.get('/api/v1/auth/me'));
    }
    expect(await loginsOf(asSasha)).toMatchObject([{ isCurrent: true }]);
    expect(await statusOf(stranger)).toBe(200);
  });

  it('may be none', async () => {
    expectNothing(await asSasha.delete(LOGINS));
    expect(await loginsOf(asSasha)).toHaveLength(1);
  });

  it('end with a trace', async () => {
    const session = await idOf(asSasha);
    const { headers } = await asSasha.delete(LOGINS);
    const where = { targetId: sasha.id, action: 'session.others_ended' };
    expect(await app.prisma.db.auditEvent.findMany({ where })).toMatchObject([
      { actorId: sasha.id, sessionId: session, requestId: headers['x-request-id'] },
    ]);
  });
});

describe('Revoking logins', () => {
  it.each([LOGINS, `${LOGINS}/${newId()}`])('is for a person signed in: DELETE %s', async (path) => {
    const organization = await app.factory.organization();
    const { id: membershipId } = await app.factory.membership(sasha, organization);
    const { id: serviceAccountId } = await app.factory.serviceAccount(organization);
    const withKey = app.anonymous.withToken(await app.factory.apiKey({ membershipId }));
    const asBot = app.anonymous.withToken(await app.factory.apiKey({ serviceAccountId }));
    expectUnauthenticated(await app.anonymous.delete(path));
    expectRefusal(await withKey.delete(path), 403, 'session_required');
    expectRefusal(await asBot.delete(path), 403, 'user_required');
    expectRefusal(await asSasha.byCookie.with('sec-fetch-site', 'cross-site').delete(path), 403, 'cross_site_request');
    expect(await statusOf(asSasha)).toBe(200);
  });
});
