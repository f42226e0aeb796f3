import { type AppLocale, appLocaleFor, directionOf } from '../../core/i18n/locales.js';
import type { Mail } from './mail.js';
import { type MailText, mailTextOf } from './mail-text.js';

const BODY = 'margin:0;padding:24px;font:16px/1.5 system-ui,-apple-system,Segoe UI,Roboto,Arial,sans-serif';
const BUTTON =
  'display:inline-block;padding:10px 20px;border-radius:6px;background:#1d4ed8;color:#ffffff;text-decoration:none';
const SMALL = 'font-size:14px;color:#6b7280';

/** A mail as it is sent: the same words as text and as HTML. @param consoleUrl where its link leads */
export function renderMail(mail: Mail, consoleUrl: string): { subject: string; text: string; html: string } {
  const locale = appLocaleFor(mail.locale === undefined ? [] : [mail.locale]);
  const words = mailTextOf(mail, locale, consoleUrl);
  return { subject: words.subject, text: textOf(words), html: htmlOf(words, locale) };
}

function textOf({ lines, link, notes, footer }: MailText): string {
  const action = link ? [`${link.label}:\n${link.url}`] : [];
  // "-- " begins a signature (RFC 3676, section 4.3).
  return `${[...lines, ...action, ...notes, `-- \n${footer}`].join('\n\n')}\n`;
}

/** Readable without images and without style; the bare address is for those who trust no button. */
function htmlOf({ subject, lines, link, orOpen, notes, footer }: MailText, locale: AppLocale): string {
  const url = link && escape(link.url);
  const action = link
    ? [
        `<p style="margin:24px 0"><a href="${url}" style="${BUTTON}">${escape(link.label)}</a></p>`,
        `<p style="${SMALL}">${escape(orOpen)}<br><span dir="ltr" style="word-break:break-all">${url}</span></p>`,
      ]
    : [];
  return [
    `<!doctype html>`,
    `<html lang="${locale}" dir="${directionOf(locale)}">`,
    `<head>`,
    `<meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width">`,
    `<meta name="color-scheme" content="light dark">`,
    `<title>${escape(subject)}</title>`,
    `</head>`,
    `<body style="${BODY}">`,
    `<div style="max-width:520px;margin:0 auto">`,
    ...lines.map((line) => `<p>${escape(line)}</p>`),
    ...action,
    ...notes.map((note) => `<p>${escape(note)}</p>`),
    `<p style="margin-top:32px;${SMALL}">${escape(footer)}</p>`,
    `</div>`,
    `</body>`,
    `</html>`,
    ``,
  ].join('\n');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}
