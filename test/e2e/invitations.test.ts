import type { Response } from 'supertest';
import { newId } from '../../src/core/ids/ids.js';
import { Retention } from '../../src/core/jobs/retention.js';
import type { TestApp } from '../support/app/app.js';
import type { Client } from '../support/clients/client.js';
import { type Person } from '../support/data/factory.js';
import { makeWorld, type World } from '../support/data/world.js';
import { expectInvalid, expectRefusal, expectUnauthenticated } from '../support/expectations/refusals.js';
import type { MailCatcher } from '../support/mail/mail-catcher.js';
import { race, RACERS } from '../support/races/races.js';

const INVITATIONS = '/api/v1/orgs/auroralabs/invitations';
const ACCEPT = '/api/v1/invitations/accept';
const PREVIEW = '/api/v1/invitations/preview';
const KEYS = ['id', 'email', 'role', 'appRole', 'state', 'createdAt', 'createdBy', 'expiresAt', 'acceptedAt'];
const WEEK = 7 * 24 * 3_600_000;
const SUBJECT = 'Invitation to Aurora Labs';

let catcher: MailCatcher;
let world: World;
let app: TestApp;
let asSasha: Client;
let count = 0;

beforeAll(async () => {
  world = await makeWorld();
  catcher = world.app.mails;
  ({ app, asSasha } = world);
  // Otherwise she is answered in German.
  await app.prisma.db.user.update({ where: { id: world.sasha.id }, data: { locale: null } });
});

afterAll(() => app.stop());

const newAddress = (): string => `invited-${String(++count)}@example.com`;

async function invited(email = newAddress(), fields: object = {}): Promise<Response['body']> {
  const { status, body } = await asSasha.post(INVITATIONS, { email, ...fields });
  expect({ status, email: body.email }).toEqual({ status: 201, email });
  return { ...body, token: await tokenTo(email) };
}

async function tokenTo(email: string): Promise<string> {
  return (await catcher.waitFor({ to: email, subject: SUBJECT })).token;
}

/** A person who is invited, signed in, with the token that was mailed to him. */
async function guest(fields: object = {}): Promise<{ person: Person; client: Client; id: string; token: string }> {
  const person = await app.factory.person();
  const { id, token } = await invited(person.email, fields);
  return { person, client: await app.signedIn(person), id, token };
}

async function stateOf(id: string): Promise<string> {
  const { items } = (await asSasha.get(INVITATIONS)).body;
  return items.find((item: { id: string }) => item.id === id).state;
}

const expire = (id: string) => app.prisma.db.invitation.update({ where: { id }, data: { expiresAt: new Date() } });

