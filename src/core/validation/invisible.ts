/** Characters of which a reader sees nothing: white space, the default-ignorable ones (Unicode, section 5.21), and blank signs. */
const UNSEEN = String.raw`(?:[\s\p{Default_Ignorable_Code_Point}\u2800\uFFF9-\uFFFB]|\u{16FE4}|\u{1D159})`;

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
