import type { Response } from 'supertest';
import type { Client } from '../support/clients/client.js';
import { STRANGERS } from '../support/clients/strangers.js';
import type { Organization, Person } from '../support/data/factory.js';
import { makeWorld, type World } from '../support/data/world.js';
import {
  expectInvalid,
  expectRefusal,
  expectSameProblem,
  expectUnauthenticated,
} from '../support/expectations/refusals.js';
import type { MailCatcher } from '../support/mail/mail-catcher.js';
import { covers } from './spec/covers.js';

const USERS = '/api/v1/app/user';
const KEYS = ['id', 'org_id', 'account_id', 'name', 'email', 'state', 'roles', 'created_at'];
const ID = /^[a-z]+_[0-9a-f]{32}$/;
const SECONDS = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;
const UNKNOWN_KEY = 'This key is not one the route takes.';
const NOT_A_STRING = 'Must be a string.';

let catcher: MailCatcher;
let world: World;
let asSasha: Client;
let count = 0;

beforeAll(async () => {
  world = await makeWorld();
  catcher = world.app.mails;
  asSasha = world.asSasha.inOrganization('auroralabs').with('accept-language', 'en');
  await world.app.prisma.db.user.update({ where: { id: world.sasha.id }, data: { locale: 'en' } });
});

afterAll(() => world.app.stop());

const newAddress = (): string => `new-${String(++count)}@auroralabs.com`;

/** The body of the document, for somebody whom nobody knows. */
const body = (info: object = {}, fields: object = {}): Record<string, unknown> => ({
  role: 'AppMember',
  user_info: { email: newAddress(), name: 'Sasha Patel', given_name: 'Sasha', family_name: 'Patel', ...info },
  ...fields,
});

const linkTo = ({ id, email }: Person, fields: object = {}): Record<string, unknown> =>
  body({ email }, { account_id: prefixed('acct', { id }), ...fields });

/** Creates a user and expects that it was. */
async function created(sent: object = body(), client = asSasha): Promise<Response['body']> {
  const response = await client.post(USERS, sent);
  expect({ status: response.status, body: response.body }).toMatchObject({ status: 201 });
  return response.body;
}

/** An active member of Aurora, and how he is called in paths. */
async function member(fields: Parameters<World['factory']['membership']>[2] = {}, organization?: Organization) {
  const person = await world.factory.person();
  const membership = await world.factory.membership(person, organization ?? world.aurora, {
    isPrimary: true,
    ...fields,
  });
  return { person, membership, id: prefixed('user', membership), path: `${USERS}/${prefixed('user', membership)}` };
}

const CHANGES: [route: string, call: (client: Client, path: string) => Promise<Response>][] = [
  ['PUT /api/v1/app/user/{userID}', (client, path) => client.put(path, { name: 'Another' })],
  ['POST /api/v1/app/user/{userID}/deactivate', (client, path) => client.post(`${path}/deactivate`)],
  ['POST /api/v1/app/user/{userID}/activate', (client, path) => client.post(`${path}/activate`)],
];

