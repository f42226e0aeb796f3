import { cutText } from '../../src/core/validation/cut-text.js';

const FAMILY = '👨‍👩‍👧‍👦';

describe('Text that is cut', () => {
  it.each([
    ['', 3, ''],
    ['abc', 3, 'abc'],
    ['abcd', 3, 'abc'],
    ['😀😀😀', 3, '😀😀😀'],
    ['😀😀😀😀', 3, '😀😀😀'],
    ['abe\u0301', 3, 'ab'],
    ['abe\u0301', 4, 'abe\u0301'],
    ['ab🇩🇪', 3, 'ab'],
    [`ab${FAMILY}`, 8, 'ab'],
    [`ab${FAMILY}`, 9, `ab${FAMILY}`],
    [`ab${FAMILY}c`, 9, `ab${FAMILY}`],
    ['a\r\nb', 2, 'a'],
    ['กำกำ', 3, 'กำ'],
  ])('is never split inside what readers see as one character: %j to %d', (text, most, cut) => {
    expect(cutText(text, most)).toBe(cut);
  });

  it('keeps whole code points of a single character that is too long', () => {
    expect(cutText(`a${'\u0301'.repeat(100)}`, 5)).toBe(`a${'\u0301'.repeat(4)}`);
    expect(cutText(FAMILY, 3)).toBe('👨‍👩');
  });
});
