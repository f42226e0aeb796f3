import { IntlMessageFormat } from 'intl-messageformat';
import type english from '../../locales/en.json';
import { DEFAULT_LOCALE, directionOf } from './locales.ts';

/** The name of a text in `locales/`. */
export type TextKey = keyof typeof english;

export type TextValues = Readonly<Record<string, string | number>>;

/** Renders a text in the language of the reader. @param values the values for the names in braces */
export type Translate = (key: TextKey, values?: TextValues) => string;

export type Catalogue = Readonly<Record<string, string>>;

/** How a text begins that `npm run locales` filled in with the English one. */
const UNTRANSLATED = '[en] ';

/** First strong isolate, and its end (UAX #9): a value does not change the direction of the text around it. */
const ISOLATE = '\u2068';
const END_OF_ISOLATE = '\u2069';

/** Renders the texts of a catalogue. Each text is parsed once. A text that is not translated is shown in English. */
export function translatorOf(locale: string, catalogue: Catalogue): Translate {
  const formats = new Map<TextKey, IntlMessageFormat>();
  const isRightToLeft = directionOf(locale) === 'rtl';
  return (key, values = {}) => {
    const format = formats.get(key) ?? formatOf(locale, catalogue[key] ?? key);
    formats.set(key, format);
    return String(format.format(isRightToLeft ? isolated(values) : values));
  };
}

function formatOf(locale: string, text: string): IntlMessageFormat {
  const [own, language] = text.startsWith(UNTRANSLATED)
    ? [text.slice(UNTRANSLATED.length), DEFAULT_LOCALE]
    : [text, locale];
  return new IntlMessageFormat(own, language, undefined, { ignoreTag: true });
}

function isolated(values: TextValues): TextValues {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' ? `${ISOLATE}${value}${END_OF_ISOLATE}` : value,
    ]),
  );
}
