/** Characters of which a reader sees nothing: white space, the default-ignorable ones (Unicode, section 5.21), and blank signs. */
const UNSEEN = String.raw`(?:[\s\p{Default_Ignorable_Code_Point}\u2800\uFFF9-\uFFFB]|\u{16FE4}|\u{1D159})`;

/** For a class of characters: the controls that make text read as what it is not. The marks of direction are none of them. */
export const TURNING = String.raw`\u202A-\u202E\u2066-\u2069`;

/** What ends a line for some readers, or changes the order in which text is shown. */
const MISLEADING = /[\u007F-\u009F\u2028\u2029\p{Bidi_Control}]/gu;

const SEEN = new RegExp(`(?!${UNSEEN})[^]`, 'u');
const ALL_UNSEEN = new RegExp(UNSEEN, 'gu');

/** Text as a reader sees it: without white space and everything invisible. For comparing, not for storing. */
export function seenOf(text: string): string {
  return text.replace(ALL_UNSEEN, '');
}

/** Whether a reader sees anything of the text. Joiners, fillers and blank signs alone are no name. */
export function isSeen(text: string): boolean {
  return SEEN.test(text);
}

/**
 * Text in which white space, controls and everything that turns the text around it are single spaces. Marks of direction and byte
 * order marks are removed, because words contain them.
 */
export function inOneLine(text: string): string {
  const unmarked = text.replace(/[\u061C\u200E\u200F\uFEFF]/g, '');
  return unmarked.replace(/[\s\p{Cc}\p{Bidi_Control}]+/gu, ' ').trim();
}

/** JSON of the same value, which every reader takes for one line and shows in the order in which it is written. */
export function jsonInOneLine(json: string): string {
  return json.replace(MISLEADING, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
