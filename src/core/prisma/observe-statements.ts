import type { Pool } from 'pg';

/** A statement as the driver gets it, without its values. */
interface ObservedStatement {
  readonly text: string;
  /** Undefined: it is not prepared. */
  readonly name: string | undefined;
}

/** Called when a statement begins. The returned function is called when it ends, with the error if it failed. */
export type StatementObserver = (statement: ObservedStatement) => (error?: unknown) => void;

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
  const end = observe(statementOf(parameters[0]));
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

function statementOf(given: unknown): ObservedStatement {
  const { text, name } = (typeof given === 'string' ? { text: given } : (given ?? {})) as Record<string, unknown>;
  return { text: typeof text === 'string' ? text : '', name: typeof name === 'string' ? name : undefined };
}
