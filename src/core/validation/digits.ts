const DIGIT = /^\p{Nd}$/u;

/** Text with ASCII digits for the decimal digits of other scripts. It is known to be short. */
export function asciiDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, digitOf);
}

/** The digits of a script follow each other from its zero (Unicode, section 4.6). Where those of two adjoin, a zero follows a nine. */
function digitOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  let zero = code;
  while (DIGIT.test(String.fromCodePoint(zero - 1))) {
    zero--;
  }
  return String((code - zero) % 10);
}
