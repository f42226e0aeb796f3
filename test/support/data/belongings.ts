import { newId } from '../../../src/core/ids/ids.js';
import { toPrefixedId } from '../../../src/core/ids/prefixed-id.js';
import type { TestApp } from '../app/app.js';
import type { Client } from '../clients/client.js';
import type { Organization, Person } from './factory.js';

/** What a thing is called in paths and bodies, by the kind of thing. */
export type Belongings = Readonly<Record<Kind, string>>;

export type Kind = (typeof KINDS)[number];

const KINDS = [
  'slug',
  'organization',
  'membership',
  'appUser',
  'user',
  'account',
  'email',
  'role',
  'team',
  'serviceAccount',
  'apiKey',
  'invitation',
  'project',
  'artifact',
  'integration',
  'login',
  'trustedDevice',
  'passkey',
] as const;

const BY = { createdBy: 'root', updatedBy: 'root' };

const hash = (): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(newId()));

/** Gives the organization and the member one of everything there is. @param admin who administers the organization */
export async function makeBelongings(
  app: TestApp,
  organization: Organization,
  member: Person & { readonly membershipId: string },
  admin: Client,
): Promise<Belongings> {
  const { db } = app.prisma;
  const { id: organizationId, slug } = organization;
  const { id: userId, email, membershipId } = member;
  const role = await db.role.create({
    data: { id: newId(), organizationId, name: 'Librarian', permissions: [], ...BY },
  });
  const place = { membershipId, roleId: role.id, createdBy: 'root' };
  const team = await db.team.create({
    data: { id: newId(), organizationId, name: 'Readers', defaultRoleId: role.id, ...BY, members: { create: place } },
  });
  const serviceAccount = await app.factory.serviceAccount(organization);
  await app.factory.apiKey({ membershipId });
  const apiKey = await db.apiKey.findFirstOrThrow({ where: { membershipId }, orderBy: { id: 'desc' } });
  const project = await db.project.create({
    data: {
      id: newId(),
      organizationId,
      ownerId: membershipId,
      name: 'Reading list',
      visibility: 'Public',
      ...BY,
      members: { create: { membershipId, role: 'Owner', createdBy: 'root' } },
    },
  });
  const kind = { type: 'Document', source: 'User', state: 'Ready', ingestStatus: 'Done' };
  const artifact = await db.artifact.create({
    data: { id: newId(), projectId: project.id, membershipId, name: 'Summary', ...kind, ...BY },
  });
  const integration = await db.integration.create({ data: { id: newId(), membershipId, type: 'Confluence' } });
  const invitation = await admin.post(`/api/v1/orgs/${slug}/invitations`, { email: 'invited@example.com' });
  const login = await app.factory.session(member);
  const device = { userId, deviceId: 'device', remoteIp: '192.0.2.7', userAgent: 'Test' };
  const expiresAt = new Date(Date.now() + 3_600_000);
  const trustedDevice = await db.trustedDevice.create({
    data: { id: newId(), ...device, secretHash: hash(), expiresAt },
  });
  const passkey = await db.passkey.create({
    data: { id: newId(), userId, credentialId: newId(), publicKey: hash(), name: 'Key' },
  });
  return {
    ...named({ organizationId, membershipId, userId, projectId: project.id, artifactId: artifact.id }),
    slug,
    email,
    integration: toPrefixedId('conf', integration.id),
    role: role.id,
    team: team.id,
    serviceAccount: serviceAccount.id,
    apiKey: apiKey.id,
    invitation: invitation.body.id as string,
    login: login.id,
    trustedDevice: trustedDevice.id,
    passkey: passkey.id,
  };
}

/** Things nobody has, in the same forms. */
export function missingBelongings(): Belongings {
  const fresh = Object.fromEntries(KINDS.map((kind) => [kind, newId()])) as Belongings;
  const ids = { organizationId: newId(), membershipId: newId(), userId: newId(), projectId: newId() };
  return {
    ...fresh,
    ...named({ ...ids, artifactId: newId() }),
    slug: 'no-such-organization',
    email: 'nobody@example.com',
    integration: toPrefixedId('conf', newId()),
  };
}

function named(ids: {
  readonly organizationId: string;
  readonly membershipId: string;
  readonly userId: string;
  readonly projectId: string;
  readonly artifactId: string;
}) {
  return {
    organization: ids.organizationId,
    membership: ids.membershipId,
    appUser: toPrefixedId('user', ids.membershipId),
    user: ids.userId,
    account: toPrefixedId('acct', ids.userId),
    project: toPrefixedId('proj', ids.projectId),
    artifact: toPrefixedId('artifact', ids.artifactId),
  };
}
