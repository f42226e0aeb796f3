import { createHash, randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** 256 bits and 32 bits, in base 62. */
const RANDOM_LENGTH = 43;
const CHECKSUM_LENGTH = 6;

const FORMAT = /^(atr_(?:live|test)_)([0-9A-Za-z]{43})([0-9A-Za-z]{6})$/;

/** Enough of a key to recognise it: the marks and eight of the 43 random characters. */
const PREFIX_LENGTH = 'atr_test_'.length + 8;

/** What a new key is made of. Only its maker ever sees `key`; the rest is stored. */
export interface MintedKey {
  readonly key: string;
  readonly prefix: string;
  readonly hash: Buffer;
}

/** Makes an API key: `atr_<live|test>_<random><checksum>`. */
export function mintKey(environment: 'live' | 'test'): MintedKey {
  const random = base62(BigInt(`0x${randomBytes(32).toString('hex')}`), RANDOM_LENGTH);
  const head = `atr_${environment}_${random}`;
  const key = head + checksum(head);
  return { key, prefix: key.slice(0, PREFIX_LENGTH), hash: hashKey(key) };
}

/** Whether text could be a key that was minted here. The checksum refuses a mistyped one without a database read. */
export function isWellFormedKey(text: string): boolean {
  const match = FORMAT.exec(text);
  return match?.[3] === checksum(`${match?.[1] ?? ''}${match?.[2] ?? ''}`);
}

/** How a key is stored and looked up. It carries 256 random bits, so one SHA-256 without salt cannot be reversed. */
export function hashKey(key: string): Buffer {
  return createHash('sha256').update(key).digest();
}

function checksum(text: string): string {
  return base62(BigInt(crc32(text)), CHECKSUM_LENGTH);
}

function base62(value: bigint, length: number): string {
  let rest = value;
  let digits = '';
  for (let i = 0; i < length; i++) {
    digits = (ALPHABET[Number(rest % 62n)] ?? '') + digits;
    rest /= 62n;
  }
  return digits;
}
