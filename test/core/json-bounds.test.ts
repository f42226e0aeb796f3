import { HOSTILE_BODIES } from '../../bench/hostile-json.js';
import { exceededBound } from '../../src/core/validation/json-bounds.js';

function excessOf(json: string): string | undefined {
  const excess = exceededBound(Buffer.from(json));
  return excess && `${excess.pointer} ${excess.code}`;
}

function keys(count: number): string {
  return Array.from({ length: count }, (_, index) => `"k${index}":1`).join();
}

/** Counts how often a byte is looked at. */
function readsOf(bytes: Buffer): number {
  let reads = 0;
  const counting = new Proxy(new Uint8Array(bytes), {
    get: (target, name) => {
      reads++;
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  exceededBound(counting);
  return reads;
}

describe('JSON', () => {
  it.each([
    ['32 levels', '['.repeat(32) + ']'.repeat(32)],
    ['200 keys in an object', `{${keys(200)}}`],
    [
      '200 keys in each of many objects',
      `[${Array(40)
        .fill(`{${keys(200)}}`)
        .join()}]`,
    ],
    ['10,000 values', `[${'1,'.repeat(9_998)}1]`],
    ['a string of 500,000 characters', `["${'é'.repeat(500_000)}"]`],
    ['a string of 500,000 escapes', `["${'\\u00e9'.repeat(250_000)}${'\\"'.repeat(250_000)}"]`],
    ['brackets, commas and quotes in strings', `["${'[{,\\":'.repeat(20_000)}"]`],
    ['no value', ' \n'],
  ])('may have %s', (_, json) => {
    expect(excessOf(json)).toBeUndefined();
  });

  it.each([
    ['33 levels', '['.repeat(33), ' max_depth'],
    ['33 levels of objects and arrays', '{"a":['.repeat(17), ' max_depth'],
    ['201 keys', `{${keys(201)}}`, ' max_keys'],
    ['201 times the same key', `{${'"a":1,'.repeat(200)}"a":1}`, ' max_keys'],
    ['201 keys further in', `{"a/b":[1,{"\\u00e9~":{${keys(201)}}}]}`, '/a~1b/1/é~0 max_keys'],
    ['10,001 values', `[${'1,'.repeat(9_999)}1]`, ' max_values'],
    ['10,001 values in objects', `[${`{${keys(199)}},`.repeat(51)}]`, ' max_values'],
    ['a string of 500,001 characters', `["a",{"b":"${'é'.repeat(500_001)}"}]`, '/1/b max_length'],
    ['a key of 500,001 characters', `[{"${'é'.repeat(500_001)}":1}]`, '/0 max_length'],
    ['a string without an end', `"${'a'.repeat(500_001)}`, ' max_length'],
  ])('may not have %s', (_, json, excess) => {
    expect(excessOf(json)).toBe(excess);
  });

  it('does not read on after the first excess', () => {
    const mebibyte = 1024 * 1024;
    expect(readsOf(Buffer.from('['.repeat(mebibyte)))).toBeLessThan(1_000);
    expect(readsOf(Buffer.from(`{${'"a":1,'.repeat(mebibyte / 6)}}`))).toBeLessThan(20_000);
    expect(readsOf(Buffer.from('1,'.repeat(mebibyte / 2)))).toBeLessThan(150_000);
  });

  it.each(HOSTILE_BODIES)('is read once, not again and again: %s', (_name, _code, body) => {
    const bytes = Buffer.from(body());
    // A byte and the length of the text are looked at, for each step and for each byte of a string.
    expect(readsOf(bytes)).toBeLessThan(8 * bytes.length);
  });
});
