import { AsyncResource } from 'node:async_hooks';
import type { Pool } from 'pg';
import { kindOf, type Tracing } from '../tracing/tracing.js';
import { observeStatements } from './observe-statements.js';

/** Names that are counted instead of chosen. They differ between processes. */
const COUNTED_NAME = /^prisma_\d+$/;

/** The first word of a statement, and the first table that it names. */
const OPERATION = /[a-z]+/i;
const TABLE = /\b(?:FROM|INTO|UPDATE)\s+(?:"public"\.)?"(\w+)"/i;

type Connect = (callback?: (...results: unknown[]) => void) => unknown;

/** Measures every statement of a pool that a request or a job runs. Without tracing, statements run as before. */
export function tracePool(pool: Pool, tracing: Tracing): void {
  if (!tracing.isOn) {
    return;
  }
  keepContext(pool);
  observeStatements(pool, ({ text, name }) => {
    const operation = (OPERATION.exec(text)?.[0] ?? 'statement').toUpperCase();
    const attributes = { 'db.system.name': 'postgresql', 'db.operation.name': operation };
    const { end } = tracing.below(name && !COUNTED_NAME.test(name) ? name : summaryOf(operation, text), attributes);
    return (error) => end({ failure: error === undefined ? undefined : kindOf(error) });
  });
}

/** `SELECT User`: the operation and the first table, without values. */
function summaryOf(operation: string, text: string): string {
  const table = TABLE.exec(text)?.[1];
  return table === undefined ? operation : `${operation} ${table}`;
}

/** The pool calls back in the context of the request that returned the connection. The statement belongs to the one that waited. */
function keepContext(pool: Pool): void {
  const connect = pool.connect.bind(pool) as Connect;
  const inContext: Connect = (callback) => (callback ? connect(AsyncResource.bind(callback)) : connect());
  Object.assign(pool, { connect: inContext });
}
