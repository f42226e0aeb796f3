import { readFileSync } from 'node:fs';
import type { AppLocale } from '../../src/core/i18n/locales.js';
import { allProblems } from '../../src/core/problems/problem.js';
// Whoever imports the application has declared its problems.
import '../../src/app.module.js';

export type Catalogue = Readonly<Record<string, string>>;

/** The texts of a language as its file has them. */
export function catalogueOf(locale: AppLocale): Catalogue {
  const file = new URL(`../../src/locales/${locale}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as Catalogue;
}

/** Every text in English, also what stands where problems are declared. */
export function englishTexts(): Catalogue {
  const ofProblems = allProblems().flatMap(({ code, title, help }) => [
    [`problem.${code}.title`, title],
    [`problem.${code}.help`, help],
  ]);
  return { ...catalogueOf('en'), ...Object.fromEntries(ofProblems) };
}
