import { normalizeEmail } from '../../src/core/validation/address.js';
import { canonicalLocale } from '../../src/core/validation/language-tags.js';
import { hasControls, normalizeText } from '../../src/core/validation/text.js';

describe('Text', () => {
  it('is kept without the space around it', () => {
    expect(normalizeText('  Sasha Patel \t\n', 200)).toBe('Sasha Patel');
    expect(normalizeText('\u00A0\u3000Sasha\u2003', 200)).toBe('Sasha');
    expect(normalizeText('   ', 200)).toBe('');
  });

  it('is kept composed, so that what looks the same is the same', () => {
    expect(normalizeText('Zoe\u0308', 200)).toBe('Zo\u00EB');
    expect(normalizeText('Zo\u00EB', 200)).toBe('Zo\u00EB');
  });

  it('keeps its case, its inner space and its compatibility characters', () => {
    expect(normalizeText('McDonald  & Söhne №5 ﬁ', 200)).toBe('McDonald  & Söhne №5 ﬁ');
  });

  it('is left as it is when it cannot fit its field even composed, or has more than 30 marks in a row', () => {
    const decomposed = 'Zoe\u0308';
    expect(normalizeText(decomposed, 1)).toBe(decomposed);
    expect(normalizeText(decomposed, 3)).toBe('Zo\u00EB');
    expect(normalizeText(` ${'😀'.repeat(4)} `, 4)).toBe('😀'.repeat(4));
    const marks = (count: number): string => `e${'\u0308'.repeat(count)}`;
    expect(normalizeText(marks(30), 200)).toBe(`\u00EB${'\u0308'.repeat(29)}`);
    expect(normalizeText(marks(31), 200)).toBe(marks(31));
  });

  it.each([undefined, null, 1, true, ['a'], { a: 1 }])('is no %j, which is left for the validators', (value) => {
    expect(normalizeText(value, 200)).toBe(value);
    expect(normalizeEmail(value)).toBe(value);
  });
});

describe('An e-mail address', () => {
  it.each([
    [' Sasha@AuroraLabs.COM ', 'sasha@auroralabs.com'],
    ['ｓａｓｈａ＠auroralabs.com', 'sasha@auroralabs.com'],
    ['saﬁya@example.com', 'safiya@example.com'],
    ['zoe\u0308@example.com', 'zo\u00EB@example.com'],
    ['ZOË@example.com', 'zo\u00EB@example.com'],
    ['a+b.c@example.com', 'a+b.c@example.com'],
  ])('%j is kept as %j', (given, kept) => {
    expect(normalizeEmail(given)).toBe(kept);
    expect(normalizeEmail(kept)).toBe(kept);
  });
});

describe('Control characters', () => {
  it.each(['\0', '\x01', '\x1B', '\x1F', '\x7F', '\x80', '\x9F', '\u202E', '\u202A', '\u2066', '\u2069'])(
    'are found, on one line and on several: %j',
    (character) => {
      expect(hasControls(`a${character}b`, false)).toBe(true);
      expect(hasControls(`a${character}b`, true)).toBe(true);
    },
  );

  it.each(['\t', '\n', '\r'])('are found on one line, but belong to several: %j', (character) => {
    expect(hasControls(`a${character}b`, false)).toBe(true);
    expect(hasControls(`a${character}b`, true)).toBe(false);
  });

  it.each(['', 'Sasha Patel', 'שלום', '你好', '👩‍👩‍👧', 'a\u00A0b', 'a\u200Db'])('are not found in %j', (text) => {
    expect(hasControls(text, false)).toBe(false);
    expect(hasControls(text, true)).toBe(false);
  });
});

describe('A language tag', () => {
  it.each([
    ['no-bok', 'nb'],
    ['NO-NYN', 'nn'],
    ['zh-min-nan', 'nan'],
    ['zh-yue', 'yue'],
    ['ZH-Yue-hk', 'yue-HK'],
    ['zh-cmn-Hans-CN', 'zh-Hans-CN'],
    ['zh-min', 'zh-min'],
    ['sgn-ase', 'ase'],
    ['sgn-ase-US', 'ase-US'],
    ['ar-arz-EG', 'arz-EG'],
    ['ms-zsm-MY', 'ms-MY'],
    ['uz-uzs', 'uzs'],
    ['lv-ltg', 'ltg'],
    ['sw-swc-CD', 'sw-CD'],
    ['zh-wuu', 'wuu'],
    ['art-lojban', 'jbo'],
    ['zh-hakka', 'hak'],
    ['pl', 'pl'],
    ['POL', 'pl'],
    ['uk', 'uk'],
    ['cs-CZ', 'cs-CZ'],
    ['ja-JP', 'ja-JP'],
    ['el', 'el'],
    ['mo', 'ro'],
    ['sh', 'sr-Latn'],
    ['tl', 'fil'],
    ['gsw-CH', 'gsw-CH'],
    ['szl', 'szl'],
    ['tsd', 'tsd'],
    ['und', 'und'],
    ['x-polish', 'x-polish'],
    ['de-DE', 'de-DE'],
    ['es-419', 'es-419'],
  ])('%s is %s', (given, tag) => {
    expect(canonicalLocale(given)).toBe(tag);
  });

  it.each([
    'en-USA',
    'de-CHE',
    'fr-FRA',
    'pt-BRA',
    'es-ESP',
    'zh-CHN',
    'ar-EGY',
    'no-nob',
    'no-bok-NO',
    'zh-min-TW',
    'zh-ase',
    'sgn-yue',
    'en-ase',
    'zh-yue-cmn',
    'zh-TWN',
    'eng-USA',
  ])('%s is none: the three letters are no extended language of that language', (given) => {
    expect(canonicalLocale(given)).toBeUndefined();
  });

  it.each([
    'Polish',
    'english',
    'deutsch',
    'french',
    'arabic',
    'xx',
    'ua',
    'cz',
    'jp',
    'gr',
    'dk',
    'xx-US',
    'jp-JP',
    'german-DE',
    'Latn',
  ])('%s is none: no such language is registered', (given) => {
    expect(canonicalLocale(given)).toBeUndefined();
  });

  it('of a megabyte is none, and is told so at once', () => {
    const variants = Array.from({ length: 100_000 }, (_, i) => String(10_000_000 + i));
    const tag = `en-${variants.join('-')}`;
    // The time of the processor: on a busy machine others have their share of the clock's.
    const start = process.cpuUsage();
    expect(canonicalLocale(tag)).toBeUndefined();
    expect(process.cpuUsage(start).user / 1_000).toBeLessThan(50);
  });
});
