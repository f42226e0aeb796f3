import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Prisma } from '../prisma/generated/client.js';
import { PrismaService } from '../prisma/prisma.service.js';
import { JobWorker } from './job-worker.js';
import { deleteBatch, past } from './retention.queries.js';

const INTERVAL_SECONDS = 10 * 60;

/** Rows that one statement deletes, so that none locks many rows for long. */
const BATCH = 1000;

/**
 * Deletes what is no longer needed. Each module registers the rows of its tables; one job deletes them in batches.
 *
 * @example retention.register('Session', past('expiresAt', { days: 1 }))
 */
@Injectable()
export class Retention implements OnModuleInit {
  private readonly rules: Prisma.Sql[] = [];

  constructor(
    private readonly prisma: PrismaService,
    private readonly worker: JobWorker,
  ) {
    // A job whose tries are used up waits for the operator to look at it.
    this.register('Job', past('failedAt', { days: 30 }));
  }

  onModuleInit(): void {
    this.worker.every('clear_expired', INTERVAL_SECONDS, (signal) => this.run(signal));
  }

  /**
   * Registers rows to be deleted.
   *
   * @param condition over the table's columns, by the database's clock: {@link past}, or one of a `*.queries.ts` file. An index must
   * serve it
   */
  register(table: Prisma.ModelName, condition: Prisma.Sql): void {
    this.rules.push(deleteBatch(table, condition, BATCH));
  }

  /** Deletes all registered rows. @param signal ends it after the running batch */
  async run(signal?: AbortSignal): Promise<void> {
    for (const rule of this.rules) {
      while (!signal?.aborted && (await this.prisma.execute(rule)) === BATCH);
    }
  }
}
