import type { Response } from 'supertest';
import { newId } from '../../src/core/ids/ids.js';
import { toPrefixedId } from '../../src/core/ids/prefixed-id.js';
import { KnownDevices } from '../../src/modules/sessions/devices/known-devices.js';
import { TestApp } from '../support/app/app.js';
import type { Client } from '../support/clients/client.js';
import { next, type Organization, PASSWORD, type Person } from '../support/data/factory.js';
import { before, inTheMiddle, recording } from '../support/races/moments.js';

const ADMIN = { role: 'OrganizationAdmin', appRole: 'AppAdmin', isPrimary: true } as const;
const BY = { createdBy: 'root', updatedBy: 'root' };

let app: TestApp;
let aurora: Organization;
/** Administers Aurora as well, and takes from Sasha what she has. */
let keeper: Client;
let sasha: Person;
let membershipId: string;
let asSasha: Client;
/** The account is managed by Aurora. */
let alice: Person;
let alicesMembershipId: string;

beforeAll(async () => {
  app = await TestApp.start();
});

beforeEach(async () => {
  aurora = await app.factory.organization();
  const other = await app.factory.person();
  await app.factory.membership(other, aurora, ADMIN);
  keeper = (await app.steppedUp(other)).inOrganization(aurora.slug);
  sasha = await app.factory.person();
  ({ id: membershipId } = await app.factory.membership(sasha, aurora, ADMIN));
  asSasha = (await app.steppedUp(sasha)).inOrganization(aurora.slug);
  alice = await app.factory.person({ managedById: aurora.id });
  ({ id: alicesMembershipId } = await app.factory.membership(alice, aurora, { isPrimary: true }));
});

afterAll(() => app.stop());

const org = (path: string): string => `/api/v1/orgs/${aurora.slug}${path}`;
const memberPath = (id = membershipId): string => org(`/members/${id}`);
const newName = (): string => `racer-${next()}`;

const demote = (): Promise<Response> => keeper.patch(memberPath(), { role: 'Teacher', appRole: 'AppMember' });
const createTeam = (client: Client): Promise<Response> => client.post('/api/v1/org/teams', { name: newName() });

/** Expects that a write was answered with success, and that what takes away the right for it waited for the write. */
async function expectNotOvertaken(
  action: string,
  write: () => Promise<Response>,
  revoke: () => Promise<Response>,
): Promise<void> {
  const { first, other, isOvertaken } = await inTheMiddle(app, recording(app, action), write, revoke);
  const statuses = [first, other].map(({ status, text }) => (status < 300 ? 'done' : text));
  expect({ statuses, isOvertaken }).toEqual({ statuses: ['done', 'done'], isOvertaken: false });
}

async function newProject(): Promise<string> {
  const { id } = await app.factory.project(aurora, { id: membershipId });
  return `/api/v1/app/project/${toPrefixedId('proj', id)}`;
}

describe('The demotion of an administrator whose write is under way', () => {
  it.each<[string, string, () => Promise<Response>]>([
    ['team', 'team.created', () => createTeam(asSasha)],
    [
      'service account',
      'service_account.created',
      () => asSasha.post('/api/v1/org/service-accounts', { username: newName() }),
    ],
    ['role', 'role.created', () => asSasha.post('/api/v1/org/roles', { name: newName(), permissions: [] })],
    [
      'invitation',
      'invitation.created',
      () => asSasha.post(org('/invitations'), { email: `${newName()}@example.com`, appRole: 'AppAdmin' }),
    ],
    ['name of the organization', 'organization.updated', () => asSasha.patch(org(''), { name: newName() })],
    ['project', 'project.created', () => asSasha.post('/api/v1/app/project', { name: newName() })],
    [
      'artifact',
      'artifact.created',
      async () => asSasha.post(`${await newProject()}/artifact`, { name: 'Notes', text: 'Some' }),
    ],
    [
      'integration',
      'integration.created',
      () => asSasha.post('/api/v1/app/user/integrations', { type: 'Jira', credentials: { token: 'secret' } }),
    ],
    [
      'user',
      'user.created',
      () =>
        asSasha.post('/api/v1/app/user', {
          role: 'AppAdmin',
          user_info: { email: `${newName()}@example.com`, name: 'Late' },
        }),
    ],
    ['member', 'membership.updated', () => asSasha.patch(memberPath(alicesMembershipId), { appRole: 'AppAdmin' })],
    ['password', 'password.reset', () => asSasha.post(`/api/v1/org/users/${alice.id}/password/reset`)],
    ['reset of factors', 'factors.reset', () => asSasha.delete(`/api/v1/org/users/${alice.id}/mfa`)],
    [
      'address',
      'email.assigned',
      () => asSasha.patch(`/api/v1/org/users/${alice.id}`, { email: `${newName()}@example.com` }),
    ],
    ['deletion of a user', 'user.deleted', () => asSasha.delete(`/api/v1/org/users/${alice.id}`)],
    ['API key', 'api_key.created', () => asSasha.post('/api/v1/api-keys', { name: 'Late', scopes: ['users:write'] })],
    [
      'offer of the organization',
      'ownership.offered',
      () => asSasha.post(org('/ownership-offer'), { memberId: alicesMembershipId }),
    ],
  ])('is answered after the %s was committed', async (_, action, write) => {
    await expectNotOvertaken(action, write, demote);
  });
});

