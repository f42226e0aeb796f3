import type { Response } from 'supertest';
import { OneTimeTokensService } from '../../src/modules/one-time-tokens/one-time-tokens.service.js';
import { TrustedDevicesService } from '../../src/modules/sessions/devices/trusted-devices.service.js';
import { TestApp } from '../support/app/app.js';
import type { Client } from '../support/clients/client.js';
import { type Organization, PASSWORD, type Person } from '../support/data/factory.js';
import { expectInvalid, expectRefusal, expectUnauthenticated } from '../support/expectations/refusals.js';
import type { MailCatcher } from '../support/mail/mail-catcher.js';
import { mailsAreSent } from '../support/mail/mails-are-sent.js';
import { expectOneWinner, race } from '../support/races/races.js';
import { enrol } from '../support/second-factors/authenticator-app.js';

const CHOOSE = 'Choose a new password';
const CHANGED = 'Your password was changed';
const NEW = 'another password of mine';
const HOUR = 3_600_000;

let app: TestApp;
let catcher: MailCatcher;
let sasha: Person;

beforeAll(async () => {
  app = await TestApp.start();
  catcher = app.mails;
});

beforeEach(async () => {
  sasha = await app.factory.person();
});

afterAll(() => app.stop());

const post = (path: string, body: object): Promise<Response> => app.anonymous.post(`/api/v1/auth/${path}`, body);
const logIn = (email: string, password: string): Promise<Response> => post('login', { email, password });
const reset = (token: unknown, newPassword: unknown = NEW): Promise<Response> =>
  post('password/reset', { token, newPassword });

/** Asks for a link, and expects the one answer there is to that. */
async function forget(email: string): Promise<Response> {
  const response = await post('password/forgot', { email });
  expect({ status: response.status, text: response.text }).toEqual({ status: 202, text: '' });
  return response;
}

async function tokenFor({ email }: Person): Promise<string> {
  await forget(email);
  return (await catcher.waitFor({ to: email, subject: CHOOSE })).token;
}

/** A link to choose the first password, as an organization has it mailed. @returns the token */
async function firstLinkOf({ id: userId, email }: Person): Promise<string> {
  const link = { purpose: 'reset_password', lifetime: 60, createdBy: 'root', userId, email } as const;
  return (await app.nest.get(OneTimeTokensService).issueLink(link)).token;
}

/** How many mails somebody was sent. */
async function mailsTo(email: string): Promise<number> {
  await mailsAreSent(app);
  return catcher.mails.filter(({ to }) => to === email).length;
}

async function hashOf({ id }: Person): Promise<string | null> {
  return (await app.prisma.db.user.findUniqueOrThrow({ where: { id } })).passwordHash;
}

/** Calls with an API key of the person. */
async function keyOf(person: Person, organization: Organization): Promise<Client> {
  const { id: membershipId } = await app.factory.membership(person, organization);
  return app.anonymous.withToken(await app.factory.apiKey({ membershipId }));
}

/** A browser of each of them that skips the second factor. */
async function trustDevices(...people: Person[]): Promise<void> {
  for (const { id } of people) {
    const device = { deviceId: 'test', remoteIp: '127.0.0.1', userAgent: 'test' };
    await app.nest.get(TrustedDevicesService).trust(id, device);
  }
}

