import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Encryption } from '../crypto/encryption.js';
import { SealedColumns } from '../crypto/sealed-columns.js';
import { newId } from '../ids/ids.js';
import { PrismaService } from '../prisma/prisma.service.js';
import { traceParent } from '../tracing/tracing.js';
import { JobWorker, purposeOf } from './job-worker.js';
import { insertJobs } from './jobs.queries.js';

/** Work to be done after a transaction has committed, and exactly when it has. */
@Injectable()
export class Jobs implements OnModuleInit {
  constructor(
    private readonly prisma: PrismaService,
    private readonly encryption: Encryption,
    private readonly worker: JobWorker,
    private readonly sealed: SealedColumns,
  ) {}

  onModuleInit(): void {
    this.sealed.register({ table: 'Job', id: 'id', column: 'payloadSealed', purposeFrom: 'kind', purposeOf });
  }

  /**
   * Writes the job in the running transaction; a worker takes it once that has committed.
   *
   * @param payload for the handler of that kind: anything JSON can carry. Encrypted at rest.
   * @param options.delay seconds until it is due
   */
  async enqueue(kind: string, payload: unknown, { delay = 0 }: { delay?: number } = {}): Promise<void> {
    await this.enqueueAll(kind, [{ payload, delay }]);
  }

  /** Writes many jobs of one kind, each due after so many seconds, with one statement, in the running transaction. */
  async enqueueAll(kind: string, jobs: readonly { payload: unknown; delay: number }[]): Promise<void> {
    const rows = jobs.map(({ payload, delay }) => ({
      id: newId(),
      sealed: this.encryption.seal(JSON.stringify(payload), purposeOf(kind)),
      delay,
    }));
    await this.prisma.execute(insertJobs(kind, rows, traceParent()));
    this.prisma.afterCommit(() => this.worker.wake());
  }
}
