import { createRequire } from 'node:module';
import { cutText } from './cut-text.js';
import { hasControls } from './text.js';

/** class-validator requires its files already; an import would load all of them a second time, as modules. */
const { parsePhoneNumberFromString } = createRequire(import.meta.url)(
  'libphonenumber-js',
) as typeof import('libphonenumber-js');

/** Stands for a phone number that its owner withholds. */
export const WITHHELD_PHONE = 'anonymous';

const LONGEST_NAME = 200;
export const LONGEST_URL = 2048;
/** Of a phone number as it is written, with its spaces, hyphens and brackets. */
export const LONGEST_PHONE = 32;
/** No name of a time zone has half as many. */
const LONGEST_TIMEZONE = 64;
/** The form of the address of a picture that was uploaded here, also where there is no TLS. */
const UPLOADED = /^https?:\/\/[\w.:-]+\/(?:avatars|logos)\/[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\.webp$/;
const EARLIEST_BIRTH = '1900-01-01';

/** The usual spelling of a time zone the runtime knows, or undefined. Offsets like `+01:00` are no zones. */
export function canonicalTimezone(value: unknown): string | undefined {
  const name = typeof value === 'string' ? value.trim() : '';
  if (name.length > LONGEST_TIMEZONE || !/^[A-Za-z]/.test(name)) {
    return undefined;
  }
  try {
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions();
    // An alias resolves to another name; it stays as its owner wrote it.
    return timeZone.toLowerCase() === name.toLowerCase() ? timeZone : name;
  } catch {
    return undefined;
  }
}

/** The E.164 form of a number that could exist in its country, the word for a withheld one, or undefined. */
export function normalizePhone(value: unknown): string | undefined {
  const text = typeof value === 'string' ? value.trim() : '';
  if (text === WITHHELD_PHONE) {
    return WITHHELD_PHONE;
  }
  // Otherwise the first number in any text would do.
  const number =
    text.startsWith('+') && text.length <= LONGEST_PHONE
      ? parsePhoneNumberFromString(text, { extract: false })
      : undefined;
  return number?.isPossible() && !number.ext ? number.number : undefined;
}

/** Whether the text is a day that exists, lies in the past, and in which somebody now alive may have been born. */
export function isBirthDate(value: unknown): boolean {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) {
    return false;
  }
  const day = new Date(`${value}T00:00:00Z`);
  const exists = !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
  return exists && value >= EARLIEST_BIRTH && day.getTime() < Date.now();
}

/**
 * Whether the text has the form of a picture's address: any https address, or that of an upload. Whether
 * an upload is one of this service's is for `PicturesService` to say.
 */
export function isPictureUrl(value: unknown): boolean {
  return (typeof value === 'string' && UPLOADED.test(value)) || isHttpsUrl(value);
}

/** Whether the text is an https address without credentials in it. `URL` alone would mend what is none. */
function isHttpsUrl(value: unknown): boolean {
  if (typeof value !== 'string' || value.length > LONGEST_URL || !/^https:\/\/[^\s\\]+$/i.test(value)) {
    return false;
  }
  if (hasControls(value, false) || !URL.canParse(value)) {
    return false;
  }
  const { username, password, hostname } = new URL(value);
  return username === '' && password === '' && hostname.includes('.');
}

/** What a person is shown by: the name he chose, else his full name, else what stands before the @. */
export function displayNameOf(
  {
    displayName,
    givenName,
    familyName,
  }: { displayName?: string; givenName?: string | null; familyName?: string | null },
  email: string,
): string {
  const fullName = [givenName, familyName].filter(Boolean).join(' ');
  const name = displayName ?? (fullName || (email.split('@', 1)[0] ?? email));
  return cutText(name, LONGEST_NAME).trim();
}
