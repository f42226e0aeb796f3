import { cached } from '../metrics/cached.js';
import type { Metrics, Sample } from '../metrics/metrics.js';
import type { JobTable } from './job-table.js';
import type { Backlog } from './jobs.queries.js';

/** Milliseconds for which a reading of the table is used. */
const READING_LASTS_MS = 5_000;

/** The kind under which the jobs of newer instances are shown. */
const OTHER = 'other';

const NOTHING = { waiting: 0, oldestAge: 0, givenUp: 0 };

/**
 * Shows how many jobs wait. The table is read when the metrics are asked for.
 *
 * @param kinds that this process knows: each has a value, also without a job
 */
export function watchBacklog(metrics: Metrics, table: JobTable, kinds: () => readonly string[]): void {
  const read = cached(READING_LASTS_MS, async () => byKind(await table.backlog(), kinds()));
  const samples = (value: (backlog: Omit<Backlog, 'kind'>) => number) => async (): Promise<Sample[]> =>
    [...(await read())].map(([kind, backlog]) => ({ labels: { kind }, value: value(backlog) }));
  metrics.watch(
    'atrium_jobs_waiting',
    samples(({ waiting }) => waiting),
  );
  metrics.watch(
    'atrium_jobs_oldest_age_seconds',
    samples(({ oldestAge }) => oldestAge),
  );
  metrics.watch(
    'atrium_jobs_given_up',
    samples(({ givenUp }) => givenUp),
  );
}

function byKind(rows: readonly Backlog[], kinds: readonly string[]): Map<string, Omit<Backlog, 'kind'>> {
  const all = new Map([...kinds, OTHER].map((kind) => [kind, NOTHING]));
  for (const { kind, waiting, oldestAge, givenUp } of rows) {
    const known = all.has(kind) ? kind : OTHER;
    const before = all.get(known) ?? NOTHING;
    all.set(known, {
      waiting: before.waiting + waiting,
      oldestAge: Math.max(before.oldestAge, oldestAge),
      givenUp: before.givenUp + givenUp,
    });
  }
  return all;
}
