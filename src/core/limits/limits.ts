import type { OnApplicationShutdown } from '@nestjs/common';
import type { Redis } from 'ioredis';
import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import { type Metrics, NO_METRICS } from '../metrics/metrics.js';
import { tooManyRequests } from './too-many.js';

/** So many of something in so long a time. */
export interface LimitRule {
  /** Part of the keys in Redis, and a label of the metrics. */
  readonly name: string;
  readonly points: number;
  /** In seconds, from the first one on. */
  readonly duration: number;
}

/** A counted try. It counts until it is given back. */
export interface Reservation {
  keep(): void;
  giveBack(): Promise<void>;
}

/** A counter for each key of one rule, atomic among all callers. */
export class Limit {
  /** What was reserved here and may be given back yet, by key. */
  private readonly underWay = new Map<string, Set<Promise<void>>>();

  /** @param onHit called for each caller who is refused */
  constructor(
    private readonly limiter: RateLimiterAbstract,
    private readonly onHit: () => void,
  ) {}

  /**
   * Counts one, before what is counted is tried: parallel tries cannot pass together. Those under way that may turn out
   * not to count are waited for: here until they are over, those of other instances shortly.
   *
   * @throws Problem `too_many_requests` with the seconds to wait
   */
  async reserve(key: string): Promise<Reservation> {
    for (let tries = 1; ;) {
      const over = await this.consume(key);
      if (!over) {
        return this.reserved(key);
      }
      await this.limiter.reward(key, 1);
      const others = this.underWay.get(key);
      if (others) {
        await Promise.race(others);
      } else if (tries++ < MOST_TRIES) {
        await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      } else {
        this.onHit();
        throw tooManyRequests(over.msBeforeNext);
      }
    }
  }

  /** Counts one that always counts. @throws Problem `too_many_requests` with the seconds to wait */
  async count(key: string): Promise<void> {
    const over = await this.consume(key);
    if (over) {
      this.onHit();
      throw tooManyRequests(over.msBeforeNext);
    }
  }

  /** Counts one. @returns whether the limit allows it */
  async allows(key: string): Promise<boolean> {
    return (await this.consume(key)) === undefined;
  }

  private reserved(key: string): Reservation {
    let settle = (): void => undefined;
    const settled = new Promise<void>((resolve) => (settle = resolve));
    const all = (this.underWay.get(key) ?? new Set()).add(settled);
    this.underWay.set(key, all);
    const keep = (): void => {
      all.delete(settled);
      if (all.size === 0) {
        this.underWay.delete(key);
      }
      settle();
    };
    return { keep, giveBack: () => this.limiter.reward(key, 1).then(keep, keep) };
  }

  private async consume(key: string): Promise<RateLimiterRes | undefined> {
    try {
      await this.limiter.consume(key);
      return undefined;
    } catch (error) {
      if (error instanceof RateLimiterRes) {
        return error;
      }
      throw error;
    }
  }
}

const MOST_TRIES = 3;
/** Milliseconds; longer than one password takes to be checked. */
const PAUSE_MS = 150;

/** Makes limits: counted in Redis when there is one, so that all instances count together, else in this process. */
export class Limits implements OnApplicationShutdown {
  constructor(
    private readonly redis?: Redis,
    private readonly metrics: Metrics = NO_METRICS,
  ) {}

  create({ name, points, duration }: LimitRule): Limit {
    const options = { keyPrefix: `atrium:${name}`, points, duration };
    const memory = new RateLimiterMemory(options);
    return new Limit(
      // While Redis is away each instance counts for itself: a weaker limit, but never none.
      this.redis ? new RateLimiterRedis({ ...options, storeClient: this.redis, insuranceLimiter: memory }) : memory,
      () => this.metrics.limitsHit.inc({ limit: name }),
    );
  }

  async onApplicationShutdown(): Promise<void> {
    await this.redis?.quit().catch(() => this.redis?.disconnect());
  }
}
