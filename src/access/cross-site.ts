import type { Request } from 'express';
import type { Config } from '../core/config/config.js';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** The origins whose pages may change things with a session cookie: this service, the console and CORS_ORIGINS. */
export function trustedOrigins({
  publicUrl,
  consoleUrl,
  corsOrigins,
}: Pick<Config, 'publicUrl' | 'consoleUrl' | 'corsOrigins'>): ReadonlySet<string> {
  return new Set([new URL(publicUrl).origin, new URL(consoleUrl).origin, ...corsOrigins]);
}

/**
 * Whether a page of another origin made the browser send this state-changing request, by the headers of the browser.
 * Browsers set `Origin` and `Sec-Fetch-Site` (Fetch Metadata) themselves; pages cannot forge them. A neighbour of the
 * same site is foreign unless its `Origin` is trusted. A client that sends neither header is no browser.
 */
export function isCrossSite(request: Request, trusted: ReadonlySet<string>): boolean {
  if (SAFE_METHODS.has(request.method)) {
    return false;
  }
  const { origin, 'sec-fetch-site': site } = request.headers;
  if (origin !== undefined && !trusted.has(origin)) {
    return true;
  }
  return site === 'cross-site' || (site === 'same-site' && origin === undefined);
}
