import type { Response } from 'supertest';
import type { ServiceAccount } from '../../../src/core/prisma/generated/client.js';
import type { TestApp } from '../app/app.js';
import { ROOT_KEY } from '../app/running-app.js';
import type { Client } from '../clients/client.js';
import { next, type Organization, type Person } from './factory.js';

/** The path of an organization's service accounts. */
export const ACCOUNTS = '/api/v1/org/service-accounts';

/** The keys of a service account, in their order. */
export const ACCOUNT_KEYS = ['id', 'username', 'description', 'createdAt', 'createdBy', 'updatedAt', 'updatedBy'];

/** The refusal of a malformed username. */
export const PATTERN = 'Must have 2 to 64 of the characters a-z, 0-9, period, underscore and hyphen.';

type MembershipFields = Parameters<TestApp['factory']['membership']>[2];

/** Two organizations with their administrators. */
export interface ServiceAccountWorld {
  readonly aurora: Organization;
  readonly praxia: Organization;
  readonly sasha: Person;
  /** OrganizationAdmin and AppAdmin of Aurora. */
  readonly asSasha: Client;
  /** OrganizationAdmin and AppAdmin of Praxia. */
  readonly asPriya: Client;
  /** In Aurora. */
  readonly asRoot: Client;
}

/** Makes new rows each time. */
export async function makeServiceAccountWorld(app: TestApp): Promise<ServiceAccountWorld> {
  const aurora = await app.factory.organization();
  const praxia = await app.factory.organization();
  const roles = { role: 'OrganizationAdmin', appRole: 'AppAdmin' } as const;
  const { person: sasha, client: asSasha } = await signedInMember(app, aurora, roles);
  const { client: asPriya } = await signedInMember(app, praxia, roles);
  const asRoot = app.anonymous.withToken(ROOT_KEY).inOrganization(aurora.slug);
  return { aurora, praxia, sasha, asSasha, asPriya, asRoot };
}

/** A new member, who is signed in. */
export async function signedInMember(
  app: TestApp,
  organization: Organization,
  fields: MembershipFields = {},
): Promise<{ person: Person; client: Client; membershipId: string }> {
  const member = await app.factory.member(organization, fields);
  return { ...member, client: await app.signedIn(member.person) };
}

/** A username that no other account has. */
export const newName = (): string => `bot-of-the-test-${next()}`;

/** Creates a service account and expects that it was. */
export async function createAccountAs(client: Client, fields: Record<string, unknown>): Promise<Response['body']> {
  const { status, body } = await client.post(ACCOUNTS, { username: newName(), ...fields });
  expect({ status, body }).toMatchObject({ status: 201 });
  return body;
}

/** The row of a service account, with the name of its role. */
export function storedAccount(app: TestApp, id: string): Promise<ServiceAccount & { role: { name: string } }> {
  return app.prisma.db.serviceAccount.findUniqueOrThrow({
    where: { id },
    include: { role: { select: { name: true } } },
  });
}
