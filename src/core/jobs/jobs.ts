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
   * @param options.delay seconds until it is due
   */
  async enqueue(kind: string, payload: unknown, { delay = 0 }: { delay?: number } = {}): Promise<void> {
    const sealed = this.encryption.seal(JSON.stringify(payload), purposeOf(kind));
    await this.prisma.db.$executeRaw`
      INSERT INTO "Job" (id, kind, "payloadSealed", "runAt")
      VALUES (${newId()}::uuid, ${kind}, ${sealed}, now() + make_interval(secs => ${delay}))`;
    this.prisma.afterCommit(() => this.worker.wake());
  }

  /** Writes many jobs of one kind, each due after so many seconds, with one statement, in the running transaction. */
  async enqueueAll(kind: string, jobs: readonly { payload: unknown; delay: number }[]): Promise<void> {
    const ids = jobs.map(() => newId());
    const sealed = jobs.map(({ payload }) => this.encryption.seal(JSON.stringify(payload), purposeOf(kind)));
    const payloads = sealed.map((bytes) => Buffer.from(bytes).toString('hex'));
    const delays = jobs.map(({ delay }) => delay);
    await this.prisma.db.$executeRaw`
      INSERT INTO "Job" (id, kind, "payloadSealed", "runAt")
      SELECT j.id, ${kind}, decode(j.payload, 'hex'), now() + make_interval(secs => j.delay)
      FROM unnest(${ids}::uuid[], ${payloads}::text[], ${delays}::int[]) AS j (id, payload, delay)`;
    this.prisma.afterCommit(() => this.worker.wake());
  }
}
