import { hash } from '@node-rs/argon2';
import type { Response } from 'supertest';
import { newId } from '../../src/core/ids/ids.js';
import { TestApp } from '../support/app/app.js';
import { hashesDuring } from '../support/app/hashes.js';
import type { Client } from '../support/clients/client.js';
import { CookieJar, cookiesOf } from '../support/clients/cookie-jar.js';
import { PASSWORD, type Person } from '../support/data/factory.js';
import { expectRefusal, expectSameProblem } from '../support/expectations/refusals.js';
import type { MailCatcher } from '../support/mail/mail-catcher.js';
import { mailsAreSent } from '../support/mail/mails-are-sent.js';

const LOGIN = '/api/v1/auth/login';
const NEW_DEVICE = 'New sign-in to your account';
const DAY = 24 * 3_600_000;

let app: TestApp;
let catcher: MailCatcher;

beforeAll(async () => {
  app = await TestApp.start();
  catcher = app.mails;
});

afterAll(() => app.stop());

type Sender = Pick<Client, 'post'>;

const logIn = (email: string, password = PASSWORD, from: Sender = app.anonymous): Promise<Response> =>
  from.post(LOGIN, { email, password });

const browser = (client = app.anonymous): CookieJar => new CookieJar(client);

/** Signs in and expects that it works. */
async function signIn({ email }: Person, from: Sender = app.anonymous): Promise<Response> {
  const response = await logIn(email, PASSWORD, from);
  expect({ status: response.status, body: response.body }).toMatchObject({ status: 200 });
  return response;
}

const until = ({ body }: Response): string => new Date(body.expiresAt as string).toUTCString();

/** An account that an organization made and nobody has signed in to. */
async function newcomer(): Promise<Person> {
  const { id: managedById } = await app.factory.organization();
  const person = await app.factory.person({ status: 'pending', managedById });
  await unverify(person);
  return person;
}

function unverify({ id: userId }: Person): Promise<unknown> {
  return app.prisma.db.userEmail.updateMany({ where: { userId }, data: { verifiedAt: null } });
}

async function statusOf({ id }: Person): Promise<string> {
  return (await app.prisma.db.user.findUniqueOrThrow({ where: { id } })).status;
}

describe('A sign-in', () => {
  it('sets cookies for the session and the device, both unreadable for scripts', async () => {
    const response = await signIn(await app.factory.person());
    const cookies = cookiesOf(response);
    expect([...cookies.keys()]).toEqual(['device', 'session']);
    expect(cookies.get('session')).toEqual({
      value: response.body.token,
      attributes: ['Path=/', `Expires=${until(response)}`, 'HttpOnly', 'SameSite=Lax'],
    });
    expect(cookies.get('device')).toEqual({
      value: expect.stringMatching(/^[0-9a-f-]{36}$/),
      attributes: ['Max-Age=34560000', 'Path=/', expect.stringMatching(/^Expires=/), 'HttpOnly', 'SameSite=Lax'],
    });
  });

  it('works with the cookie, and with the token', async () => {
    const person = await app.factory.person();
    const { body } = await signIn(person);
    const client = app.anonymous.withToken(body.token);
    for (const caller of [client, client.byCookie]) {
      expect((await caller.get('/api/v1/auth/me')).body).toMatchObject({
        user: { id: person.id },
        session: { id: body.sessionId, amr: ['pwd'] },
      });
    }
  });

  it('is from the same device while the device cookie is the same', async () => {
    const person = await app.factory.person();
    const jar = browser();
    await signIn(person, jar);
    const { body } = await signIn(person, jar);
    await signIn(person);
    const { items } = (await app.anonymous.withToken(body.token).get('/api/v1/me/logins')).body;
    const devices = items.map(({ deviceId }: { deviceId: string }) => deviceId);
    expect(devices).toEqual([
      expect.not.stringContaining(String(jar.get('device'))),
      jar.get('device'),
      jar.get('device'),
    ]);
  });

  it('makes a managed account active that was pending, and only when the password is right', async () => {
    const person = await newcomer();
    expectRefusal(await logIn(person.email, 'wrong'), 401, 'invalid_credentials');
    expect(await statusOf(person)).toBe('pending');
    await signIn(person);
    expect(await statusOf(person)).toBe('active');
    await signIn(person);
  });

  it('starts in the primary organization, unless the membership is inactive', async () => {
    const person = await app.factory.person();
    const organization = await app.factory.organization();
    const { id } = await app.factory.membership(person, organization, { isPrimary: true });
    await app.factory.membership(person, await app.factory.organization());
    const organizationOf = async ({ body }: Response): Promise<unknown> =>
      (await app.anonymous.withToken(body.token).get('/api/v1/auth/me')).body.organization;
    expect(await organizationOf(await signIn(person))).toMatchObject({ id: organization.id });
    await app.prisma.db.membership.update({ where: { id }, data: { state: 'Inactive' } });
    expect(await organizationOf(await signIn(person))).toBeNull();
  });

  it('takes a temporary password until its time is over', async () => {
    const person = await app.factory.person({ passwordExpiresAt: new Date(Date.now() + DAY) });
    await signIn(person);
    await app.prisma.db.user.update({ where: { id: person.id }, data: { passwordExpiresAt: new Date() } });
    expectRefusal(await logIn(person.email), 401, 'invalid_credentials');
  });
});

