import { isEmail } from 'class-validator';
import { asciiDomain } from './domain.js';
import { TURNING } from './invisible.js';
import { hasAtMost, hasControls } from './text.js';

/** Characters of the longest address (RFC 5321, section 4.5.3.1.3). */
export const LONGEST_EMAIL = 254;

/**
 * The invisible characters that typing and pasting leave behind, which are dropped. Joiners are none of them, because
 * some words of Persian and Indic scripts differ only in them; neither are the overrides, which show text as other
 * text.
 */
const STRAY = new RegExp(String.raw`(?![\u200C\u200D${TURNING}])\p{Default_Ignorable_Code_Point}`, 'gu');

/**
 * What no mailbox has in its name: invisible characters, spaces other than the plain one that quotes may enclose, and angle
 * brackets, which mail programs take for the ends of an address in quotes too.
 */
const UNFIT = /(?! )\p{Z}|\p{C}|[<>\u2800]/u;

/** Text that mail programs decode to other text, in a name that only looks like one of a mailbox (RFC 2047, section 2). */
const ENCODED_WORD = /=\?.*\?=/;

/** A quoted string (RFC 5321, section 4.1.2). */
const QUOTED = /^"(?:[^"\\]|\\.)*"$/s;

/** A name in quotes of which nothing is seen. */
const EMPTY_NAME = /^"\s*"$/;

/** RFC 5322, section 3.2.3. With these characters alone a name needs no quotes. */
const DOT_ATOM = /^[^\s"(),:;<>@[\]\\.]+(?:\.[^\s"(),:;<>@[\]\\.]+)*$/;

/**
 * The one form in which an address is stored, compared, counted and unique. NFKC and lower case, the part before the @ too;
 * without the quotes it does not need, and without invisible characters; the domain in A-labels ({@link asciiDomain}). What
 * follows a `+` is a part of the address. Text of more than {@link LONGEST_EMAIL} characters is no address, and unchanged.
 */
export function normalizeAddress(address: string): string {
  const text = address.trim();
  if (!hasAtMost(text, LONGEST_EMAIL)) {
    return address;
  }
  // Small letters compose where capital ones do not, and characters that were apart may now be adjacent.
  const plain = text.normalize('NFKC').replace(STRAY, '').toLowerCase().normalize('NFKC').trim();
  const at = plain.lastIndexOf('@');
  const domain = plain.slice(at + 1);
  return at < 0 ? plain : `${unquoted(plain.slice(0, at))}@${asciiDomain(domain) ?? domain}`;
}

/** The same for input of any type. Values that are not strings are unchanged. */
export function normalizeEmail(value: unknown): unknown {
  return typeof value === 'string' ? normalizeAddress(value) : value;
}

/**
 * Whether the value is an address in the form of {@link normalizeAddress}. In quotes, the grammar of addresses lets nearly
 * everything through, line ends included.
 */
export function isAddress(value: unknown): boolean {
  if (typeof value !== 'string' || !hasAtMost(value, LONGEST_EMAIL) || hasControls(value, false)) {
    return false;
  }
  const at = value.lastIndexOf('@');
  const [local, domain] = [value.slice(0, at), value.slice(at + 1)];
  const isMailbox = ![UNFIT, ENCODED_WORD, EMPTY_NAME].some((unfit) => unfit.test(local));
  return isEmail(value) && isMailbox && asciiDomain(domain) === domain;
}

/** The name of the mailbox in an address, as its owner writes it: without quotes. */
export function mailboxName(address: string): string {
  const at = address.lastIndexOf('@');
  const local = at < 0 ? address : address.slice(0, at);
  return QUOTED.test(local) ? unescaped(local) : local;
}

/** `"a.b"` and `a.b` are one mailbox, as `"a\b"` and `"ab"` are (RFC 5321, section 4.1.2). */
function unquoted(local: string): string {
  if (!QUOTED.test(local)) {
    return local;
  }
  const name = unescaped(local);
  return DOT_ATOM.test(name) ? name : `"${name.replace(/["\\]/g, '\\$&')}"`;
}

function unescaped(quoted: string): string {
  return quoted.slice(1, -1).replace(/\\(.)/gs, '$1');
}
