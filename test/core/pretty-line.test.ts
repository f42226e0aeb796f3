import { stripVTControlCharacters } from 'node:util';
import { forReader } from '../../src/core/logging/pretty-line.js';

const TIME = new Date(2026, 10, 28, 9, 5, 3, 7).getTime();

interface Reader {
  readonly isTTY?: boolean;
  readonly colors?: boolean;
  readonly production?: boolean;
}

/** The text that a reader gets for a log line with these fields. */
function written(fields: object, { isTTY = true, colors = false, production = false }: Reader = {}): string {
  let text = '';
  const output = { write: (line: string): void => void (text += line) };
  const lines = forReader(output, { production }, { isTTY, hasColors: () => colors });
  lines.write(`${JSON.stringify({ level: 30, levelName: 'info', time: TIME, ...fields })}\n`);
  return text;
}

describe('A log line', () => {
  const FIELDS = { requestId: 'abc', context: 'Request', msg: 'Atrium is "ready"', status: 200, nested: { a: [1] } };

  it('on a terminal has time, level, context, message and the other fields', () => {
    expect(written(FIELDS)).toBe(
      '09:05:03.007 INFO  [Request] Atrium is "ready" requestId=abc status=200 nested={"a":[1]}\n',
    );
  });

  it('has colors if the terminal shows them', () => {
    const text = written(FIELDS, { colors: true });
    expect(text).toContain('\u001B[32mINFO ');
    expect(stripVTControlCharacters(text)).toBe(written(FIELDS));
    expect(written({ level: 50, levelName: 'error' }, { colors: true })).toContain('\u001B[31mERROR');
  });

  it.each<[string, Reader]>([
    ['elsewhere', { isTTY: false }],
    ['in production', { production: true }],
  ])('%s is JSON', (_, reader) => {
    expect(JSON.parse(written(FIELDS, reader))).toMatchObject(FIELDS);
  });

  it('has the stack of an error below', () => {
    const err = { type: 'Error', message: 'broken', stack: 'Error: broken\n    at one (a.js:1)\n    at two (b.js:2)' };
    expect(written({ msg: 'broken', err })).toBe(
      '09:05:03.007 INFO  broken\n    at one (a.js:1)\n    at two (b.js:2)\n',
    );
  });

  it.each(['\u001B[2J', '\n', '\r', '\u009B2J', '\u202E', '\u2028'])('does not pass %j on to the terminal', (sign) => {
    const text = written({ [`a${sign}`]: sign, context: sign, msg: sign, err: { stack: `x\n at ${sign}` } });
    expect(text.trimEnd().split('\n').length).toBeLessThanOrEqual(3);
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Bidi_Control}\u2028]/u);
  });
});