describe('Inviting', () => {
  it('answers the invitation with its nine keys and mails a link for seven days', async () => {
    const email = newAddress();
    const { status, body } = await asSasha.post(INVITATIONS, {
      email: ` ${email.toUpperCase()}`,
      role: 'Coach',
      appRole: 'AppAdmin',
    });
    expect({ status, keys: Object.keys(body) }).toEqual({ status: 201, keys: KEYS });
    expect(body).toMatchObject({
      email,
      role: 'Coach',
      appRole: 'AppAdmin',
      state: 'pending',
      createdBy: world.sasha.id,
      acceptedAt: null,
    });
    expect(Math.abs(Date.parse(body.expiresAt) - Date.now() - WEEK)).toBeLessThan(60_000);
    const mail = await catcher.waitFor({ to: email, subject: SUBJECT });
    expect(mail.text).toContain('“Sasha Patel” invites you to join “Aurora Labs”');
    expect(mail.link.pathname).toBe('/console/accept-invitation');
    const stored = await app.prisma.db.oneTimeToken.findFirstOrThrow({ where: { email, purpose: 'invitation' } });
    expect(Buffer.from(stored.tokenHash).toString('base64url')).not.toBe(mail.token);
  });

  it('makes a Teacher and AppMember by default', async () => {
    expect(await invited()).toMatchObject({ role: 'Teacher', appRole: 'AppMember' });
  });

  it('twice answers the pending invitation with 200 and mails nothing more', async () => {
    const { token: _, ...first } = await invited(newAddress(), { role: 'Coach' });
    for (const same of [{}, { role: 'Coach' }, { appRole: 'AppMember' }, { role: 'Coach', appRole: 'AppMember' }]) {
      const again = await asSasha.post(INVITATIONS, { email: first.email, ...same });
      expect({ status: again.status, body: again.body }).toEqual({ status: 200, body: first });
    }
    await invited();
    expect(catcher.pending({ to: first.email })).toEqual([]);
    expect(await app.prisma.db.auditEvent.count({ where: { targetId: first.id } })).toBe(1);
  });

  it('once is what sixteen at once come to', async () => {
    const email = newAddress();
    const answers = await race(() => asSasha.post(INVITATIONS, { email }));
    expect(answers.map(({ status }) => status).sort()).toEqual([...Array<number>(RACERS - 1).fill(200), 201]);
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect(await app.prisma.db.invitation.count({ where: { email } })).toBe(1);
  });

  it('again is possible after expiry and after revocation', async () => {
    for (const end of [expire, (id: string) => asSasha.delete(`${INVITATIONS}/${id}`)]) {
      const { id, email } = await invited();
      await end(id);
      const { status, body } = await asSasha.post(INVITATIONS, { email });
      expect({ status, isNew: body.id !== id }).toEqual({ status: 201, isNew: true });
      await tokenTo(email);
    }
  });

  it('refuses the address of a member, active or not, primary or not', async () => {
    await app.factory.address(world.alice, 'alice@work.example.com');
    for (const email of [world.sasha.email, world.ines.email, 'alice@work.example.com']) {
      expectRefusal(await asSasha.post(INVITATIONS, { email }), 409, 'already_member');
    }
  });

  it('says nothing of whether the address has an account', async () => {
    const [known, unknown] = [world.noor.email, newAddress()];
    const answers = [await invited(known), await invited(unknown)];
    const [one, other] = answers.map(({ id: _i, email: _e, createdAt: _c, expiresAt: _x, token: _t, ...rest }) => rest);
    expect(one).toEqual(other);
  });

  it.each([
    [{}, '/email', 'is_email', 'Must be an e-mail address.'],
    [{ email: 'nobody' }, '/email', 'is_email', 'Must be an e-mail address.'],
    [{ email: 'a@example.com', appRole: 'Owner' }, '/appRole', 'is_in', 'Must be one of AppAdmin, AppMember.'],
    [{ email: 'a@example.com', role: '' }, '/role', 'min_length', 'Must have at least 1 character.'],
    [{ email: 'a@example.com', state: 'x' }, '/state', 'unknown_key', 'This key is not one the route takes.'],
  ])('refuses %j', async (body, pointer, code, detail) => {
    expectInvalid(await asSasha.post(INVITATIONS, body), [pointer, code, detail]);
  });

  it('refuses a role that is not there, and one above the caller’s own', async () => {
    const email = newAddress();
    expectRefusal(await asSasha.post(INVITATIONS, { email, role: 'Owner' }), 400, 'invalid_role');
    const admin = await app.factory.person();
    await app.factory.membership(admin, world.aurora, { role: 'OrganizationAdmin' });
    const asAdmin = await app.signedIn(admin);
    expectRefusal(await asAdmin.post(INVITATIONS, { email, appRole: 'AppAdmin' }), 403, 'insufficient_role');
    expect((await asAdmin.post(INVITATIONS, { email, role: 'OrganizationAdmin' })).status).toBe(201);
    expect(await app.prisma.db.invitation.count({ where: { email } })).toBe(1);
  });

  it('sends one address five mails a day from one organization, and says when to try again', async () => {
    const { id, email } = await invited();
    for (let sent = 1; sent < 5; sent++) {
      expect((await asSasha.post(`${INVITATIONS}/${String(id)}/resend`)).status).toBe(200);
    }
    const refused = await asSasha.post(`${INVITATIONS}/${String(id)}/resend`);
    expectRefusal(refused, 429, 'too_many_requests');
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(86_000);
    await asSasha.delete(`${INVITATIONS}/${String(id)}`);
    expectRefusal(await asSasha.post(INVITATIONS, { email }), 429, 'too_many_requests');
  });

  it('by the operator or a service account goes out in the name of the organization', async () => {
    const email = newAddress();
    expect((await world.asRoot.post(INVITATIONS, { email })).body).toMatchObject({ createdBy: 'root' });
    expect((await catcher.waitFor({ to: email })).text).toContain('“Aurora Labs” invites you');
  });
});

