import { setTimeout } from 'node:timers/promises';
import { Identification } from '../../../src/access/identification.js';
import { AuditService } from '../../../src/modules/audit/audit.service.js';
import type { TestApp } from '../app/app.js';

/** Does something once, when it is known who calls, and before anything is done for the caller. */
export function whenIdentified(app: TestApp, happens: () => Promise<unknown>): void {
  const identification = app.nest.get(Identification);
  const identify = identification.identify.bind(identification);
  identification.identify = async (request) => {
    identification.identify = identify;
    const caller = await identify(request);
    await happens();
    return caller;
  };
}

/** Does something once before the next transaction begins. */
export function beforeTransaction(app: TestApp, happens: () => Promise<unknown>): void {
  const { prisma } = app;
  const transaction = prisma.transaction.bind(prisma);
  prisma.transaction = async (work) => {
    prisma.transaction = transaction;
    await happens();
    return transaction(work);
  };
}

/** A place in the code. Installs what is called the next time that it is reached. @returns what takes it away again */
export type Point = (reached: () => Promise<void>) => () => void;

/** Where an audit entry is about to be written: what it tells of was written before it, in the same transaction. */
export function recording(app: TestApp, action: string): Point {
  return before(app.nest.get(AuditService), 'recordAll', (entries) => entries.some((entry) => entry.action === action));
}

/** Where a method is about to be called. */
export function before<K extends string, P extends unknown[], R>(
  object: Record<K, (...parameters: P) => Promise<R>>,
  method: K,
  matches: (...parameters: P) => boolean = () => true,
): Point {
  return (reached) => {
    const original = object[method];
    let isFirst = true;
    object[method] = async (...parameters) => {
      if (isFirst && matches(...parameters)) {
        isFirst = false;
        await reached();
      }
      return original.apply(object, parameters);
    };
    return () => {
      object[method] = original;
    };
  };
}

/**
 * Begins one request, and another one in the middle of it. The first goes on once the other was answered, or waits for a lock that
 * the first has. The embedded database has one connection, for which the other one waits.
 *
 * @returns both answers, and whether the other one was answered first
 */
export async function inTheMiddle<A, B>(
  app: TestApp,
  point: Point,
  first: () => Promise<A>,
  other: () => Promise<B>,
): Promise<{ first: A; other: B; isOvertaken: boolean }> {
  let begun: Promise<B> | undefined;
  let isOvertaken = false;
  const remove = point(async () => {
    begun = other();
    isOvertaken = await isAnsweredBeforeItWaits(app, begun);
  });
  try {
    const answer = await first();
    if (!begun) {
      throw new Error('The first request did not come to that point');
    }
    return { first: answer, other: await begun, isOvertaken };
  } finally {
    remove();
  }
}

async function isAnsweredBeforeItWaits(app: TestApp, answer: Promise<unknown>): Promise<boolean> {
  const state = { isAnswered: false };
  const noted = (): void => {
    state.isAnswered = true;
  };
  answer.then(noted, noted);
  while (!state.isAnswered && !(await isSomebodyWaiting(app))) {
    await setTimeout(5);
  }
  return state.isAnswered;
}

/** Whether a request waits for a lock that a transaction has; for the connection, where there is one for all. */
async function isSomebodyWaiting({ database, config }: TestApp): Promise<boolean> {
  if (!config.databaseUrl) {
    return database.pool.waitingCount > 0;
  }
  const { rowCount } = await database.pool.query(
    `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
  );
  return rowCount !== null && rowCount > 0;
}
