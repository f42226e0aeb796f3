import type { Mail } from './mail.js';
import type { Texts } from './texts.js';

/** What a mail says, before it has a form. Nothing in it is escaped. */
export interface Words {
  readonly subject: string;
  readonly lines: readonly string[];
  readonly link?: { readonly label: string; readonly url: string };
  readonly notes: readonly string[];
  readonly footer: string;
}

/** The pages of the console that take a mail's token. */
const PAGES: Partial<Record<Mail['template'], string>> = {
  registration: 'verify-email',
  verify_email: 'verify-email',
  reset_password: 'reset-password',
  set_password: 'reset-password',
  invitation: 'accept-invitation',
};

/** Characters of a name or a browser's description of itself that are shown. */
const LONGEST = 200;

const TIME: Intl.DateTimeFormatOptions = {
  year: 'numeric',
  month: 'long',
  day: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
  timeZoneName: 'short',
};

/** Puts the values of a mail into the texts of its reader's language. @param consoleUrl where its link leads */
export function wordsOf(mail: Mail, texts: Texts, consoleUrl: string): Words {
  const { subject, lines, action, notes = [] } = texts.mails[mail.template];
  const values = valuesOf(mail, texts);
  const page = PAGES[mail.template];
  const hasLink = action !== undefined && page !== undefined && 'token' in mail;
  return {
    subject: fill(subject, values),
    lines: lines.map((line) => fill(line, values)),
    ...(hasLink && { link: { label: action, url: `${consoleUrl}/${page}?token=${encodeURIComponent(mail.token)}` } }),
    notes: notes.map((note) => fill(note, values)),
    footer: fill(texts.footer, { host: new URL(consoleUrl).host }),
  };
}

function valuesOf(mail: Mail, texts: Texts): Record<string, string> {
  switch (mail.template) {
    case 'set_password':
      return { organizationName: unlinked(mail.organizationName) };
    case 'invitation':
      return { organizationName: unlinked(mail.organizationName), inviterName: unlinked(mail.inviterName) };
    case 'factor_added':
    case 'factor_removed':
      return { factor: texts.factors[mail.factor] };
    case 'new_device':
      return {
        at: new Intl.DateTimeFormat(texts.locale, { ...TIME, timeZone: zoneOf(mail) }).format(mail.at),
        remoteIp: plain(mail.remoteIp),
        userAgent: plain(mail.userAgent),
      };
    case 'email_changed':
      return { newAddress: plain(mail.newAddress) };
    default:
      return {};
  }
}

/** One pass: braces in a value are the value's own. */
function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (placeholder, name: string) => values[name] ?? placeholder);
}

/** One line, and no bidirectional controls, which would turn the sentence around a name. */
function plain(value: string): string {
  const line = value.replace(/[\s\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, ' ').trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}

/**
 * A name that mail programs do not turn into a link: otherwise whoever calls an organization like his page could have us
 * send it to strangers. The word joiner (U+2060) cannot be seen.
 */
function unlinked(name: string): string {
  return plain(name).replace(/[.:/@](?=\S)/g, '$&\u2060');
}

/** A zone this runtime does not know must not keep the mail, and what it tells of, from happening. */
function zoneOf({ timezone = 'UTC' }: Mail): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: timezone }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
}
