import type { Request } from 'express';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether a browser says that another site made it send this state-changing request. Browsers set `Sec-Fetch-Site` (Fetch
 * Metadata) and `Origin` themselves; pages cannot forge them. A client that sends neither is no browser.
 *
 * @param ownOrigin the origin under which this service is reached
 */
export function isCrossSite(request: Request, ownOrigin: string): boolean {
  if (SAFE_METHODS.has(request.method)) {
    return false;
  }
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) {
    return site === 'cross-site';
  }
  const { origin, host } = request.headers;
  return origin !== undefined && origin !== ownOrigin && hostOf(origin) !== host;
}

/** Sandboxed pages send the origin `null`, which has no host. */
function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
