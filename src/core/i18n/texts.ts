import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import { INSTALLATION } from '../config/installation.js';
import { APP_LOCALES, type AppLocale, DEFAULT_LOCALE, directionOf } from './locales.js';
import type { Message, MessageValues } from './message.js';

type Catalogue = Readonly<Record<string, string | undefined>>;

/** How a text begins that `npm run locales` filled in with the English one, because it is not translated yet. */
export const UNTRANSLATED = '[en] ';

const DIRECTORY = join(INSTALLATION, 'src/locales');

/**
 * First strong isolate, and its end (UAX #9): the text between them does not change the direction of the text around
 * it.
 */
const ISOLATE = '\u2068';
const END_OF_ISOLATE = '\u2069';

const catalogues = new Map(APP_LOCALES.map((locale) => [locale, readCatalogue(locale)]));
const formats = new Map<string, IntlMessageFormat>();

/** Whether a text of a catalogue is in the language itself. */
export function isTranslated(text: string): boolean {
  return !text.startsWith(UNTRANSLATED);
}

/** A sentence in the words of a language. */
export function say(locale: AppLocale, { key, values = {} }: Message): string {
  const format = formatOf(locale, key);
  return String(format.format(directionOf(locale) === 'rtl' ? isolated(values) : values));
}

/** A text of that name in the language itself, where there is one. It has no values. */
export function translation(locale: AppLocale, key: string): string | undefined {
  return catalogues.get(locale)?.[key];
}

/** Parsed once. A text that is not translated yet is in English. */
function formatOf(locale: AppLocale, key: string): IntlMessageFormat {
  const name = `${locale} ${key}`;
  const known = formats.get(name);
  if (known) {
    return known;
  }
  const translated = translation(locale, key);
  const format =
    translated === undefined && locale !== DEFAULT_LOCALE
      ? formatOf(DEFAULT_LOCALE, key)
      : new IntlMessageFormat(translated ?? key, locale, undefined, { ignoreTag: true });
  formats.set(name, format);
  return format;
}

/** Names, addresses and codes are mostly written from left to right. */
function isolated(values: MessageValues): MessageValues {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' ? `${ISOLATE}${value}${END_OF_ISOLATE}` : value,
    ]),
  );
}

/** A text that is not translated counts as none, so the reader gets the English text with the English plural forms. */
function readCatalogue(locale: AppLocale): Catalogue {
  const texts = JSON.parse(readFileSync(join(DIRECTORY, `${locale}.json`), 'utf8')) as Record<string, string>;
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => isTranslated(text)));
}
