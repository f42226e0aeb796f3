import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { PrismaPg } from '@prisma/adapter-pg';
import type { QueryResultRow } from 'pg';
import { Database } from './database.js';
import { isConflict } from './failures.js';
import { Prisma, PrismaClient } from './generated/client.js';
import { statementNames } from './statement-names.js';
import { timeLeft } from './time-limit.js';

/** A client bound to the running transaction, or to none. Both have the same models. */
export type Db = Prisma.TransactionClient;

/** A hand-written statement of a `*.queries.ts` file, with the type of its rows. */
export type Query<Row extends QueryResultRow> = Prisma.Sql & { readonly rows?: Row[] };

interface Transaction {
  readonly db: Db;
  readonly afterCommit: (() => void)[];
}

/** Milliseconds a transaction may last. In a request it has the rest of the time of that. */
const TRANSACTION_TIMEOUT_MS = 15_000;

/** How often work is run that others keep ending by a deadlock. */
const MOST_TRIES = 5;

/** Milliseconds before the second try at most: doubled each time. How long it is within that is left to chance. */
const FIRST_PAUSE_MS = 50;

/**
 * One for the process: Node visits all such contexts at the begin of every asynchronous operation, so there are few.
 */
const current = new AsyncLocalStorage<Transaction>();

/** Access to the tables. Transactions travel by context, so no service passes one through its calls. */
@Injectable()
export class PrismaService {
  private readonly client: PrismaClient;
  private readonly nameOf = statementNames();

  constructor(private readonly database: Database) {
    this.client = new PrismaClient({
      adapter: new PrismaPg(database.pool, { statementNameGenerator: this.nameOf }),
    });
  }

  /** The transaction this code runs in, or else the pool. @throws an error when the request has used its time */
  get db(): Db {
    const transaction = current.getStore();
    if (transaction) {
      return transaction.db;
    }
    this.timeLeft();
    return this.client;
  }

  /**
   * Runs a hand-written statement, in the running transaction when there is one. Outside of one it goes to the pool as a
   * prepared statement: the way through Prisma's $queryRaw costs 0.15 ms of CPU more.
   *
   * @param options.planned `anew` where the best plan depends on the values: a prepared statement soon gets one for all. Costs
   * about 0.3 ms
   */
  async query<Row extends QueryResultRow>(
    statement: Query<Row>,
    { planned = 'once' }: { planned?: 'once' | 'anew' } = {},
  ): Promise<Row[]> {
    const transaction = current.getStore();
    if (transaction) {
      return transaction.db.$queryRaw<Row[]>(statement);
    }
    const { text, values } = statement;
    const name = planned === 'once' ? this.nameOf({ sql: text }) : '';
    return retried(() => this.database.query<Row>({ name, text }, values));
  }

  /** Runs a hand-written write, in the running transaction when there is one. @returns how many rows it wrote */
  execute(statement: Prisma.Sql): Promise<number> {
    return this.db.$executeRaw(statement);
  }

  /**
   * The time by the database's clock, or so many seconds later. Instances need not agree on theirs: what decides by a time, or is
   * decided by later, uses no other. In a transaction it is the time when that began.
   */
  async now(secondsLater = 0): Promise<Date> {
    const [row] = await this.query<{ now: Date }>(Prisma.sql`SELECT now() AS now`);
    if (!row) {
      throw new Error('The database has told no time');
    }
    return new Date(row.now.getTime() + secondsLater * 1000);
  }

  /**
   * Runs `work` in one transaction: all of its changes or none. Inside another transaction it joins that one.
   * Everything `work` calls takes part through {@link db}. After a deadlock, which undid all of it, it runs again.
   *
   * @throws what `work` throws, and for a time limit or a lost connection an error that `isDatabaseUnavailable` recognizes
   */
  async transaction<T>(work: () => Promise<T>): Promise<T> {
    if (current.getStore()) {
      return work();
    }
    return retried(() => this.runOnce(work));
  }

  private async runOnce<T>(work: () => Promise<T>): Promise<T> {
    const afterCommit: (() => void)[] = [];
    const left = this.timeLeft();
    const result = await this.client.$transaction((db) => current.run({ db, afterCommit }, work), {
      maxWait: Math.min(this.database.longestWait, left),
      timeout: Math.min(TRANSACTION_TIMEOUT_MS, left),
    });
    afterCommit.forEach((action) => {
      action();
    });
    return result;
  }

  private timeLeft(): number {
    return timeLeft(this.database.longestRequest);
  }

  /** Runs `action` once the running transaction has committed, at once outside of one, and never when it is rolled back. */
  afterCommit(action: () => void): void {
    const transaction = current.getStore();
    if (transaction) {
      transaction.afterCommit.push(action);
    } else {
      action();
    }
  }
}

/** Runs `work` again after a conflict with another transaction, which undid all of it. Two that met wait for different times. */
async function retried<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await work();
    } catch (error) {
      if (tries === MOST_TRIES || !isConflict(error)) {
        throw error;
      }
      await setTimeout(Math.random() * FIRST_PAUSE_MS * 2 ** (tries - 1));
    }
  }
}