describe('app contract', () => {
  describe.each<(typeof CHANGES)[number]>([
    ['POST /api/v1/app/user', (client) => client.post(USERS, body())],
    ...CHANGES,
  ])('1 Common: %s', (_route, call) => {
    let path: string;

    beforeAll(async () => {
      ({ path } = await member());
    });

    it.each(STRANGERS)('refuses %s', async (_, make) => {
      covers(68);
      expectUnauthenticated(await call((await make(world)).inOrganization('auroralabs'), path));
    });

    it('is for AppAdmins: sessions, keys, service accounts, and root', async () => {
      covers(68, 157);
      const bot = await world.factory.serviceAccount(world.aurora, { appRole: 'AppAdmin' });
      const admin = await member({ appRole: 'AppAdmin' });
      for (const client of [
        asSasha,
        await world.app.signedIn(admin.person),
        world.asSashasKey,
        await world.withKey({ serviceAccountId: bot.id }),
        world.asRoot,
      ]) {
        expect([200, 201]).toContain((await call(client.inOrganization('auroralabs'), path)).status);
      }
    });

    it('is not for AppMembers, whatever their role', async () => {
      covers(68);
      const admin = await member({ role: 'OrganizationAdmin' });
      for (const client of [await world.app.signedIn(admin.person), world.asAlice, world.asBot]) {
        expectRefusal(await call(client.inOrganization('auroralabs'), path), 403, 'insufficient_role');
      }
    });

    it('asks an API key for the scope users:write', async () => {
      covers(68);
      const owner = { membershipId: world.memberships.sashaInAurora.id };
      const client = await world.withKey(owner, { scopes: ['users:read', 'orgs:write'] });
      const refused = await call(client.inOrganization('auroralabs'), path);
      expectRefusal(refused, 403, 'insufficient_scope', { detail: 'The API key lacks the scope users:write.' });
    });

    it('needs x-org, of an organization one is in', async () => {
      covers(69, 70);
      for (const client of [world.asSasha, world.asSashasKey, world.asRoot]) {
        expectRefusal(await call(client, path), 400, 'organization_required');
        expectRefusal(await call(client.inOrganization('nowhere'), path), 403, 'not_a_member');
      }
      const inPraxia = world.asSasha.inOrganization('praxia-academy');
      expectRefusal(await call(inPraxia, path), 403, 'insufficient_role');
    });
  });

  describe('4 POST /api/v1/app/user', () => {
    it('makes a user of a new account, with eight keys', async () => {
      covers(71, 72, 73, 74, 78, 108, 110, 111, 112, 113, 114, 115);
      covers(116, 117, 118, 120, 121, 122, 123, 124, 196, 197, 198);
      const email = newAddress();
      const user = await created(body({ email: ` ${email.toUpperCase()} `, name: ' Zoë\u0308 Patel ' }));
      expect(Object.keys(user)).toEqual(KEYS);
      expect(user).toEqual({
        id: expect.stringMatching(ID),
        org_id: prefixed('org', world.aurora),
        account_id: expect.stringMatching(ID),
        name: 'Zoë\u0308 Patel',
        email,
        state: 'Active',
        roles: ['AppMember'],
        created_at: expect.stringMatching(SECONDS),
      });
      expect((await asSasha.get(`${USERS}/${user.id}`)).body).toEqual(user);
      expect((await asSasha.get(`${USERS}?q=${email}`)).body.data).toEqual([user]);
      expect((await created(body({}, { role: 'AppAdmin' }))).roles).toEqual(['AppAdmin']);
    });

    it('manages the new account for the organization, and keeps given and family name', async () => {
      covers(114, 115);
      const { account_id } = await created();
      const account = await world.app.prisma.db.user.findUniqueOrThrow({
        where: { id: uuid(account_id) },
        include: { memberships: { include: { role: true } }, emails: true },
      });
      expect(account).toMatchObject({
        displayName: 'Sasha Patel',
        givenName: 'Sasha',
        familyName: 'Patel',
        status: 'pending',
        managedById: world.aurora.id,
        createdBy: world.sasha.id,
        updatedBy: world.sasha.id,
        memberships: [{ isPrimary: true, displayName: null, createdBy: world.sasha.id, role: { name: 'Teacher' } }],
        emails: [{ isPrimary: true, verifiedAt: null, createdBy: world.sasha.id }],
      });
    });

    it('takes given and family name as optional', async () => {
      covers(114, 115);
      const email = newAddress();
      const sent = { role: 'AppMember', user_info: { email, name: 'Bo' } };
      const account = await world.app.prisma.db.user.findUniqueOrThrow({
        where: { id: uuid((await created(sent)).account_id) },
      });
      expect(account).toMatchObject({ displayName: 'Bo', givenName: null, familyName: null });
    });

    it('mails the newcomer a link to choose a password, which activates the account', async () => {
      covers(108);
      const { email, id } = await created();
      const { token, text } = await catcher.waitFor({ to: email, subject: 'Your account at Aurora Labs' });
      expect(text).toContain('“Aurora Labs” has created an account for you.');
      const newPassword = 'a password of my own';
      expect((await world.app.anonymous.post('/api/v1/auth/password/reset', { token, newPassword })).status).toBe(204);
      const asNewcomer = await world.app.anonymous.logIn(email, newPassword);
      expect((await asNewcomer.inOrganization('auroralabs').get('/api/v1/app/me')).body.id).toBe(id);
    });

    it('links an account that is there', async () => {
      covers(109, 118, 119, 120, 121, 122, 123);
      const person = await world.factory.person({ displayName: 'Priya Nair' });
      const user = await created(linkTo(person, { role: 'AppAdmin' }));
      expect(user).toMatchObject({
        org_id: prefixed('org', world.aurora),
        account_id: prefixed('acct', person),
        name: 'Sasha Patel',
        email: person.email,
        state: 'Active',
        roles: ['AppAdmin'],
      });
      const account = await world.app.prisma.db.user.findUniqueOrThrow({ where: { id: person.id } });
      expect(account).toMatchObject({
        displayName: 'Priya Nair',
        givenName: null,
        managedById: null,
        status: 'active',
      });
      const me = await (await world.app.signedIn(person)).inOrganization('auroralabs').get('/api/v1/app/me');
      expect(me.body).toMatchObject({ id: user.id, name: 'Sasha Patel' });
    });

    it('notifies the linked user in that user’s language, without a link', async () => {
      covers(109);
      const person = await world.factory.person({ locale: 'de-AT' });
      await created(linkTo(person));
      const mail = await catcher.waitFor({ to: person.email, subject: 'Sie wurden zu Aurora Labs hinzugefügt' });
      expect(mail.text).toContain('„Aurora Labs“');
      expect(mail.text + mail.html).not.toMatch(/https?:/);
    });

    it('takes the UUID of the account, and any address it has verified', async () => {
      covers(109, 119, 121);
      const person = await world.factory.person();
      const second = newAddress();
      await world.factory.address(person, second);
      const user = await created(body({ email: second }, { account_id: person.id.toUpperCase() }));
      expect(user).toMatchObject({ account_id: prefixed('acct', person), email: person.email });
    });

    it('stores no own name when it equals the account’s name', async () => {
      covers(120);
      const person = await world.factory.person({ displayName: 'Sasha Patel' });
      const user = await created(linkTo(person));
      await world.app.prisma.db.user.update({ where: { id: person.id }, data: { displayName: 'Sasha P.' } });
      expect((await asSasha.get(`${USERS}/${user.id}`)).body.name).toBe('Sasha P.');
    });

    it('refuses an account that has not verified the address like one that does not exist', async () => {
      covers(109);
      const person = await world.factory.person();
      const unverified = newAddress();
      await world.factory.address(person, unverified, { verifiedAt: null });
      const gone = await world.factory.person({ deletedAt: new Date() });
      const before = await world.app.prisma.db.membership.count();
      for (const [account_id, email] of [
        [prefixed('acct', { id: '01890000-0000-7000-8000-000000000000' }), person.email],
        [prefixed('acct', world.aurora), person.email],
        [prefixed('acct', person), newAddress()],
        [prefixed('acct', person), world.sasha.email],
        [prefixed('acct', person), unverified],
        [prefixed('acct', gone), gone.email],
      ]) {
        const refused = await asSasha.post(USERS, body({ email }, { account_id }));
        const detail = 'Must be an account that has verified the address.';
        expectInvalid(refused, ['/account_id', 'account_of_email', detail]);
      }
      expect(await world.app.prisma.db.membership.count()).toBe(before);
    });

    it('refuses a taken address, in any spelling, and creates nothing', async () => {
      covers(125, 199, 202);
      const before = await world.app.prisma.db.user.count();
      for (const email of ['sasha@auroralabs.com', 'SASHA@AuroraLabs.com', world.noor.email, world.priya.email]) {
        expectRefusal(await asSasha.post(USERS, body({ email })), 409, 'email_taken');
      }
      expect(await world.app.prisma.db.user.count()).toBe(before);
    });

    it('gives an address to its first owner, though others have noted it unverified', async () => {
      covers(125);
      const email = newAddress();
      await world.factory.address(world.noor, email, { verifiedAt: null });
      expect((await created(body({ email }))).email).toBe(email);
    });

    it('refuses an account that has a user in the organization, an inactive one too: the line of the document', async () => {
      covers(126, 199);
      expectRefusal(await asSasha.post(USERS, linkTo(world.sasha)), 409, 'account_already_linked');
      expectRefusal(await asSasha.post(USERS, linkTo(world.ines)), 409, 'account_already_linked');
    });

    it('refuses it also when the address is not proved, or is another one', async () => {
      const person = await world.factory.person();
      await world.factory.membership(person, world.aurora);
      await world.app.prisma.db.userEmail.updateMany({ where: { userId: person.id }, data: { verifiedAt: null } });
      for (const email of [person.email, newAddress()]) {
        const linked = body({ email }, { account_id: prefixed('acct', person) });
        expectRefusal(await asSasha.post(USERS, linked), 409, 'account_already_linked');
      }
    });

    it.each(['Owner', 'appadmin', 'AppAdmin2', 'OrganizationAdmin', 'Teacher', 'constructor', 'Äpp'])(
      'refuses the role %s',
      async (role) => {
        covers(127, 200);
        expectRefusal(await asSasha.post(USERS, body({}, { role })), 400, 'invalid_role');
        expectRefusal(await asSasha.post(USERS, linkTo(world.noor, { role })), 400, 'invalid_role');
      },
    );

    it.each<[object, ...(readonly [string, string, string][])]>([
      [{ role: undefined }, ['/role', 'is_string', NOT_A_STRING]],
      [{ role: null }, ['/role', 'is_string', NOT_A_STRING]],
      [{ role: ['AppMember'] }, ['/role', 'is_string', NOT_A_STRING]],
      [{ role: '' }, ['/role', 'min_length', 'Must have at least 1 character.']],
      [{ user_info: undefined }, ['/user_info', 'is_object', 'Must be a JSON object.']],
      [{ user_info: null }, ['/user_info', 'is_object', 'Must be a JSON object.']],
      [{ user_info: 'sasha' }, ['/user_info', 'is_object', 'Must be a JSON object.']],
      [{ user_info: [] }, ['/user_info', 'is_object', 'Must be a JSON object.']],
      [
        { user_info: {} },
        ['/user_info/email', 'is_email', 'Must be an e-mail address.'],
        ['/user_info/name', 'is_string', NOT_A_STRING],
      ],
      [
        { user_info: { email: 'sasha', name: ' ', given_name: 1, family_name: 'x'.repeat(101), surname: 'P' } },
        ['/user_info/surname', 'unknown_key', UNKNOWN_KEY],
        ['/user_info/email', 'is_email', 'Must be an e-mail address.'],
        ['/user_info/name', 'min_length', 'Must have at least 1 character.'],
        ['/user_info/given_name', 'is_string', NOT_A_STRING],
        ['/user_info/family_name', 'max_length', 'Must have at most 100 characters.'],
      ],
      [
        { user_info: { email: 'a\u0000@example.com', name: 'a\u0000b' } },
        ['/user_info/email', 'is_email', 'Must be an e-mail address.'],
        ['/user_info/name', 'no_controls', 'Must not contain control characters.'],
      ],
      [{ account_id: null }, ['/account_id', 'is_prefixed_id', 'Must be acct_ with 32 hexadecimal digits, or a UUID.']],
      [
        { account_id: 'user_0' },
        ['/account_id', 'is_prefixed_id', 'Must be acct_ with 32 hexadecimal digits, or a UUID.'],
      ],
      [{ state: 'Inactive' }, ['/state', 'unknown_key', UNKNOWN_KEY]],
    ])('refuses %j and says why', async (fields, ...errors) => {
      covers(110, 111, 112, 113, 202);
      expectInvalid(await asSasha.post(USERS, body({}, fields)), ...errors);
    });
  });

  describe.each(CHANGES)('%s', (_route, call) => {
    it.each<[string, () => string]>([
      ['a member of another organization', () => prefixed('user', world.memberships.priyaInPraxia)],
      ['the UUID of one', () => world.memberships.priyaInPraxia.id],
      ['his own user in another organization', () => prefixed('user', world.memberships.sashaInPraxia)],
      ['an account', () => prefixed('acct', world.alice)],
      ['the UUID of an account', () => world.alice.id],
      ['a user with the prefix of another kind', () => prefixed('acct', world.memberships.aliceInAurora)],
      ['a service account', () => prefixed('user', world.bot)],
      ['sixteen digits', () => 'user_4b7c2a1d9e5f3c8b'],
      ['no id at all', () => 'nonsense'],
      ['NUL', () => '%00'],
      ['SQL', () => "'%20OR%201=1"],
    ])('does not find %s, always in the same words', async (_, id) => {
      covers(137, 144, 150, 155, 201);
      const before = await memberships();
      const unknown = await call(asSasha, `${USERS}/user_01890000000070008000000000000000`);
      const refused = await call(asSasha, `${USERS}/${id()}`);
      expectRefusal(refused, 404, 'user_not_found');
      expectSameProblem(refused, unknown);
      expect(await memberships()).toEqual(before);
    });
  });

  describe('5 PUT /api/v1/app/user/{userID}', () => {
    it('changes name and role, as the document has it', async () => {
      covers(71, 138, 139, 140, 141, 196);
      const { path, membership } = await member();
      const before = (await asSasha.get(path)).body;
      const { status, body } = await asSasha.put(path, { name: 'Sasha Patel', role: 'AppAdmin' });
      expect({ status, body }).toEqual({ status: 200, body: { ...before, name: 'Sasha Patel', roles: ['AppAdmin'] } });
      expect(Object.keys(body)).toEqual(KEYS);
      expect((await asSasha.get(path)).body).toEqual(body);
      expect(await stored(membership)).toMatchObject({ displayName: 'Sasha Patel', updatedBy: world.sasha.id });
    });

    it('merges: what is not sent stays, although the method is PUT', async () => {
      covers(142, 197);
      const { path } = await member({ state: 'Inactive', appRole: 'AppAdmin', displayName: 'Of Aurora' });
      const before = (await asSasha.get(path)).body;
      expect((await asSasha.put(path, { name: 'Renamed' })).body).toEqual({ ...before, name: 'Renamed' });
      const demoted = { ...before, name: 'Renamed', roles: ['AppMember'] };
      expect((await asSasha.put(path, { role: 'AppMember' })).body).toEqual(demoted);
    });

    it('writes the name in this organization and not the account’s', async () => {
      covers(139);
      const { path, person } = await member();
      await asSasha.put(path, { name: 'Only here' });
      const asPerson = await world.app.signedIn(person);
      expect((await asPerson.get('/api/v1/user')).body.displayName).toBe('Person');
      expect((await asPerson.inOrganization('auroralabs').get('/api/v1/app/me')).body.name).toBe('Only here');
    });

    it('writes nothing where nothing comes to differ', async () => {
      covers(142);
      const { path, membership } = await member();
      const before = await stored(membership);
      expect((await asSasha.put(path, { name: 'Person', role: 'AppMember' })).status).toBe(200);
      expect(await stored(membership)).toEqual(before);
    });

    it('takes the line of the document for Sasha herself', async () => {
      covers(138);
      const path = `${USERS}/${prefixed('user', world.memberships.sashaInAurora)}`;
      const { status, body } = await asSasha.put(path, { name: 'Sasha Patel', role: 'AppAdmin' });
      expect({ status, ...body }).toMatchObject({ status: 200, name: 'Sasha Patel', roles: ['AppAdmin'] });
    });

    it.each(['Owner', 'appmember', 'OrganizationAdmin', '__proto__'])('refuses the role %s', async (role) => {
      covers(143, 200);
      const { path, membership } = await member();
      const before = await stored(membership);
      expectRefusal(await asSasha.put(path, { name: 'Changed', role }), 400, 'invalid_role');
      expect(await stored(membership)).toEqual(before);
    });

    it.each<[unknown, string, string, string]>([
      [{}, '', 'not_empty', 'The body must have at least one of the keys the route takes.'],
      [{ name: null }, '/name', 'is_string', NOT_A_STRING],
      [{ name: ' ' }, '/name', 'min_length', 'Must have at least 1 character.'],
      [{ name: 'x'.repeat(201) }, '/name', 'max_length', 'Must have at most 200 characters.'],
      [{ name: 'a\u0000' }, '/name', 'no_controls', 'Must not contain control characters.'],
      [{ role: null }, '/role', 'is_string', NOT_A_STRING],
      [{ roles: ['AppAdmin'] }, '/roles', 'unknown_key', UNKNOWN_KEY],
      [{ name: 'a', email: 'a@example.com' }, '/email', 'unknown_key', UNKNOWN_KEY],
    ])('refuses %j and says why', async (sent, pointer, code, detail) => {
      covers(139, 140, 202);
      const { path } = await member();
      expectInvalid(await asSasha.put(path, sent), [pointer, code, detail]);
    });
  });
});

const stored = ({ id }: { id: string }) => world.app.prisma.db.membership.findUniqueOrThrow({ where: { id } });

const memberships = () => world.app.prisma.db.membership.findMany({ orderBy: { id: 'asc' } });

/** An id as the app contract writes it. */
function prefixed(prefix: 'user' | 'org' | 'acct', { id }: { id: string }): string {
  return `${prefix}_${id.replaceAll('-', '')}`;
}

/** The UUID of such an id. */
function uuid(id: string): string {
  return id.replace(/^\w+_(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
