import { parsePhoneNumberFromString } from 'libphonenumber-js';
import { mailboxName } from './address.js';
import { cutText } from './cut-text.js';
import { asciiDigits } from './digits.js';
import { hasControls } from './text.js';

/** The value of a phone number that its owner withholds. */
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

/** Marks of direction and other invisible characters, which contacts put around the numbers that are copied from them. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;

/** Brackets around the country code, as some contacts write it. */
const BRACKETED_COUNTRY = /^\(\s*(\+\s*\d{1,3})\s*\)/;

/** ITU-T E.164, section 6.2.1: 15 digits at most. */
const E164 = /^\+\d{3,15}$/;

/** Names of the tz database without an area (2026). ICU knows more, such as `IST`, which are no names of zones. */
const ZONES_WITHOUT_AREA = new Set(
  'cet cst6cdt cuba eet egypt eire est est5edt gb gb-eire gmt gmt+0 gmt-0 gmt0 greenwich hongkong hst iceland iran israel jamaica japan kwajalein libya met mst mst7mdt navajo nz nz-chat poland portugal prc pst8pdt roc rok singapore turkey uct universal utc w-su wet zulu'.split(
    ' ',
  ),
);

/** Names with an area that ICU still has and the tz database does not. */
const FORMER_ZONE = /^(?:systemv\/|us\/pacific-new$|canada\/east-saskatchewan$)/i;

/**
 * The usual spelling of a time zone of the tz database that the runtime knows, or undefined. Links, such as `Asia/Calcutta`, are
 * zones too, and stay as they are. Offsets like `+01:00` are no zones.
 */
export function canonicalTimezone(value: unknown): string | undefined {
  const name = typeof value === 'string' ? value.trim() : '';
  if (name.length > LONGEST_TIMEZONE || !isZoneName(name)) {
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

/** Whether the tz database could have the name. */
function isZoneName(name: string): boolean {
  return name.includes('/')
    ? /^[a-z]/i.test(name) && !FORMER_ZONE.test(name)
    : ZONES_WITHOUT_AREA.has(name.toLowerCase());
}

/**
 * The E.164 form of a number that could exist in its country, the word for a withheld one, or undefined. Numbers
 * without a country, which cannot be called from elsewhere, and extensions, which E.164 has none of, are refused.
 */
export function normalizePhone(value: unknown): string | undefined {
  const text = typeof value === 'string' && value.trim().length <= LONGEST_PHONE ? plainPhone(value) : '';
  if (text === WITHHELD_PHONE) {
    return WITHHELD_PHONE;
  }
  // Otherwise the first number in any text would do.
  const number = text.startsWith('+') ? parsePhoneNumberFromString(text, { extract: false }) : undefined;
  return number?.isPossible() && !number.ext && E164.test(number.number) ? number.number : undefined;
}

/** Text with the characters of a number as they are in ASCII, and nothing invisible. */
function plainPhone(text: string): string {
  return asciiDigits(text.normalize('NFKC').replace(INVISIBLE, '')).trim().replace(BRACKETED_COUNTRY, '$1 ');
}

/** Whether the text is an existing day in the past that can be the birth date of a living person. */
export function isBirthDate(value: unknown): boolean {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) {
    return false;
  }
  const day = new Date(`${value}T00:00:00Z`);
  const exists = !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
  return exists && value >= EARLIEST_BIRTH && day.getTime() < Date.now();
}

/**
 * Whether the text has the form of a picture's address: any https address, or that of an upload. `PicturesService`
 * decides whether it is an upload of this service.
 */
export function isPictureUrl(value: unknown): boolean {
  return (typeof value === 'string' && UPLOADED.test(value)) || isHttpsUrl(value);
}

/** Whether the text is an https address without credentials in it. `URL` alone would repair invalid addresses. */
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

/** The shown name of a person: the chosen name, else the full name, else the part of the address before the @. */
export function displayNameOf(
  {
    displayName,
    givenName,
    familyName,
  }: { displayName?: string; givenName?: string | null; familyName?: string | null },
  email: string,
): string {
  const fullName = [givenName, familyName].filter(Boolean).join(' ');
  const name = displayName ?? (fullName || mailboxName(email));
  return cutText(name, LONGEST_NAME).trim();
}
