import { randomBytes } from 'node:crypto';
import { newId } from '../../src/core/ids/ids.js';
import type { Prisma } from '../../src/core/prisma/generated/client.js';
import { SessionsService } from '../../src/modules/sessions/sessions.service.js';
import { TestApp } from '../support/app/app.js';
import type { Client } from '../support/clients/client.js';
import { STRANGERS } from '../support/clients/strangers.js';
import type { Organization, Person } from '../support/data/factory.js';
import { makeWorld, type World } from '../support/data/world.js';
import { expectRefusal, expectUnauthenticated } from '../support/expectations/refusals.js';
import { enrol } from '../support/second-factors/authenticator-app.js';

const PATH = '/api/v1/user/export';
const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** Names of columns that hold a secret, its hash, or what only this service needs, and what such values begin with. */
const SECRETS = [
  'passwordHash',
  '$argon2',
  'keyHash',
  'secretHash',
  'secretEncrypted',
  'codeHash',
  'tokenHash',
  'tokenId',
  'publicKey',
  'credentialId',
  'credentialsEncrypted',
  'usedSteps',
  'searchText',
  'accountText',
  'accountStatus',
  'contentKey',
];

let world: World;
let app: TestApp;
let organization: Organization;
let person: Person;
let membershipId: string;
let client: Client;

beforeAll(async () => {
  world = await makeWorld();
  ({ app } = world);
});

beforeEach(async () => {
  organization = await app.factory.organization({ name: 'Praxia' });
  person = await app.factory.person({
    displayName: 'Noa Levi',
    bio: 'Says "quotes", \\ and \u2028.',
    birthDate: new Date('1985-02-03'),
    managedById: organization.id,
  });
  ({ id: membershipId } = await app.factory.membership(person, organization, { isPrimary: true, role: 'Coach' }));
  client = await app.signedIn(person);
});

afterAll(() => app.stop());

async function exported(caller = client): Promise<Record<string, unknown>> {
  const { status, body } = await caller.get(PATH);
  expect(status).toBe(200);
  return body;
}

/** Gives the person one of everything that is stored about people. */
async function fill(): Promise<void> {
  const { db } = app.prisma;
  const by = { createdBy: person.id, updatedBy: person.id };
  const bytes = (): Uint8Array<ArrayBuffer> => new Uint8Array(randomBytes(32));
  const organizationId = organization.id;
  const roleId = await app.factory.roleId('Teacher');
  await app.factory.address(person, `an.unverified.${person.email}`, { verifiedAt: null });
  await app.factory.session(person, { expiresAt: new Date(), userAgent: 'An expired login' });
  await app.factory.apiKey({ membershipId }, { scopes: ['users:read'] });
  await app.nest
    .get(SessionsService)
    .open(person.id, ['pwd'], { deviceId: 'test', remoteIp: '127.0.0.1', userAgent: 'test' });
  await enrol(client);
  const device = { userId: person.id, deviceId: 'a-browser', remoteIp: '203.0.113.7', userAgent: 'Firefox/140' };
  await db.trustedDevice.create({ data: { id: newId(), ...device, secretHash: bytes(), expiresAt: new Date() } });
  await db.knownDevice.create({ data: { userId: person.id, deviceId: 'a-browser' } });
  const credential = { credentialId: newId(), publicKey: bytes(), transports: [], name: 'A passkey' };
  await db.passkey.create({ data: { id: newId(), userId: person.id, ...credential } });
  const team = { id: newId(), organizationId, name: 'Platform', defaultRoleId: roleId, ...by };
  await db.team.create({ data: { ...team, members: { create: { membershipId, roleId, createdBy: person.id } } } });
  const project = {
    id: newId(),
    organizationId,
    ownerId: membershipId,
    name: 'Insights',
    goal: 'Of others too',
    ...by,
  };
  await db.project.create({ data: project });
  const place = { projectId: project.id, membershipId, createdBy: person.id };
  await db.projectMember.create({ data: { ...place, role: 'Owner' } });
  await db.projectPin.create({ data: { projectId: project.id, membershipId } });
  const artifact = { name: 'Summary', type: 'document', source: 'upload', state: 'ready', ingestStatus: 'done', ...by };
  await db.artifact.create({ data: { id: newId(), projectId: project.id, membershipId, ...artifact } });
  const integration = { id: newId(), membershipId, type: 'Confluence', credentialsEncrypted: bytes() };
  await db.integration.create({ data: integration });
}