describe('The list of invitations', () => {
  it('shows in order what became of each, page by page', async () => {
    const organization = await app.factory.organization();
    const admin = await app.factory.person();
    await app.factory.membership(admin, organization, { role: 'OrganizationAdmin', appRole: 'AppAdmin' });
    const client = await app.signedIn(admin);
    const path = `/api/v1/orgs/${organization.slug}/invitations`;
    const ids: string[] = [];
    for (let i = 0; i < 4; i++) {
      ids.push((await client.post(path, { email: newAddress() })).body.id);
    }
    const [, revoked = '', expired = ''] = ids;
    await client.delete(`${path}/${revoked}`);
    await expire(expired);
    const first = (await client.get(`${path}?limit=3`)).body;
    expect(first.items.map(({ id, state }: { id: string; state: string }) => [id, state])).toEqual([
      [ids[0], 'pending'],
      [revoked, 'revoked'],
      [expired, 'expired'],
    ]);
    const { items, marker } = (await client.get(`${path}?limit=3&marker=${String(first.marker)}`)).body;
    expect({ ids: items.map(({ id }: { id: string }) => id), marker }).toEqual({ ids: [ids[3]], marker: undefined });
    expectRefusal(await asSasha.get(`${INVITATIONS}?marker=${String(first.marker)}`), 400, 'invalid_marker');
  });

  it('shows those in the states one names, page by page', async () => {
    const { organization, client } = await alone();
    const path = `/api/v1/orgs/${organization.slug}/invitations`;
    const accepting = await app.factory.person();
    const ids: Record<string, string> = {};
    for (const name of ['pending', 'accepted', 'revoked', 'expired', 'later']) {
      const email = name === 'accepted' ? accepting.email : newAddress();
      ids[name] = (await client.post(path, { email })).body.id;
    }
    const { token } = await catcher.waitFor({ to: accepting.email });
    expect((await (await app.signedIn(accepting)).post(ACCEPT, { token })).status).toBe(200);
    await client.delete(`${path}/${String(ids.revoked)}`);
    await expire(String(ids.expired));
    const shown = async (query: string): Promise<string[]> =>
      (await client.get(`${path}?${query}`)).body.items.map(({ id }: { id: string }) => id);
    expect(await shown('state=pending')).toEqual([ids.pending, ids.later]);
    expect(await shown('state=accepted')).toEqual([ids.accepted]);
    expect(await shown('state=revoked')).toEqual([ids.revoked]);
    expect(await shown('state=expired')).toEqual([ids.expired]);
    expect(await shown('state=expired,pending')).toEqual([ids.pending, ids.expired, ids.later]);
    const { marker } = (await client.get(`${path}?state=pending,expired&limit=2`)).body;
    expect(await shown(`state=expired,pending&marker=${String(marker)}`)).toEqual([ids.later]);
    expectRefusal(await client.get(`${path}?state=pending&marker=${String(marker)}`), 400, 'invalid_marker');
    expectInvalid(await client.get(`${path}?state=open`), [
      '/state',
      'is_in',
      'Must be a comma list of pending, accepted, revoked, expired.',
    ]);
  });
});

describe('An invitation that came to nothing', () => {
  const DAY = 24 * 3_600_000;
  const before = (milliseconds: number): Date => new Date(Date.now() - milliseconds);

  it.each([
    ['expired', (expiresAt: Date) => ({ expiresAt })],
    ['was revoked', (revokedAt: Date) => ({ revokedAt, roleId: null })],
  ])('is erased thirty days after it %s, and no earlier', async (_, ended) => {
    const [gone, kept] = [await invited(), await invited()];
    const { invitation } = app.prisma.db;
    await invitation.update({ where: { id: gone.id }, data: ended(before(30 * DAY + 60_000)) });
    await invitation.update({ where: { id: kept.id }, data: ended(before(30 * DAY - 60_000)) });
    await app.nest.get(Retention).run();
    const left = await invitation.findMany({ where: { id: { in: [gone.id, kept.id] } } });
    expect(left.map(({ id }) => id)).toEqual([kept.id]);
  });

  it('is none when it was accepted, or is pending', async () => {
    const [{ client, id, token }, pending] = [await guest(), await invited()];
    await client.post(ACCEPT, { token });
    await app.prisma.db.invitation.update({ where: { id }, data: { expiresAt: before(90 * DAY) } });
    await app.nest.get(Retention).run();
    expect(await app.prisma.db.invitation.count({ where: { id: { in: [id, pending.id] } } })).toBe(2);
  });
});