describe('A sign-in that is refused', () => {
  const REFUSED: [string, () => Promise<string>][] = [
    ['an address nobody has', () => Promise.resolve('nobody@example.com')],
    ['a wrong password', async () => (await app.factory.person({ passwordHash: await hash('other') })).email],
    ['an account without a password', async () => (await app.factory.person({ passwordHash: null })).email],
    ['a suspended account', async () => (await app.factory.person({ status: 'suspended' })).email],
    ['a deleted account', async () => (await app.factory.person({ deletedAt: new Date() })).email],
    ['an expired password', async () => (await app.factory.person({ passwordExpiresAt: new Date() })).email],
    ['an unverified address of no organization', unverifiedAddress],
    ['an unverified further address of a managed account', furtherAddress],
  ];

  async function unverifiedAddress(): Promise<string> {
    const person = await app.factory.person();
    await unverify(person);
    return person.email;
  }

  async function furtherAddress(): Promise<string> {
    const address = 'further@example.com';
    await app.factory.address(await newcomer(), address, { verifiedAt: null });
    return address;
  }

  it.each(REFUSED)('because of %s says and costs what every refused one does', async (_, make) => {
    const email = await make();
    const unknown = await logIn('unknown@example.com');
    const hashes = await hashesDuring(app, async () => {
      const response = await logIn(email);
      expectRefusal(response, 401, 'invalid_credentials');
      expectSameProblem(response, unknown);
      expect(Object.keys(response.headers).sort()).toEqual(Object.keys(unknown.headers).sort());
      expect([...cookiesOf(response).keys()]).toEqual(['device']);
    });
    expect(hashes).toBe(1);
  });
});

describe('A password hash of weaker parameters', () => {
  const CURRENT = /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/;

  async function personWith(parameters: object): Promise<Person> {
    return app.factory.person({ passwordHash: await hash(PASSWORD, parameters) });
  }

  const hashOf = async ({ id }: Person): Promise<string | null> =>
    (await app.prisma.db.user.findUniqueOrThrow({ where: { id } })).passwordHash;

  it.each([
    ['less memory', { memoryCost: 4096, timeCost: 3, parallelism: 1 }],
    ['one pass', { memoryCost: 19_456, timeCost: 1, parallelism: 1 }],
    ['another algorithm', { algorithm: 1, memoryCost: 19_456, timeCost: 2, parallelism: 1 }],
  ])('(%s) is replaced when its owner signs in', async (_, parameters) => {
    const person = await personWith(parameters);
    await signIn(person);
    const renewed = await hashOf(person);
    expect(renewed).toMatch(CURRENT);
    await signIn(person);
    expect(await hashOf(person)).toBe(renewed);
  });

  it('is replaced once, and no sign-in is refused, for ten simultaneous sign-ins', async () => {
    const person = await personWith({ memoryCost: 4096 });
    await Promise.all(Array.from({ length: 10 }, () => signIn(person)));
    const renewed = await hashOf(person);
    expect(renewed).toMatch(CURRENT);
    await signIn(person);
    expect(await hashOf(person)).toBe(renewed);
  });

  it('stays as it is when the password is wrong', async () => {
    const person = await personWith({ memoryCost: 4096 });
    const before = await hashOf(person);
    expectRefusal(await logIn(person.email, 'wrong'), 401, 'invalid_credentials');
    expect(await hashOf(person)).toBe(before);
  });
});