async function audited(...events: Partial<Prisma.AuditEventCreateManyInput>[]): Promise<void> {
  await app.prisma.db.auditEvent.createMany({
    data: events.map((event) => ({ id: newId(), action: 'thing.happened', actorKind: 'user', ...event })),
  });
}

describe('The export', () => {
  it('is a JSON file to keep, which nothing between caches', async () => {
    const { status, headers } = await client.get(PATH);
    expect({ status, headers }).toMatchObject({
      status: 200,
      headers: {
        'content-type': 'application/json',
        'content-disposition': 'attachment; filename="atrium-export.json"',
        'cache-control': 'no-store',
      },
    });
  });

  it('is for sessions alone', async () => {
    const withEveryScope = app.anonymous.withToken(await app.factory.apiKey({ membershipId }));
    expectRefusal(await withEveryScope.get(PATH), 403, 'session_required');
    expectRefusal(await world.asBot.get(PATH), 403, 'user_required');
    expectRefusal(await world.asRoot.get(PATH), 403, 'user_required');
    const asNewcomer = await app.signedIn(await app.factory.person({ passwordChangeRequired: true }));
    expectRefusal(await asNewcomer.get(PATH), 403, 'password_change_required');
  });

  it.each(STRANGERS)('refuses %s', async (_, make) => {
    expectUnauthenticated(await (await make(world)).get(PATH));
  });

  it('has the whole profile, as it was written', async () => {
    const { profile } = await exported();
    expect(profile).toEqual({
      id: person.id,
      displayName: 'Noa Levi',
      givenName: null,
      familyName: null,
      bio: 'Says "quotes", \\ and \u2028.',
      avatarUrl: null,
      locale: null,
      agentCommunicationLocale: null,
      timezone: null,
      phoneNumber: null,
      birthDate: '1985-02-03T00:00:00.000Z',
      status: 'active',
      passwordChangeRequired: false,
      passwordExpiresAt: null,
      managedById: organization.id,
      managerAccessAt: null,
      lastSignInAt: null,
      createdAt: expect.stringMatching(ISO),
      createdBy: 'root',
      updatedAt: expect.stringMatching(ISO),
      updatedBy: 'root',
      deletedAt: null,
      purgedAt: null,
    });
  });

  it('has one of everything that is stored about a person', async () => {
    await fill();
    const body = await exported();
    expect(body).toMatchObject({
      emails: expect.arrayContaining([
        expect.objectContaining({ address: person.email, isPrimary: true, verifiedAt: expect.stringMatching(ISO) }),
        expect.objectContaining({ address: `an.unverified.${person.email}`, isPrimary: false, verifiedAt: null }),
      ]),
      logins: expect.arrayContaining([
        expect.objectContaining({ userAgent: 'test', remoteIp: '127.0.0.1', amr: ['pwd'] }),
        expect.objectContaining({ userAgent: 'An expired login' }),
      ]),
      trustedDevices: [{ deviceId: 'a-browser', remoteIp: '203.0.113.7', userAgent: 'Firefox/140' }],
      knownDevices: [{ deviceId: 'a-browser', firstSeenAt: expect.stringMatching(ISO) }],
      secondFactors: {
        passkeys: [{ name: 'A passkey', lastUsedAt: null }],
        authenticatorApp: { activatedAt: expect.stringMatching(ISO) },
        recoveryCodes: Array<object>(10).fill({ usedAt: null }),
      },
      memberships: [
        {
          id: membershipId,
          state: 'Active',
          isPrimary: true,
          organization: { slug: organization.slug, name: 'Praxia' },
          role: { name: 'Coach' },
          projects: [{ role: 'Owner' }],
          pins: [{ membershipId }],
          ownedProjects: [{ id: expect.any(String), name: 'Insights' }],
          artifacts: [{ name: 'Summary' }],
          integrations: [{ type: 'Confluence' }],
        },
      ],
      teams: [{ team: { name: 'Platform' }, role: { name: 'Teacher' } }],
      apiKeys: [{ name: 'Key', scopes: ['users:read'], prefix: expect.stringMatching(/^atr_test_/) }],
      audit: [{ action: 'session.opened' }, { action: 'factor.added' }],
    });
    expect(Object.keys(body)).toEqual([
      'profile',
      'emails',
      'logins',
      'trustedDevices',
      'knownDevices',
      'secondFactors',
      'teams',
      'memberships',
      'apiKeys',
      'audit',
    ]);
  });

  it('has empty lists for what there is none of', async () => {
    const asNoor = await app.signedIn(await app.factory.person());
    expect(await exported(asNoor)).toMatchObject({
      trustedDevices: [],
      knownDevices: [],
      secondFactors: { passkeys: [], authenticatorApp: null, recoveryCodes: [] },
      teams: [],
      memberships: [],
      apiKeys: [],
    });
  });

  it('has no hash and no secret, by name or by value', async () => {
    await fill();
    const { text } = await client.get(PATH);
    for (const secret of SECRETS) {
      expect({ secret, isThere: text.includes(secret) }).toEqual({ secret, isThere: false });
    }
    const [user, key, session] = await Promise.all([
      app.prisma.db.user.findUniqueOrThrow({ where: { id: person.id }, include: { totp: true, recoveryCodes: true } }),
      app.prisma.db.apiKey.findFirstOrThrow({ where: { membershipId } }),
      app.prisma.db.session.findFirstOrThrow({ where: { userId: person.id } }),
    ]);
    const hashes = [key.keyHash, user.totp?.secretEncrypted, ...user.recoveryCodes.map(({ codeHash }) => codeHash)];
    const values = hashes.flatMap((bytes) =>
      (['hex', 'base64', 'base64url'] as const).map((form) => Buffer.from(bytes ?? '-').toString(form)),
    );
    for (const value of [...values, user.passwordHash ?? '-', session.tokenId, client.token]) {
      expect(text).not.toContain(value);
    }
  });

  it('has nothing of others', async () => {
    const other = await app.factory.person({ displayName: 'Somebody Else', email: 'somebody.else@example.com' });
    const { id } = await app.factory.membership(other, organization, { displayName: 'Else at Praxia' });
    await app.factory.apiKey({ membershipId: id });
    await app.factory.session(other, { userAgent: 'The browser of another' });
    await audited(
      { actorId: other.id, targetKind: 'user', targetId: other.id },
      { actorKind: 'root', actorId: 'root' },
    );
    await fill();
    const { text, body } = await client.get(PATH);
    for (const theirs of [other.id, id, 'Else', 'somebody.else', 'The browser of another', 'Of others too']) {
      expect(text).not.toContain(theirs);
    }
    expect(body.apiKeys).toHaveLength(1);
  });
});

