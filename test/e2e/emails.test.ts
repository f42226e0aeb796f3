import type { TestApp } from '../support/app/app.js';
import type { Client } from '../support/clients/client.js';
import { PASSWORD } from '../support/data/factory.js';
import { expectInvalid, expectRefusal } from '../support/expectations/refusals.js';
import { Addresses } from '../support/mail/addresses.js';
import { race, RACERS } from '../support/races/races.js';

const MOST = 10;

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

const auditOf = (targetId: string): Promise<{ action: string }[]> =>
  app.prisma.db.auditEvent.findMany({
    where: { targetId, action: { startsWith: 'email.' } },
    select: { action: true, actorKind: true, actorId: true },
    orderBy: { id: 'asc' },
  });

describe('Adding an address', () => {
  it.each([
    ['capital letters', 'Noa.Levi@CASE.example.com', 'noa.levi@case.example.com'],
    ['spaces around it', ' \tspaces@example.com\n', 'spaces@example.com'],
    ['full-width letters', 'ｗｉｄｅ@ｅｘａｍｐｌｅ.com', 'wide@example.com'],
    ['a ligature', 'oﬃce@example.com', 'office@example.com'],
    ['a tag', 'Noa+News@example.com', 'noa+news@example.com'],
  ])('with %s stores and mails its normal form', async (_, given, stored) => {
    const { status, body } = await addresses.add(client, given);
    expect({ status, email: body.email }).toEqual({ status: 201, email: stored });
    expect((await addresses.verifyByMail(stored)).status).toBe(204);
    expect((await addresses.listed(client)).verified).toContain(stored);
    expectRefusal(await addresses.add(client, given.toUpperCase()), 409, 'email_taken');
  });

  it.each([
    ['a line end in quotes', '"a\nb"@example.com'],
    ['a control character in quotes', '"a\u0001b"@example.com'],
    ['a bidirectional override', 'al\u202eice@example.com'],
    ['NUL', 'a\u0000b@example.com'],
    ['half of a surrogate pair', 'a\ud800b@example.com'],
    ['a display name', 'Noa <noa@example.com>'],
    ['two addresses', 'a@example.com,b@example.com'],
    ['more than 254 characters', `${'a'.repeat(60)}@${'b.'.repeat(97)}example.com`],
    ['no domain that others could reach', 'noa@localhost'],
  ])('refuses %s', async (_, email) => {
    const error = ['/email', 'is_email', 'Must be an e-mail address.'] as const;
    expectInvalid(await addresses.add(client, email), error);
    expectInvalid(await client.patch('/api/v1/me', { email }), error);
    expect(await addresses.listed(client)).toEqual({ verified: [primary], unverified: [] });
  });

  it('is refused for an address of the caller, verified or not', async () => {
    const { email } = await addresses.added(client);
    for (const own of [primary, email, email.toUpperCase()]) {
      expectRefusal(await addresses.add(client, own), 409, 'email_taken');
    }
    expect(await addresses.listed(client)).toEqual({ verified: [primary], unverified: [email] });
    expect(await addresses.unread(email)).toEqual([]);
  });

  it('is refused for the eleventh, until one is removed', async () => {
    const added = Array.from({ length: MOST - 1 }, () => addresses.newAddress());
    for (const email of added) {
      expect((await addresses.add(client, email)).status).toBe(201);
    }
    const eleventh = addresses.newAddress();
    expectRefusal(await addresses.add(client, eleventh), 409, 'too_many_emails');
    expectRefusal(await client.patch('/api/v1/me', { email: eleventh }), 409, 'too_many_emails');
    expect(await addresses.unread(eleventh)).toEqual([]);
    expect((await addresses.remove(client, added[0] ?? '')).status).toBe(204);
    expect((await addresses.add(client, eleventh)).status).toBe(201);
  });

  it('of sixteen at the same moment takes as many as there is room for', async () => {
    const answers = await race((number) => addresses.add(client, `racer-${String(number)}.${primary}`));
    const refused = answers.filter(({ status }) => status !== 201);
    refused.forEach((answer) => expectRefusal(answer, 409, 'too_many_emails'));
    expect(refused).toHaveLength(RACERS - (MOST - 1));
    expect((await addresses.listed(client)).unverified).toHaveLength(MOST - 1);
  });

  it('sixteen times the same at the same moment adds it once, and mails one link', async () => {
    const email = addresses.newAddress();
    const answers = await race(() => addresses.add(client, email));
    const refused = answers.filter(({ status }) => status !== 201);
    refused.forEach((answer) => expectRefusal(answer, 409, 'email_taken'));
    expect(refused).toHaveLength(RACERS - 1);
    expect(await addresses.listed(client)).toEqual({ verified: [primary], unverified: [email] });
    expect((await addresses.verifyByMail(email)).status).toBe(204);
    expect(await addresses.unread(email)).toEqual([]);
  });

  it('is recorded with the actor, without the address', async () => {
    await addresses.added(client);
    const trace = await app.prisma.db.auditEvent.findFirstOrThrow({ where: { targetId: id, action: 'email.added' } });
    expect(trace).toMatchObject({ actorKind: 'user', actorId: id, targetKind: 'user', changes: {} });
  });
});

