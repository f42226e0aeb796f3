import { createCipheriv, createDecipheriv, createSecretKey, hkdfSync, type KeyObject, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Config } from '../config/config.js';

const ALGORITHM = 'aes-256-gcm';
/** Version, nonce, tag and text. Its key is found by trying: values of before the keys had ids. */
const WITHOUT_ID = 1;
/** Version, id of the key, nonce, tag and text. */
const WITH_ID = 2;
const ID_LENGTH = 4;
const NONCE_LENGTH = 12;
const TAG_LENGTH = 16;

/** A key and its id, which is made of the key and does not reveal it. */
interface Key {
  readonly id: Buffer;
  readonly secret: KeyObject;
}

/** A sealed value that none of the keys opens. */
export class UnopenedError extends Error {
  override readonly name = 'UnopenedError';
}

/**
 * Encrypts values that must be readable again but must not be readable in the database: AES-256-GCM (NIST SP 800-38D). The first key
 * of `ENCRYPTION_KEY` seals, and all of them open.
 */
@Injectable()
export class Encryption {
  private readonly keys: readonly Key[];
  private readonly sealing: Key;

  constructor(config: Config) {
    const [first, ...others] = config.secrets.encryptionKeys;
    this.sealing = keyFrom(first);
    this.keys = [this.sealing, ...others.map(keyFrom)];
  }

  /** The id of the key that seals. */
  get keyId(): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.sealing.id);
  }

  /** What every value begins with that the key seals. */
  get prefix(): Uint8Array<ArrayBuffer> {
    return new Uint8Array(Buffer.concat([Buffer.from([WITH_ID]), this.sealing.id]));
  }

  /** @param purpose binds the text to its place: what was sealed for one is refused for another */
  seal(text: string, purpose: string): Uint8Array<ArrayBuffer> {
    const nonce = randomBytes(NONCE_LENGTH);
    const cipher = createCipheriv(ALGORITHM, this.sealing.secret, nonce).setAAD(Buffer.from(purpose));
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return new Uint8Array(Buffer.concat([this.prefix, nonce, cipher.getAuthTag(), sealed]));
  }

  /** @throws UnopenedError when the text was sealed with another key or for another purpose, or was changed */
  open(sealed: Uint8Array, purpose: string): string {
    const bytes = Buffer.from(sealed);
    const { keys, body } = this.parse(bytes);
    for (const { secret } of keys) {
      const text = decrypt(body, secret, purpose);
      if (text !== undefined) {
        return text;
      }
    }
    throw new UnopenedError('A sealed value cannot be opened with the keys of ENCRYPTION_KEY');
  }

  private parse(bytes: Buffer): { keys: readonly Key[]; body: Buffer } {
    if (bytes[0] === WITHOUT_ID) {
      return { keys: this.keys, body: bytes.subarray(1) };
    }
    const id = bytes.subarray(1, 1 + ID_LENGTH);
    const keys = bytes[0] === WITH_ID ? this.keys.filter((key) => key.id.equals(id)) : [];
    return { keys, body: bytes.subarray(1 + ID_LENGTH) };
  }
}

function keyFrom(text: string): Key {
  const secret = createSecretKey(text, 'base64');
  return { secret, id: Buffer.from(hkdfSync('sha256', secret, '', 'atrium key id', ID_LENGTH)) };
}

/** @returns undefined when the authentication fails */
function decrypt(body: Buffer, key: KeyObject, purpose: string): string | undefined {
  const nonce = body.subarray(0, NONCE_LENGTH);
  const tag = body.subarray(NONCE_LENGTH, NONCE_LENGTH + TAG_LENGTH);
  if (tag.length < TAG_LENGTH) {
    return undefined;
  }
  const decipher = createDecipheriv(ALGORITHM, key, nonce).setAAD(Buffer.from(purpose)).setAuthTag(tag);
  const text = decipher.update(body.subarray(NONCE_LENGTH + TAG_LENGTH));
  try {
    return Buffer.concat([text, decipher.final()]).toString('utf8');
  } catch {
    return undefined;
  }
}
