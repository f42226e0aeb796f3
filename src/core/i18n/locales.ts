import { match } from '@formatjs/intl-localematcher';
import { canonicalLanguage, canonicalLocale } from '../validation/language-tags.js';

/** The languages of the product: English, Arabic, and 23 of Europe. Each has its texts in `src/locales/<tag>.json`. */
export const APP_LOCALES = [
  'en',
  'ar',
  'de',
  'fr',
  'es',
  'it',
  'pl',
  'pt',
  'sv',
  'da',
  'fi',
  'ro',
  'cs',
  'el',
  'hu',
  'bg',
  'lt',
  'lv',
  'et',
  'sk',
  'sl',
  'hr',
  'mt',
  'ga',
  'nl',
] as const;

export type AppLocale = (typeof APP_LOCALES)[number];

export type Direction = 'ltr' | 'rtl';

/** The language for readers who ask for none of the others. */
export const DEFAULT_LOCALE = 'en';

/**
 * The language among ours for the first of the tags that has one: the tag itself, else what is left of it as its end is
 * cut off (RFC 4647, section 3.4); `zh-Hant-TW` finds none. Without any, English.
 *
 * @param tags the most wanted first; what is no language tag counts as none
 */
export function appLocaleFor(tags: readonly string[]): AppLocale {
  // A canonical tag may still be one that the runtime does not read, such as a private one.
  const canonical = tags.flatMap((tag) => canonicalLanguage(canonicalLocale(tag) ?? '') ?? []);
  return match(canonical, APP_LOCALES, DEFAULT_LOCALE, { algorithm: 'lookup' }) as AppLocale;
}

/** Node 20 has the property, later ones the method; the types of neither are in TypeScript's library. */
interface LocaleWithText extends Intl.Locale {
  readonly textInfo?: { direction: Direction };
  getTextInfo?(): { direction: Direction };
}

/** Asked for each text with values in it, and dear to find out. */
const DIRECTIONS = new Map(APP_LOCALES.map((locale) => [locale, findDirection(locale)]));

/** Where lines of that language begin, by the locale data of the runtime. */
export function directionOf(locale: AppLocale): Direction {
  return DIRECTIONS.get(locale) ?? 'ltr';
}

function findDirection(locale: AppLocale): Direction {
  const details: LocaleWithText = new Intl.Locale(locale);
  return (details.getTextInfo?.() ?? details.textInfo)?.direction ?? 'ltr';
}
