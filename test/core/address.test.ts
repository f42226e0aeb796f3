import { isAddress, mailboxName, normalizeAddress } from '../../src/core/validation/address.js';
import { displayNameOf } from '../../src/core/validation/person.js';

function expectStored(given: string, stored: string): void {
  expect(normalizeAddress(given)).toBe(stored);
  expect(normalizeAddress(stored)).toBe(stored);
  expect(isAddress(stored)).toBe(true);
}

describe('An address', () => {
  it.each([
    ['a zero width space at the end', 'x@example.com\u200B'],
    ['a soft hyphen', 'x@exam\u00ADple.com'],
    ['a word joiner', 'x\u2060@example.com'],
    ['a mark of direction', '\u200Ex@example.com'],
    ['a mark of the other direction', 'x\u200F@example.com'],
    ['an Arabic letter mark', '\u061Cx@example.com'],
    ['a variation selector', 'x\uFE0F@example.com'],
    ['a byte order mark', '\uFEFFx@exam\uFEFFple.com'],
    ['a combining grapheme joiner', 'x\u034F@example.com'],
    ['a Hangul filler', 'x\u3164@example.com'],
    ['a half-width filler', 'x\uFFA0@example.com'],
    ['tag characters', 'x\u{E0061}@example.com'],
    ['a supplementary variation selector', 'x@example\u{E0100}.com'],
    ['an invisible operator between the dots', 'x@example.\u2063com'],
    ['spaces of every kind around it', '\u00A0\u3000 x@example.com\u2003\u200B '],
    ['wide letters', 'ｘ＠ｅｘａｍｐｌｅ．ＣＯＭ'],
    ['ideographic dots', 'x@example。com'],
    ['another ideographic dot', 'x@example｡com'],
    ['capital letters', 'X@EXAMPLE.COM'],
  ])('with %s is the same mailbox', (_, given) => {
    expectStored(given, 'x@example.com');
  });

  it.each([
    ['u@münchen.de', 'u@xn--mnchen-3ya.de'],
    ['U@MÜNCHEN.DE', 'u@xn--mnchen-3ya.de'],
    ['u@mu\u0308nchen.de', 'u@xn--mnchen-3ya.de'],
    ['u@XN--MNCHEN-3YA.de', 'u@xn--mnchen-3ya.de'],
    ['u@straße.de', 'u@xn--strae-oqa.de'],
    ['u@STRAẞE.DE', 'u@xn--strae-oqa.de'],
    ['u@bücher。example', 'u@xn--bcher-kva.example'],
    ['u@日本語.jp', 'u@xn--wgv71a119e.jp'],
    ['u@пример.рф', 'u@xn--e1afmkfd.xn--p1ai'],
    ['u@παράδειγμα.ελ', 'u@xn--hxajbheg2az3al.xn--qxam'],
    ['u@إختبار.مصر', 'u@xn--kgbechtv.xn--wgbh1c'],
    ['u@דוגמה.ישראל', 'u@xn--6dbbec0c.xn--4dbrk0ce'],
    ['u@उदाहरण.भारत', 'u@xn--p1b6ci4b4b3a.xn--h2brj9c'],
    ['u@ตัวอย่าง.ไทย', 'u@xn--72c1a1bt4awk9o.xn--o3cw4h'],
    ['u@한국.kr', 'u@xn--3e0b707e.kr'],
    ['u@نامه\u200Cای.com', 'u@xn--mgba3gch31f060k.com'],
    ['u@ǄUNGLA.hr', 'u@xn--dungla-3pb.hr'],
    ['u@col·lega.cat', 'u@xn--collega-xma.cat'],
  ])('%s has its domain in A-labels: %s', (given, stored) => {
    expectStored(given, stored);
  });

  it.each([
    ['First.Last@example.com', 'first.last@example.com'],
    ['first.last+News@example.com', 'first.last+news@example.com'],
    ['ZOË@example.com', 'zoë@example.com'],
    ['J\u030C@example.com', 'ǰ@example.com'],
    ['"first.last"@example.com', 'first.last@example.com'],
    ['"x"@münchen.de', 'x@xn--mnchen-3ya.de'],
    ['"a\\b"@example.com', 'ab@example.com'],
    ['"a b"@example.com', '"a b"@example.com'],
    ['"A\\@b"@example.com', '"a@b"@example.com'],
    ['"a..b"@example.com', '"a..b"@example.com'],
    ['"a\\"b"@example.com', '"a\\"b"@example.com'],
    ["o'brien@example.com", "o'brien@example.com"],
  ])('%s has one form before the @: %s', (given, stored) => {
    expectStored(given, stored);
  });

  it.each([
    ['an emoji as domain', 'user@😀.com'],
    ['the A-label of an emoji', 'user@xn--e28h.com'],
    ['a symbol', 'user@☃.net'],
    ['a heart with a variation selector', 'user@i❤️.ws'],
    ['a joiner where none belongs', 'x@example.com\u200D'],
    ['a non-joiner where none belongs', 'x@exam\u200Cple.com'],
    ['a joiner before the @', 'x\u200D@example.com'],
    ['a bidirectional override', 'x\u202E@example.com'],
    ['an A-label that is none', 'user@xn--mnchen-3y.de'],
    ['an A-label of ASCII', 'user@xn--abc-.com'],
    ['an A-label of capital letters', 'user@xn--mnchen-psa.de'],
    ['mixed directions in a label', 'user@רררa1.com'],
    ['a hyphen at the end', 'user@ü-.com'],
    ['a hyphen at the start', 'user@-ü.com'],
    ['hyphens at the third and fourth place', 'user@ab--ü.com'],
    ['a wide underscore', 'user@a＿ü.com'],
    ['a percent sign', 'user@%65xämple.com'],
    ['a slash', 'user@exämple.com/foo'],
    ['a middle dot elsewhere', 'user@a·b.com'],
    ['a kashida', 'user@مـحمد.com'],
    ['a label of more than 63 characters', `user@${'ö'.repeat(70)}.com`],
    ['no top level', 'user@münchen'],
    ['an address of a machine', 'user@１２７.0.0.1'],
    ['a line separator', 'x\u2028y@example.com'],
    ['a blank of Braille', 'x\u2800@example.com'],
    ['a private character', 'x\uE000@example.com'],
    ['angle brackets in quotes', '"x <a@evil.example>"@example.com'],
    ['an encoded word', '=?utf-8?q?eve=40evil.example?=@example.com'],
    ['an encoded word in base 64', '=?utf-8?b?ZXZl?=@example.com'],
    ['an encoded word in capitals', '=?ISO-8859-1?Q?Eve?=@example.com'],
    ['an encoded word after others', 'x=?utf-8?q?y?=z@example.com'],
    ['an encoded word in quotes', '"=?utf-8?q?a b?="@example.com'],
    ['an encoded word with a language', '=?us-ascii*en?q?eve?=@example.com'],
    ['half an encoded word twice', '=?a?=?b?=@example.com'],
    ['a wide encoded word', '＝？utf-8？q？eve？＝@example.com'],
    ['an encoded word around an invisible character', '=\u200B?utf-8?q?eve?\u200B=@example.com'],
    ['an encoded word with escapes in quotes', '"\\=?utf-8?q?eve?\\="@example.com'],
    ['nothing in quotes', '""@example.com'],
    ['a space in quotes', '" "@example.com'],
    ['spaces in quotes', '"   "@example.com'],
    ['an invisible character in quotes', '"\u200B"@example.com'],
    ['an escaped space in quotes', '"\\ "@example.com'],
    ['an empty label', 'user@ü..de'],
    ['a dot at the end', 'user@münchen.de.'],
    ['nothing before the @', '\u200B@example.com'],
  ])('with %s is none', (_, given) => {
    expect(isAddress(normalizeAddress(given))).toBe(false);
  });

  it('is measured in the form it is stored in', () => {
    const given = `u@${'ö.'.repeat(60)}de`;
    expect(given.length).toBeLessThan(254);
    expect(isAddress(normalizeAddress(given))).toBe(false);
  });
});

describe('The name that an address gives', () => {
  it.each([
    ['ann@example.com', 'ann'],
    ['"a@b"@example.com', 'a@b'],
    ['"a b"@example.com', 'a b'],
    ['"a..b"@example.com', 'a..b'],
    ['"a\\"b"@example.com', 'a"b'],
    ['"a\\\\b"@example.com', 'a\\b'],
    ['"@"@example.com', '@'],
    ['"a,b"@example.com', 'a,b'],
    ["o'brien@example.com", "o'brien"],
    ['ann+tag@example.com', 'ann+tag'],
    ['zoë@xn--mnchen-3ya.de', 'zoë'],
    ['"(ann)"@example.com', '(ann)'],
  ])('%s is %s', (address, name) => {
    expect(mailboxName(address)).toBe(name);
    expect(displayNameOf({}, address)).toBe(name);
  });
});
