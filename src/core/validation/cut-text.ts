const GRAPHEMES = new Intl.Segmenter('und', { granularity: 'grapheme' });

/**
 * The beginning of a text, in whole graphemes (Unicode UAX 29): what readers see as one character is never split. When the
 * first grapheme alone is too long, whole code points remain of it. The work is bounded by `most`, however long the text is.
 *
 * @param most code points, as {@link MaxCharacters} counts them
 */
export function cutText(text: string, most: number): string {
  if (text.length <= most) {
    return text;
  }
  // One code point more than fits shows whether the last grapheme is whole.
  const codePoints = Array.from(text.slice(0, 2 * (most + 1))).slice(0, most + 1);
  if (codePoints.length <= most) {
    return text;
  }
  let end = 0;
  for (const { index } of GRAPHEMES.segment(codePoints.join(''))) {
    end = index;
  }
  return end > 0 ? text.slice(0, end) : codePoints.slice(0, most).join('');
}
