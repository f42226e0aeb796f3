const KEY = 'atrium.locale';

/** The language that the reader chose in this browser. */
export function chosenLocale(): readonly string[] {
  try {
    const locale = localStorage.getItem(KEY);
    return locale === null ? [] : [locale];
  } catch {
    // A browser may refuse storage.
    return [];
  }
}

export function rememberLocale(locale: string): void {
  try {
    localStorage.setItem(KEY, locale);
  } catch {
    // The language is then chosen again at the next visit.
  }
}
