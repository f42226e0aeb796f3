/** The language of readers who ask for none that the console has. */
export const DEFAULT_LOCALE = 'en';

export type Direction = 'ltr' | 'rtl';

const RIGHT_TO_LEFT: ReadonlySet<string> = new Set(['ar']);

export function directionOf(locale: string): Direction {
  return RIGHT_TO_LEFT.has(locale) ? 'rtl' : 'ltr';
}

/**
 * The first language of the reader that is available: the tag itself, else what is left of it when its end is cut off (RFC 4647,
 * section 3.4). Without any, English.
 *
 * @param wanted tags, the most wanted first
 */
export function nearestLocale(wanted: readonly string[], available: readonly string[]): string {
  for (const tag of wanted) {
    const parts = tag.toLowerCase().split('-');
    for (let length = parts.length; length > 0; length -= 1) {
      const range = parts.slice(0, length).join('-');
      const found = available.find((locale) => locale.toLowerCase() === range);
      if (found !== undefined) {
        return found;
      }
    }
  }
  return DEFAULT_LOCALE;
}
