/** Combining marks after one character: more than any language writes (Unicode Standard Annex #15, section 13). */
export const LONGEST_MARK_RUN = 30;

const MARK = /\p{M}/u;

/** No character from here on is reordered by a normalization. */
const CHARACTERS = 0x20000;

/** Whether a character is a mark: 0 is unknown yet, 1 no, 2 yes. Asking {@link MARK} each time takes ten times as long. */
const known = new Uint8Array(CHARACTERS);

/** Whether more combining marks follow each other than any language writes. Normalizing sorts each run by insertion. */
export function hasLongMarkRun(text: string): boolean {
  let run = 0;
  for (let at = 0; at < text.length && run <= LONGEST_MARK_RUN; at++) {
    const character = text.codePointAt(at) ?? 0;
    run = isMark(character) ? run + 1 : 0;
    at += character > 0xffff ? 1 : 0;
  }
  return run > LONGEST_MARK_RUN;
}

function isMark(character: number): boolean {
  if (character < 0x300 || character >= CHARACTERS) {
    return false;
  }
  if (known[character] === 0) {
    known[character] = MARK.test(String.fromCodePoint(character)) ? 2 : 1;
  }
  return known[character] === 2;
}
