import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server';
import { isoCBOR } from '@simplewebauthn/server/helpers';

/** Flags of the authenticator data (W3C Web Authentication Level 3, section 6.1). */
const USER_PRESENT = 0x01;
const USER_VERIFIED = 0x04;
const CREDENTIAL_INCLUDED = 0x40;

/** What a ceremony does differently from what browser and authenticator should do. */
export interface Deviation {
  readonly type?: string;
  readonly challenge?: string;
  readonly origin?: string;
  /** Whether the page was embedded in one of another site. */
  readonly crossOrigin?: boolean;
  /** The user that the authenticator names; null: none. */
  readonly userHandle?: string | null;
  readonly rpId?: string;
  readonly userPresent?: boolean;
  readonly userVerified?: boolean;
  /** What the authenticator says it was used so often. */
  readonly counter?: number;
  readonly credentialId?: Buffer;
  /** Signs with another key. */
  readonly key?: KeyObject;
}

type CborMap = Map<string | number, string | number | Uint8Array | CborMap>;

/** A key that the authenticator keeps. */
interface Credential {
  readonly id: Buffer;
  readonly key: KeyObject;
  readonly userHandle: string;
}

/** A software authenticator together with its browser: ES256, discoverable credentials, attestation `none`. */
export class Authenticator {
  private readonly credentials: Credential[] = [];
  private counter = 0;

  /** @param origin of the page that calls `navigator.credentials` */
  constructor(private readonly origin: string) {}

  /** `navigator.credentials.create()` */
  create(options: PublicKeyCredentialCreationOptionsJSON, deviation: Deviation = {}): RegistrationResponseJSON {
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const id = deviation.credentialId ?? randomBytes(32);
    this.credentials.push({ id, key: privateKey, userHandle: options.user.id });
    const included = Buffer.concat([Buffer.alloc(16), uint16(id.length), id, coseKey(publicKey)]);
    const authData = this.authenticatorData(options.rp.id ?? '', deviation, included);
    const attestation: CborMap = new Map();
    attestation.set('fmt', 'none').set('attStmt', new Map()).set('authData', new Uint8Array(authData));
    return {
      ...this.envelope(id),
      response: {
        clientDataJSON: this.clientData('webauthn.create', options.challenge, deviation).toString('base64url'),
        attestationObject: cbor(attestation).toString('base64url'),
        transports: ['internal'],
      },
    };
  }

  /** `navigator.credentials.get()`, with the newest of the credentials that are allowed */
  get(options: PublicKeyCredentialRequestOptionsJSON, deviation: Deviation = {}): AuthenticationResponseJSON {
    const allowed = options.allowCredentials?.map(({ id }) => id);
    const credential = this.credentials.findLast(({ id }) => allowed?.includes(id.toString('base64url')) ?? true);
    if (!credential) {
      throw new Error('This authenticator has none of the credentials that are allowed');
    }
    this.counter++;
    const authData = this.authenticatorData(options.rpId ?? '', deviation);
    const clientData = this.clientData('webauthn.get', options.challenge, deviation);
    const signature = sign('sha256', Buffer.concat([authData, sha256(clientData)]), deviation.key ?? credential.key);
    return {
      ...this.envelope(deviation.credentialId ?? credential.id),
      response: {
        clientDataJSON: clientData.toString('base64url'),
        authenticatorData: authData.toString('base64url'),
        signature: signature.toString('base64url'),
        userHandle: deviation.userHandle === undefined ? credential.userHandle : (deviation.userHandle ?? undefined),
      },
    };
  }

  private envelope(id: Buffer) {
    const text = id.toString('base64url');
    return { id: text, rawId: text, type: 'public-key', clientExtensionResults: {} } as const;
  }

  private clientData(type: string, challenge: string, deviation: Deviation): Buffer {
    const { origin } = this;
    return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false, ...clientPart(deviation) }));
  }

  private authenticatorData(
    rpId: string,
    { userPresent = true, userVerified = true, counter = this.counter, ...others }: Deviation,
    included?: Buffer,
  ): Buffer {
    const flags =
      (userPresent ? USER_PRESENT : 0) | (userVerified ? USER_VERIFIED : 0) | (included ? CREDENTIAL_INCLUDED : 0);
    const counted = Buffer.alloc(4);
    counted.writeUInt32BE(counter);
    return Buffer.concat([sha256(others.rpId ?? rpId), Buffer.from([flags]), counted, included ?? Buffer.alloc(0)]);
  }
}

function clientPart({ type, challenge, origin, crossOrigin }: Deviation): object {
  return {
    ...(type !== undefined && { type }),
    ...(challenge !== undefined && { challenge }),
    ...(origin !== undefined && { origin }),
    ...(crossOrigin !== undefined && { crossOrigin }),
  };
}

/** EC2 on P-256, for ES256 (RFC 9053, sections 2.1 and 7.1). */
function coseKey(key: KeyObject): Buffer {
  const { x = '', y = '' } = key.export({ format: 'jwk' });
  const coordinate = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64url'));
  const members: CborMap = new Map();
  members.set(1, 2).set(3, -7).set(-1, 1).set(-2, coordinate(x)).set(-3, coordinate(y));
  return cbor(members);
}

function cbor(map: CborMap): Buffer {
  return Buffer.from(isoCBOR.encode(map));
}

function uint16(number: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16BE(number);
  return bytes;
}

function sha256(data: Buffer | string): Buffer {
  return createHash('sha256').update(data).digest();
}