describe('A sign-in from another device', () => {
  it('is notified to the owner, except the first one and those from a known device', async () => {
    const person = await app.factory.person({ timezone: 'Europe/Vienna' });
    const [laptop, phone] = [browser(), browser()];
    await signIn(person, laptop);
    await signIn(person, phone);
    const { text } = await catcher.waitFor({ to: person.email, subject: NEW_DEVICE });
    expect(text).toContain('Network address: 127.0.0.1\n');
    await signIn(person, phone);
    await signIn(person, laptop);
    await signIn(person, app.anonymous.with('user-agent', 'Tablet/7'));
    const mail = await catcher.waitFor({ to: person.email, subject: NEW_DEVICE });
    expect(mail.text).toContain('Browser: Tablet/7\n');
    expect(catcher.mails.filter(({ to }) => to === person.email)).toHaveLength(2);
  });

  const from = (userAgent: string, device = newId()): Client =>
    app.anonymous.with('cookie', `device=${device}`).with('user-agent', userAgent);

  /** Which browsers a person was told of, up to his next sign-in, which he is told of as well. */
  async function toldOf(person: Person): Promise<(string | undefined)[]> {
    await signIn(person, from('Last/1'));
    await mailsAreSent(app);
    const told = catcher.mails.filter(({ to }) => to === person.email);
    return told.map(({ text }) => /Browser: (.*)/.exec(text)?.[1]).sort();
  }

  it('is notified once a day of a client that stores no cookies', async () => {
    const person = await app.factory.person();
    await signIn(person);
    const script = app.anonymous.with('user-agent', 'Script/1');
    for (let times = 0; times < 5; times++) {
      await signIn(person, script);
    }
    expect(await toldOf(person)).toEqual(['Last/1', 'Script/1']);
  });

  it('is notified again of a client that stores no cookies after a day', async () => {
    const person = await app.factory.person();
    await signIn(person);
    const script = app.anonymous.with('user-agent', 'Script/1');
    const setNotified = (hours: number): Promise<number> => app.prisma.db.$executeRaw`
      UPDATE "SignInNotice" SET "notifiedAt" = clock_timestamp() - make_interval(hours => ${hours}::int)
      WHERE "userId" = ${person.id}::uuid`;
    await signIn(person, script);
    await setNotified(23);
    await signIn(person, script);
    await setNotified(25);
    await signIn(person, script);
    await signIn(person, script);
    expect(await toldOf(person)).toEqual(['Last/1', 'Script/1', 'Script/1']);
  });

  it.each<[string, readonly [agent: string, address: string][], number]>([
    [
      'the same browser on one IPv4 address',
      [
        ['A/1', '203.0.113.7'],
        ['A/1', '203.0.113.7'],
      ],
      1,
    ],
    [
      'the same browser on another port',
      [
        ['A/1', '203.0.113.7:1'],
        ['A/1', '203.0.113.7:2'],
      ],
      1,
    ],
    [
      'the same browser on another spelling',
      [
        ['A/1', '203.0.113.7'],
        ['A/1', '::ffff:203.0.113.7'],
      ],
      1,
    ],
    [
      'the same browser in one /64',
      [
        ['A/1', '2001:db8::7'],
        ['A/1', '2001:db8::8'],
      ],
      1,
    ],
    [
      'the same browser in another /64',
      [
        ['A/1', '2001:db8::7'],
        ['A/1', '2001:db8:0:1::7'],
      ],
      2,
    ],
    [
      'the same browser on another IPv4 address',
      [
        ['A/1', '203.0.113.7'],
        ['A/1', '203.0.113.8'],
      ],
      2,
    ],
    [
      'the same browser on IPv4 and IPv6',
      [
        ['A/1', '203.0.113.7'],
        ['A/1', '2001:db8::7'],
      ],
      2,
    ],
    [
      'another version of a browser',
      [
        ['A/1', '203.0.113.7'],
        ['A/2', '203.0.113.7'],
      ],
      2,
    ],
    [
      'two browsers in turn',
      [
        ['A/1', '203.0.113.7'],
        ['B/1', '203.0.113.7'],
        ['A/1', '203.0.113.7'],
      ],
      2,
    ],
    [
      'no browser, several times',
      [
        ['', '203.0.113.7'],
        ['', '203.0.113.7'],
        ['', '203.0.113.7'],
      ],
      1,
    ],
    [
      'a browser whose name ends like the address',
      [
        ['A/1', '203.0.113.7'],
        ['1,A/', '203.0.113.7'],
      ],
      2,
    ],
  ])('is notified of %s', async (_, signIns, times) => {
    const person = await app.factory.person();
    await signIn(person);
    for (const [agent, address] of signIns) {
      await signIn(person, app.anonymous.with('user-agent', agent).with('x-forwarded-for', address));
    }
    expect(await toldOf(person)).toHaveLength(times + 1);
  });

  it('is notified once for simultaneous sign-ins', async () => {
    const person = await app.factory.person();
    await signIn(person);
    const device = newId();
    await Promise.all(Array.from({ length: 10 }, () => signIn(person, from('Phone/1', device))));
    expect(await toldOf(person)).toEqual(['Last/1', 'Phone/1']);
  });

  it('is notified when it is simultaneous with the very first', async () => {
    const person = await app.factory.person();
    await Promise.all(Array.from({ length: 4 }, () => signIn(person, from('Phone/1'))));
    expect(await toldOf(person)).toEqual(['Last/1', 'Phone/1', 'Phone/1', 'Phone/1']);
  });

  it('is not notified when it is refused', async () => {
    const person = await app.factory.person();
    await signIn(person);
    await logIn(person.email, 'wrong');
    await signIn(person);
    await catcher.waitFor({ to: person.email, subject: NEW_DEVICE });
    expect(catcher.mails.filter(({ to }) => to === person.email)).toHaveLength(1);
  });
});

