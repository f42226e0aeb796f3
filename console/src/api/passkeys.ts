import type { components } from '@atrium/client';
import { atrium, publicAtrium } from './atrium.ts';

type AuthResult = components['schemas']['AuthResultDto'];

/** Whether this browser can use passkeys (W3C Web Authentication Level 3, section 5.1.8). */
export function canUsePasskeys(): boolean {
  return 'PublicKeyCredential' in globalThis && 'parseRequestOptionsFromJSON' in PublicKeyCredential;
}

/** Whether the user closed the dialog of the browser, or it found no passkey. There is nothing to show then. */
export function isDismissed(error: unknown): boolean {
  return error instanceof DOMException && (error.name === 'NotAllowedError' || error.name === 'AbortError');
}

/**
 * Signs in or steps up with a passkey.
 *
 * @throws AtriumProblem when the passkey is refused; DOMException when the user ends the dialog of the browser
 */
export async function authenticateWithPasskey(purpose: 'sign_in' | 'step_up'): Promise<AuthResult> {
  const options = await publicAtrium.post('/api/v1/auth/passkeys/authentication-options', { body: { purpose } });
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(
    options as unknown as PublicKeyCredentialRequestOptionsJSON,
  );
  const credential = await navigator.credentials.get({ publicKey });
  if (!(credential instanceof PublicKeyCredential)) {
    throw new DOMException('There is no passkey', 'NotAllowedError');
  }
  const response = { ...credential.toJSON() };
  return publicAtrium.post('/api/v1/auth/passkeys/authenticate', { body: { purpose, response } });
}

/** Whether the authenticator has a passkey of this account already. */
export function isRegisteredHere(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'InvalidStateError';
}

/**
 * Makes a passkey, and adds it to the account.
 *
 * @param name empty: the API chooses a name
 * @throws AtriumProblem when the passkey is refused; DOMException when the browser or the user makes none
 */
export async function registerPasskey(name: string): Promise<components['schemas']['PasskeyDto']> {
  const options = await atrium.post('/api/v1/auth/passkeys/registration-options');
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(
    options as unknown as PublicKeyCredentialCreationOptionsJSON,
  );
  const credential = await navigator.credentials.create({ publicKey });
  if (!(credential instanceof PublicKeyCredential)) {
    throw new DOMException('There is no passkey', 'NotAllowedError');
  }
  const response = { ...credential.toJSON() };
  return atrium.post('/api/v1/auth/passkeys', { body: { response, ...(name !== '' && { name }) } });
}
