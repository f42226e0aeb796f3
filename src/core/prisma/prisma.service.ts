import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import { PrismaPg } from '@prisma/adapter-pg';
import { Database } from './database.js';
import { type Prisma, PrismaClient } from './generated/client.js';
import { statementNames } from './statement-names.js';

/** A client bound to the running transaction, or to none. Both have the same models. */
export type Db = Prisma.TransactionClient;

/** Milliseconds a transaction waits for a connection, and may then last. */
const TRANSACTION_LIMITS = { maxWait: 10_000, timeout: 15_000 };

/** Access to the tables. Transactions travel by context, so no service passes one through its calls. */
@Injectable()
export class PrismaService {
  private readonly client: PrismaClient;
  private readonly current = new AsyncLocalStorage<Db>();

  constructor(database: Database) {
    this.client = new PrismaClient({
      adapter: new PrismaPg(database.pool, { statementNameGenerator: statementNames() }),
    });
  }

  /** The transaction this code runs in, or else the pool. */
  get db(): Db {
    return this.current.getStore() ?? this.client;
  }

  /**
   * Runs `work` in one transaction: all of its changes or none. Inside another transaction it joins that one.
   * Everything `work` calls takes part through {@link db}.
   */
  async transaction<T>(work: () => Promise<T>): Promise<T> {
    if (this.current.getStore()) {
      return work();
    }
    return this.client.$transaction((db) => this.current.run(db, work), TRANSACTION_LIMITS);
  }
}
