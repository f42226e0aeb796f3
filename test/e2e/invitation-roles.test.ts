import type { Response } from 'supertest';
import type { TestApp } from '../support/app/app.js';
import type { Client } from '../support/clients/client.js';
import { type Person } from '../support/data/factory.js';
import { makeWorld, type World } from '../support/data/world.js';
import { expectRefusal } from '../support/expectations/refusals.js';
import type { MailCatcher } from '../support/mail/mail-catcher.js';

const INVITATIONS = '/api/v1/orgs/auroralabs/invitations';
const ACCEPT = '/api/v1/invitations/accept';
const PREVIEW = '/api/v1/invitations/preview';
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

const membershipsOf = ({ id: userId }: Person) =>
  app.prisma.db.membership.findMany({ where: { userId }, include: { role: true } });

const expire = (id: string) => app.prisma.db.invitation.update({ where: { id }, data: { expiresAt: new Date() } });

describe('Inviting with another role', () => {
  const again = async (email: string, fields: object, client = asSasha): Promise<Response> =>
    client.post(INVITATIONS, { email, ...fields });

  const [teacher, member] = [{ role: 'Teacher' }, { appRole: 'AppMember' }];
  it.each<[first: object, second: object, now: object, changed: string[]]>([
    [{}, { role: 'Coach' }, { role: 'Coach', ...member }, ['role']],
    [{}, { role: 'Manager' }, { role: 'Manager', ...member }, ['role']],
    [{}, { role: 'OrganizationAdmin' }, { role: 'OrganizationAdmin', ...member }, ['role']],
    [{ role: 'OrganizationAdmin' }, teacher, { ...teacher, ...member }, ['role']],
    [{ role: 'Manager' }, { role: 'Coach', ...member }, { role: 'Coach', ...member }, ['role']],
    [{}, { appRole: 'AppAdmin' }, { ...teacher, appRole: 'AppAdmin' }, ['appRole']],
    [{ appRole: 'AppAdmin' }, member, { ...teacher, ...member }, ['appRole']],
    [{ appRole: 'AppAdmin' }, { role: 'Coach' }, { role: 'Coach', appRole: 'AppAdmin' }, ['role']],
    [{ role: 'Coach' }, { appRole: 'AppAdmin' }, { role: 'Coach', appRole: 'AppAdmin' }, ['appRole']],
    [{}, { role: 'Coach', appRole: 'AppAdmin' }, { role: 'Coach', appRole: 'AppAdmin' }, ['role', 'appRole']],
    [
      { role: 'Manager', appRole: 'AppAdmin' },
      { ...teacher, ...member },
      { ...teacher, ...member },
      ['role', 'appRole'],
    ],
  ])('%j and then %j gives %j by a new link', async (first, second, now, changed) => {
    const { person, client, id, token } = await guest(first);
    const { status, body } = await again(person.email, second);
    expect({ status, body }).toMatchObject({ status: 200, body: { id, state: 'pending', ...now } });
    expectRefusal(await client.post(ACCEPT, { token }), 400, 'invalid_token');
    expect((await client.post(ACCEPT, { token: await tokenTo(person.email) })).status).toBe(200);
    const [membership] = await membershipsOf(person);
    expect({ role: membership?.role.name, appRole: membership?.appRole }).toEqual(now);
    const [event] = await app.prisma.db.auditEvent.findMany({ where: { targetId: id, action: 'invitation.updated' } });
    expect(event).toMatchObject({ actorId: world.sasha.id, organizationId: world.aurora.id });
    expect(Object.keys(event?.changes as object)).toEqual(changed);
  });

  it('is refused to a caller without permission to grant it, and changes nothing', async () => {
    const { email, id } = await invited();
    const admin = await app.factory.person();
    await app.factory.membership(admin, world.aurora, { role: 'OrganizationAdmin' });
    const asAdmin = await app.signedIn(admin);
    expectRefusal(await again(email, { appRole: 'AppAdmin' }, asAdmin), 403, 'insufficient_role');
    expectRefusal(await again(email, { role: 'Owner' }), 400, 'invalid_role');
    expect(await app.prisma.db.invitation.findUniqueOrThrow({ where: { id } })).toMatchObject({ appRole: 'AppMember' });
    expect(catcher.pending({ to: email })).toEqual([]);
  });

  it('takes nothing by an API key that the key does not reach', async () => {
    const { email, id } = await invited(newAddress(), { appRole: 'AppAdmin' });
    const key = await world.withKey({ membershipId: world.memberships.sashaInAurora.id }, { scopes: ['orgs:write'] });
    expectRefusal(await again(email, { appRole: 'AppMember' }, key), 403, 'insufficient_scope', {
      detail: 'The API key lacks the scope users:read.',
    });
    expect(await app.prisma.db.invitation.findUniqueOrThrow({ where: { id } })).toMatchObject({ appRole: 'AppAdmin' });
  });

  it('ends with the sender that changed it', async () => {
    const person = await app.factory.person();
    await invited(person.email);
    const admin = await app.factory.person();
    const { id } = await app.factory.membership(admin, world.aurora, { role: 'OrganizationAdmin' });
    expect((await again(person.email, { role: 'Coach' }, await app.signedIn(admin))).status).toBe(200);
    await asSasha.delete(`/api/v1/orgs/auroralabs/members/${id}`);
    const token = await tokenTo(person.email);
    expectRefusal(await (await app.signedIn(person)).post(ACCEPT, { token }), 400, 'invalid_token');
  });

  it('counts as a mail to the address, and changes nothing beyond the limit', async () => {
    const { email, id } = await invited();
    for (const role of ['Coach', 'Manager', 'Coach', 'Manager']) {
      expect((await again(email, { role })).status).toBe(200);
    }
    expectRefusal(await again(email, { role: 'Coach' }), 429, 'too_many_requests');
    const roleId = await app.factory.roleId('Manager');
    expect(await app.prisma.db.invitation.findUniqueOrThrow({ where: { id } })).toMatchObject({ roleId });
  });

  it('or accepting wins, never both', async () => {
    const { person, client, token } = await guest();
    const [accepted, changed] = await Promise.all([
      client.post(ACCEPT, { token }),
      again(person.email, { role: 'Coach' }),
    ]);
    const outcome = `${String(accepted.status)} ${String(changed.status)}`;
    expect(['200 409', '400 200']).toContain(outcome);
    expect(await membershipsOf(person)).toHaveLength(accepted.status === 200 ? 1 : 0);
  });
});