describe('A person with a forgotten password', () => {
  it('is mailed a link to the console that works for an hour', async () => {
    await forget(sasha.email.toUpperCase());
    const { link } = await catcher.waitFor({ to: sasha.email, subject: CHOOSE });
    expect(link.href).toMatch(new RegExp(`^${app.config.publicUrl}/console/reset-password\\?token=[\\w-]{43}$`));
    const { expiresAt, createdAt } = await app.prisma.db.oneTimeToken.findFirstOrThrow({ where: { userId: sasha.id } });
    expect(Math.abs(expiresAt.getTime() - createdAt.getTime() - HOUR)).toBeLessThan(60_000);
  });

  it('is answered in the same way whether or not there is an account', async () => {
    const [known, unknown] = [await forget(sasha.email), await forget('nobody@example.com')];
    const names = ({ headers }: Response): string[] => Object.keys(headers).sort();
    expect(names(known)).toEqual(names(unknown));
    expect(await mailsTo(sasha.email)).toBe(1);
    expect(await mailsTo('nobody@example.com')).toBe(0);
  });

  it('gets the mail at the named address, if it is verified', async () => {
    await app.factory.address(sasha, 'second@example.com');
    await app.factory.address(sasha, 'unverified@example.com', { verifiedAt: null });
    await forget('second@example.com');
    await forget('unverified@example.com');
    const { token } = await catcher.waitFor({ to: 'second@example.com', subject: CHOOSE });
    expect([await mailsTo('unverified@example.com'), await mailsTo(sasha.email)]).toEqual([0, 0]);
    expect((await reset(token)).status).toBe(204);
  });

  it('is sent no link to an unproved address, and is answered as for an unknown one', async () => {
    const { id: managedById } = await app.factory.organization();
    const { id: userId, email } = await app.factory.person({ managedById });
    await app.prisma.db.userEmail.updateMany({ where: { userId }, data: { verifiedAt: null } });
    await forget(email);
    expect(await mailsTo(email)).toBe(0);
    expect(await app.prisma.db.oneTimeToken.count({ where: { userId } })).toBe(0);
  });

  it.each([
    ['suspended', { status: 'suspended' as const }],
    ['deleted', { deletedAt: new Date() }],
  ])('gets no mail when the account is %s', async (_, fields) => {
    const { email } = await app.factory.person(fields);
    await forget(email);
    expect(await mailsTo(email)).toBe(0);
  });

  it('is sent five links an hour at most', async () => {
    for (let count = 0; count < 7; count++) {
      await forget(sasha.email);
    }
    expect(await mailsTo(sasha.email)).toBe(5);
    const anHourAgo = new Date(Date.now() - HOUR);
    await app.prisma.db.oneTimeToken.updateMany({ where: { userId: sasha.id }, data: { createdAt: anHourAgo } });
    await forget(sasha.email);
    expect(await mailsTo(sasha.email)).toBe(6);
  });

  it('is not locked out by repeated requests of a stranger: the last mailed link works', async () => {
    for (let count = 0; count < 7; count++) {
      await forget(sasha.email);
    }
    expect(await mailsTo(sasha.email)).toBe(5);
    const tokens: string[] = [];
    while (tokens.length < 5) {
      tokens.push((await catcher.waitFor({ to: sasha.email, subject: CHOOSE })).token);
    }
    const answers = await Promise.all(tokens.map((token) => reset(token)));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 400, 400, 400, 400]);
  });

  it('gets five links also for sixteen simultaneous requests, at two addresses', async () => {
    const second = 'second-of-sixteen@example.com';
    await app.factory.address(sasha, second);
    await race((number) => forget(number % 2 ? sasha.email : second));
    expect((await mailsTo(sasha.email)) + (await mailsTo(second))).toBe(5);
  });

  it('must name an address', async () => {
    const error = ['/email', 'is_email', 'Must be an e-mail address.'] as const;
    expectInvalid(await post('password/forgot', { email: 'sasha' }), error);
    expectInvalid(await post('password/forgot', {}), error);
  });
});

