import { setTimeout } from 'node:timers/promises';
import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import { v5 } from 'uuid';
import { Encryption } from '../crypto/encryption.js';
import { Metrics, NO_METRICS, secondsSince } from '../metrics/metrics.js';
import { Database } from '../prisma/database.js';
import { reason } from '../prisma/prepare-database.js';
import { NO_TRACING } from '../tracing/no-tracing.js';
import { kindOf, Tracing } from '../tracing/tracing.js';
import { cutText } from '../validation/cut-text.js';
import { AutoResetEvent } from './auto-reset-event.js';
import { type Job, JobTable } from './job-table.js';
import { LOCK_SECONDS } from './jobs.queries.js';
import { PermanentFailure } from './permanent-failure.js';
import { watchBacklog } from './watch-backlog.js';

/** What a handler may know of the job it runs. */
export interface RunningJob {
  /** The same at every try. */
  readonly id: string;
  /** Aborted when the handler takes too long; what it has under way must end then. */
  readonly signal: AbortSignal;
}

/** Does a job. A rejection means that it is tried again later, unless with a {@link PermanentFailure}. It may run more than once. */
export type JobHandler = (payload: unknown, job: RunningJob) => Promise<void>;

interface Registration {
  readonly handler: JobHandler;
  /** Seconds from one run to the next of what is never done. */
  readonly interval?: number;
  running: number;
}

/** Jobs of one kind at a time. Each kind has its own share: a mail server that hangs delays mails and nothing else. */
const CONCURRENCY = 4;
const MOST_ATTEMPTS = 12;
/** Characters of an error that are kept. */
const LONGEST_ERROR = 500;
/** Milliseconds a handler may take: half the claim, so that a job is never with two workers. */
const TIMEOUT_MS = LOCK_SECONDS * 500;
/** Milliseconds between two reads of the table when no signal comes. */
const POLL = 1_000;
/** Milliseconds until the next look when the table could not be read. */
const PAUSE_MS = 5_000;
/** Milliseconds the jobs under way get at shutdown. */
const GRACE = 10_000;

/** Names the one row of a kind of periodic work. */
const PERIODIC = '5f0c3a52-0d3c-4f43-9d5e-6a1f1f0f8c11';

/**
 * Runs the jobs of the table, in every instance; each job in one of them at a time.
 *
 * A table of our own because pg-boss and graphile-worker bring their own pool and listening connection, which neither
 * PGlite's single session nor Prisma's transaction can share, and pg-boss' newest needs Node 22.
 */
@Injectable()
export class JobWorker implements BeforeApplicationShutdown {
  private readonly registrations = new Map<string, Registration>();
  private readonly unscheduled: string[] = [];
  private readonly underWay = new Set<Promise<void>>();
  private readonly table: JobTable;
  private readonly bell = new AutoResetEvent();
  private readonly logger = new Logger('Jobs');
  private loop: Promise<void> | undefined;
  private stopping = false;
  private deadline: Promise<void> | undefined;
  private isTableAway = false;

  constructor(
    database: Database,
    private readonly encryption: Encryption,
    private readonly metrics: Metrics = NO_METRICS,
    private readonly tracing: Tracing = NO_TRACING,
  ) {
    this.table = new JobTable(database.pool);
  }

  /**
   * Registers the handler of the jobs of a kind. Jobs of a kind without a handler stay for an instance that has one.
   */
  register(kind: string, handler: JobHandler): void {
    this.registrations.set(kind, { handler, running: 0 });
  }

  /** Does `work` now and then, in one instance at a time, and once per interval however many instances there are. */
  every(kind: string, intervalSeconds: number, work: (signal: AbortSignal) => Promise<void>): void {
    const handler: JobHandler = (_payload, { signal }) => work(signal);
    this.registrations.set(kind, { handler, interval: intervalSeconds, running: 0 });
    this.unscheduled.push(kind);
    this.wake();
  }

  /** Call it once the database is migrated. */
  start(): void {
    if (!this.loop) {
      watchBacklog(this.metrics, this.table, () => [...this.registrations.keys()]);
      this.loop = this.run();
    }
  }

  /** Makes it look for jobs at once. */
  wake(): void {
    this.bell.ring();
  }

