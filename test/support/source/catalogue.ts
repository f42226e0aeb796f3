import { readFileSync } from 'node:fs';
import type { AppLocale } from '../../../src/core/i18n/locales.js';
import { isTranslated } from '../../../src/core/i18n/texts.js';
import { allProblems } from '../../../src/core/problems/problem.js';
// Whoever imports the application has declared its problems.
import '../../../src/app.module.js';

export type Catalogue = Readonly<Record<string, string>>;

/** The texts of a language as its file has them. */
export function catalogueOf(locale: AppLocale): Catalogue {
  const file = new URL(`../../../src/locales/${locale}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as Catalogue;
}

/** The texts of the console in a language, as its file has them. */
export function consoleCatalogueOf(locale: AppLocale): Catalogue {
  const file = new URL(`../../../console/locales/${locale}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as Catalogue;
}

/** The texts that a reader of the language gets: English where a text is not translated yet. */
export function servedTexts(locale: AppLocale): Catalogue {
  const own = Object.entries(catalogueOf(locale)).filter(([, text]) => isTranslated(text));
  return { ...englishTexts(), ...Object.fromEntries(own) };
}

/** Every text in English, also what stands where problems are declared. */
export function englishTexts(): Catalogue {
  return { ...catalogueOf('en'), ...problemTexts() };
}

/** The English texts of all problems, which stand where the problems are declared. */
export function problemTexts(): Catalogue {
  const texts = allProblems().flatMap(({ code, title, help }) => [
    [`problem.${code}.title`, title],
    [`problem.${code}.help`, help],
  ]);
  return Object.fromEntries(texts) as Catalogue;
}