describe('The audit in the export', () => {
  const mine = { remoteIp: '203.0.113.7', userAgent: 'Firefox/140', requestId: 'a-request' };
  const nowhere = { remoteIp: null, userAgent: null, requestId: null, sessionId: null, apiKeyId: null };

  beforeEach(() => app.prisma.db.auditEvent.deleteMany({ where: { actorId: person.id } }));

  it('has the actions by the user and on the user, the oldest first', async () => {
    const organizationId = organization.id;
    const changes = { displayName: { before: 'Noa', after: 'Noa Levi' } };
    await audited(
      { actorId: person.id, targetKind: 'user', targetId: person.id, changes, ...mine },
      { actorId: person.id, targetKind: 'organization', targetId: organizationId, organizationId, ...mine },
      { actorKind: 'anonymous', actorId: null, targetKind: 'user', targetId: person.id, ...mine },
    );
    expect((await exported()).audit).toMatchObject([
      { actorId: person.id, targetId: person.id, changes, ...mine },
      { actorId: person.id, targetId: organizationId, organizationId, ...mine },
      { actorKind: 'anonymous', actorId: null, targetId: person.id, ...mine },
    ]);
  });

  it('does not contain the network address of another actor', async () => {
    const changes = { displayName: { before: 'Noa', after: 'Noa Levi' } };
    const theirs = { actorId: newId(), sessionId: newId(), apiKeyId: newId() };
    await audited({ ...theirs, targetKind: 'user', targetId: person.id, changes, ...mine });
    expect((await exported()).audit).toMatchObject([{ actorId: theirs.actorId, changes, ...nowhere }]);
  });

  it('does not contain changed values of another person', async () => {
    const changes = { phoneNumber: { before: '+97221234567', after: null } };
    const targetId = newId();
    await audited({ actorId: person.id, targetKind: 'user', targetId, changes, ...mine });
    expect((await exported()).audit).toMatchObject([{ targetId, changes: {}, ...mine }]);
  });

  it.each([499, 500, 501, 1000, 2345])('of %i entries arrives complete and in order', async (count) => {
    const ids = Array.from({ length: count }, () => newId());
    await audited(...ids.map((id, i) => ({ id, actorId: person.id, changes: { number: { before: null, after: i } } })));
    const audit = (await exported()).audit as { id: string }[];
    expect(audit.map(({ id }) => id)).toEqual(ids);
  });
});
