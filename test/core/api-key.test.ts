import { createHash } from 'node:crypto';
import { hashKey, isWellFormedKey, mintKey } from '../../src/access/api-key.js';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

describe('An API key', () => {
  it('has the form atr_<live|test>_<43 random characters><6 of a checksum>', () => {
    expect(mintKey('test').key).toMatch(/^atr_test_[0-9A-Za-z]{49}$/);
    expect(mintKey('live').key).toMatch(/^atr_live_[0-9A-Za-z]{49}$/);
  });

  it('is well formed, and another one each time', () => {
    const keys = Array.from({ length: 500 }, () => mintKey('live').key);
    expect(keys.every(isWellFormedKey)).toBe(true);
    expect(new Set(keys).size).toBe(500);
  });

  it('uses the whole alphabet at every place but the first, which 256 bits do not fill', () => {
    const keys = Array.from({ length: 3000 }, () => mintKey('test').key.slice('atr_test_'.length, -6));
    for (const place of [1, 21, 42]) {
      expect([...new Set(keys.map((key) => key[place]))].sort()).toEqual(Array.from(ALPHABET).sort());
    }
  });

  it('is known by a prefix that gives away eight of the random characters', () => {
    const { key, prefix } = mintKey('test');
    expect(prefix).toBe(key.slice(0, 'atr_test_'.length + 8));
  });

  it('is kept as its SHA-256 alone', () => {
    const minted = mintKey('test');
    expect(minted.hash).toEqual(createHash('sha256').update(minted.key).digest());
    expect(hashKey(minted.key)).toEqual(minted.hash);
    expect(Object.keys(minted).sort()).toEqual(['hash', 'key', 'prefix']);
  });

  it('is told from every key that differs in one character', () => {
    const { key } = mintKey('test');
    for (let place = 'atr_test_'.length; place < key.length; place++) {
      const other = key[place] === 'x' ? 'y' : 'x';
      expect(isWellFormedKey(key.slice(0, place) + other + key.slice(place + 1))).toBe(false);
    }
  });

  it('is told from every key with two neighbours swapped', () => {
    const { key } = mintKey('live');
    for (let place = 'atr_live_'.length; place < key.length - 1; place++) {
      const [a = '', b = ''] = key.slice(place, place + 2);
      if (a !== b) {
        expect(isWellFormedKey(key.slice(0, place) + b + a + key.slice(place + 2))).toBe(false);
      }
    }
  });

  it('is told from what only looks like one', () => {
    const { key } = mintKey('test');
    const others = ['', 'atr_', key.slice(1), key.slice(0, -1), `${key}0`, ` ${key}`, `${key}\n`];
    others.push(key.replace('test', 'live'), key.replace('test', 'prod'), key.replace('atr', 'ATR'));
    for (const text of others) {
      expect(isWellFormedKey(text)).toBe(false);
    }
  });
});
