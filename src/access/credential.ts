import { createHash, timingSafeEqual } from 'node:crypto';
import type { Request } from 'express';
import { readCookie } from '../core/http/cookies.js';

/** What a request proves its caller with. */
export type Credential =
  | { readonly kind: 'session'; readonly token: string }
  | { readonly kind: 'apiKey'; readonly key: string }
  | { readonly kind: 'root' };

const KEY_MARK = 'atr_';

/**
 * Finds a request's credential: the `Authorization` header (with or without the word `Bearer`), else the session
 * cookie. If there is a header, it decides, even when it is wrong: a cookie never replaces a bad token.
 */
export function readCredential(
  request: Request,
  cookieName: string,
  rootKey: string | undefined,
): Credential | undefined {
  const header = request.headers.authorization;
  if (header !== undefined) {
    return fromHeader(header, rootKey);
  }
  const token = readCookie(request, cookieName);
  return token ? { kind: 'session', token } : undefined;
}

function fromHeader(header: string, rootKey: string | undefined): Credential | undefined {
  const secret = header.replace(/^Bearer\s+/i, '').trim();
  if (secret.startsWith(KEY_MARK)) {
    return { kind: 'apiKey', key: secret };
  }
  if (rootKey !== undefined && equalInConstantTime(secret, rootKey)) {
    return { kind: 'root' };
  }
  return secret ? { kind: 'session', token: secret } : undefined;
}

/** Compares hashes, so that neither the length nor the first difference shows in the time it takes. */
function equalInConstantTime(a: string, b: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
