import { Passwords } from '../../src/core/crypto/passwords.js';
import type { TestApp } from './app.js';

/** How the hashing queue takes work in. */
interface Queue {
  enqueue: (work: () => unknown) => unknown;
}

/** How many password hashes an application computes, for whatever reason, until the work is done. */
export async function hashesDuring(app: TestApp, work: () => Promise<void>): Promise<number> {
  const passwords = app.nest.get<unknown, Queue>(Passwords);
  const enqueue = passwords.enqueue.bind(passwords);
  let count = 0;
  passwords.enqueue = (hashing) =>
    enqueue(() => {
      count++;
      return hashing();
    });
  try {
    await work();
  } finally {
    passwords.enqueue = enqueue;
  }
  return count;
}
