import type { TestApp } from '../support/app/app.js';
import type { Client } from '../support/clients/client.js';
import { PASSWORD } from '../support/data/factory.js';
import { expectRefusal, expectSameProblem } from '../support/expectations/refusals.js';
import { Addresses } from '../support/mail/addresses.js';
import { race, RACERS } from '../support/races/races.js';

const ME = '/api/v1/me';
const ADDED = 'An address was added to your account';
const PROVED = 'An address of your account was confirmed';
const DAY = 24 * 3_600_000;

let addresses: Addresses;
let app: TestApp;
let client: Client;
let id: string;
/** The primary address of the caller, verified. */
let primary: string;

beforeAll(async () => {
  addresses = await Addresses.start();
  ({ app } = addresses);
});

beforeEach(async () => {
  ({ client, id, email: primary } = await addresses.somebody());
});

afterAll(() => addresses.stop());

describe('The link to verify an address', () => {
  it('works once, and opens no session', async () => {
    const { email, token } = await addresses.added(client);
    const { status, text, headers } = await addresses.verify(token);
    expect({ status, text, cookies: headers['set-cookie'] }).toMatchObject({ status: 204, text: '' });
    expect(String(headers['set-cookie'])).not.toContain('session=');
    expectRefusal(await addresses.verify(token), 400, 'invalid_token');
    expect((await addresses.listed(client)).verified).toContain(email);
  });

  it('works once for sixteen callers at the same moment', async () => {
    const { token } = await addresses.added(client);
    const answers = await race(() => addresses.verify(token));
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
    answers.filter(({ status }) => status !== 204).forEach((lost) => expectRefusal(lost, 400, 'invalid_token'));
    expect(await app.prisma.db.auditEvent.count({ where: { targetId: id, action: 'email.verified' } })).toBe(1);
  });

  it('works for a day', async () => {
    const { email, token } = await addresses.added(client);
    const { expiresAt } = await app.prisma.db.oneTimeToken.findFirstOrThrow({ where: { userId: id, email } });
    expect(Math.abs(expiresAt.getTime() - Date.now() - DAY)).toBeLessThan(60_000);
    await app.prisma.db.oneTimeToken.updateMany({ where: { userId: id }, data: { expiresAt: new Date() } });
    expectRefusal(await addresses.verify(token), 400, 'invalid_token');
    expect((await addresses.listed(client)).unverified).toEqual([email]);
  });

  it('is void after the address was removed; adding it again sends another link', async () => {
    const { email, token } = await addresses.added(client);
    await addresses.remove(client, email);
    expectRefusal(await addresses.verify(token), 400, 'invalid_token');
    const { token: another } = await addresses.added(client, email);
    expect((await addresses.verify(another)).status).toBe(204);
  });

  it('does not make the address the primary one', async () => {
    await addresses.verified(client);
    expect(await addresses.primaryOf(client)).toBe(primary);
    expect((await addresses.unread(primary)).sort()).toEqual([PROVED, ADDED]);
  });

  it('sets no password, and is not used up by the try', async () => {
    const { token } = await addresses.added(client);
    const reset = await app.anonymous.post('/api/v1/auth/password/reset', { token, newPassword: 'another of mine' });
    expectRefusal(reset, 400, 'invalid_token');
    expect((await addresses.verify(token)).status).toBe(204);
  });
});

describe('The address of another account', () => {
  it('is added like any other, and never verifies: its owner gets a notice instead of a link', async () => {
    const owner = await addresses.somebody();
    const taken = await addresses.add(client, owner.email);
    const free = await addresses.add(client, addresses.newAddress());
    expect(taken.status).toBe(201);
    expect(taken.body).toEqual({
      ...free.body,
      email: owner.email,
      createdAt: taken.body.createdAt,
      updatedAt: taken.body.updatedAt,
    });
    const notice = await addresses.takenNotice(owner.email);
    expect(() => notice.link).toThrow('No link in the mail');
    expect(await addresses.unread(owner.email)).toEqual([]);
    expect((await addresses.listed(client)).unverified).toContain(owner.email);
  });

  it('belongs to its owner: other accounts cannot sign in or recover with it', async () => {
    const owner = await addresses.somebody();
    await addresses.add(client, owner.email);
    expectRefusal(await addresses.makePrimary(client, owner.email), 409, 'email_not_verified');
    const signedIn = await app.anonymous.logIn(owner.email);
    expect((await signedIn.get('/api/v1/user')).body.id).toBe(owner.id);
    expect(await addresses.listed(owner.client)).toEqual({ verified: [owner.email], unverified: [] });
    expect((await addresses.remove(client, owner.email)).status).toBe(204);
    expect(await addresses.listed(owner.client)).toEqual({ verified: [owner.email], unverified: [] });
  });

  it('belongs to the first account that verifies it', async () => {
    const other = await addresses.somebody();
    const { email, token } = await addresses.added(client);
    const { token: othersToken } = await addresses.added(other.client, email);
    expect((await addresses.verify(othersToken)).status).toBe(204);
    const late = await addresses.verify(token);
    expectRefusal(late, 400, 'invalid_token');
    expectSameProblem(late, await addresses.verify('a token that there never was'));
    expect((await addresses.listed(client)).unverified).toEqual([email]);
    expect((await addresses.listed(other.client)).verified).toContain(email);
  });

  it('is one account’s when sixteen verify it at the same moment', async () => {
    const email = addresses.newAddress();
    const rivals = await Promise.all(Array.from({ length: RACERS }, () => addresses.somebody()));
    const tokens: string[] = [];
    for (const rival of rivals) {
      tokens.push((await addresses.added(rival.client, email)).token);
      // An address is sent a handful of links a day; these come on different ones.
      const createdAt = new Date(Date.now() - 25 * 3_600_000);
      await app.prisma.db.oneTimeToken.updateMany({ where: { email }, data: { createdAt } });
    }
    const answers = await race((number) => addresses.verify(tokens[number] ?? ''));
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
    answers.filter(({ status }) => status !== 204).forEach((lost) => expectRefusal(lost, 400, 'invalid_token'));
    const owners = await app.prisma.db.userEmail.findMany({ where: { address: email, verifiedAt: { not: null } } });
    const winner = rivals[answers.findIndex(({ status }) => status === 204)];
    expect(owners.map(({ userId }) => userId)).toEqual([winner?.id]);
  });

  it('that is still unverified does not keep a newcomer from registering with it', async () => {
    const { email, token } = await addresses.added(client);
    await app.anonymous.post('/api/v1/auth/register', { email, password: PASSWORD });
    const registered = await addresses.verifyByMail(email);
    expect(registered.status).toBe(200);
    expect(registered.body.userId).not.toBe(id);
    expectRefusal(await addresses.verify(token), 400, 'invalid_token');
  });

  it('that registers as a newcomer after it was verified here gets a notice', async () => {
    const email = await addresses.verified(client);
    await app.anonymous.post('/api/v1/auth/register', { email, password: PASSWORD });
    await addresses.takenNotice(email);
    expect(await addresses.unread(email)).toEqual([]);
  });
});

