import type { Response } from 'supertest';
import type { Client } from '../clients/client.js';
import type { Authenticator, Deviation } from './authenticator.js';

export const PASSKEYS = '/api/v1/auth/passkeys';
export const AUTHENTICATE = `${PASSKEYS}/authenticate`;

/** Asks for registration options. */
export async function creationOptions(client: Client) {
  return (await client.post(`${PASSKEYS}/registration-options`)).body;
}

/** Asks for authentication options. */
export async function requestOptions(client: Client, purpose?: 'sign_in' | 'step_up') {
  return (await client.post(`${PASSKEYS}/authentication-options`, { purpose })).body;
}

/** Registers a passkey of the authenticator, start to end. */
export async function registerPasskey(
  client: Client,
  authenticator: Authenticator,
  { name, ...deviation }: Deviation & { name?: string } = {},
): Promise<Response> {
  const options = await creationOptions(client);
  return client.post(PASSKEYS, { response: authenticator.create(options, deviation), name });
}

/** Signs in with the authenticator, start to end. */
export async function signInByPasskey(
  client: Client,
  authenticator: Authenticator,
  deviation?: Deviation,
): Promise<Response> {
  return client.post(AUTHENTICATE, { response: authenticator.get(await requestOptions(client), deviation) });
}

/** Steps the client's session up with the authenticator, start to end. */
export async function stepUpByPasskey(
  client: Client,
  authenticator: Authenticator,
  deviation?: Deviation,
): Promise<Response> {
  const response = authenticator.get(await requestOptions(client, 'step_up'), deviation);
  return client.post(AUTHENTICATE, { purpose: 'step_up', response });
}
