import type { OnApplicationShutdown } from '@nestjs/common';
import type { Redis } from 'ioredis';
import { currentContext } from '../http/request-context.js';

/** Seconds after a change in which the caller's reads go to the primary. */
export const SECONDS_OF_OWN_WRITES = 10;

/** The caller of the running request. Root has no id. */
const caller = (): string => currentContext()?.callerId ?? 'root';

const keyOf = (callerId: string): string => `atrium:wrote:${callerId}`;

/**
 * The callers that changed something within the last 10 seconds. All instances share this in Redis. Without Redis, each instance
 * has those of its own requests.
 */
export class RecentWrites implements OnApplicationShutdown {
  /** Until when they count, by `performance.now()`, in the order of time. */
  private readonly own = new Map<string, number>();

  constructor(private readonly redis?: Redis) {}

  /** Records a change of the running request's caller. While Redis does not answer, the instance records it for itself. */
  async add(): Promise<void> {
    const callerId = caller();
    this.forgetOld();
    this.own.delete(callerId);
    this.own.set(callerId, performance.now() + SECONDS_OF_OWN_WRITES * 1000);
    await this.redis?.set(keyOf(callerId), '', 'EX', SECONDS_OF_OWN_WRITES).catch(() => undefined);
  }

  /** Whether the running request's caller changed something lately. True as well while Redis does not answer. */
  async hasCaller(): Promise<boolean> {
    const callerId = caller();
    if ((this.own.get(callerId) ?? 0) > performance.now()) {
      return true;
    }
    return (await this.redis?.exists(keyOf(callerId)).catch(() => 1)) === 1;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.redis?.quit().catch(() => this.redis?.disconnect());
  }

  private forgetOld(): void {
    const now = performance.now();
    for (const [callerId, until] of this.own) {
      if (until > now) {
        return;
      }
      this.own.delete(callerId);
    }
  }
}
