import { randomBytes } from 'node:crypto';
import type { Response } from 'supertest';
import { newId } from '../../../src/core/ids/ids.js';
import type { TestApp } from '../app/app.js';
import type { Client } from '../clients/client.js';
import type { Organization, Person } from './factory.js';

/** The path of a person's API keys. */
export const API_KEYS = '/api/v1/api-keys';

/** Two organizations, and Sasha, who is OrganizationAdmin and AppAdmin of Aurora. */
export interface ApiKeyWorld {
  readonly aurora: Organization;
  readonly praxia: Organization;
  readonly sasha: Person;
  /** Of Sasha in Aurora. */
  readonly membershipId: string;
  /** Stepped up. */
  readonly asSasha: Client;
}

/** Makes new rows each time. */
export async function makeApiKeyWorld(app: TestApp): Promise<ApiKeyWorld> {
  const aurora = await app.factory.organization();
  const praxia = await app.factory.organization();
  const roles = { role: 'OrganizationAdmin', appRole: 'AppAdmin' } as const;
  const { person: sasha, membershipId } = await app.factory.member(aurora, roles);
  return { aurora, praxia, sasha, membershipId, asSasha: await app.steppedUp(sasha) };
}

/** Mints a key and expects that it was. */
export async function mintKeyAs(client: Client, fields: Record<string, unknown>): Promise<Response['body']> {
  const { status, body } = await client.post(API_KEYS, { name: 'Nightly export', ...fields });
  expect({ status, body }).toMatchObject({ status: 201 });
  return body;
}

/** The ids of the keys that the caller is shown, in their order. */
export async function listedKeys(client: Client): Promise<string[]> {
  const { status, body } = await client.get(API_KEYS);
  expect({ status, body }).toMatchObject({ status: 200 });
  return body.items.map(({ id }: { id: string }) => id);
}

/** So many keys at once, straight in the database. */
export async function insertKeys(
  app: TestApp,
  owner: { membershipId: string } | { serviceAccountId: string },
  amount: number,
): Promise<void> {
  const rows = Array.from({ length: amount }, () => ({
    id: newId(),
    ...owner,
    name: 'One of many',
    prefix: 'atr_test_00000000',
    keyHash: new Uint8Array(randomBytes(32)),
    scopes: [],
    createdBy: 'root',
  }));
  await app.prisma.db.apiKey.createMany({ data: rows });
}
