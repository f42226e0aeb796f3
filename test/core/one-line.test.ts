import { readConfig } from '../../src/core/config/config.js';
import { PinoLogger } from '../../src/core/logging/pino-logger.js';
import { inOneLine, jsonInOneLine } from '../../src/core/validation/invisible.js';
import { captureLog } from '../support/app/log-lines.js';

/** What ends a line for a program that reads lists, logs or mails, or turns the text around it. */
const MISLEADING = [
  '\t',
  '\n',
  '\r\n',
  '\v',
  '\f',
  '\u001C',
  '\u001E',
  '\u0085',
  '\u2028',
  '\u2029',
  '\u061C',
  '\u200E',
  '\u200F',
  '\u202A',
  '\u202E',
  '\u2066',
  '\u2069',
  '\u007F',
  '\u009B',
];

/** As Python's `splitlines` does. */
const LINES = new RegExp(String.raw`\r\n|[\n\v\f\r\u001C-\u001E\u0085\u2028\u2029]`);
const TURNED = /\p{Bidi_Control}/u;

describe('One line', () => {
  it.each(MISLEADING)('of text has a space for %j', (sign) => {
    expect(inOneLine(`${sign}a${sign} ${sign}b${sign}`)).toBe('a b');
  });

  it.each(['\u061C', '\u200E', '\u200F', '\uFEFF'])('of text has no %j inside a word, and no space for it', (sign) => {
    expect(inOneLine(`צה${sign}ל`)).toBe('צהל');
    expect(inOneLine(`a${sign}\n${sign}b`)).toBe('a b');
  });

  it.each([
    '\t',
    '\n',
    '\r\n',
    '\v',
    '\f',
    '\u0085',
    '\u2028',
    '\u2029',
    '\u00A0',
    '\u3000',
    '\u202A',
    '\u202E',
    '\u2066',
    '\u2069',
  ])('of text has a space for %j between words', (sign) => {
    expect(inOneLine(`a${sign}b`)).toBe('a b');
  });

  it.each(MISLEADING)('of JSON has %j escaped, and means the same', (sign) => {
    const value = { [`key${sign}`]: `a${sign}b\\` };
    const json = jsonInOneLine(JSON.stringify(value));
    expect(json.split(LINES)).toHaveLength(1);
    expect(json).not.toMatch(TURNED);
    expect(JSON.parse(json)).toEqual(value);
  });

  it.each(['שרה כהן', 'نامه\u200Cای', '👩\u200D👩\u200D👧', '葛\u{E0100}城', 'O’Brien', 'a\\u2028b'])(
    'of JSON leaves %j as it is',
    (text) => {
      expect(jsonInOneLine(JSON.stringify(text))).toBe(JSON.stringify(text));
    },
  );

  it('of the log has neither of them', () => {
    const text = `Key (name)=(${MISLEADING.join('x')}) already exists`;
    const log = captureLog();
    const logger = new PinoLogger(readConfig({ NODE_ENV: 'test', LOG_LEVEL: 'info' }));
    logger.warn(text, 'Test');
    logger.warn({ text }, 'Test');
    log.stop();
    expect(log.text().trimEnd().split(LINES)).toHaveLength(2);
    expect(log.text()).not.toMatch(TURNED);
    expect(log.lines()).toMatchObject([{ msg: text }, { text }]);
  });
});
