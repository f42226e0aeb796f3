import { asciiDigits } from './digits.js';
import { hasAtMost } from './text.js';

/** What people and apps put between the groups of a code, and what pasting leaves behind. */
const BETWEEN = /[\s\p{Pd}\p{Default_Ignorable_Code_Point}\u00B7\u2022\u2212_.]/gu;

/**
 * A one-time code as it was shown: in capitals, without spaces, hyphens and the like, and with ASCII digits for those of other scripts.
 * Values that are not strings, and text of too many characters, are unchanged.
 */
export function normalizeCode(value: unknown, max: number): unknown {
  return typeof value === 'string' && hasAtMost(value.trim(), max) ? typedCode(value.trim()) : value;
}

/** The same for text that is known to be short. */
export function typedCode(code: string): string {
  return asciiDigits(code.normalize('NFKC').replace(BETWEEN, '')).toUpperCase();
}
