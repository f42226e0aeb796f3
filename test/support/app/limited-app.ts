import { randomInt } from 'node:crypto';
import type { Client } from '../clients/client.js';
import { TestApp } from './app.js';

/** Where the tests count limits in Redis; unset, they count them in the process. */
export const REDIS = process.env.TEST_REDIS_URL;

/**
 * An app that tells clients apart as a proxy reports them, and counts in Redis when there is one.
 *
 * @param variables of the environment, for an app of the file's own
 */
export function startLimitedApp(variables?: Readonly<Record<string, string>>): Promise<TestApp> {
  return variables || REDIS
    ? TestApp.start({ TRUSTED_PROXIES: '127.0.0.1', ...(REDIS && { REDIS_URL: REDIS }), ...variables })
    : TestApp.start();
}

/** An address of nobody else, as it is stored: what others did counts for them, in this run and in those before. */
export function newAddress(): string {
  const groups = Array.from({ length: 6 }, () => randomInt(1, 0x10000).toString(16));
  return `2001:db8:${groups.join(':')}`;
}

/** A client behind the proxy, at the given address. */
export function at(app: TestApp, address = newAddress()): Client {
  return app.anonymous.with('x-forwarded-for', address);
}
