import { type AppLocale, directionOf } from '../i18n/locales.js';

/** A whole page. @param title plain text. @param body HTML: text in it is escaped with {@link escapeHtml} */
export function htmlPage(locale: AppLocale, title: string, body: string): string {
  return `<!doctype html><html lang="${locale}" dir="${directionOf(locale)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)} · Atrium</title><style>body{font:1rem/1.5 system-ui;max-width:42rem;margin:3rem auto;padding:0 1rem}</style>
</head><body>${body}</body></html>`;
}

/** Text as HTML that shows it, also inside the double quotes of an attribute. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
