import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Redis } from 'ioredis';
import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import { Config } from '../config/config.js';
import { TooManyRequests } from '../problems/common.problems.js';
import { Problem } from '../problems/problem.js';

/** So many of something in so long a time. */
export interface LimitRule {
  /** Part of the keys in Redis. */
  readonly name: string;
  readonly points: number;
  /** In seconds, from the first one on. */
  readonly duration: number;
}

/** A counter for each key of one rule, atomic among all callers. */
export class Limit {
  constructor(private readonly limiter: RateLimiterAbstract) {}

  /**
   * Counts one, before what is counted is tried: parallel tries cannot slip through together. Those under way that will
   * turn out not to count are waited for shortly.
   *
   * @throws Problem `too_many_requests` with the seconds to wait
   */
  async reserve(key: string): Promise<void> {
    for (let tries = 1; ; tries++) {
      const over = await this.consume(key);
      if (!over) {
        return;
      }
      await this.refund(key);
      if (tries === MOST_TRIES) {
        const seconds = Math.max(1, Math.ceil(over.msBeforeNext / 1000));
        throw new Problem(TooManyRequests, { headers: { 'Retry-After': seconds.toString() } });
      }
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
  }

  /** Takes back one that was reserved and turned out not to count. */
  async refund(key: string): Promise<void> {
    await this.limiter.reward(key, 1);
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
const PAUSE = 150;

/** Milliseconds until Redis counts as away. */
const LONGEST_WAIT = 1000;

/** Makes limits: counted in Redis when there is one, so that all instances count together, else in this process. */
@Injectable()
export class Limits implements OnApplicationShutdown {
  private readonly redis: Redis | undefined;
  private readonly logger = new Logger('Limits');

  constructor(config: Config) {
    this.redis = config.redisUrl === undefined ? undefined : this.connect(config.redisUrl);
  }

  create({ name, points, duration }: LimitRule): Limit {
    const options = { keyPrefix: `atrium:${name}`, points, duration };
    const memory = new RateLimiterMemory(options);
    return new Limit(
      // While Redis is away each instance counts for itself: a weaker limit, but never none.
      this.redis ? new RateLimiterRedis({ ...options, storeClient: this.redis, insuranceLimiter: memory }) : memory,
    );
  }

  async onApplicationShutdown(): Promise<void> {
    await this.redis?.quit().catch(() => this.redis?.disconnect());
  }

  private connect(url: string): Redis {
    const redis = new Redis(url, {
      connectionName: 'atrium',
      enableOfflineQueue: false,
      maxRetriesPerRequest: 1,
      // One that hangs must not take sign-in along.
      commandTimeout: LONGEST_WAIT,
      socketTimeout: LONGEST_WAIT,
    });
    redis.on('error', (error) => {
      this.logger.warn(`Redis cannot be reached: ${error.message}`);
    });
    return redis;
  }
}
