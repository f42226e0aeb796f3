import { parseCookie } from 'cookie';
import type { Request } from 'express';

/** A cookie the client sent, or undefined. */
export function readCookie(request: Request, name: string): string | undefined {
  const { cookie } = request.headers;
  return cookie === undefined ? undefined : parseCookie(cookie)[name];
}