describe('PATCH /api/v1/me with an e-mail', () => {
  it('keeps the old one until the link is opened, then makes the new one primary and notifies the old one', async () => {
    const email = addresses.newAddress();
    expect((await client.patch(ME, { email })).body.user.email).toBe(primary);
    expect(await addresses.listed(client)).toEqual({ verified: [primary], unverified: [email] });
    expect((await addresses.verifyByMail(email)).status).toBe(204);
    expect(await addresses.primaryOf(client)).toBe(email);
    expect(await addresses.listed(client)).toEqual({ verified: [email, primary].sort(), unverified: [] });
    expect((await addresses.changedNotice(primary)).text).toContain(`The address of your account is now ${email}.`);
    expect((await (await app.anonymous.logIn(email)).get(ME)).body.user.id).toBe(id);
  });

  it('switches to a verified address of the caller at once, and notifies the old one', async () => {
    const email = await addresses.verified(client);
    expect((await client.patch(ME, { email })).body.user.email).toBe(email);
    await addresses.changedNotice(primary);
    expect(await addresses.unread(email)).toEqual(['Your e-mail address was changed']);
  });

  it('sends an address that waits for its verification another link, which makes it primary', async () => {
    const { email, token } = await addresses.added(client);
    await client.patch(ME, { email });
    expect((await addresses.verifyByMail(email)).status).toBe(204);
    expect(await addresses.primaryOf(client)).toBe(email);
    expectRefusal(await addresses.verify(token), 400, 'invalid_token');
    expect(await addresses.primaryOf(client)).toBe(email);
  });

  it('requested twice ends the older link, and switches and notifies once', async () => {
    const email = addresses.newAddress();
    await client.patch(ME, { email });
    await client.patch(ME, { email });
    expectRefusal(await addresses.verifyByMail(email), 400, 'invalid_token');
    expect((await addresses.verifyByMail(email)).status).toBe(204);
    expect(await addresses.primaryOf(client)).toBe(email);
    await addresses.changedNotice(primary);
    expect([(await addresses.unread(primary)).sort(), await addresses.unread(email)]).toEqual([
      [PROVED, ADDED],
      ['Your e-mail address was changed'],
    ]);
    expect(await app.prisma.db.auditEvent.count({ where: { targetId: id, action: 'email.made_primary' } })).toBe(1);
  });

  it('of another account answers the same, and changes nothing whatever happens', async () => {
    const owner = await addresses.somebody();
    const free = await client.patch(ME, { email: addresses.newAddress() });
    const taken = await client.patch(ME, { email: owner.email });
    expect({ status: taken.status, body: taken.body }).toEqual({ status: free.status, body: free.body });
    const notice = await addresses.takenNotice(owner.email);
    expect(() => notice.link).toThrow('No link in the mail');
    expect(await addresses.primaryOf(client)).toBe(primary);
  });

  it('changes names and e-mail together or not at all', async () => {
    for (let i = 1; i < 10; i++) {
      await app.factory.address({ id, email: primary }, addresses.newAddress(), { verifiedAt: null });
    }
    const before = (await client.get(ME)).body;
    const refused = await client.patch(ME, { displayName: 'Renamed', email: addresses.newAddress() });
    expectRefusal(refused, 409, 'too_many_emails');
    expect((await client.get(ME)).body).toEqual(before);
    expect(await app.prisma.db.auditEvent.count({ where: { targetId: id, action: 'user.updated' } })).toBe(0);
  });
});
