import type { AppLocale } from '../../core/i18n/locales.js';
import { message, type MessageKey } from '../../core/i18n/message.js';
import { say } from '../../core/i18n/texts.js';
import { cutText } from '../../core/validation/cut-text.js';
import { inOneLine } from '../../core/validation/invisible.js';
import { FACTORS, MAIL_TEMPLATES } from './mail-templates.js';
import type { Mail } from './mail.js';

/** The words of a mail, without a layout. They are not escaped. */
export interface MailText {
  readonly subject: string;
  readonly lines: readonly string[];
  readonly link?: { readonly label: string; readonly url: string };
  /** The line before the bare address, for readers who cannot open the link. */
  readonly orOpen: string;
  readonly notes: readonly string[];
  readonly footer: string;
}

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
export function mailTextOf(mail: Mail, locale: AppLocale, consoleUrl: string): MailText {
  const { subject, lines, link, notes = [] } = MAIL_TEMPLATES[mail.template];
  const values: Record<string, string> = { ...valuesOf(mail, locale), host: new URL(consoleUrl).host };
  const unsaid: MessageKey | undefined = values.userAgent === '' ? 'mail.new_device.browser' : undefined;
  const inWords = (key: MessageKey): string => say(locale, message(key, values));
  return {
    subject: inWords(subject),
    lines: lines.filter((line) => line !== unsaid).map(inWords),
    ...(link && { link: { label: inWords(link.label), url: linkTo(consoleUrl, link.page, tokenOf(mail)) } }),
    orOpen: inWords('mail.or_open'),
    notes: notes.map(inWords),
    footer: inWords('mail.footer'),
  };
}

/** The page of the console, with a token. */
export function linkTo(consoleUrl: string, page: string, token: string): string {
  return `${consoleUrl}/${page}?token=${encodeURIComponent(token)}`;
}

function tokenOf(mail: Mail): string {
  return 'token' in mail ? mail.token : '';
}

function valuesOf(mail: Mail, locale: AppLocale): Record<string, string> {
  switch (mail.template) {
    case 'set_password':
    case 'member_added':
    case 'sessions_ended':
    case 'membership_activated':
    case 'membership_deactivated':
    case 'membership_ended':
    case 'management_ended':
    case 'management_and_password_ended':
      return { organizationName: unlinked(mail.organizationName) };
    case 'invitation':
      return { organizationName: unlinked(mail.organizationName), inviterName: unlinked(mail.inviterName) };
    case 'ownership_offered':
      return {
        organizationName: unlinked(mail.organizationName),
        offererName: unlinked(mail.offererName),
        until: timeOf(mail, mail.expiresAt, locale),
      };
    case 'factor_added':
    case 'factor_removed':
      return { factor: say(locale, message(FACTORS[mail.factor])) };
    case 'new_device':
      return {
        at: timeOf(mail, mail.at, locale),
        remoteIp: plain(mail.remoteIp),
        userAgent: unlinked(mail.userAgent),
      };
    case 'verify_further_email':
      return { accountAddress: plain(shortened(mail.accountAddress)) };
    case 'email_changed':
      return { newAddress: plain(mail.newAddress) };
    case 'primary_changed':
      return { oldAddress: plain(mail.oldAddress) };
    case 'address_added':
    case 'address_proved':
    case 'address_removed':
      return { address: plain(mail.address) };
    case 'account_released':
    case 'account_displaced':
      return { organizationName: unlinked(mail.organizationName), address: plain(mail.address) };
    case 'recovery_code_used':
      return { left: new Intl.NumberFormat(locale).format(mail.left) };
    case 'api_key_created':
      return { keyName: unlinked(mail.keyName), organizationName: unlinked(mail.organizationName) };
    case 'role_permissions':
      return { organizationName: unlinked(mail.organizationName), role: unlinked(mail.role) };
    case 'role_changed':
      return {
        organizationName: unlinked(mail.organizationName),
        role: unlinked(mail.role),
        appRole: mail.appRole,
      };
    default:
      return {};
  }
}

/** In the zone of the reader. */
function timeOf(mail: Mail, time: Date, locale: AppLocale): string {
  return new Intl.DateTimeFormat(locale, { ...TIME, timeZone: zoneOf(mail) }).format(time);
}

/** Enough of an address for its owner to recognize it: the first character and the domain. */
function shortened(address: string): string {
  const [first = ''] = address;
  return `${first}…${address.slice(address.lastIndexOf('@'))}`;
}

/** One line, of a length that mail programs show. */
function plain(value: string): string {
  const line = inOneLine(value);
  const shown = cutText(line, LONGEST);
  return shown === line ? line : `${shown}…`;
}

/** Where mail programs recognize a link: after the scheme of an address, an @, and the dot before a domain's last label. */
const LINK = /:(?=\/)|@(?=\S)|\.(?=\p{L}[\p{L}\p{M}\p{N}-])/gu;

/**
 * Text of a client that mail programs do not turn into a link: otherwise a person could name an organization like a page, and
 * Atrium would mail the link to strangers. The word joiner (U+2060) cannot be seen.
 */
function unlinked(text: string): string {
  return plain(text).replace(LINK, '$&\u2060');
}

/** A zone that this runtime does not know must not prevent the mail or the change that causes it. */
function zoneOf({ timezone = 'UTC' }: Mail): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: timezone }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
}