describe('Revoking and sending again', () => {
  it('answers 204 once, then 409', async () => {
    const { id } = await invited();
    const { status, text } = await asSasha.delete(`${INVITATIONS}/${String(id)}`);
    expect({ status, text }).toEqual({ status: 204, text: '' });
    expectRefusal(await asSasha.delete(`${INVITATIONS}/${String(id)}`), 409, 'invitation_closed');
    expectRefusal(await asSasha.post(`${INVITATIONS}/${String(id)}/resend`), 409, 'invitation_closed');
  });

  it('is too late for what was accepted', async () => {
    const { client, id, token } = await guest();
    await client.post(ACCEPT, { token });
    expectRefusal(await asSasha.delete(`${INVITATIONS}/${id}`), 409, 'invitation_closed');
    expectRefusal(await asSasha.post(`${INVITATIONS}/${id}/resend`), 409, 'invitation_closed');
  });

  it('sends a new link for seven days more, also when the old one has expired', async () => {
    const { person, client, id, token } = await guest();
    await expire(id);
    expect(await stateOf(id)).toBe('expired');
    const { status, body } = await asSasha.post(`${INVITATIONS}/${id}/resend`);
    expect({ status, body }).toMatchObject({ status: 200, body: { id, state: 'pending' } });
    expect(Math.abs(Date.parse(body.expiresAt) - Date.now() - WEEK)).toBeLessThan(60_000);
    const renewed = await tokenTo(person.email);
    expect(renewed).not.toBe(token);
    expect((await client.post(ACCEPT, { token: renewed })).status).toBe(200);
  });

  it('refuses an expired one after a new invitation of the address', async () => {
    const { id, email } = await invited();
    await expire(id);
    await invited(email);
    expectRefusal(await asSasha.post(`${INVITATIONS}/${String(id)}/resend`), 409, 'invitation_closed');
  });

  it('asks of the resender what the invitation gives', async () => {
    const { id } = await invited(newAddress(), { appRole: 'AppAdmin' });
    const admin = await app.factory.person();
    await app.factory.membership(admin, world.aurora, { role: 'OrganizationAdmin' });
    const refused = await (await app.signedIn(admin)).post(`${INVITATIONS}/${String(id)}/resend`);
    expectRefusal(refused, 403, 'insufficient_role');
  });
});

describe.each([
  ['get', ''],
  ['post', ''],
  ['delete', `/${newId()}`],
  ['post', `/${newId()}/resend`],
] as const)('%s invitations%s', (method, rest) => {
  const send = (client: Client, base = INVITATIONS): Promise<Response> =>
    client.send(method, base + rest, method === 'post' && rest === '' ? { email: newAddress() } : undefined);

  it('is for the OrganizationAdmins of the organization', async () => {
    const manager = await app.factory.person();
    await app.factory.membership(manager, world.aurora, { role: 'Manager', appRole: 'AppAdmin' });
    for (const client of [await app.signedIn(manager), world.asBot, world.asAlice]) {
      expectRefusal(await send(client), 403, 'insufficient_role');
    }
    const asPriya = await app.signedIn(world.priya);
    expectRefusal(await send(asPriya), 404, 'organization_not_found');
    expectUnauthenticated(await send(app.anonymous));
  });

  it('asks an API key for its scope', async () => {
    const scope = method === 'get' ? 'orgs:read' : 'orgs:write';
    const owner = { membershipId: world.memberships.sashaInAurora.id };
    const other = await world.withKey(owner, { scopes: ['users:write'] });
    const detail = `The API key lacks the scope ${scope}.`;
    expectRefusal(await send(other), 403, 'insufficient_scope', { detail });
    expect([200, 201, 404]).toContain((await send(await world.withKey(owner, { scopes: [scope] }))).status);
  });
});

it('The invitation of another organization looks like one that is not there', async () => {
  const { id } = await invited();
  const asPriya = await app.signedIn(world.priya);
  const path = '/api/v1/orgs/praxia-academy/invitations';
  for (const name of [id, newId(), 'x', '%27']) {
    expectRefusal(await asPriya.delete(`${path}/${String(name)}`), 404, 'invitation_not_found');
    expectRefusal(await asPriya.post(`${path}/${String(name)}/resend`), 404, 'invitation_not_found');
  }
  expect(await stateOf(id)).toBe('pending');
});

it.each([{}, { role: 'Coach' }])(
  'The invitation of another organization to the same address is neither shown nor changed by an invitation as %j',
  async (fields) => {
    const { id, email, token } = await invited();
    const { organization, client } = await alone();
    const { status, body } = await client.post(`/api/v1/orgs/${organization.slug}/invitations`, { email, ...fields });
    expect({ status, email: body.email }).toEqual({ status: 201, email });
    expect(body.id).not.toBe(id);
    expect((await app.anonymous.post(PREVIEW, { token })).status).toBe(200);
  },
);

async function alone() {
  const organization = await app.factory.organization();
  const admin = await app.factory.person();
  await app.factory.membership(admin, organization, { role: 'OrganizationAdmin', appRole: 'AppAdmin' });
  return { organization, client: await app.signedIn(admin) };
}
