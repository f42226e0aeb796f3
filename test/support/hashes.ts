import { Passwords } from '../../src/core/crypto/passwords.js';
import type { TestApp } from './app.js';

/** How the hashing queue takes work in. */
interface Queue {
  enqueue: (work: () => unknown) => unknown;
}

/** Counts the password hashes that an application computes from now on, for whatever reason. */
export function countHashes(app: TestApp): { total: number } {
  const passwords = app.nest.get<unknown, Queue>(Passwords);
  const enqueue = passwords.enqueue.bind(passwords);
  const count = { total: 0 };
  passwords.enqueue = (work) =>
    enqueue(() => {
      count.total++;
      return work();
    });
  return count;
}
