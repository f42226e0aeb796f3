import { parseCookie } from 'cookie';
import type { CookieOptions, Request } from 'express';
import { publicPath } from './public-path.js';

/** A cookie the client sent, or undefined. */
export function readCookie(request: Request, name: string): string | undefined {
  const { cookie } = request.headers;
  return cookie === undefined ? undefined : parseCookie(cookie)[name];
}

/**
 * What the cookies of the service have in common. With TLS, `__Host-` binds a cookie to the host; below a path, which other services
 * of the host do not share, only `__Secure-` is possible (RFC 6265bis, section 4.1.3).
 *
 * @returns what their names begin with, and their attributes
 */
export function cookieScope(publicUrl: string): { readonly prefix: string; readonly options: CookieOptions } {
  const path = publicPath(publicUrl);
  const secure = publicUrl.startsWith('https:');
  const securePrefix = path === '' ? '__Host-' : '__Secure-';
  return {
    prefix: secure ? securePrefix : '',
    options: { httpOnly: true, sameSite: 'lax', path: path === '' ? '/' : path, secure },
  };
}
