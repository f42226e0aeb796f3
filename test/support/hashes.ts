import { Passwords } from '../../src/core/crypto/passwords.js';
import type { TestApp } from './app.js';

/** How many password hashes an application computes, for whatever reason, from the moment it is counted. */
export interface HashCount {
  total: number;
}

export function countHashes(app: TestApp): HashCount {
  const passwords = app.nest.get(Passwords) as unknown as { enqueue: (work: () => unknown) => unknown };
  const enqueue = passwords.enqueue.bind(passwords);
  const count: HashCount = { total: 0 };
  passwords.enqueue = (work) =>
    enqueue(() => {
      count.total++;
      return work();
    });
  return count;
}
