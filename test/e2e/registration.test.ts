import type { Response } from 'supertest';
import type { TestApp } from '../support/app/app.js';
import { cookiesOf } from '../support/clients/cookie-jar.js';
import { PASSWORD } from '../support/data/factory.js';
import { expectInvalid, expectRefusal } from '../support/expectations/refusals.js';
import { mailsAreSent } from '../support/mail/mails-are-sent.js';
import { Registrations } from '../support/mail/registrations.js';

const TAKEN = 'You already have an account';
const HOUR = 3_600_000;

let newcomers: Registrations;
let app: TestApp;

beforeAll(async () => {
  newcomers = await Registrations.start();
  ({ app } = newcomers);
});

afterAll(() => newcomers.stop());

/** Registers and verifies. @returns the account as its owner sees it, and where he is a member */
async function registered(
  email: string,
  fields: object = {},
): Promise<Record<'user' | 'organizations', Response['body']>> {
  const { status, body } = await newcomers.verify(await newcomers.tokenFor(email, fields));
  expect({ status, body }).toMatchObject({ status: 200 });
  const client = app.anonymous.withToken(body.token);
  const [user, organizations] = [await client.get('/api/v1/user'), await client.get('/api/v1/orgs/my')];
  return { user: user.body, organizations: organizations.body.items };
}

const statusesOf = (responses: readonly Response[]): number[] => responses.map(({ status }) => status).sort();

describe('A registration', () => {
  it('creates an account and signs its owner in by the link of the mail', async () => {
    const email = newcomers.newAddress();
    const token = await newcomers.tokenFor(email, { displayName: 'Robin Ray' });
    expect(await newcomers.peopleWith(email)).toBe(0);
    const response = await newcomers.verify(token);
    expect({ status: response.status, body: response.body }).toEqual({
      status: 200,
      body: {
        status: 'authenticated',
        token: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
        tokenType: 'Bearer',
        expiresAt: expect.any(String),
        sessionId: expect.any(String),
        userId: expect.any(String),
        passwordChangeRequired: false,
      },
    });
    const { status, body } = await app.anonymous
      .with('cookie', `session=${cookiesOf(response).get('session')?.value ?? ''}`)
      .get('/api/v1/user');
    expect({ status, body }).toMatchObject({
      status: 200,
      body: { id: response.body.userId, email, displayName: 'Robin Ray', status: 'active' },
    });
  });

  it('mails a link to the console that works for a day', async () => {
    const email = newcomers.newAddress();
    await newcomers.register(email);
    const { link, html } = await newcomers.confirmationTo(email);
    expect(link.href).toMatch(new RegExp(`^${app.config.publicUrl}/console/verify-email\\?token=[\\w-]{43}$`));
    expect(html).toContain(`href="${link.href}"`);
    const { createdAt, expiresAt } = await app.prisma.db.oneTimeToken.findFirstOrThrow({ where: { email } });
    expect(Math.abs(expiresAt.getTime() - createdAt.getTime() - 24 * HOUR)).toBeLessThan(60_000);
  });

  it('permits sign-in only after verification', async () => {
    const email = newcomers.newAddress();
    const token = await newcomers.tokenFor(email);
    expectRefusal(await newcomers.logIn(email), 401, 'invalid_credentials');
    const { body } = await newcomers.verify(token);
    const again = await newcomers.logIn(email.toUpperCase());
    expect({ status: again.status, userId: again.body.userId }).toEqual({ status: 200, userId: body.userId });
  });

  it('takes the address in any case, and keeps it in small letters', async () => {
    const email = newcomers.newAddress();
    await newcomers.register(` ${email.toUpperCase()}\n`);
    const { token } = await newcomers.confirmationTo(email);
    const { body } = await newcomers.verify(token);
    expect((await app.anonymous.withToken(body.token).get('/api/v1/user')).body.email).toBe(email);
  });

  it.each<[string, object, string | RegExp]>([
    ['the one that was given', { displayName: ' Ray ', givenName: 'Robin', familyName: 'Ray' }, 'Ray'],
    ['else of both names', { givenName: 'Robin', familyName: 'Ray' }, 'Robin Ray'],
    ['else of the one name that is there', { familyName: 'Ray' }, 'Ray'],
    ['else of the address', {}, /^newcomer-\d+$/],
  ])('has the display name: %s', async (_, fields, displayName) => {
    const { user } = await registered(newcomers.newAddress(), fields);
    expect(user.displayName).toEqual(displayName instanceof RegExp ? expect.stringMatching(displayName) : displayName);
  });

  it('keeps the names, and the language in its canonical form', async () => {
    const { user } = await registered(newcomers.newAddress(), {
      givenName: 'Zoe\u0308',
      familyName: 'Ray',
      locale: 'EN-us',
    });
    expect(user).toMatchObject({ givenName: 'Zoë', familyName: 'Ray', locale: 'en-US' });
  });

  it.each<[object, string, string, string]>([
    [{ email: 'nobody' }, '/email', 'is_email', 'Must be an e-mail address.'],
    [{ locale: 'english please' }, '/locale', 'is_locale', 'Must be a BCP 47 language tag.'],
    [{ displayName: ' ' }, '/displayName', 'min_length', 'Must have at least 1 character.'],
    [{ givenName: 'a\u0000b' }, '/givenName', 'no_controls', 'Must not contain control characters.'],
    [{ organizationName: null }, '/organizationName', 'is_string', 'Must be a string.'],
    [{ status: 'active' }, '/status', 'unknown_key', 'This key is not one the route takes.'],
  ])('with %j is refused, and nothing is mailed', async (fields, pointer, code, detail) => {
    const email = newcomers.newAddress();
    expectInvalid(await newcomers.post('register', { email, password: PASSWORD, ...fields }), [pointer, code, detail]);
    expect(await app.prisma.db.oneTimeToken.count({ where: { email } })).toBe(0);
  });

  it('is recorded with the new user as the actor', async () => {
    const email = newcomers.newAddress();
    const token = await newcomers.tokenFor(email, { organizationName: 'Written Down' });
    const { body, headers } = await app.anonymous
      .with('user-agent', 'Firefox/140')
      .post('/api/v1/auth/email/verify', { token });
    const events = await app.prisma.db.auditEvent.findMany({ where: { actorId: body.userId }, orderBy: { id: 'asc' } });
    const origin = { actorKind: 'user', remoteIp: '127.0.0.1', userAgent: 'Firefox/140' };
    const actions = ['user.registered', 'organization.created', 'membership.created', 'session.opened'];
    expect(events).toMatchObject(actions.map((action) => ({ action, ...origin, requestId: headers['x-request-id'] })));
    expect(JSON.stringify(events)).not.toMatch(/argon2|correct horse/);
  });
});

