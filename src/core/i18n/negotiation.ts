import type { Request, Response } from 'express';
import { currentContext } from '../http/request-context.js';
import { type AppLocale, appLocaleFor, DEFAULT_LOCALE } from './locales.js';

/** Languages of an Accept-Language header that are looked at. People name a handful; a header has room for thousands. */
const MOST_WISHES = 20;

/** The language a request asks for by its header, in the order of the weights (RFC 9110, section 12.5.4). */
export function acceptedLocale(request: Request): AppLocale {
  return appLocaleFor(request.acceptsLanguages().slice(0, MOST_WISHES));
}

/**
 * The language for a user who saved one: the saved language, or English when there are no texts for it. Without a saved
 * language: the other one.
 */
export function appLocaleOf(saved: string | null | undefined, otherwise: AppLocale): AppLocale {
  return saved ? appLocaleFor([saved]) : otherwise;
}

/**
 * The language to write in to a person who saved none, because of the running request: the one that its caller saved, else the
 * one that it asks for, else English.
 */
export function localeOfRequest(): string {
  const context = currentContext();
  return context?.savedLocale ?? context?.acceptedLocale?.() ?? DEFAULT_LOCALE;
}

/**
 * The language to write in to a user who saved none, because of the running request. When another user calls, the header of the
 * caller's browser does not count: it is the language of another machine, and perhaps of a stranger.
 */
export function localeOfRequestFor(userId: string): string {
  const context = currentContext();
  const isOwn = context?.callerId === undefined || context.callerId === userId;
  return isOwn ? localeOfRequest() : (context.savedLocale ?? DEFAULT_LOCALE);
}

/**
 * Chooses the language of an answer, as far as its reader is known, and names it, and the headers that it depends on,
 * in the headers of the answer.
 */
export function answerInLocale(request: Request, response: Response): AppLocale {
  const locale = appLocaleOf(currentContext()?.savedLocale, acceptedLocale(request));
  dependOnLanguage(response).setHeader('Content-Language', locale);
  return locale;
}

/** Makes caches store one answer per language of the request. */
export function dependOnLanguage(response: Response): Response {
  return response.vary('Accept-Language');
}
