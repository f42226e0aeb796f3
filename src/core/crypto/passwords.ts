import { availableParallelism } from 'node:os';
import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import pLimit, { type LimitFunction } from 'p-limit';
import { unavailable } from '../http/readiness.js';
import { type HashQueue, Metrics, NO_METRICS, secondsSince } from '../metrics/metrics.js';
import { outsideTimeLimit } from '../prisma/time-limit.js';

/** Argon2id (the library's default) as OWASP's Password Storage Cheat Sheet recommends it: 19 MiB, two passes, one lane. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** How PHC strings of these parameters begin. */
const CURRENT = `$argon2id$v=19$m=${PARAMETERS.memoryCost.toString()},t=${PARAMETERS.timeCost.toString()},p=1$`;

/** Hashes waiting for a thread in one queue; a few seconds of work. More would only time out. */
const LONGEST_QUEUE = 200;

/**
 * Hashes passwords, on threads of their own: the event loop never waits for a hash, and memory stays bounded. Registrations have
 * a queue of their own, because any client can send many of them: a sign-in never waits behind them.
 */
@Injectable()
export class Passwords {
  private readonly queues: Readonly<Record<HashQueue, LimitFunction>> = {
    sign_in: pLimit(availableParallelism()),
    // One at a time: hashes run on the four threads that Node gives to all libraries, and the others are left to sign-ins.
    registration: pLimit(1),
  };
  private readonly decoy = hash(randomBytes(24).toString('base64'), PARAMETERS);

  constructor(private readonly metrics: Metrics = NO_METRICS) {
    metrics.watch('atrium_password_hash_queue_length', () =>
      Object.entries(this.queues).map(([queue, { pendingCount }]) => ({ labels: { queue }, value: pendingCount })),
    );
  }

  /** The password as it may be stored, in PHC form. @throws Problem `unavailable` when too many hashes wait already */
  hash(password: string): Promise<string> {
    return this.enqueue('sign_in', () => hash(password.normalize('NFC'), PARAMETERS));
  }

  /**
   * The same for a person without an account.
   *
   * @throws Problem `unavailable` when too many registrations wait already
   */
  hashForRegistration(password: string): Promise<string> {
    return this.enqueue('registration', () => hash(password.normalize('NFC'), PARAMETERS));
  }

  /**
   * Whether the password is the stored one. Without a stored one a decoy is checked, so that an unknown account costs
   * the same time as a known one, and the time does not reveal it.
   *
   * @throws Problem `unavailable` when too many hashes wait already
   */
  async matches(password: string, stored: string | null | undefined): Promise<boolean> {
    const compared = stored ?? (await this.decoy);
    const matches = await this.enqueue('sign_in', () => verify(compared, password.normalize('NFC')));
    return matches && stored != null;
  }

  /** Whether a hash was made with weaker parameters than today's and should be renewed at the next sign-in. */
  isOutdated(stored: string): boolean {
    return !stored.startsWith(CURRENT);
  }

  private enqueue<T>(name: HashQueue, work: () => Promise<T>): Promise<T> {
    const queue = this.queues[name];
    if (queue.pendingCount >= LONGEST_QUEUE) {
      throw unavailable();
    }
    const enqueued = performance.now();
    return outsideTimeLimit(() =>
      queue(() => {
        this.metrics.hashWaits.observe({ queue: name }, secondsSince(enqueued));
        return work();
      }),
    );
  }
}
