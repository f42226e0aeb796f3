import type { Pool } from 'pg';
import { type Metrics, secondsSince, type StatementOperation } from '../metrics/metrics.js';
import { observeStatements } from './observe-statements.js';

const OPERATIONS: ReadonlySet<string> = new Set([
  'select',
  'insert',
  'update',
  'delete',
  'with',
  'begin',
  'commit',
  'rollback',
] satisfies StatementOperation[]);

/** Measures the connections of a pool, and its statements. Without metrics, statements run as before. */
export function measurePool(pool: Pool, metrics: Metrics): void {
  if (!metrics.exposition) {
    return;
  }
  metrics.watch('atrium_database_connections', () => [
    { labels: { state: 'in_use' }, value: pool.totalCount - pool.idleCount },
    { labels: { state: 'idle' }, value: pool.idleCount },
  ]);
  metrics.watch('atrium_database_connections_limit', () => [{ value: pool.options.max }]);
  metrics.watch('atrium_database_pool_waiting', () => [{ value: pool.waitingCount }]);
  observeStatements(pool, ({ text }) => {
    const started = performance.now();
    const operation = operationOf(text);
    return () => metrics.statements.observe({ operation }, secondsSince(started));
  });
}

function operationOf(text: string): StatementOperation {
  const [word = ''] = /[a-z]+/i.exec(text) ?? [];
  const operation = word.toLowerCase();
  return OPERATIONS.has(operation) ? (operation as StatementOperation) : 'other';
}
