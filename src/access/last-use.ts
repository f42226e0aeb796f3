import { Injectable, Logger } from '@nestjs/common';
import { Database, type Statement } from '../core/prisma/database.js';
import { KEY_USED, SESSION_USED } from './last-use.queries.js';

/** `lastUsedAt` may lag this far behind, in milliseconds. */
const LAG = 60_000;

/** When something was used before, and when that was read; both by the database's clock. */
interface Use {
  readonly lastUsedAt: Date | null;
  readonly readAt: Date;
}

/** Notes when sessions and keys were used: at most once a minute each, and never while a request waits for it. */
@Injectable()
export class LastUse {
  private readonly logger = new Logger('LastUse');
  private readonly writing = new Set<string>();

  constructor(private readonly database: Database) {}

  ofSession(id: string, use: Use): void {
    this.note(SESSION_USED, id, use);
  }

  ofKey(id: string, use: Use): void {
    this.note(KEY_USED, id, use);
  }

  private note(statement: Statement, id: string, { lastUsedAt, readAt }: Use): void {
    if (this.writing.has(id) || (lastUsedAt !== null && readAt.getTime() - lastUsedAt.getTime() < LAG)) {
      return;
    }
    this.writing.add(id);
    this.database
      .query(statement, [id])
      .catch((error: unknown) => {
        this.logger.warn(`The time of last use was not written: ${String(error)}`);
      })
      .finally(() => this.writing.delete(id));
  }
}