describe('Making an address the primary one', () => {
  it('is refused until it is verified', async () => {
    const { email, token } = await addresses.added(client);
    expectRefusal(await addresses.makePrimary(client, email), 409, 'email_not_verified');
    expect(await addresses.primaryOf(client)).toBe(primary);
    await addresses.verify(token);
    expect((await addresses.makePrimary(client, email)).status).toBe(200);
    expect(await addresses.primaryOf(client)).toBe(email);
  });

  it('returns the address, shows in every contract, and notifies the old one', async () => {
    const organization = await app.factory.organization();
    await app.factory.membership({ id, email: primary }, organization);
    const email = await addresses.verified(client);
    const { status, body } = await addresses.makePrimary(client, email);
    expect({ status, body }).toMatchObject({ status: 200, body: { userId: id, email, updatedBy: id } });
    expect((await client.get('/api/v1/user')).body.email).toBe(email);
    expect((await client.get('/api/me')).body.defaultEmail).toBe(email);
    expect((await client.get('/api/v1/me')).body.user.email).toBe(email);
    expect((await client.get('/api/users/me')).body.data.email).toBe(email);
    expect((await client.inOrganization(organization.slug).get('/api/v1/app/me')).body.email).toBe(email);
    expect((await addresses.changedNotice(primary)).text).toContain(`The address of your account is now ${email}.`);
    expect(await addresses.unread(email)).toEqual(['Your e-mail address was changed']);
    expect(await addresses.listed(client)).toEqual({ verified: [email, primary].sort(), unverified: [] });
    expect(await auditOf(id)).toEqual(
      ['email.added', 'email.verified', 'email.made_primary'].map((action) => ({
        action,
        actorKind: 'user',
        actorId: id,
      })),
    );
  });

  it('that is the primary one already changes nothing, and notifies no address', async () => {
    const before = (await client.get('/api/v1/user')).body;
    expect((await addresses.makePrimary(client, primary)).body.email).toBe(primary);
    expect((await client.get('/api/v1/user')).body).toEqual(before);
    expect(await auditOf(id)).toEqual([]);
    expect(await addresses.unread(primary)).toEqual([]);
  });

  it('lets its owner sign in with the new, the old and every other verified address', async () => {
    const [second, third] = [await addresses.verified(client), await addresses.verified(client)];
    const { email: unverified } = await addresses.added(client);
    await addresses.makePrimary(client, second);
    for (const email of [primary, second, third]) {
      const signedIn = await app.anonymous.logIn(email);
      expect((await signedIn.get('/api/v1/user')).body).toMatchObject({ id, email: second });
    }
    const credentials = { email: unverified, password: PASSWORD };
    expectRefusal(await app.anonymous.post('/api/v1/auth/login', credentials), 401, 'invalid_credentials');
  });

  it('by sixteen at the same moment leaves exactly one', async () => {
    const both = [await addresses.verified(client), await addresses.verified(client)];
    const answers = await race((number) => addresses.makePrimary(client, both[number % 2] ?? ''));
    expect(answers.map(({ status }) => status)).toEqual(Array<number>(RACERS).fill(200));
    const primaries = await app.prisma.db.userEmail.findMany({ where: { userId: id, isPrimary: true } });
    expect(primaries.map(({ address }) => address)).toEqual([await addresses.primaryOf(client)]);
    expect(both).toContain(primaries[0]?.address);
  });
});

describe('The owner of an address that others try to verify', () => {
  const links = (email: string): Promise<number> => addresses.unread(email).then(({ length }) => length);

  it('gets five mails a day at most when a caller adds and removes it repeatedly, and every answer is the same', async () => {
    const email = addresses.newAddress();
    for (let i = 0; i < 7; i++) {
      expect((await addresses.add(client, email)).status).toBe(201);
      expect((await addresses.remove(client, email)).status).toBe(204);
    }
    expect(await links(email)).toBe(5);
  });

  it('gets five mails when a caller repeatedly sets it as e-mail', async () => {
    const email = addresses.newAddress();
    for (let i = 0; i < 7; i++) {
      expect((await client.patch('/api/v1/me', { email })).status).toBe(200);
    }
    expect(await links(email)).toBe(5);
  });

  it('is sent five by sixteen people at the same moment', async () => {
    const email = addresses.newAddress();
    const others = await Promise.all(Array.from({ length: RACERS }, () => addresses.somebody()));
    const answers = await race((number) => addresses.add((others[number] as { client: Client }).client, email));
    expect(answers.map(({ status }) => status)).toEqual(Array<number>(RACERS).fill(201));
    expect(await links(email)).toBe(5);
  });
});

