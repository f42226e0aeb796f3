import { Injectable } from '@nestjs/common';
import { Encryption } from '../crypto/encryption.js';
import { newId } from '../ids/ids.js';
import { PrismaService } from '../prisma/prisma.service.js';
import { JobWorker, purposeOf } from './job-worker.js';

/** Work to be done after a transaction has committed, and exactly when it has. */
@Injectable()
export class Jobs {
  constructor(
    private readonly prisma: PrismaService,
    private readonly encryption: Encryption,
    private readonly worker: JobWorker,
  ) {}

  /**
   * Writes the job in the running transaction; a worker takes it once that has committed.
   *
   * @param payload for the handler of that kind: anything JSON can carry. Encrypted at rest.
   * @param options.runAt when it is due, if not at once
   */
  async enqueue(kind: string, payload: unknown, { runAt }: { runAt?: Date } = {}): Promise<void> {
    const sealed = this.encryption.seal(JSON.stringify(payload), purposeOf(kind));
    await this.prisma.db.$executeRaw`
      INSERT INTO "Job" (id, kind, "payloadSealed", "runAt")
      VALUES (${newId()}::uuid, ${kind}, ${sealed}, coalesce(${runAt ?? null}::timestamptz, now()))`;
    this.prisma.afterCommit(() => this.worker.wake());
  }

  /** Writes many jobs of one kind with one statement, in the running transaction. */
  async enqueueAll(kind: string, jobs: readonly { payload: unknown; runAt: Date }[]): Promise<void> {
    const ids = jobs.map(() => newId());
    const sealed = jobs.map(({ payload }) => this.encryption.seal(JSON.stringify(payload), purposeOf(kind)));
    const payloads = sealed.map((bytes) => Buffer.from(bytes).toString('hex'));
    const times = jobs.map(({ runAt }) => runAt.toISOString());
    await this.prisma.db.$executeRaw`
      INSERT INTO "Job" (id, kind, "payloadSealed", "runAt")
      SELECT j.id, ${kind}, decode(j.payload, 'hex'), j."runAt"
      FROM unnest(${ids}::uuid[], ${payloads}::text[], ${times}::timestamptz[]) AS j (id, payload, "runAt")`;
    this.prisma.afterCommit(() => this.worker.wake());
  }
}
