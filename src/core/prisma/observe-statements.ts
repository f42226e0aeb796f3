import type { Pool } from 'pg';

/** Called when a statement begins. The returned function is called when it ends, with the error if it failed. */
export type StatementObserver = (text: string) => (error?: unknown) => void;

type Query = (...parameters: unknown[]) => unknown;
type Callback = (error: unknown, ...results: unknown[]) => void;

/** Shows every statement of the pool's connections to an observer. The driver has no hook of its own. */
export function observeStatements(pool: Pool, observe: StatementObserver): void {
  pool.on('connect', (client) => {
    const query = client.query.bind(client) as Query;
    const observed: Query = (...parameters) => observedQuery(query, parameters, observe);
    Object.assign(client, { query: observed });
  });
}

/** The driver answers by the callback that is the last parameter, else by a promise. */
function observedQuery(query: Query, parameters: unknown[], observe: StatementObserver): unknown {
  const end = observe(textOf(parameters[0]));
  const callback = parameters.at(-1);
  if (typeof callback === 'function') {
    const observed: Callback = (error, ...results) => {
      end(error ?? undefined);
      (callback as Callback)(error, ...results);
    };
    return query(...parameters.slice(0, -1), observed);
  }
  const answer = query(...parameters);
  if (answer instanceof Promise) {
    answer.then(() => end(), end);
  }
  return answer;
}

function textOf(statement: unknown): string {
  const text = typeof statement === 'string' ? statement : (statement as { text?: unknown } | null)?.text;
  return typeof text === 'string' ? text : '';
}
