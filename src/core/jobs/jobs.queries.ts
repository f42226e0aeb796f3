import type { Statement } from '../prisma/database.js';
import { Prisma } from '../prisma/generated/client.js';

/** Seconds a claim lasts. After that time, other processes run the jobs of a process that was killed. */
export const LOCK_SECONDS = 120;

/** Writes a job without a payload, unless its id is taken. Earlier versions gave it a payload, which is removed. */
export const SCHEDULE: Statement = {
  name: 'job_schedule',
  text: `INSERT INTO "Job" (id, kind) VALUES ($1, $2)
         ON CONFLICT (id) DO UPDATE SET "payloadSealed" = NULL WHERE "Job"."payloadSealed" IS NOT NULL`,
};

/** Claims the job that has been due the longest. Two callers never get the same. */
export const CLAIM: Statement = {
  name: 'job_claim',
  text: `UPDATE "Job" SET "runAt" = now() + interval '${LOCK_SECONDS} seconds', attempts = attempts + 1
         WHERE id = (SELECT id FROM "Job"
                     WHERE "failedAt" IS NULL AND "runAt" <= now() AND kind = ANY($1::text[])
                     ORDER BY "runAt" LIMIT 1 FOR UPDATE SKIP LOCKED)
         RETURNING id, kind, "payloadSealed", "traceParent", attempts`,
};

/** Deletes a job that this claim has done. */
export const DONE: Statement = { name: 'job_done', text: `DELETE FROM "Job" WHERE id = $1 AND attempts = $2` };

/** Makes a job of this claim due again. */
export const AGAIN: Statement = {
  name: 'job_again',
  text: `UPDATE "Job" SET "runAt" = now() + make_interval(secs => $3), attempts = 0, "lastError" = NULL
         WHERE id = $1 AND attempts = $2`,
};

/** Records a failed try of this claim, and whether it was the last. */
export const FAILED: Statement = {
  name: 'job_failed',
  text: `UPDATE "Job" SET "runAt" = now() + make_interval(secs => $3), "lastError" = $4,
                          "failedAt" = CASE WHEN $5::boolean THEN now() END
         WHERE id = $1 AND attempts = $2`,
};

/**
 * Counts the jobs that are due, and those given up. Both conditions use the index on (failedAt, runAt). A job that runs is due later,
 * when its claim is over.
 */
export const BACKLOG: Statement = {
  name: 'job_backlog',
  text: `SELECT kind, count(*) FILTER (WHERE "failedAt" IS NULL)::int AS waiting, count("failedAt")::int AS "givenUp",
           coalesce(extract(epoch FROM now() - min("runAt") FILTER (WHERE "failedAt" IS NULL)), 0)::float8 AS "oldestAge"
         FROM "Job"
         WHERE ("failedAt" IS NULL AND "runAt" <= now()) OR "failedAt" > now() - interval '24 hours'
         GROUP BY kind`,
};

/** The jobs of a kind that are due. */
export interface Backlog {
  readonly kind: string;
  readonly waiting: number;
  /** Seconds for which the oldest has been due. */
  readonly oldestAge: number;
  /** Jobs whose last try failed within 24 hours. */
  readonly givenUp: number;
}

/** A job to be written. */
export interface NewJob {
  readonly id: string;
  readonly sealed: Uint8Array;
  /** Seconds until it is due. */
  readonly delay: number;
}

/** Writes jobs of one kind. @param trace the header `traceparent` of the request that writes them, if it is measured */
export function insertJobs(kind: string, jobs: readonly NewJob[], trace: string | undefined): Prisma.Sql {
  const ids = jobs.map(({ id }) => id);
  const payloads = jobs.map(({ sealed }) => Buffer.from(sealed).toString('hex'));
  const delays = jobs.map(({ delay }) => delay);
  return Prisma.sql`
    INSERT INTO "Job" (id, kind, "payloadSealed", "runAt", "traceParent")
    SELECT j.id, ${kind}, decode(j.payload, 'hex'), now() + make_interval(secs => j.delay), ${trace ?? null}
    FROM unnest(${ids}::uuid[], ${payloads}::text[], ${delays}::float8[]) AS j (id, payload, delay)`;
}
