// Bodies of up to 1 MiB that are cheap to send and dear to take in. The benchmark and the tests send the same.

const MEBIBYTE = 1024 * 1024;

/** Characters of the longest string that is read at all. */
const LONGEST_STRING = 500_000;

/** One mark below and one above the letter, which normalizing puts in another order. */
const MARKS = '\u0301\u0323';

/**
 * What to send to `POST /api/v1/auth/login`, and the code of the first entry of `errors`, or of the problem.
 *
 * @type {readonly [name: string, code: string, body: () => string][]}
 */
export const HOSTILE_BODIES = [
  ['arrays in each other', 'max_depth', () => '['.repeat(MEBIBYTE / 2) + ']'.repeat(MEBIBYTE / 2)],
  ['arrays that are never closed', 'max_depth', () => '['.repeat(MEBIBYTE)],
  ['objects in each other', 'max_depth', () => '{"a":'.repeat(150_000) + '1' + '}'.repeat(150_000)],
  ['different keys', 'max_keys', () => objectOf((index) => `"k${index}":1`)],
  ['the same key', 'max_keys', () => objectOf(() => '"email":1')],
  ['keys that are numbers', 'max_keys', () => objectOf((index) => `"${4_294_967_294 - 7 * index}":1`)],
  ['keys in escapes', 'max_keys', () => objectOf((index) => `"\\u0061${index}":1`)],
  ['keys of a nested object', 'max_keys', () => `{"email":${objectOf((index) => `"k${index}":{}`, 64)}}`],
  ['long keys', 'unknown_key', () => `{${repeat(199, (index) => `"${index}${'k'.repeat(5_200)}":1`)}}`],
  ['empty objects', 'max_values', () => arrayOf(() => '{}')],
  ['objects with one key', 'max_values', () => arrayOf((index) => `{"k${index}":1}`)],
  ['short numbers', 'max_values', () => arrayOf(() => '1')],
  ['numbers with exponents', 'max_values', () => arrayOf((index) => `${index}e-300`)],
  ['short strings', 'max_values', () => arrayOf((index) => `"s${index}"`)],
  ['as many values as are read', 'is_email', () => `{"email":[${repeat(9_990, () => '{}')}]}`],
  ['as many keys as are read', 'is_email', () => `{"email":[${repeat(49, () => `{${keys(199)}}`)}]}`],
  ['one number', 'is_email', () => `{"email":${'1'.repeat(MEBIBYTE - 20)}}`],
  ['long numbers', 'is_email', () => `{"email":${arrayOf(() => `${'1'.repeat(800)}.5e-300`, 20)}}`],
  ['one string', 'max_length', () => `{"email":"${'a'.repeat(MEBIBYTE - 20)}"}`],
  ['a string of escapes', 'is_email', () => `{"email":"${'\\n'.repeat(LONGEST_STRING)}"}`],
  ['a string of backslashes', 'max_length', () => `{"email":"${'\\\\'.repeat(MEBIBYTE / 2 - 20)}"}`],
  ['a string without end', 'max_length', () => `{"email":"${'a'.repeat(MEBIBYTE - 20)}`],
  ['halves of surrogate pairs', 'is_email', () => `{"email":"${'\\ud83d'.repeat(170_000)}"}`],
  ['characters beyond the BMP', 'is_email', () => `{"email":"${'😀'.repeat(260_000)}"}`],
  ['combining marks', 'is_email', () => `{"email":"a${MARKS.repeat(LONGEST_STRING / 2 - 1)}"}`],
  ['marks that become two', 'is_email', () => `{"email":"a${'\u0f73\u0f71'.repeat(170_000)}"}`],
  ['variation selectors', 'is_email', () => `{"password":"a${'\uFE0F'.repeat(340_000)}","email":"a"}`],
  ['at signs', 'is_email', () => `{"email":"${'a@'.repeat(LONGEST_STRING / 2)}"}`],
  ['space around a string', 'unknown_key', () => `{"email":"${' '.repeat(LONGEST_STRING)}","a":1}`],
  ['space around a value', 'is_email', () => `{${' '.repeat(MEBIBYTE - 20)}}`],
  ['commas', 'malformed_json', () => ','.repeat(MEBIBYTE)],
];

/** Texts that no field normalizes: two for their marks, which take minutes, and one for its length. */
export const HOSTILE_TEXTS = [
  `a${MARKS.repeat(LONGEST_STRING / 2 - 1)}`,
  `a${'\u0f73\u0f71'.repeat(170_000)}`,
  'é'.repeat(LONGEST_STRING + 1),
];

function objectOf(entry, spare = 2) {
  return `{${fill(entry, spare)}}`;
}

function arrayOf(item, spare = 2) {
  return `[${fill(item, spare)}]`;
}

/** Items with commas between them, as many as a body has room for. */
function fill(item, spare) {
  const items = [];
  for (let length = spare; length < MEBIBYTE;) {
    const text = item(items.length);
    length += text.length + 1;
    items.push(text);
  }
  return items.slice(0, -1).join();
}

function repeat(count, item) {
  return Array.from({ length: count }, (_, index) => item(index)).join();
}

function keys(count) {
  return repeat(count, (index) => `"k${index}":1`);
}
