import type { Request } from 'express';

/** The scheme and the host of a request target in absolute form (RFC 9112, section 3.2.2). */
const ORIGIN = /^[a-z][a-z0-9+.-]*:\/\/[^/]*/i;

/**
 * The path of a request as a relative reference that cannot lead to another host, without its query, which may hold secrets.
 */
export function pathOf({ originalUrl }: Request): string {
  const [target = ''] = originalUrl.split(/[?#]/, 1);
  return `/${target.replace(ORIGIN, '').replace(/^\/+/, '')}`;
}
