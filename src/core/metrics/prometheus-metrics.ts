import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { countDroppedLines } from '../logging/log-output.js';
import {
  type Exposition,
  type GaugeName,
  MAIL_RESULTS,
  type Metrics,
  REPLICA_RESULTS,
  type Sample,
  SIGN_INS,
} from './metrics.js';

/** Upper bounds in seconds. Statements are faster than requests, and jobs are slower. */
const REQUEST_BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];
const STATEMENT_BUCKETS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.1, 0.5, 2.5];
const WAIT_BUCKETS = [0.001, 0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const JOB_BUCKETS = [0.01, 0.05, 0.25, 1, 5, 15, 60];

const GAUGES: Readonly<Record<GaugeName, { readonly help: string; readonly labelNames: readonly string[] }>> = {
  atrium_database_connections: {
    help: 'Connections of the pool, by state: in_use or idle.',
    labelNames: ['state'],
  },
  atrium_database_connections_limit: {
    help: 'The largest number of connections that the pool opens.',
    labelNames: [],
  },
  atrium_database_pool_waiting: {
    help: 'Callers that wait for a connection of the pool.',
    labelNames: [],
  },
  atrium_password_hash_queue_length: {
    help: 'Password hashes that wait for a thread, by queue.',
    labelNames: ['queue'],
  },
  atrium_jobs_waiting: {
    help: 'Jobs that are due and that no process runs, by kind. All instances show the same number.',
    labelNames: ['kind'],
  },
  atrium_jobs_oldest_age_seconds: {
    help: 'Seconds for which the oldest waiting job has been due, by kind. All instances show the same number.',
    labelNames: ['kind'],
  },
  atrium_jobs_given_up: {
    help: 'Jobs whose last try failed within 24 hours, by kind. All instances show the same number.',
    labelNames: ['kind'],
  },
};

/** Counts for Prometheus. Beside the metrics of Atrium it has those of the process: memory, CPU, event loop. */
export class PrometheusMetrics implements Metrics {
  private readonly registry = new Registry();
  private readonly registers = [this.registry];

  readonly requests = new Histogram({
    name: 'atrium_http_request_duration_seconds',
    help: 'Time from a request to the end of its answer, by route template.',
    labelNames: ['method', 'route', 'status'],
    buckets: REQUEST_BUCKETS,
    registers: this.registers,
  });

  readonly statements = new Histogram({
    name: 'atrium_database_statement_duration_seconds',
    help: 'Time of a statement on its connection, by its first word.',
    labelNames: ['operation'],
    buckets: STATEMENT_BUCKETS,
    registers: this.registers,
  });

  readonly hashWaits = new Histogram({
    name: 'atrium_password_hash_wait_seconds',
    help: 'Time that a password hash waited for a thread, by queue.',
    labelNames: ['queue'],
    buckets: WAIT_BUCKETS,
    registers: this.registers,
  });

  readonly jobs = new Histogram({
    name: 'atrium_job_duration_seconds',
    help: 'Time of one try of a job, by kind and result: succeeded, failed (it runs again) or given_up.',
    labelNames: ['kind', 'result'],
    buckets: JOB_BUCKETS,
    registers: this.registers,
  });

  readonly replicaReads = new Counter({
    name: 'atrium_replica_reads_total',
    help: 'Reads of lists beside a replica, by result. Served ones came from the replica, all others from the primary.',
    labelNames: ['result'],
    registers: this.registers,
  });

  readonly mails = new Counter({
    name: 'atrium_mails_total',
    help: 'Mails that were given to the mail server, by result. A failed mail is tried again, a refused one is not.',
    labelNames: ['result'],
    registers: this.registers,
  });

  readonly limitsHit = new Counter({
    name: 'atrium_limits_hit_total',
    help: 'Requests that were refused because a limit was reached, by limit.',
    labelNames: ['limit'],
    registers: this.registers,
  });

  readonly signIns = new Counter({
    name: 'atrium_sign_ins_total',
    help: 'Proofs of identity at sign-in, step-up and change of password, by method and result.',
    labelNames: ['method', 'result'],
    registers: this.registers,
  });

  constructor() {
    new Counter({
      name: 'atrium_log_lines_dropped_total',
      help: 'Log lines that were dropped because standard output could not be written.',
      registers: this.registers,
      collect() {
        this.reset();
        this.inc(countDroppedLines());
      },
    });
    collectDefaultMetrics({ register: this.registry });
    // From zero on, so that the first event is an increase.
    REPLICA_RESULTS.forEach((result) => this.replicaReads.inc({ result }, 0));
    MAIL_RESULTS.forEach((result) => this.mails.inc({ result }, 0));
    SIGN_INS.forEach((labels) => this.signIns.inc({ ...labels }, 0));
  }

  get exposition(): Exposition {
    return { contentType: this.registry.contentType, text: () => this.registry.metrics() };
  }

  watch(name: GaugeName, read: () => readonly Sample[] | Promise<readonly Sample[]>): void {
    new Gauge({
      name,
      ...GAUGES[name],
      registers: this.registers,
      async collect() {
        const samples = await Promise.resolve(read()).catch(() => []);
        this.reset();
        samples.forEach(({ labels = {}, value }) => {
          this.set(labels, value);
        });
      },
    });
  }
}
