import { setTimeout } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { PrismaService } from '../prisma/prisma.service.js';
import { Encryption, UnopenedError } from './encryption.js';
import { EncryptionKeys } from './encryption-keys.js';
import { type SealedColumn, SealedColumns } from './sealed-columns.js';
import {
  countOfOlder,
  FIRST,
  lockNextOlder,
  nextOlder,
  replaceSealed,
  type SealedRow,
} from './sealed-columns.queries.js';

/** The values of a column that are not sealed with the first key. */
export interface OlderValues {
  /** As in `Totp.secretEncrypted`. */
  readonly column: string;
  /** Values that another key of `ENCRYPTION_KEY` opens. */
  readonly opened: number;
  /** Values that no key of `ENCRYPTION_KEY` opens. */
  readonly unopened: number;
}

/** Values of one transaction. It locks them for some milliseconds. */
const BATCH = 200;

/** How often values are looked for again that other transactions had locked, and milliseconds between two looks. */
const MOST_PASSES = 20;
const PAUSE_MS = 500;

/**
 * Seals values with the first key of `ENCRYPTION_KEY` that were sealed with another one. Which values are left shows in the values
 * themselves, so it can be ended at any moment and run again, and several processes share the work.
 */
@Injectable()
export class KeyRotation {
  constructor(
    private readonly prisma: PrismaService,
    private readonly encryption: Encryption,
    private readonly keys: EncryptionKeys,
    private readonly columns: SealedColumns,
  ) {}

  /**
   * Seals again. The older keys are no longer required at a start when no value is left that they open.
   *
   * @param onProgress is called after each batch with the values that were sealed so far, and how many there were in all
   * @returns what is left: values that no key opens, and values that stayed locked
   */
  async rotate(onProgress: (done: number, all: number) => void = () => undefined): Promise<OlderValues[]> {
    const all = await this.count();
    let done = 0;
    for (const column of this.columns.all) {
      for (let passes = 0, isLeft = true; isLeft && passes < MOST_PASSES; passes++) {
        await setTimeout(passes === 0 ? 0 : PAUSE_MS);
        await this.pass(column, (sealed) => onProgress((done += sealed), all));
        isLeft = (await this.olderValues(column)).opened > 0;
      }
    }
    const left = await this.check();
    if (left.every(({ opened }) => opened === 0)) {
      await this.keys.forgetOthers();
    }
    return left;
  }

  /** The columns with values that are not sealed with the first key. It reads, and locks nothing. */
  async check(): Promise<OlderValues[]> {
    const found: OlderValues[] = [];
    for (const column of this.columns.all) {
      found.push(await this.olderValues(column));
    }
    return found.filter(({ opened, unopened }) => opened + unopened > 0);
  }

  private async count(): Promise<number> {
    let all = 0;
    for (const column of this.columns.all) {
      const [row] = await this.prisma.query<{ count: number }>(countOfOlder(column, this.encryption.prefix));
      all += row?.count ?? 0;
    }
    return all;
  }

  /** Goes through the values of a column once. */
  private async pass(column: SealedColumn, onBatch: (sealed: number) => void): Promise<void> {
    for (let after: string | undefined = FIRST; after !== undefined;) {
      const batch = await this.sealBatch(column, after);
      onBatch(batch.sealed);
      after = batch.last;
    }
  }

  private sealBatch(column: SealedColumn, after: string): Promise<{ sealed: number; last: string | undefined }> {
    return this.prisma.transaction(async () => {
      const statement = lockNextOlder(column, this.encryption.prefix, after, BATCH);
      const rows = await this.prisma.query<SealedRow>(statement);
      const again = rows.flatMap((row) => {
        const text = this.open(column, row);
        const purpose = column.purposeOf(row.purposeFrom);
        return text === undefined ? [] : [{ id: row.id, sealed: this.encryption.seal(text, purpose) }];
      });
      await this.prisma.execute(replaceSealed(column, again));
      return { sealed: again.length, last: rows.at(-1)?.id };
    });
  }

  private async olderValues(column: SealedColumn): Promise<OlderValues> {
    let [opened, unopened] = [0, 0];
    for (let after: string | undefined = FIRST; after !== undefined;) {
      const statement = nextOlder(column, this.encryption.prefix, after, BATCH);
      const rows: SealedRow[] = await this.prisma.query<SealedRow>(statement);
      const count = rows.filter((row) => this.open(column, row) !== undefined).length;
      opened += count;
      unopened += rows.length - count;
      after = rows.at(-1)?.id;
    }
    return { column: `${column.table}.${column.column}`, opened, unopened };
  }

  /** @returns undefined when no key opens it */
  private open({ purposeOf }: SealedColumn, { sealed, purposeFrom }: SealedRow): string | undefined {
    try {
      return this.encryption.open(sealed, purposeOf(purposeFrom));
    } catch (error) {
      if (error instanceof UnopenedError) {
        return undefined;
      }
      throw error;
    }
  }
}