describe('Removing an address', () => {
  it('takes away one that is not verified, and its link with it', async () => {
    const { email, token } = await addresses.added(client);
    const { status, text } = await addresses.remove(client, email);
    expect({ status, text }).toEqual({ status: 204, text: '' });
    expectRefusal(await addresses.verify(token), 400, 'invalid_token');
    expect(await addresses.listed(client)).toEqual({ verified: [primary], unverified: [] });
    expect(await auditOf(id)).toMatchObject([{ action: 'email.added' }, { action: 'email.removed' }]);
  });

  it('takes away a verified one: it no longer signs in, and another account may have it', async () => {
    const email = await addresses.verified(client);
    expect((await addresses.remove(client, email)).status).toBe(204);
    const credentials = { email, password: PASSWORD };
    expectRefusal(await app.anonymous.post('/api/v1/auth/login', credentials), 401, 'invalid_credentials');
    const other = await addresses.somebody();
    await addresses.verified(other.client, email);
    expect((await addresses.listed(other.client)).verified).toContain(email);
  });

  it('is refused for the primary one', async () => {
    await addresses.verified(client);
    expectRefusal(await addresses.remove(client, primary), 409, 'primary_email');
    expect(await addresses.primaryOf(client)).toBe(primary);
  });

  it('is refused for the last verified one, which an unverified primary one does not replace', async () => {
    await app.prisma.db.userEmail.updateMany({ where: { userId: id }, data: { verifiedAt: null } });
    const { email } = { email: addresses.newAddress() };
    await app.factory.address({ id, email: primary }, email);
    expectRefusal(await addresses.remove(client, email), 409, 'last_verified_email');
    await app.factory.address({ id, email: primary }, addresses.newAddress());
    expect((await addresses.remove(client, email)).status).toBe(204);
  });

  it('that is unknown or belongs to another account is refused in the same words', async () => {
    const other = await addresses.somebody();
    for (const email of [addresses.newAddress(), other.email]) {
      expectRefusal(await addresses.remove(client, email), 404, 'email_not_found');
      expectRefusal(await addresses.makePrimary(client, email), 404, 'email_not_found');
    }
    expect((await addresses.listed(other.client)).verified).toEqual([other.email]);
  });

  it.each<[string, (email: string) => string]>([
    ['in capital letters', (email) => email.toUpperCase()],
    ['with everything percent-encoded', (email) => email.replace(/./g, hex)],
    ['with its @ percent-encoded', (email) => encodeURIComponent(email)],
    ['with spaces around it', (email) => `%20${email}%09`],
    ['in full-width letters', (email) => encodeURIComponent(email.replace('another', 'ａｎｏｔｈｅｒ'))],
  ])('finds an address that is written %s', async (_, inPath) => {
    const email = await addresses.verified(client);
    expect((await addresses.makePrimary(client, inPath(email))).body.email).toBe(email);
    await addresses.makePrimary(client, primary);
    expect((await addresses.remove(client, inPath(email))).status).toBe(204);
  });

  it('finds an address with a slash, a percent sign and a question mark in it', async () => {
    const { email } = await addresses.added(client, 'a/b%c?d@example.com');
    expect((await addresses.remove(client, encodeURIComponent(email))).status).toBe(204);
  });

  it.each(['%00', '%0d%0aset-cookie:a=b', '..%2f..%2fuser', 'x'.repeat(4000), '%F0%9F%90%88', "'--"])(
    'finds nothing at %s',
    async (path) => {
      expectRefusal(await addresses.remove(client, path), 404, 'email_not_found');
      expectRefusal(await addresses.makePrimary(client, path), 404, 'email_not_found');
    },
  );

  it('of all at the same moment leaves the primary one', async () => {
    const all = [primary];
    for (let i = 1; i < MOST; i++) {
      const email = addresses.newAddress();
      await app.factory.address({ id, email: primary }, email);
      all.push(email);
    }
    await Promise.all(all.map((email) => addresses.remove(client, email)));
    expect(await addresses.listed(client)).toEqual({ verified: [primary], unverified: [] });
  });
});

function hex(character: string): string {
  return `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`;
}
