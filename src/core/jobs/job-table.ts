import { setTimeout } from 'node:timers/promises';
import type { Pool, QueryResultRow } from 'pg';
import { isDatabaseUnavailable } from '../prisma/failures.js';

/** A job that this process has claimed. No other process runs it before {@link LOCK_SECONDS} is over. */
export interface Job {
  readonly id: string;
  readonly kind: string;
  readonly payloadSealed: Buffer;
  /** This one included. It also identifies the claim: a late write of an earlier claim has no effect. */
  readonly attempts: number;
}

/** Seconds a claim lasts. After that time, other processes run the jobs of a process that was killed. */
export const LOCK_SECONDS = 120;

/** Milliseconds between tries to write how a job ended while the database is away. */
const PAUSE_MS = 1_000;

const SCHEDULE = {
  name: 'job_schedule',
  text: `INSERT INTO "Job" (id, kind, "payloadSealed") VALUES ($1, $2, $3) ON CONFLICT (id) DO NOTHING`,
};

const CLAIM = {
  name: 'job_claim',
  text: `UPDATE "Job" SET "runAt" = now() + interval '${LOCK_SECONDS} seconds', attempts = attempts + 1
         WHERE id = (SELECT id FROM "Job"
                     WHERE "failedAt" IS NULL AND "runAt" <= now() AND kind = ANY($1::text[])
                     ORDER BY "runAt" LIMIT 1 FOR UPDATE SKIP LOCKED)
         RETURNING id, kind, "payloadSealed", attempts`,
};

const DONE = { name: 'job_done', text: `DELETE FROM "Job" WHERE id = $1 AND attempts = $2` };

const AGAIN = {
  name: 'job_again',
  text: `UPDATE "Job" SET "runAt" = now() + make_interval(secs => $3), attempts = 0, "lastError" = NULL
         WHERE id = $1 AND attempts = $2`,
};

const FAILED = {
  name: 'job_failed',
  text: `UPDATE "Job" SET "runAt" = now() + make_interval(secs => $3), "lastError" = $4,
                          "failedAt" = CASE WHEN $5::boolean THEN now() END
         WHERE id = $1 AND attempts = $2`,
};

/** The statements of the worker. Times are the database's, so that instances need not agree on theirs. */
export class JobTable {
  constructor(private readonly pool: Pool) {}

  /** Puts a job there unless its id is taken. */
  async schedule(id: string, kind: string, payloadSealed: Uint8Array): Promise<void> {
    await this.run(SCHEDULE, [id, kind, Buffer.from(payloadSealed)]);
  }

  /** Takes the job of one of these kinds that has been due the longest. Two callers never get the same. */
  async claim(kinds: readonly string[]): Promise<Job | undefined> {
    const [job] = await this.run<Job & QueryResultRow>(CLAIM, [kinds]);
    return job;
  }

  done({ id, attempts }: Job): Promise<void> {
    return this.settle(DONE, [id, attempts]);
  }

  /** Done for now: the same job is due again in so many seconds. */
  again({ id, attempts }: Job, seconds: number): Promise<void> {
    return this.settle(AGAIN, [id, attempts, seconds]);
  }

  /** @param seconds until the next try, unless it was the last */
  failed({ id, attempts }: Job, error: string, seconds: number, wasLast: boolean): Promise<void> {
    return this.settle(FAILED, [id, attempts, seconds, error, wasLast]);
  }

  /** A job whose end is not written runs again. So an unreachable database is waited for as long as the claim lasts. */
  private async settle(statement: { name: string; text: string }, values: unknown[]): Promise<void> {
    for (const deadline = Date.now() + LOCK_SECONDS * 1000; ;) {
      try {
        await this.run(statement, values);
        return;
      } catch (error) {
        if (!isDatabaseUnavailable(error) || Date.now() > deadline) {
          throw error;
        }
        await setTimeout(PAUSE_MS);
      }
    }
  }

  private async run<Row extends QueryResultRow>(
    { name, text }: { name: string; text: string },
    values: unknown[],
  ): Promise<Row[]> {
    const { rows } = await this.pool.query<Row>({ name, text, values });
    return rows;
  }
}
