import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout } from 'node:timers/promises';
import { Injectable, Optional } from '@nestjs/common';
import { PrismaPg } from '@prisma/adapter-pg';
import type { Pool, QueryResultRow } from 'pg';
import { Database } from './database.js';
import { isConflict, isDatabaseUnavailable } from './failures.js';
import { Prisma, PrismaClient } from './generated/client.js';
import { Replica } from './replica.js';
import { statementNames } from './statement-names.js';
import { timeLeft } from './time-limit.js';

/** A client bound to the running transaction, or to none. Both have the same models. */
export type Db = Prisma.TransactionClient;

/** A hand-written statement of a `*.queries.ts` file, with the type of its rows. */
export type Query<Row extends QueryResultRow> = Prisma.Sql & { readonly rows?: Row[] };

interface Transaction {
  readonly kind: 'transaction';
  readonly db: Db;
  readonly afterCommit: (() => void)[];
}

/** Reads that the replica does. */
interface ReplicaReads {
  readonly kind: 'replica';
  readonly db: Db;
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
const current = new AsyncLocalStorage<Transaction | ReplicaReads>();

/** Access to the tables. Transactions travel by context, so no service passes one through its calls. */
@Injectable()
export class PrismaService {
  private readonly client: PrismaClient;
  private readonly replicaReads: ReplicaReads | undefined;
  private readonly nameOf = statementNames();

  constructor(
    private readonly database: Database,
    @Optional() private readonly replica?: Replica,
  ) {
    this.client = this.clientOf(database.pool);
    this.replicaReads = replica?.pool && { kind: 'replica', db: this.clientOf(replica.pool) };
  }

  private clientOf(pool: Pool): PrismaClient {
    return new PrismaClient({ adapter: new PrismaPg(pool, { statementNameGenerator: this.nameOf }) });
  }

  /** The transaction this code runs in, or else the pool. @throws an error when the request has used its time */
  get db(): Db {
    const scope = current.getStore();
    if (scope?.kind !== 'transaction') {
      this.timeLeft();
    }
    return scope?.db ?? this.client;
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
    const scope = current.getStore();
    if (scope?.kind === 'transaction') {
      return scope.db.$queryRaw<Row[]>(statement);
    }
    const { text, values } = statement;
    const name = planned === 'once' ? this.nameOf({ sql: text }) : '';
    const database = scope && this.replica ? this.replica : this.database;
    return retried(() => database.query<Row>({ name, text }, values));
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
    const scope = current.getStore();
    if (scope?.kind === 'replica') {
      throw new Error('A list begins no transaction');
    }
    return scope ? work() : retried(() => this.runOnce(work));
  }

  /**
   * Runs the reads of a list, a search or an export, which may be a few seconds old. They go to the replica if there is one that
   * is usable ({@link Replica}), and otherwise to the primary. A read that decides about access, or on which a write depends,
   * is not made here. In a transaction the reads belong to it.
   *
   * @param reads only reads; they run again on the primary when the replica fails
   */
  async list<T>(reads: () => Promise<T>): Promise<T> {
    const { replica, replicaReads } = this;
    if (!replica || !replicaReads || current.getStore() || !(await replica.serves())) {
      return reads();
    }
    try {
      return await replica.run(() => current.run(replicaReads, reads));
    } catch (error) {
      if (!isDatabaseUnavailable(error)) {
        throw error;
      }
      replica.failed();
      return reads();
    }
  }

  private async runOnce<T>(work: () => Promise<T>): Promise<T> {
    const afterCommit: (() => void)[] = [];
    const left = this.timeLeft();
    const result = await this.client.$transaction((db) => current.run({ kind: 'transaction', db, afterCommit }, work), {
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
    const scope = current.getStore();
    if (scope?.kind === 'transaction') {
      scope.afterCommit.push(action);
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
