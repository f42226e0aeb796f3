import { createCipheriv, createDecipheriv, createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Config } from '../config/config.js';

const ALGORITHM = 'aes-256-gcm';
const VERSION = 1;
const NONCE_LENGTH = 12;
const TAG_LENGTH = 16;

/**
 * Encrypts values that must be readable again but must not be readable in the database: AES-256-GCM (NIST SP 800-38D).
 */
@Injectable()
export class Encryption {
  private readonly key: KeyObject;

  constructor(config: Config) {
    this.key = createSecretKey(config.secrets.encryptionKey, 'base64');
  }

  /** @param purpose binds the text to its place: what was sealed for one is refused for another */
  seal(text: string, purpose: string): Uint8Array<ArrayBuffer> {
    const nonce = randomBytes(NONCE_LENGTH);
    const cipher = createCipheriv(ALGORITHM, this.key, nonce).setAAD(Buffer.from(purpose));
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return new Uint8Array(Buffer.concat([Buffer.from([VERSION]), nonce, cipher.getAuthTag(), sealed]));
  }

  /** @throws Error when the text was sealed with another key or for another purpose, or was changed */
  open(sealed: Uint8Array, purpose: string): string {
    const bytes = Buffer.from(sealed);
    if (bytes[0] !== VERSION) {
      throw new Error('Sealed text of an unknown version');
    }
    const nonce = bytes.subarray(1, 1 + NONCE_LENGTH);
    const tag = bytes.subarray(1 + NONCE_LENGTH, 1 + NONCE_LENGTH + TAG_LENGTH);
    const decipher = createDecipheriv(ALGORITHM, this.key, nonce).setAAD(Buffer.from(purpose)).setAuthTag(tag);
    return Buffer.concat([decipher.update(bytes.subarray(1 + NONCE_LENGTH + TAG_LENGTH)), decipher.final()]).toString(
      'utf8',
    );
  }
}
