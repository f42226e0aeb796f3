import { escapeHtml, htmlPage } from '../../core/http/html-page.js';
import type { AppLocale } from '../../core/i18n/locales.js';
import { message, type MessageKey } from '../../core/i18n/message.js';
import { say } from '../../core/i18n/texts.js';
import type { DemoMail, DemoMailPage } from './demo-mails.service.js';

/** The pages are only served on this machine, where no path precedes theirs. */
const PATH = '/mail';

/** Links of a text, the sign at the end of a sentence not included. */
const LINK = /https?:\/\/[^\s<>"]*[^\s<>".,;:!?)]/g;

/** A click selects all of a link. */
const COPIED = 'user-select:all;overflow-wrap:anywhere';

/** The list of mails, newest first. */
export function mailListPage({ mails, hasOlder }: DemoMailPage, locale: AppLocale): string {
  const inWords = (key: MessageKey): string => escapeHtml(say(locale, message(key)));
  const items = mails.map((mail) => `<li>${itemOf(mail, locale)}</li>`);
  const last = mails.at(-1)?.name;
  const body = [
    `<h1>${inWords('page.mails')}</h1><p>${inWords('page.mails_note')}</p>`,
    mails.length === 0 ? `<p>${inWords('page.no_mails')}</p>` : `<ul>${items.join('')}</ul>`,
    hasOlder && last
      ? `<p><a href="${PATH}?before=${encodeURIComponent(last)}">${inWords('page.older_mails')}</a></p>`
      : '',
  ];
  return htmlPage(locale, say(locale, message('page.mails')), body.join(''));
}

/** One mail: its text, and a list of its links, to be copied. */
export function mailPage(mail: DemoMail, locale: AppLocale): string {
  const inWords = (key: MessageKey): string => escapeHtml(say(locale, message(key)));
  const links = [...new Set(mail.text.match(LINK) ?? [])].map(
    (link) => `<li><code dir="ltr" style="${COPIED}">${escapeHtml(link)}</code></li>`,
  );
  const body = [
    `<p><a href="${PATH}">${inWords('page.all_mails')}</a></p>`,
    `<h1 dir="auto">${escapeHtml(mail.subject)}</h1><p>${placeOf(mail, locale)}</p>`,
    `<pre dir="auto" style="white-space:pre-wrap;overflow-wrap:anywhere">${linked(mail.text)}</pre>`,
    links.length === 0 ? '' : `<h2>${inWords('page.links')}</h2><ul>${links.join('')}</ul>`,
  ];
  return htmlPage(locale, mail.subject, body.join(''));
}

function itemOf(mail: DemoMail, locale: AppLocale): string {
  return `<a dir="auto" href="${PATH}/${mail.name}">${escapeHtml(mail.subject)}</a><br>${placeOf(mail, locale)}`;
}

function placeOf({ to, at }: DemoMail, locale: AppLocale): string {
  const time = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium', timeZone: 'UTC' }).format(
    at,
  );
  return `<bdi>${escapeHtml(to)}</bdi>, <time datetime="${at.toISOString()}">${escapeHtml(time)} UTC</time>`;
}

/** The text as HTML. Only its links become elements. */
function linked(text: string): string {
  let end = 0;
  let html = '';
  for (const match of text.matchAll(LINK)) {
    const link = escapeHtml(match[0]);
    html += `${escapeHtml(text.slice(end, match.index))}<a rel="noreferrer" href="${link}">${link}</a>`;
    end = match.index + match[0].length;
  }
  return html + escapeHtml(text.slice(end));
}
