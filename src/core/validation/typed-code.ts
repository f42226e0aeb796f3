import { hasAtMost } from './text.js';

/** What people and apps put between the groups of a code, and what pasting leaves behind. */
const BETWEEN = /[\s\p{Pd}\p{Default_Ignorable_Code_Point}\u00B7\u2022\u2212_.]/gu;

const DIGIT = /^\p{Nd}$/u;

/**
 * A one-time code as it was shown: in capitals, without spaces, hyphens and the like, and with ASCII digits for those of other scripts.
 * Values that are not strings, and text of too many characters, are unchanged.
 */
export function normalizeCode(value: unknown, max: number): unknown {
  return typeof value === 'string' && hasAtMost(value.trim(), max) ? typedCode(value) : value;
}

/** The same for text that is known to be short. */
export function typedCode(code: string): string {
  return code
    .normalize('NFKC')
    .replace(BETWEEN, '')
    .replace(/\p{Nd}/gu, digitOf)
    .toUpperCase();
}

/** Digits of a script follow each other from its zero (Unicode, section 4.6). Scripts whose digits adjoin begin at a multiple of ten. */
function digitOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  let zero = code;
  while (DIGIT.test(String.fromCodePoint(zero - 1))) {
    zero--;
  }
  return String((code - zero) % 10);
}
