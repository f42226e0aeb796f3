import { TURNING } from './invisible.js';
import { hasLongMarkRun } from './marks.js';

/**
 * DEL and the C1 controls, the bidirectional overrides that make text read as what it is not, halves of surrogate pairs,
 * which no database stores, and code points that are no characters, which XML and spreadsheets refuse.
 */
const UNSAFE = String.raw`\u007F-\u009F${TURNING}\p{Surrogate}\p{Noncharacter_Code_Point}`;

/** The same with the C0 controls, and the line and paragraph separators that end a line of a log or of a mail's header. */
const CONTROLS = new RegExp(String.raw`[\u0000-\u001F\u2028\u2029${UNSAFE}]`, 'u');

/** The same without the tabs and line ends that text of several lines may contain. */
const CONTROLS_BUT_LINES = new RegExp(String.raw`[\u0000-\u0008\u000B\u000C\u000E-\u001F${UNSAFE}]`, 'u');

/** Characters that a composed one may be written as: a Vietnamese vowel with both of its marks, a syllable of Hangul. */
const LONGEST_DECOMPOSITION = 3;

/** Characters up to which a text gets that room. Longer ones are documents, which count as they come. */
const LONGEST_NAME_OR_NOTE = 10_000;

/**
 * The form in which text is stored and compared: trimmed, NFC. Values that are not strings are unchanged. Text that cannot fit even
 * when it is composed, or that {@link hasLongMarkRun}, is only trimmed: validators refuse it, and normalizing it takes time that
 * grows with the square of its length.
 *
 * @param max the most characters that the field may have, in this form
 */
export function normalizeText(value: unknown, max: number): unknown {
  if (typeof value !== 'string') {
    return value;
  }
  const text = value.trim();
  return hasAtMost(text, roomFor(max)) && !hasLongMarkRun(text) ? text.normalize('NFC') : text;
}

/** Characters that text of at most so many composed ones may come in. */
function roomFor(max: number): number {
  return Math.max(max, Math.min(LONGEST_DECOMPOSITION * max, LONGEST_NAME_OR_NOTE));
}

/** Whether a text has at most so many characters: code points, as the database and JSON Schema count them. */
export function hasAtMost(text: string, max: number): boolean {
  if (text.length <= max || text.length > 2 * max) {
    return text.length <= max;
  }
  let characters = 0;
  for (let at = 0; at < text.length; at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1) {
    characters++;
  }
  return characters <= max;
}

/** Whether text has characters that no name or sentence has. */
export function hasControls(text: string, multiline: boolean): boolean {
  return (multiline ? CONTROLS_BUT_LINES : CONTROLS).test(text);
}

/** Text of one line without the characters that {@link hasControls} finds. */
export function withoutControls(text: string): string {
  return text.replace(new RegExp(CONTROLS, 'gu'), '');
}