describe('The link to a new password', () => {
  it('sets it, and opens no session', async () => {
    const response = await reset(await tokenFor(sasha));
    expect({ status: response.status, text: response.text }).toEqual({ status: 204, text: '' });
    expect(response.headers['set-cookie']).toBeUndefined();
    expectRefusal(await logIn(sasha.email, PASSWORD), 401, 'invalid_credentials');
    expect((await logIn(sasha.email, NEW)).status).toBe(200);
  });

  it('ends every session, and makes every device unknown that was trusted', async () => {
    const clients = [await app.signedIn(sasha), await app.steppedUp(sasha)];
    const stranger = await app.factory.person();
    const asStranger = await app.signedIn(stranger);
    await trustDevices(sasha, stranger);
    await reset(await tokenFor(sasha));
    for (const client of clients) {
      expectUnauthenticated(await client.get('/api/v1/auth/me'));
    }
    expect((await asStranger.get('/api/v1/auth/me')).status).toBe(200);
    const trusting = await app.prisma.db.trustedDevice.findMany({ where: { userId: { in: [sasha.id, stranger.id] } } });
    expect(trusting.map(({ userId }) => userId)).toEqual([stranger.id]);
  });

  it('ends every API key of the user, and none of others', async () => {
    const organization = await app.factory.organization();
    const stranger = await app.factory.person();
    const [own, foreign] = [await keyOf(sasha, organization), await keyOf(stranger, organization)];
    const { id: serviceAccountId } = await app.factory.serviceAccount(organization);
    const bot = app.anonymous.withToken(await app.factory.apiKey({ serviceAccountId }));
    await reset(await tokenFor(sasha));
    expectUnauthenticated(await own.get('/api/v1/me'));
    expect([(await foreign.get('/api/v1/me')).status, (await bot.get('/api/v1/me')).status]).toEqual([200, 200]);
    expect(
      await app.prisma.db.auditEvent.findMany({ where: { action: 'api_key.revoked', actorId: sasha.id } }),
    ).toMatchObject([{ organizationId: organization.id, targetKind: 'api_key', actorKind: 'user' }]);
  });

  it('notifies the owner, and is recorded with the owner as the actor', async () => {
    const { headers } = await reset(await tokenFor(sasha));
    await catcher.waitFor({ to: sasha.email, subject: CHANGED });
    expect(await app.prisma.db.auditEvent.findMany({ where: { targetId: sasha.id } })).toMatchObject([
      {
        action: 'password.changed',
        actorKind: 'user',
        actorId: sasha.id,
        remoteIp: '127.0.0.1',
        requestId: headers['x-request-id'],
        changes: {},
      },
    ]);
  });

  it('leaves the second factor as it is', async () => {
    await enrol(await app.signedIn(sasha));
    await reset(await tokenFor(sasha));
    const { status, body } = await logIn(sasha.email, NEW);
    expect({ status, body }).toMatchObject({ status: 200, body: { status: 'mfa_required' } });
  });

  it('ends the need to change a temporary password', async () => {
    const past = new Date();
    const person = await app.factory.person({ passwordChangeRequired: true, passwordExpiresAt: past });
    await reset(await tokenFor(person));
    expect((await logIn(person.email, NEW)).body.passwordChangeRequired).toBe(false);
  });

  it('proves the address of an account that an organization made', async () => {
    const { id: managedById } = await app.factory.organization();
    const person = await app.factory.person({ status: 'pending', passwordHash: null, managedById });
    await app.prisma.db.userEmail.updateMany({ where: { userId: person.id }, data: { verifiedAt: null } });
    expect((await reset(await firstLinkOf(person))).status).toBe(204);
    const { verifiedAt } = await app.prisma.db.userEmail.findFirstOrThrow({ where: { userId: person.id } });
    expect(verifiedAt).not.toBeNull();
    const client = await app.anonymous.logIn(person.email, NEW);
    expect((await client.get('/api/v1/user')).body.status).toBe('active');
  });

  it('works once', async () => {
    const token = await tokenFor(sasha);
    expect((await reset(token)).status).toBe(204);
    expectRefusal(await reset(token, 'yet another one'), 400, 'invalid_token');
    expect((await logIn(sasha.email, NEW)).status).toBe(200);
  });

  it('ends with a newer link, whichever address of the account that was mailed to', async () => {
    await app.factory.address(sasha, 'newer-link@example.com');
    const [older, newer] = [await tokenFor(sasha), await tokenFor({ ...sasha, email: 'newer-link@example.com' })];
    await expectNoReset(older);
    expect((await reset(newer)).status).toBe(204);
  });

  it('ends with the address it was mailed to', async () => {
    const email = 'removed-address@example.com';
    await app.factory.address(sasha, email);
    const token = await tokenFor({ ...sasha, email });
    expect((await (await app.signedIn(sasha)).delete(`/api/v1/me/emails/${email}`)).status).toBe(204);
    await expectNoReset(token);
    await app.factory.address(sasha, email);
    await expectNoReset(token);
  });

  it('ends with the address also when that went another way than by its removal', async () => {
    const email = 'taken-away@example.com';
    await app.factory.address(sasha, email);
    const token = await tokenFor({ ...sasha, email });
    await app.prisma.db.userEmail.deleteMany({ where: { address: email } });
    await expectNoReset(token);
    await app.factory.address(await app.factory.person(), email);
    await expectNoReset(token);
  });

  it('to a first password ends when the address is neither the primary one nor proved', async () => {
    const token = await firstLinkOf(sasha);
    const { id: userId, email } = sasha;
    await app.prisma.db.userEmail.updateMany({ where: { userId }, data: { isPrimary: false, verifiedAt: null } });
    await app.factory.address(sasha, `other-${email}`, { isPrimary: true });
    await expectNoReset(token);
  });

  it('works once for sixteen callers at the same moment', async () => {
    const token = await tokenFor(sasha);
    const answers = await race((number) => reset(token, `${NEW} ${String(number)}`));
    const winner = answers.indexOf(expectOneWinner(answers, [400, 'invalid_token']));
    expect((await logIn(sasha.email, `${NEW} ${String(winner)}`)).status).toBe(200);
    expect(await app.prisma.db.auditEvent.count({ where: { targetId: sasha.id, action: 'password.changed' } })).toBe(1);
  });

  it('is not valid once it expired', async () => {
    const token = await tokenFor(sasha);
    await app.prisma.db.oneTimeToken.updateMany({ where: { userId: sasha.id }, data: { expiresAt: new Date() } });
    await expectNoReset(token);
  });

  it('is not a token made for something else, and uses none up', async () => {
    const client = await app.signedIn(sasha);
    const { phone } = await enrol(client);
    const { mfaToken } = (await logIn(sasha.email, PASSWORD)).body;
    await expectNoReset(mfaToken);
    await expectNoReset(client.token);
    const finished = await post('login/mfa', { mfaToken, method: 'totp', code: await phone.code() });
    expect(finished.status).toBe(200);
  });

  it.each(['x', '\u0000', "' OR 1=1 --", 'a'.repeat(512)])('is not %j', async (token) => {
    await expectNoReset(token);
  });

  const BAD_TOKEN = ['/token', 'is_length', 'Must be a token exactly as it was issued.'] as const;
  const BAD_LENGTH = ['/newPassword', 'is_length', 'Must have 8 to 128 characters.'] as const;
  const NO_STRING = ['/newPassword', 'is_string', 'Must be a string.'] as const;
  const COMMON = ['/newPassword', 'common_password', 'Too many people use this password.'] as const;

  it.each([
    ['qx7-kw2', BAD_LENGTH],
    [`${'ab'.repeat(64)}c`, BAD_LENGTH],
    [null, NO_STRING],
    ['Password', COMMON],
    ['qqqqqqqqqq', COMMON],
  ])('is not used up by the password %j, which is refused', async (newPassword, error) => {
    const token = await tokenFor(sasha);
    expectInvalid(await reset(token, newPassword), error);
    expect((await reset(token)).status).toBe(204);
  });

  it('needs a token', async () => {
    expectInvalid(await reset(''), BAD_TOKEN);
    expectInvalid(await reset('a'.repeat(513)), BAD_TOKEN);
  });

  async function expectNoReset(token: unknown): Promise<void> {
    const before = await hashOf(sasha);
    expectRefusal(await reset(token), 400, 'invalid_token');
    expect(await hashOf(sasha)).toBe(before);
  }
});