describe('The role of an invitation', () => {
  const ROLES = '/api/v1/org/roles';
  let asAdmin: Client;

  beforeAll(async () => {
    asAdmin = await app.steppedUp(world.sasha);
  });

  async function role(permissions: string[] = []): Promise<{ id: string; name: string }> {
    const { status, body } = await asAdmin.post(ROLES, { name: `Invited ${String(++count)}`, permissions });
    expect(status).toBe(201);
    return body;
  }

  const shown = async (id: string): Promise<unknown> => {
    const { items } = (await asSasha.get(INVITATIONS)).body;
    return items.find((item: { id: string }) => item.id === id).role;
  };

  it('goes by whatever name it has since been given', async () => {
    const given = await role();
    const { person, client, id, token } = await guest({ role: given.name });
    const name = `${given.name} renamed`;
    expect((await asAdmin.patch(`${ROLES}/${given.id}`, { name })).status).toBe(200);
    expect(await shown(id)).toBe(name);
    expect((await app.anonymous.post(PREVIEW, { token })).body.role).toBe(name);
    expect((await asSasha.post(`${INVITATIONS}/${id}/resend`)).body.role).toBe(name);
    const renewed = await tokenTo(person.email);
    expect((await client.post(ACCEPT, { token: renewed })).body).toMatchObject({ role: name });
    expect(await shown(id)).toBe(name);
  });

  it.each<[string, (id: string) => Promise<unknown>]>([
    ['pending', () => Promise.resolve()],
    ['expired, since it can be sent again', expire],
  ])('is not deleted while one is %s', async (_, happen) => {
    const given = await role();
    const { id } = await invited(newAddress(), { role: given.name });
    await happen(String(id));
    expectRefusal(await asAdmin.delete(`${ROLES}/${given.id}`), 409, 'role_in_use');
    await asSasha.delete(`${INVITATIONS}/${String(id)}`);
    expect((await asAdmin.delete(`${ROLES}/${given.id}`)).status).toBe(204);
    expect(await shown(String(id))).toBe(given.name);
  });

  it('can be deleted when no member has it', async () => {
    const given = await role();
    const { person, client, id, token } = await guest({ role: given.name });
    const [accepted, deleted] = await Promise.all([
      client.post(ACCEPT, { token }),
      asAdmin.delete(`${ROLES}/${given.id}`),
    ]);
    expect(accepted.status).toBe(200);
    expectRefusal(deleted, 409, 'role_in_use');
    const [membership] = await membershipsOf(person);
    await asSasha.delete(`/api/v1/orgs/auroralabs/members/${String(membership?.id)}`);
    expect((await asAdmin.delete(`${ROLES}/${given.id}`)).status).toBe(204);
    expect(await shown(id)).toBe(given.name);
  });

  it('is not granted after its sender lost the rights', async () => {
    const given = await role(['users:write']);
    const inviter = await app.factory.person();
    const { id } = await app.factory.membership(inviter, world.aurora, { role: 'OrganizationAdmin' });
    const person = await app.factory.person();
    await (await app.signedIn(inviter)).post(INVITATIONS, { email: person.email, role: given.name });
    await asSasha.delete(`/api/v1/orgs/auroralabs/members/${id}`);
    const token = await tokenTo(person.email);
    expectRefusal(await (await app.signedIn(person)).post(ACCEPT, { token }), 400, 'invalid_token');
  });
});
