import type { Response } from 'supertest';
import type { Client } from '../clients/client.js';

/** What a person may change about himself, whatever a contract calls it. */
export type Field =
  | 'displayName'
  | 'givenName'
  | 'familyName'
  | 'bio'
  | 'avatarUrl'
  | 'locale'
  | 'timezone'
  | 'phoneNumber'
  | 'birthDate';

/** The routes that change a profile, and what each calls the fields it takes. */
export const ROUTES: Readonly<Record<string, Partial<Record<Field, string>>>> = {
  '/api/v1/user': {
    displayName: 'displayName',
    givenName: 'givenName',
    familyName: 'familyName',
    bio: 'bio',
    timezone: 'timezone',
    phoneNumber: 'phoneNumber',
    birthDate: 'birthDate',
  },
  '/api/me': { displayName: 'name', bio: 'bio', avatarUrl: 'avatarUrl', locale: 'locale', timezone: 'timezone' },
  '/api/v1/settings/language': { locale: 'locale' },
  '/api/v1/me': { displayName: 'displayName', givenName: 'givenName', familyName: 'familyName' },
  '/api/users/me': {
    displayName: 'name',
    givenName: 'firstName',
    familyName: 'lastName',
    avatarUrl: 'avatarUrl',
    phoneNumber: 'phone',
    birthDate: 'birthDate',
  },
};

/** Every way to change the field: a route, and the key it takes there. */
export function waysToChange(field: Field): { path: string; key: string }[] {
  return Object.entries(ROUTES).flatMap(([path, { [field]: key }]) => (key === undefined ? [] : [{ path, key }]));
}

/** One change for each of the fields, all at the same moment, by turns through the routes that take it. */
export function changeEach(client: Client, values: Readonly<Partial<Record<Field, string>>>): Promise<Response>[] {
  return Object.entries(values).map(([field, value], i) => {
    const ways = waysToChange(field as Field);
    const { path, key } = ways[i % ways.length] ?? { path: '', key: '' };
    return client.patch(path, { [key]: value });
  });
}

/** What each of the five contracts shows of the caller, under the names of the account contract. */
export async function seenThroughAll(client: Client, slug: string): Promise<Record<string, Record<string, unknown>>> {
  const account = (await client.get('/api/v1/user')).body;
  const app = (await client.inOrganization(slug).get('/api/v1/app/me')).body;
  const { activeSessions: _sessions, name, defaultEmail, ...profile } = (await client.get('/api/me')).body;
  const { createdBy: _maker, updatedBy: _changer, ...directory } = (await client.get('/api/v1/me')).body.user;
  const { currentOrganizationId: _organization, ...context } = (await client.get('/api/users/me')).body.data;
  const { name: fullName, firstName, lastName, phone, ...others } = context;
  return {
    account,
    app: { id: toUuid(app.account_id), displayName: app.name, email: app.email },
    profile: { ...profile, displayName: name, email: defaultEmail },
    directory,
    context: { ...others, displayName: fullName, givenName: firstName, familyName: lastName, phoneNumber: phone },
  };
}

function toUuid(prefixedId: string): string {
  return prefixedId.replace(/^acct_(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
