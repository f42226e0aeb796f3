import { domainToASCII, domainToUnicode } from 'node:url';

/** Of ASCII, a domain has letters, digits, hyphens and dots. The URL parser would decode, cut or read the rest as something else. */
const PLAIN = /^[a-z0-9.-]*$/;
const OTHER_ASCII = /(?![a-z0-9.-])[\0-\x7F]/;

/**
 * What IDNA 2008 lets into a domain (RFC 5892): letters, digits and marks that their stored form is made of, and what it names
 * one by one. UTS 46 alone lets emoji and symbols through, which registries refuse.
 */
const VALID = new RegExp(
  String.raw`^(?:(?!\u302E|\u302F|[\u0640\u07FA\u3031-\u3035\u303B])[\p{Ll}\p{Lo}\p{Lm}\p{Mn}\p{Mc}\p{Nd}.-]` +
    String.raw`|\u200C|\u200D|[\u06FD\u06FE\u0F0B\u3007\u30FB]|(?<=l)\u00B7(?=l)|\u0375(?=\p{Script=Greek})|(?<=\p{Script=Hebrew})[\u05F3\u05F4])+$`,
  'u',
);

/** A label that begins or ends with a hyphen, or looks like an A-label of another kind (RFC 5891, section 4.2.3.1). */
const MISPLACED_HYPHEN = /(?:^|\.)(?:-|..--)|-(?:\.|$)/u;

/**
 * A domain in A-labels: the one form that UTS 46 (non-transitional) gives to all spellings of it, as name servers know
 * it. Node's URL parser makes it, with tables as new as its Unicode. Where the parser is more lenient, the domain is
 * refused here.
 *
 * @param domain NFKC, in small letters. Of ASCII without A-labels, it is returned as it is
 * @returns undefined when no such domain can exist
 */
export function asciiDomain(domain: string): string | undefined {
  if (PLAIN.test(domain) && !domain.includes('xn--')) {
    return domain;
  }
  if (OTHER_ASCII.test(domain)) {
    return undefined;
  }
  const ascii = domainToASCII(domain);
  const unicode = domainToUnicode(ascii);
  const isValid = VALID.test(unicode) && !MISPLACED_HYPHEN.test(unicode) && domainToASCII(unicode) === ascii;
  return isValid && PLAIN.test(ascii) ? ascii : undefined;
}
