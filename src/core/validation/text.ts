/**
 * C0 and C1 controls, DEL, the bidirectional overrides that make text read as what it is not, and halves of surrogate
 * pairs, which no database stores.
 */
// eslint-disable-next-line no-control-regex -- finding control characters is what this expression is for
const CONTROLS = /[\u0000-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\p{Surrogate}]/u;

/** Control characters that text of several lines may contain. */
const LINE_CONTROLS = /[\t\n\r]/g;

/** The form in which text is stored and compared: trimmed, NFC. Leaves what is no string for the validators. */
export function normalizeText(value: unknown): unknown {
  return typeof value === 'string' ? value.normalize('NFC').trim() : value;
}

/** The form in which addresses are stored, compared and unique: trimmed, NFKC, lower case. */
export function normalizeAddress(address: string): string {
  return address.normalize('NFKC').trim().toLowerCase();
}

/** The same for input of any type: what is no string is left for the validators. */
export function normalizeEmail(value: unknown): unknown {
  return typeof value === 'string' ? normalizeAddress(value) : value;
}

/** Whether text has characters that no name or sentence has. */
export function hasControls(text: string, multiline: boolean): boolean {
  return CONTROLS.test(multiline ? text.replace(LINE_CONTROLS, '') : text);
}

/** Text of one line without the characters that {@link hasControls} finds. */
export function withoutControls(text: string): string {
  return text.replace(new RegExp(CONTROLS, 'gu'), '');
}

/** Characters of a language tag that are looked at: the time it takes to read one grows with the square of its length. */
const LONGEST_TAG = 255;

/** Well-formed tags that ECMA-402 leaves out: private ones, and those registered before today's syntax (RFC 5646, section 2.1). */
const PRIVATE_TAG = /^x(?:-[a-z0-9]{1,8})+$/i;
const IRREGULAR_TAG =
  /^(?:en-gb-oed|i-(?:ami|bnn|default|enochian|hak|klingon|lux|mingo|navajo|pwn|tao|tay|tsu)|sgn-(?:be-fr|be-nl|ch-de))$/i;

/** An extended language with the language it belongs to, which the canonical form does without (RFC 5646, section 4.5). */
const EXTENDED_LANGUAGE = /^[a-z]{2,3}-(?=[a-z]{3}(?:-|$))/i;

/** The canonical form of a language tag (BCP 47), or undefined when it is none. */
export function canonicalLocale(value: unknown): string | undefined {
  const tag = typeof value === 'string' ? value.trim() : '';
  if (tag.length > LONGEST_TAG) {
    return undefined;
  }
  if (PRIVATE_TAG.test(tag) || IRREGULAR_TAG.test(tag)) {
    return tag.toLowerCase();
  }
  return canonicalLanguage(tag) ?? canonicalLanguage(tag.replace(EXTENDED_LANGUAGE, ''));
}

/** The same, for tags that name a language the way ECMA-402 knows it. */
export function canonicalLanguage(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}
