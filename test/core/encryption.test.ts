import { createCipheriv, randomBytes } from 'node:crypto';
import type { Config } from '../../src/core/config/config.js';
import { Encryption } from '../../src/core/crypto/encryption.js';

const [ONE, TWO] = [randomBytes(32).toString('base64'), randomBytes(32).toString('base64')];

const encryptionWith = (...encryptionKeys: string[]): Encryption =>
  new Encryption({ secrets: { encryptionKeys } } as unknown as Config);

/** As versions without ids of keys sealed. */
function sealedWithoutId(text: string, purpose: string, key: string): Uint8Array {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', Buffer.from(key, 'base64'), nonce).setAAD(Buffer.from(purpose));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([Buffer.from([1]), nonce, cipher.getAuthTag(), sealed]);
}

describe('A sealed value', () => {
  it('is opened by the key that sealed it, wherever it is in the list', () => {
    const sealed = encryptionWith(ONE).seal('tëxt', 'purpose');
    for (const keys of [[ONE], [TWO, ONE], [ONE, TWO]]) {
      expect(encryptionWith(...keys).open(sealed, 'purpose')).toBe('tëxt');
    }
  });

  it('is refused without its key, for another purpose, and after any change', () => {
    const encryption = encryptionWith(ONE);
    const sealed = encryption.seal('text', 'purpose');
    expect(() => encryptionWith(TWO).open(sealed, 'purpose')).toThrow('ENCRYPTION_KEY');
    expect(() => encryption.open(sealed, 'another')).toThrow('ENCRYPTION_KEY');
    for (let index = 0; index < sealed.length; index++) {
      const changed = sealed.with(index, (sealed[index] ?? 0) ^ 1);
      expect(() => encryption.open(changed, 'purpose')).toThrow('ENCRYPTION_KEY');
      expect(() => encryption.open(sealed.subarray(0, index), 'purpose')).toThrow('ENCRYPTION_KEY');
    }
  });

  it('begins with the id of the first key, which differs between keys', () => {
    const encryption = encryptionWith(ONE, TWO);
    expect(encryption.seal('text', 'purpose').subarray(0, 5)).toEqual(encryption.prefix);
    expect(encryption.prefix).toEqual(encryptionWith(ONE).prefix);
    expect(encryption.prefix).not.toEqual(encryptionWith(TWO).prefix);
    expect(Buffer.from(ONE, 'base64').includes(Buffer.from(encryption.keyId))).toBe(false);
  });

  it('of an earlier version, without the id of its key, is opened by any of the keys', () => {
    const sealed = sealedWithoutId('text', 'purpose', TWO);
    expect(encryptionWith(ONE, TWO).open(sealed, 'purpose')).toBe('text');
    expect(() => encryptionWith(ONE).open(sealed, 'purpose')).toThrow('ENCRYPTION_KEY');
    expect(() => encryptionWith(ONE, TWO).open(sealed, 'another')).toThrow('ENCRYPTION_KEY');
  });
});