describe('A registration with an organization', () => {
  beforeAll(async () => {
    const { id: organizationId } = await app.factory.organization({ slug: 'taken-inc' });
    await app.prisma.db.organizationSlug.create({ data: { slug: 'former-inc', organizationId } });
  });

  it('makes one that the newcomer administers and works in', async () => {
    const { body } = await newcomers.verify(
      await newcomers.tokenFor(newcomers.newAddress(), { organizationName: 'Çelik & Söhne' }),
    );
    const client = app.anonymous.withToken(body.token);
    const { items } = (await client.get('/api/v1/orgs/my')).body;
    const organization = {
      slug: 'celik-sohne',
      name: 'Çelik & Söhne',
      role: 'OrganizationAdmin',
      appRole: 'AppAdmin',
    };
    expect(items).toMatchObject([{ ...organization, state: 'Active', isPrimary: true }]);
    expect((await client.get('/api/v1/auth/me')).body.organization).toEqual({ id: items[0].id, ...organization });
  });

  it('makes none before the address is verified', async () => {
    await newcomers.tokenFor(newcomers.newAddress(), { organizationName: 'Not Yet' });
    expect(await app.prisma.db.organization.count({ where: { name: 'Not Yet' } })).toBe(0);
  });

  it.each([
    ['is reserved', 'Admin', /^org-\d{4,6}$/],
    ['is in another script', '北京', /^org-\d{4,6}$/],
    ['is taken', 'Taken Inc', /^taken-inc-\d{4,6}$/],
    ['was another organization’s once', 'Former Inc', /^former-inc-\d{4,6}$/],
  ])('finds another slug when that of its name %s', async (_, organizationName, slug) => {
    const { organizations } = await registered(newcomers.newAddress(), { organizationName });
    expect(organizations).toMatchObject([{ name: organizationName, slug: expect.stringMatching(slug) }]);
  });

  it('gives every one its own slug when eight of one name come at once', async () => {
    const emails = Array.from({ length: 8 }, () => newcomers.newAddress());
    const tokens = await Promise.all(
      emails.map((email) => newcomers.tokenFor(email, { organizationName: 'Eight at Once' })),
    );
    const responses = await Promise.all(tokens.map((token) => newcomers.verify(token)));
    expect(statusesOf(responses)).toEqual(Array(8).fill(200));
    const slugs = await app.prisma.db.organization.findMany({ where: { name: 'Eight at Once' } });
    expect(new Set(slugs.map(({ slug }) => slug)).size).toBe(8);
    expect(slugs.map(({ slug }) => slug)).toContain('eight-at-once');
  });
});

