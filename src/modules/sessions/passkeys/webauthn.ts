import { Injectable } from '@nestjs/common';
import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
  WebAuthnCredential,
} from '@simplewebauthn/server';
import { Config } from '../../../core/config/config.js';
import type { Passkey } from '../../../core/prisma/generated/client.js';

/** A credential as @simplewebauthn gives and takes it. */
export type Credential = WebAuthnCredential;

/** How authenticators are reached (W3C Web Authentication Level 3, section 5.8.4). */
const TRANSPORTS = ['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'] as const;

/** Characters of a credential's id: 1023 bytes in base64url (section 7.1 of the same). */
const LONGEST_ID = 1364;

/** The WebAuthn ceremonies (W3C Web Authentication Level 3), bound to the origins of this service. */
@Injectable()
export class WebAuthn {
  /** The pages that may use passkeys: this service's own, and the console's. */
  private readonly origins: string[];
  /** The domain that passkeys are bound to. */
  private readonly rpId: string;

  constructor(config: Config) {
    this.origins = [...new Set([new URL(config.consoleUrl).origin, new URL(config.publicUrl).origin])];
    this.rpId = new URL(config.consoleUrl).hostname;
  }

  async registrationOptions(
    user: { id: string; email: string; displayName: string },
    existing: readonly Passkey[],
  ): Promise<PublicKeyCredentialCreationOptionsJSON> {
    const { generateRegistrationOptions } = await library();
    return generateRegistrationOptions({
      rpName: 'Atrium',
      rpID: this.rpId,
      userID: new Uint8Array(handleOf(user.id)),
      userName: user.email,
      userDisplayName: user.displayName,
      excludeCredentials: existing.map(({ credentialId }) => ({ id: credentialId })),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
  }

  /** @param allowed credential ids to choose from; none lets the authenticator offer what it has for this service */
  async authenticationOptions(allowed: readonly string[] = []): Promise<PublicKeyCredentialRequestOptionsJSON> {
    const { generateAuthenticationOptions } = await library();
    return generateAuthenticationOptions({
      rpID: this.rpId,
      userVerification: 'required',
      ...(allowed.length > 0 && { allowCredentials: allowed.map((id) => ({ id })) }),
    });
  }

  /** @returns the new credential, or undefined when the answer does not hold */
  async verifyRegistration(response: object, challenge: string): Promise<Credential | undefined> {
    const { verifyRegistrationResponse } = await library();
    return orUndefined(async () => {
      if (isEmbedded(response)) {
        return undefined;
      }
      const { registrationInfo } = await verifyRegistrationResponse({
        response: response as RegistrationResponseJSON,
        expectedChallenge: challenge,
        expectedOrigin: this.origins,
        expectedRPID: this.rpId,
        requireUserVerification: true,
      });
      const credential = registrationInfo?.credential;
      // The transports are not signed: the browser can send any.
      return credential && credential.id.length <= LONGEST_ID
        ? { ...credential, transports: TRANSPORTS.filter((name) => isAmong(name, credential.transports)) }
        : undefined;
    });
  }

  /**
   * @param isUserKnown whether the user was known before the ceremony, as in a step-up
   * @returns the credential's new counter, or undefined when the answer is not valid
   */
  async verifyAuthentication(
    response: object,
    challenge: string,
    passkey: Passkey,
    isUserKnown: boolean,
  ): Promise<number | undefined> {
    const { verifyAuthenticationResponse } = await library();
    return orUndefined(async () => {
      if (isEmbedded(response) || isOfAnotherUser(response as AuthenticationResponseJSON, passkey, isUserKnown)) {
        return undefined;
      }
      const { verified, authenticationInfo } = await verifyAuthenticationResponse({
        response: response as AuthenticationResponseJSON,
        expectedChallenge: challenge,
        expectedOrigin: this.origins,
        expectedRPID: this.rpId,
        credential: { id: passkey.credentialId, publicKey: passkey.publicKey, counter: Number(passkey.counter) },
        requireUserVerification: true,
      });
      return verified ? authenticationInfo.newCounter : undefined;
    });
  }
}

/** Loaded for the first passkey: it is 280 files, an eighth of the start. */
const library = () => import('@simplewebauthn/server');

/** The challenge that an answer names in its client data. Undefined when the answer names none. */
export function challengeOf(response: object): string | undefined {
  const { challenge } = clientDataOf(response);
  return typeof challenge === 'string' ? challenge : undefined;
}

/** What the browser signed: JSON in base64url (section 5.8.1). Empty when the answer has none. */
function clientDataOf(response: object): { challenge?: unknown; crossOrigin?: unknown } {
  try {
    const { response: inner } = response as { response: { clientDataJSON: string } };
    const data: unknown = JSON.parse(Buffer.from(inner.clientDataJSON, 'base64url').toString());
    return typeof data === 'object' && data !== null ? data : {};
  } catch {
    return {};
  }
}

/** Whether the ceremony ran in a page that another site had embedded: a page the user does not see as ours (section 13.4.2). */
function isEmbedded(response: object): boolean {
  const { crossOrigin = false } = clientDataOf(response);
  return crossOrigin !== false;
}

/** Whether the authenticator names another user than the passkey's (section 7.2, step 6). It may omit the user only if the user is known. */
function isOfAnotherUser({ response }: AuthenticationResponseJSON, { userId }: Passkey, isUserKnown: boolean): boolean {
  const { userHandle } = response as { userHandle?: unknown };
  if (userHandle === undefined || userHandle === null) {
    return !isUserKnown;
  }
  return typeof userHandle !== 'string' || !Buffer.from(userHandle, 'base64url').equals(handleOf(userId));
}

/** How authenticators know a user (section 5.4.3). */
function handleOf(userId: string): Buffer {
  return Buffer.from(userId);
}

function isAmong(name: string, list: unknown): boolean {
  return Array.isArray(list) && list.includes(name);
}

/** The library throws a different error for each fault of an answer. For the client they are all the same. */
async function orUndefined<T>(verify: () => Promise<T>): Promise<T | undefined> {
  try {
    return await verify();
  } catch {
    return undefined;
  }
}