describe('The record of a sign-in', () => {
  const eventsOf = (id: string): ReturnType<typeof app.prisma.db.auditEvent.findMany> =>
    app.prisma.db.auditEvent.findMany({ where: { OR: [{ targetId: id }, { actorId: id }] }, orderBy: { id: 'asc' } });

  it('is the user, the session, the network address and the request', async () => {
    const person = await app.factory.person();
    const { body, headers } = await signIn(person, app.anonymous.with('user-agent', 'Firefox/140'));
    expect(await eventsOf(person.id)).toEqual([
      {
        id: expect.any(String),
        at: expect.any(Date),
        action: 'session.opened',
        actorKind: 'user',
        actorId: person.id,
        organizationId: null,
        targetKind: 'session',
        targetId: body.sessionId,
        sessionId: body.sessionId,
        apiKeyId: null,
        remoteIp: '127.0.0.1',
        userAgent: 'Firefox/140',
        requestId: headers['x-request-id'],
        changes: { amr: ['pwd'] },
      },
    ]);
  });

  it('is the account and the method of a failed sign-in', async () => {
    const person = await app.factory.person();
    const { headers } = await logIn(person.email, 'a wrong password', app.anonymous.with('user-agent', 'Curl/8'));
    const events = await eventsOf(person.id);
    expect(events).toMatchObject([
      {
        action: 'authentication.failed',
        actorKind: 'anonymous',
        actorId: null,
        targetKind: 'user',
        targetId: person.id,
        sessionId: null,
        remoteIp: '127.0.0.1',
        userAgent: 'Curl/8',
        requestId: headers['x-request-id'],
        changes: { door: 'password' },
      },
    ]);
    expect(JSON.stringify(events)).not.toContain('a wrong password');
  });

  it('has no event of a failure where there is no account', async () => {
    const { headers } = await logIn('nowhere@example.com', 'a wrong password');
    const where = { requestId: String(headers['x-request-id']) };
    expect(await app.prisma.db.auditEvent.count({ where })).toBe(0);
  });
});
