import { currentContext } from '../http/request-context.js';

/**
 * The time that the database has for the statements of one request, so that a slow database is answered with 503 in seconds. It
 * begins with the first statement. There is no limit outside of requests, as in jobs and at start.
 *
 * @param limitMs milliseconds that a request may use
 * @returns the milliseconds that are left
 * @throws an error that `isDatabaseUnavailable` recognizes when none are left
 */
export function timeLeft(limitMs: number): number {
  const context = currentContext();
  if (!context) {
    return Infinity;
  }
  const now = performance.now();
  context.databaseDeadline ??= now + limitMs;
  if (context.databaseDeadline <= now) {
    const error = new Error(`The statements of a request took longer than ${(limitMs / 1000).toString()} s`);
    throw Object.assign(error, { code: 'ETIMEDOUT' });
  }
  return context.databaseDeadline - now;
}

/** Does work that is not the database's, such as hashing or receiving a file. Its time does not count. */
export async function outsideTimeLimit<T>(work: () => Promise<T>): Promise<T> {
  const began = performance.now();
  try {
    return await work();
  } finally {
    const context = currentContext();
    if (context?.databaseDeadline !== undefined) {
      context.databaseDeadline += performance.now() - began;
    }
  }
}

/** Removes the limit of the running request, for imports and exports. */
export function removeTimeLimit(): void {
  const context = currentContext();
  if (context) {
    context.databaseDeadline = Infinity;
  }
}