describe('A registration with an address that has an account', () => {
  it('is answered like any other, and only the owner is notified', async () => {
    const { email } = await app.factory.person();
    const [taken, free] = [await newcomers.register(email), await newcomers.register(newcomers.newAddress())];
    const names = ({ headers }: Response): string[] => Object.keys(headers).sort();
    expect(names(taken)).toEqual(names(free));
    const mail = await newcomers.catcher.waitFor({ to: email, subject: TAKEN });
    expect(mail.text + mail.html).not.toMatch(/token|verify-email/);
    expect(newcomers.catcher.pending({ to: email })).toEqual([]);
  });

  it('changes nothing about the account', async () => {
    const { email } = await app.factory.person({ displayName: 'Owner' });
    await newcomers.register(email, { password: 'another password of mine', displayName: 'Thief' });
    await newcomers.catcher.waitFor({ to: email, subject: TAKEN });
    expectRefusal(await newcomers.logIn(email, 'another password of mine'), 401, 'invalid_credentials');
    const client = await app.anonymous.logIn(email);
    expect((await client.get('/api/v1/user')).body.displayName).toBe('Owner');
    expect(await newcomers.peopleWith(email)).toBe(1);
  });

  it('does not take a further address from the account that verified it', async () => {
    const person = await app.factory.person();
    const email = newcomers.newAddress();
    await app.factory.address(person, email);
    await newcomers.register(email);
    await newcomers.catcher.waitFor({ to: email, subject: TAKEN });
  });

  it('succeeds while no account has verified the address', async () => {
    const person = await app.factory.person();
    const email = newcomers.newAddress();
    await app.factory.address(person, email, { verifiedAt: null });
    const { user } = await registered(email);
    expect(user.id).not.toBe(person.id);
  });
});

describe('An address', () => {
  const mailsTo = (email: string): number => newcomers.catcher.mails.filter(({ to }) => to === email).length;

  it.each([
    ['of nobody', () => Promise.resolve(newcomers.newAddress())],
    ['with an account', async () => (await app.factory.person()).email],
  ])('%s gets five mails a day for any number of registrations', async (_, make) => {
    const email = await make();
    for (let count = 0; count < 6; count++) {
      await newcomers.register(email);
    }
    await mailsAreSent(app);
    expect(mailsTo(email)).toBe(5);
    const yesterday = new Date(Date.now() - 24 * HOUR);
    await app.prisma.db.oneTimeToken.updateMany({ where: { email }, data: { createdAt: yesterday } });
    await newcomers.register(email);
    await mailsAreSent(app);
    expect(mailsTo(email)).toBe(6);
  });

  it('is sent five mails also when sixteen register with it at once', async () => {
    const email = newcomers.newAddress();
    await Promise.all(Array.from({ length: 16 }, () => newcomers.register(email)));
    await mailsAreSent(app);
    expect(mailsTo(email)).toBe(5);
  });
});

describe('Of two registrations of one address', () => {
  it('the one that is verified first counts, and the other link is not valid any more', async () => {
    const email = newcomers.newAddress();
    const first = await newcomers.tokenFor(email, { displayName: 'First' });
    const second = await newcomers.tokenFor(email, { displayName: 'Second', password: 'another password of mine' });
    const { body } = await newcomers.verify(second, 'another password of mine');
    expectRefusal(await newcomers.verify(first), 400, 'invalid_token');
    expect((await app.anonymous.withToken(body.token).get('/api/v1/user')).body.displayName).toBe('Second');
    expectRefusal(await newcomers.logIn(email), 401, 'invalid_credentials');
    expect((await newcomers.logIn(email, 'another password of mine')).status).toBe(200);
  });

  it('one wins when both are verified at once', async () => {
    const email = newcomers.newAddress();
    const tokens = [await newcomers.tokenFor(email), await newcomers.tokenFor(email)];
    expect(statusesOf(await Promise.all(tokens.map((token) => newcomers.verify(token))))).toEqual([200, 400]);
    expect(await newcomers.peopleWith(email)).toBe(1);
  });
});