describe('A write under way is committed before', () => {
  it.each<[string, () => Promise<Response>]>([
    ['its caller is removed', () => keeper.delete(memberPath())],
    ['its caller is deactivated', () => keeper.patch(memberPath(), { state: 'Inactive' })],
    ['its caller leaves', () => asSasha.post(org('/leave'))],
    ['its caller logs out', () => asSasha.post('/api/v1/auth/logout')],
    ['its organization is archived', () => keeper.post(org('/archive'))],
  ])('%s', async (_, revoke) => {
    await expectNotOvertaken('team.created', () => createTeam(asSasha), revoke);
  });

  it('the role of its caller loses the permission for it', async () => {
    const { id: roleId } = await app.prisma.db.role.create({
      data: { id: newId(), organizationId: aurora.id, name: 'Organizer', permissions: ['orgs:write'], ...BY },
    });
    await app.prisma.db.membership.update({ where: { id: membershipId }, data: { roleId } });
    await expectNotOvertaken(
      'team.created',
      () => createTeam(asSasha),
      () => keeper.patch(`/api/v1/org/roles/${roleId}`, { permissions: [] }),
    );
  });

  it.each<[string, (id: string) => Promise<Response>]>([
    ['its owner', (id) => asSasha.delete(`/api/v1/api-keys/${id}`)],
    ['an administrator', (id) => keeper.delete(org(`/api-keys/${id}`))],
  ])('its API key is revoked by %s', async (_, revoke) => {
    const key = app.anonymous.withToken(await app.factory.apiKey({ membershipId }));
    const { id } = await app.prisma.db.apiKey.findFirstOrThrow({ where: { membershipId } });
    await expectNotOvertaken(
      'team.created',
      () => createTeam(key),
      () => revoke(id),
    );
  });

  it.each<[string, (path: string) => Promise<Response>]>([
    ['demoted', (path) => keeper.patch(path, { role: 'Teacher' })],
    ['deleted', (path) => keeper.delete(path)],
  ])('the service account that calls is %s', async (_, revoke) => {
    const roleId = await app.factory.roleId('OrganizationAdmin');
    const { id: serviceAccountId } = await app.factory.serviceAccount(aurora, { roleId });
    const key = app.anonymous.withToken(await app.factory.apiKey({ serviceAccountId }));
    await expectNotOvertaken(
      'team.created',
      () => createTeam(key),
      () => revoke(`/api/v1/org/service-accounts/${serviceAccountId}`),
    );
  });
});

/** What closes the organization to Sasha, and what it records. */
const CLOSINGS: [string, string, () => Promise<Response>][] = [
  ['removed', 'membership.removed', () => keeper.delete(memberPath())],
  ['deactivated', 'membership.updated', () => keeper.patch(memberPath(), { state: 'Inactive' })],
  ['locked out by an archive', 'organization.archived', () => keeper.post(org('/archive'))],
];

async function expectNoneInside(): Promise<void> {
  const active = { activeOrganizationId: aurora.id };
  expect(await app.prisma.db.session.count({ where: { userId: sasha.id, ...active } })).toBe(0);
}

describe('A sign-in', () => {
  const logIn = (): Promise<Response> =>
    app.anonymous.post('/api/v1/auth/login', { email: sasha.email, password: PASSWORD });

  it.each(CLOSINGS)('while its user is being %s opens no session in the organization', async (_, action, close) => {
    const { first, other } = await inTheMiddle(app, recording(app, action), close, logIn);
    expect([first.status < 300, other.status]).toEqual([true, 200]);
    await expectNoneInside();
  });

  it.each(CLOSINGS)(
    'that is about to be committed loses the organization when its user is %s',
    async (_, _action, close) => {
      const { first, other } = await inTheMiddle(app, before(app.nest.get(KnownDevices), 'note'), logIn, close);
      expect([first.status, other.status < 300]).toEqual([200, true]);
      await expectNoneInside();
    },
  );
});

it.each(CLOSINGS)(
  'A session that is being switched to the organization leaves it when its user is %s',
  async (_, _action, close) => {
    const elsewhere = await app.signedIn(sasha, { activeOrganizationId: null });
    const { first, other, isOvertaken } = await inTheMiddle(
      app,
      recording(app, 'session.organization_switched'),
      () => elsewhere.post('/api/me/switch-organization', { organizationId: aurora.id }),
      close,
    );
    expect([first.status, other.status < 300, isOvertaken]).toEqual([200, true, false]);
    await expectNoneInside();
  },
);
