import type pg from 'pg';
import type { Database, Statement } from '../../../src/core/prisma/database.js';

/** The prepared statements of an application, from the moment it was recorded. */
export interface Recording {
  readonly names: string[];
  /** Resolves when those that were begun have ended, also the ones no request waits for. */
  settled(): Promise<void>;
  stop(): void;
}

export function recordStatements(database: Database): Recording {
  const names: string[] = [];
  const running: Promise<unknown>[] = [];
  const query = database.query.bind(database);
  database.query = <Row extends pg.QueryResultRow>(statement: Statement, values: readonly unknown[]) => {
    const result = query<Row>(statement, values);
    names.push(statement.name);
    running.push(result);
    return result;
  };
  return {
    names,
    settled: async () => {
      await Promise.allSettled(running.splice(0));
    },
    stop: () => {
      database.query = query;
    },
  };
}