  /** Takes no more jobs. Resolves when those under way have ended, or their grace has. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.wake();
    this.deadline ??= setTimeout(GRACE, undefined, { ref: false });
    await Promise.race([this.finish(), this.deadline]);
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.stop();
  }

  private async finish(): Promise<void> {
    await this.loop;
    await Promise.all(this.underWay);
  }

  private async run(): Promise<void> {
    while (!this.stopping) {
      const job = await this.take();
      if (job) {
        this.begin(job);
      } else {
        await this.bell.sleep(this.isTableAway ? PAUSE_MS : POLL);
      }
    }
  }

  /**
   * The next job, if there is one and a slot is free. Logs once that the table is unreachable, and once that it is
   * back.
   */
  private async take(): Promise<Job | undefined> {
    const kinds = [...this.registrations].filter(([, { running }]) => running < CONCURRENCY).map(([kind]) => kind);
    if (kinds.length === 0) {
      return undefined;
    }
    try {
      await this.schedule();
      const job = await this.table.claim(kinds);
      if (this.isTableAway) {
        this.logger.log('Jobs are taken again');
      }
      this.isTableAway = false;
      return job;
    } catch (error) {
      if (!this.isTableAway) {
        this.logger.warn(`Jobs wait, because none can be taken: ${reason(error)}`);
      }
      this.isTableAway = true;
      return undefined;
    }
  }

  private async schedule(): Promise<void> {
    for (let kind = this.unscheduled[0]; kind !== undefined; kind = this.unscheduled[0]) {
      await this.table.schedule(v5(kind, PERIODIC), kind);
      this.unscheduled.shift();
    }
  }

  private begin(job: Job): void {
    const registration = this.registrations.get(job.kind);
    if (!registration) {
      return;
    }
    registration.running++;
    const work = this.perform(job, registration)
      .catch((error: unknown) => {
        this.logger.error(`How the job ${job.kind} ${job.id} ended could not be written: ${reason(error)}`);
      })
      .finally(() => {
        registration.running--;
        this.underWay.delete(work);
        this.wake();
      });
    this.underWay.add(work);
  }

  /** The span of a job is below that of the request that wrote the job. */
  private perform(job: Job, registration: Registration): Promise<void> {
    const { id, kind, attempts, traceParent } = job;
    const span = this.tracing.begin(
      `job ${kind}`,
      'consumer',
      traceParent === null ? {} : { traceparent: traceParent },
    );
    const attributes = { 'atrium.job.kind': kind, 'atrium.job.id': id, 'atrium.job.attempt': attempts };
    return span.run(() => this.attempt(job, registration, (failure) => span.end({ attributes, failure })));
  }

  private async attempt(job: Job, { handler, interval }: Registration, end: (failure?: string) => void): Promise<void> {
    const triesLeft = interval === undefined ? MOST_ATTEMPTS - job.attempts : Infinity;
    const { kind } = job;
    const started = performance.now();
    try {
      // A job that kills its process fails unseen. It must not run without end.
      if (triesLeft < 0) {
        throw new Error('The process ended during each try');
      }
      await this.handle(job, handler);
    } catch (error) {
      const wasLast = triesLeft <= 0 || error instanceof PermanentFailure;
      this.metrics.jobs.observe({ kind, result: wasLast ? 'given_up' : 'failed' }, secondsSince(started));
      end(kindOf(error));
      await this.fail(job, cutText(reason(error), LONGEST_ERROR), wasLast);
      return;
    }
    this.metrics.jobs.observe({ kind, result: 'succeeded' }, secondsSince(started));
    end();
    await (interval === undefined ? this.table.done(job) : this.table.again(job, interval));
  }

  private async handle({ id, kind, payloadSealed }: Job, handler: JobHandler): Promise<void> {
    const payload: unknown =
      payloadSealed === null ? null : JSON.parse(this.encryption.open(payloadSealed, purposeOf(kind)));
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const tooLong = new Promise<never>((_resolve, reject) => {
      signal.addEventListener('abort', () => reject(new Error('It took too long')), { once: true });
    });
    await Promise.race([handler(payload, { id, signal }), tooLong]);
  }

  private async fail(job: Job, error: string, wasLast: boolean): Promise<void> {
    const seconds = backOff(job.attempts);
    const message = `The try ${job.attempts} of the job ${job.kind} ${job.id} failed: ${error}.`;
    if (wasLast) {
      this.logger.error(`${message} It was the last.`);
    } else {
      this.logger.warn(`${message} Next try in ${Math.round(seconds)} s.`);
    }
    await this.table.failed(job, error, seconds, wasLast);
  }
}

/** What a job's payload is sealed for. */
export function purposeOf(kind: string): string {
  return `job:${kind}`;
}

/**
 * Seconds until the next try: 5, tripled each time, up to an hour, so that twelve tries span about five hours. Up to a
 * quarter longer by chance, so that jobs that failed together do not run again together.
 */
function backOff(attempts: number): number {
  return Math.min(5 * 3 ** (attempts - 1), 2880) * (1 + Math.random() / 4);
}
