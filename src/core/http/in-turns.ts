import { setImmediate } from 'node:timers/promises';

/** Milliseconds that one request may work before other requests get their turn. */
const LONGEST_TURN_MS = 5;

/**
 * Passes items on, and lets other requests run whenever the work on them has taken a while. Items that are in memory
 * already are otherwise worked off in one go, in which nothing else is answered.
 */
export async function* inTurns<T>(items: AsyncIterable<T> | Iterable<T>): AsyncGenerator<T, void, undefined> {
  let began = performance.now();
  for await (const item of items) {
    yield item;
    if (performance.now() - began > LONGEST_TURN_MS) {
      await setImmediate();
      began = performance.now();
    }
  }
}
