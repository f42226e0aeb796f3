import { setTimeout } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Config } from '../config/config.js';
import { unavailable } from '../http/readiness.js';
import { newId } from '../ids/ids.js';
import { Retention } from '../jobs/retention.js';
import { past } from '../jobs/retention.queries.js';
import { Database } from '../prisma/database.js';
import { PrismaService } from '../prisma/prisma.service.js';
import { removeTimeLimit } from '../prisma/time-limit.js';
import { takeTurn } from './bulk-turns.queries.js';
import { Slots } from './slots.js';

/** Milliseconds between two tries to get the turn, about. */
const PAUSE_MS = 100;

/** The turn of an organization: its bulk work is done step by step. */
export interface BulkTurn {
  /**
   * Renews the turn, then works with one connection of those that are for bulk work. Between two steps others get theirs.
   *
   * @throws Problem `unavailable` when other work of the organization does not end in time, or no connection is free in time
   */
  step<T>(work: () => Promise<T>): Promise<T>;
  /** Lets the next work of the organization begin. */
  end(): Promise<void>;
}

/**
 * Keeps bulk work (imports, exports) of one organization from starving the others (accounts.md, "Work is bounded"): it runs one at a time
 * per organization over all processes, and uses at most a third of the connections of this process.
 *
 * @example
 * const turn = await turns.begin(organizationId);
 * try {
 *   await turn.step(() => writeRows(rows));
 * } finally {
 *   await turn.end();
 * }
 */
@Injectable()
export class BulkTurns {
  private readonly slots: Slots;
  private readonly longestWaitMs: number;

  constructor(
    config: Config,
    { pool }: Database,
    private readonly prisma: PrismaService,
    retention: Retention,
  ) {
    this.longestWaitMs = config.databasePoolTimeout * 1000;
    this.slots = new Slots(Math.max(1, Math.floor(pool.options.max / 3)), this.longestWaitMs, unavailable);
    retention.register('BulkTurn', past('expiresAt'));
  }

  /**
   * Waits for the turn of an organization, without a connection. The request has no limit of its time in the database any more.
   *
   * @throws Problem `unavailable` when that takes too long
   */
  async begin(organizationId: string): Promise<BulkTurn> {
    const holderId = newId();
    removeTimeLimit();
    await this.take(organizationId, holderId);
    return {
      step: async (work) => {
        await this.take(organizationId, holderId);
        return this.slots.run(work);
      },
      end: () => this.end(organizationId, holderId),
    };
  }

  private async take(organizationId: string, holderId: string): Promise<void> {
    const deadline = performance.now() + this.longestWaitMs;
    while (!(await this.slots.run(() => this.takes(organizationId, holderId)))) {
      if (performance.now() > deadline) {
        throw unavailable();
      }
      await setTimeout(PAUSE_MS * (0.5 + Math.random()));
    }
  }

  private async takes(organizationId: string, holderId: string): Promise<boolean> {
    return (await this.prisma.execute(takeTurn(organizationId, holderId))) === 1;
  }

  /** What fails here expires. */
  private async end(organizationId: string, holderId: string): Promise<void> {
    const where = { organizationId, holderId };
    await this.slots.run(() => this.prisma.db.bulkTurn.deleteMany({ where })).catch(() => undefined);
  }
}
