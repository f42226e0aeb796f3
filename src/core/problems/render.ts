import { publicPath } from '../http/public-path.js';
import { type AppLocale, DEFAULT_LOCALE } from '../i18n/locales.js';
import { say, translation } from '../i18n/texts.js';
import type { Problem, ProblemType } from './problem.js';

/** An RFC 9457 problem document, its keys in the order they are written. */
export interface ProblemDocument {
  type: string;
  title: string;
  status: number;
  code: string;
  detail: string;
  instance: string;
  requestId: string;
  errors?: readonly { pointer: string; code: string; detail: string }[];
  [extension: string]: unknown;
}

/** The request that a problem is written for. */
export interface Occasion {
  /** Under which clients reach the service. */
  readonly publicUrl: string;
  /** The request's path, without its query, which may hold secrets. */
  readonly path: string;
  readonly requestId: string;
  readonly locale: AppLocale;
}

/** Renders a problem for the client. */
export function renderProblem({ type, occurrence }: Problem, occasion: Occasion): ProblemDocument {
  const { publicUrl, path, requestId, locale } = occasion;
  const title = titleOf(type, locale);
  return {
    type: `${publicUrl}/problems/${type.code}`,
    title,
    status: type.status,
    code: type.code,
    detail: occurrence.detail ? say(locale, occurrence.detail) : title,
    instance: `${publicPath(publicUrl)}${path}`,
    requestId,
    ...(occurrence.errors && {
      errors: occurrence.errors.map(({ pointer, code, detail }) => ({ pointer, code, detail: say(locale, detail) })),
    }),
    ...occurrence.members,
  };
}

/** What a problem is called in a language. */
export function titleOf({ code, title }: ProblemType, locale: AppLocale): string {
  return ownOr(title, locale, `problem.${code}.title`);
}

/** What explains a problem in a language. */
export function helpOf({ code, help }: ProblemType, locale: AppLocale): string {
  return ownOr(help, locale, `problem.${code}.help`);
}

/** The English text is in the declaration of the problem. */
function ownOr(english: string, locale: AppLocale, key: string): string {
  return locale === DEFAULT_LOCALE ? english : (translation(locale, key) ?? english);
}
