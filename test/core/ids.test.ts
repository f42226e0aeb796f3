import { isId, newId, timeOf } from '../../src/core/ids/ids.js';
import { fromPrefixedId, type IdPrefix, toPrefixedId } from '../../src/core/ids/prefixed-id.js';
import { setClockOff } from '../support/time/wrong-clock.js';

const ID = '019ab5e0-7c1d-7f43-8a52-5d2f6c1b9e04';
const HEX = '019ab5e07c1d7f438a525d2f6c1b9e04';
const PREFIXES: IdPrefix[] = ['user', 'org', 'acct', 'proj', 'artifact', 'conf'];

describe('A new id', () => {
  it('is a UUIDv7, so that ids sort as they were made', () => {
    const ids = Array.from({ length: 1000 }, () => newId());
    expect(ids.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id))).toBe(
      true,
    );
    expect([...ids].sort()).toEqual(ids);
    expect(new Set(ids).size).toBe(1000);
  });

  it('says when it was made', () => {
    const made = parseInt(newId().replaceAll('-', '').slice(0, 12), 16);
    expect(Math.abs(Date.now() - made)).toBeLessThan(60_000);
  });

  it('says the right time again after a clock that was ahead is corrected', () => {
    const correct = setClockOff(24 * 3_600_000);
    const ahead = newId();
    correct();
    expect(timeOf(ahead).getTime() - Date.now()).toBeGreaterThan(23 * 3_600_000);
    expect(Math.abs(timeOf(newId()).getTime() - Date.now())).toBeLessThan(60_000);
  });

  it('is greater than the one before it, also when the clock is set back a little', () => {
    const ids = Array.from({ length: 2000 }, newId);
    const correct = setClockOff(-500);
    ids.push(...Array.from({ length: 2000 }, newId));
    correct();
    expect(ids).toEqual([...new Set(ids)].sort());
  });
});

describe('Text is an id', () => {
  it.each([ID, ID.toUpperCase(), '9c5b94b1-35ad-49bb-b118-8e8fc24abf80'])('as %s', (text) => {
    expect(isId(text)).toBe(true);
  });

  it.each(['', HEX, `${ID} `, `{${ID}}`, ID.slice(1), `${ID}0`, ID.replace('0', 'g'), "' OR 1=1 --"])(
    'but not as %j',
    (text) => {
      expect(isId(text)).toBe(false);
    },
  );
});

describe('A prefixed id', () => {
  it.each(PREFIXES)('is %s_ and 32 hexadecimal digits, there and back', (prefix) => {
    expect(toPrefixedId(prefix, ID)).toBe(`${prefix}_${HEX}`);
    expect(fromPrefixedId(prefix, `${prefix}_${HEX}`)).toBe(ID);
  });

  it('may also be the UUID itself, in small letters or capitals', () => {
    expect(fromPrefixedId('user', ID)).toBe(ID);
    expect(fromPrefixedId('user', ID.toUpperCase())).toBe(ID);
  });

  it.each(PREFIXES)('names nothing with another prefix than %s', (prefix) => {
    for (const other of PREFIXES.filter((name) => name !== prefix)) {
      expect(fromPrefixedId(prefix, `${other}_${HEX}`)).toBeUndefined();
    }
  });

  it.each(['', 'user_', `user_${HEX}0`, `user_${HEX.slice(1)}`, `user-${HEX}`, `user_${ID}`, HEX, `user_${HEX}\n`])(
    'names nothing as %j',
    (text) => {
      expect(fromPrefixedId('user', text)).toBeUndefined();
    },
  );

  it.each([`USER_${HEX}`, `user_${HEX.toUpperCase()}`])('is written in small letters: %s names nothing', (text) => {
    expect(fromPrefixedId('user', text)).toBeUndefined();
  });
});
