import { setTimeout } from 'node:timers/promises';
import type { Pool, QueryResultRow } from 'pg';
import type { Statement } from '../prisma/database.js';
import { isDatabaseUnavailable } from '../prisma/failures.js';
import { AGAIN, BACKLOG, type Backlog, CLAIM, DONE, FAILED, LOCK_SECONDS, SCHEDULE } from './jobs.queries.js';

/** A job that this process has claimed. No other process runs it before {@link LOCK_SECONDS} is over. */
export interface Job {
  readonly id: string;
  readonly kind: string;
  /** Null for periodic work, which has none. */
  readonly payloadSealed: Buffer | null;
  /** The header `traceparent` of the request that wrote the job, if it was measured. */
  readonly traceParent: string | null;
  /** This one included. It also identifies the claim: a late write of an earlier claim has no effect. */
  readonly attempts: number;
}

/** Milliseconds between tries to write how a job ended while the database is away. */
const PAUSE_MS = 1_000;

/** The jobs from the view of the worker. */
export class JobTable {
  constructor(private readonly pool: Pool) {}

  /** Creates the job of periodic work unless it exists. Removes the payload that earlier versions gave it. */
  async schedule(id: string, kind: string): Promise<void> {
    await this.run(SCHEDULE, [id, kind]);
  }

  /** Takes the job of one of these kinds that has been due the longest. Two callers never get the same. */
  async claim(kinds: readonly string[]): Promise<Job | undefined> {
    const [job] = await this.run<Job & QueryResultRow>(CLAIM, [kinds]);
    return job;
  }

  /** How many jobs of each kind wait. Kinds without one are left out. */
  backlog(): Promise<Backlog[]> {
    return this.run<Backlog & QueryResultRow>(BACKLOG, []);
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
  private async settle(statement: Statement, values: unknown[]): Promise<void> {
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

  private async run<Row extends QueryResultRow>({ name, text }: Statement, values: unknown[]): Promise<Row[]> {
    const { rows } = await this.pool.query<Row>({ name, text, values });
    return rows;
  }
}
