import { normalizeCode, typedCode } from '../../src/core/validation/typed-code.js';

describe('A typed code', () => {
  it.each([
    ['123 456'],
    ['123-456'],
    ['12 34 56'],
    ['123\u00A0456'],
    ['123\u2011456'],
    ['123 – 456'],
    ['1·2·3·4·5·6'],
    ['\u200E123456\u200F'],
    ['123\u200B456'],
    ['１２３４５６'],
    ['١٢٣٤٥٦'],
    ['۱۲۳ ۴۵۶'],
    ['१२३-४५६'],
    ['১২৩৪৫৬'],
    ['๑๒๓๔๕๖'],
    ['၁၂၃၄၅၆'],
    ['១២៣៤៥៦'],
    ['𝟏𝟐𝟑𝟒𝟓𝟔'],
    ['᠑᠒᠓᠔᠕᠖'],
    ['𞥑𞥒𞥓𞥔𞥕𞥖'],
  ])('%j is 123456', (code) => {
    expect(typedCode(code)).toBe('123456');
  });

  it('may have the digits of every script', () => {
    const all = Array.from({ length: 0x110000 }, (_, code) => code).filter((code) => code < 0xd800 || code > 0xdfff);
    const digits = all.map((code) => String.fromCodePoint(code)).filter((character) => /^\p{Nd}$/u.test(character));
    expect(digits.length).toBeGreaterThan(600);
    expect(digits.map(typedCode).join('')).toBe('0123456789'.repeat(digits.length / 10));
  });

  it.each(['k3zt-9qpm', 'K3ZT 9QPM', ' k3zt—9qpm ', 'Ｋ３ＺＴ９ＱＰＭ', 'k3zt\u00AD9qpm', 'k3zt_9qpm', 'k٣zt-٩qpm'])(
    '%j is K3ZT9QPM',
    (code) => {
      expect(typedCode(code)).toBe('K3ZT9QPM');
    },
  );

  it.each(['½23456', '①②③④⑤⑥x', '12345६x', 'Ⅳ', '一二三'])('%j is no other code', (code) => {
    expect(typedCode(code)).not.toMatch(/^\d{6}$/);
  });

  it('is left as it is when it is too long, or no text', () => {
    expect(normalizeCode('1 '.repeat(33), 64)).toBe('1 '.repeat(33));
    expect(normalizeCode(123456, 64)).toBe(123456);
  });
});
