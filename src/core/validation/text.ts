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

/** The canonical form of a language tag (BCP 47), or undefined when it is none. */
export function canonicalLocale(value: unknown): string | undefined {
  try {
    return typeof value === 'string' ? Intl.getCanonicalLocales(value.trim())[0] : undefined;
  } catch {
    return undefined;
  }
}
