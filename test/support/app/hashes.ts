import { Passwords } from '../../../src/core/crypto/passwords.js';
import type { TestApp } from './app.js';

/** How the queues for hashes take work in. */
interface Hashing {
  enqueue: (queue: unknown, work: () => unknown) => unknown;
}

/** How many password hashes an application computes, for whatever reason, until the work is done. */
export async function hashesDuring(app: TestApp, work: () => Promise<void>): Promise<number> {
  const passwords = app.nest.get<unknown, Hashing>(Passwords);
  const enqueue = passwords.enqueue.bind(passwords);
  let count = 0;
  passwords.enqueue = (queue, hashing) =>
    enqueue(queue, () => {
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
