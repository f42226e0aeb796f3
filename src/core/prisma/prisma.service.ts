import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import { PrismaPg } from '@prisma/adapter-pg';
import type { QueryResultRow } from 'pg';
import { Database } from './database.js';
import { isDeadlock } from './failures.js';
import { type Prisma, PrismaClient } from './generated/client.js';
import { statementNames } from './statement-names.js';

/** A client bound to the running transaction, or to none. Both have the same models. */
export type Db = Prisma.TransactionClient;

interface Transaction {
  readonly db: Db;
  readonly afterCommit: (() => void)[];
}

/** Milliseconds a transaction waits for a connection, and may then last. */
const TRANSACTION_LIMITS = { maxWait: 10_000, timeout: 15_000 };

/** How often a transaction is run that others keep ending by a deadlock. */
const MOST_TRIES = 3;

/** Of the process: Node goes through all such contexts whenever anything asynchronous begins, so there are few. */
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

  /** The transaction this code runs in, or else the pool. */
  get db(): Db {
    return current.getStore()?.db ?? this.client;
  }

  /**
   * Runs a hand-written statement, in the running transaction when there is one. Outside of one it goes to the pool as a
   * prepared statement: the way through Prisma's $queryRaw costs 0.15 ms of CPU more.
   *
   * @param options.planned `anew` where the best plan depends on the values: a prepared statement soon gets one for all. Costs
   * about 0.3 ms
   */
  async query<Row extends QueryResultRow>(
    statement: Prisma.Sql,
    { planned = 'once' }: { planned?: 'once' | 'anew' } = {},
  ): Promise<Row[]> {
    const transaction = current.getStore();
    if (transaction) {
      return transaction.db.$queryRaw<Row[]>(statement);
    }
    const { text, values } = statement;
    const name = planned === 'once' ? this.nameOf({ sql: text }) : '';
    return this.database.query<Row>({ name, text }, values);
  }

  /**
   * Runs `work` in one transaction: all of its changes or none. Inside another transaction it joins that one.
   * Everything `work` calls takes part through {@link db}. After a deadlock, which undid all of it, it runs again.
   */
  async transaction<T>(work: () => Promise<T>): Promise<T> {
    if (current.getStore()) {
      return work();
    }
    for (let tries = 1; ; tries++) {
      try {
        return await this.runOnce(work);
      } catch (error) {
        if (tries === MOST_TRIES || !isDeadlock(error)) {
          throw error;
        }
      }
    }
  }

  private async runOnce<T>(work: () => Promise<T>): Promise<T> {
    const afterCommit: (() => void)[] = [];
    const result = await this.client.$transaction((db) => current.run({ db, afterCommit }, work), TRANSACTION_LIMITS);
    afterCommit.forEach((action) => {
      action();
    });
    return result;
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
