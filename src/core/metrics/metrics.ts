/** Counts events. */
export interface Counter<Labels> {
  inc(labels: Labels): void;
}

/** Counts events together with the seconds that each took. */
export interface Durations<Labels> {
  observe(labels: Labels, seconds: number): void;
}

/** One value of a gauge that is read when the metrics are asked for. */
export interface Sample {
  readonly labels?: Readonly<Record<string, string>>;
  readonly value: number;
}

/** The first word of a statement. */
export type StatementOperation =
  'select' | 'insert' | 'update' | 'delete' | 'with' | 'begin' | 'commit' | 'rollback' | 'other';

/** Sign-ins and registrations are hashed in queues of their own. */
export type HashQueue = 'sign_in' | 'registration';

const CREDENTIAL_CHECKS = ['password', 'second_factor', 'step_up', 'password_change', 'passkey'] as const;
const SIGN_IN_RESULTS = ['succeeded', 'failed', 'limited'] as const;
export const REPLICA_RESULTS = ['served', 'own_write', 'behind', 'failed'] as const;
export const MAIL_RESULTS = ['sent', 'failed', 'refused'] as const;

/** The place of a proof of identity. */
export type CredentialCheck = (typeof CREDENTIAL_CHECKS)[number];

/** The labels of a counted sign-in. */
export interface SignInLabels {
  readonly method: CredentialCheck;
  readonly result: (typeof SIGN_IN_RESULTS)[number];
}

export const SIGN_INS: readonly SignInLabels[] = CREDENTIAL_CHECKS.flatMap((method) =>
  SIGN_IN_RESULTS.map((result) => ({ method, result })),
);

/** The gauges that are read when the metrics are asked for. Their owners supply the values. */
export type GaugeName =
  | 'atrium_database_connections'
  | 'atrium_database_connections_limit'
  | 'atrium_database_pool_waiting'
  | 'atrium_password_hash_queue_length'
  | 'atrium_jobs_waiting'
  | 'atrium_jobs_oldest_age_seconds'
  | 'atrium_jobs_given_up';

/** The metrics in the text format of Prometheus. */
export interface Exposition {
  readonly contentType: string;
  text(): Promise<string>;
}

/**
 * The numbers that operators watch. Labels come from closed sets: never an id, an address or a slug.
 *
 * @example metrics.mails.inc({ result: 'sent' })
 */
export abstract class Metrics {
  /** Undefined: nothing is measured. */
  abstract readonly exposition: Exposition | undefined;
  /** `route` is a template, or `none`. `method` is `other` where the route does not have it. */
  abstract readonly requests: Durations<{ method: string; route: string; status: number }>;
  abstract readonly statements: Durations<{ operation: StatementOperation }>;
  abstract readonly hashWaits: Durations<{ queue: HashQueue }>;
  abstract readonly jobs: Durations<{ kind: string; result: 'succeeded' | 'failed' | 'given_up' }>;
  /** Reads that may go to the replica, by what became of them. Only `served` came from it. */
  abstract readonly replicaReads: Counter<{ result: (typeof REPLICA_RESULTS)[number] }>;
  abstract readonly mails: Counter<{ result: (typeof MAIL_RESULTS)[number] }>;
  abstract readonly limitsHit: Counter<{ limit: string }>;
  abstract readonly signIns: Counter<SignInLabels>;

  /** Reads the values of a gauge whenever the metrics are asked for. A rejection leaves the gauge without values. */
  abstract watch(gauge: GaugeName, read: () => readonly Sample[] | Promise<readonly Sample[]>): void;
}

const IGNORED = { inc: () => undefined, observe: () => undefined };

/** Measures nothing. */
export const NO_METRICS: Metrics = {
  exposition: undefined,
  requests: IGNORED,
  statements: IGNORED,
  hashWaits: IGNORED,
  jobs: IGNORED,
  replicaReads: IGNORED,
  mails: IGNORED,
  limitsHit: IGNORED,
  signIns: IGNORED,
  watch: () => undefined,
};

/** The seconds since `started`, a time of `performance.now()`. */
export function secondsSince(started: number): number {
  return (performance.now() - started) / 1000;
}
