import { Injectable } from '@nestjs/common';
import { lockName } from '../prisma/locks.js';
import { PrismaService } from '../prisma/prisma.service.js';
import { Encryption, UnopenedError } from './encryption.js';
import { SealedColumns } from './sealed-columns.js';
import { FIRST, nextOlder, type SealedRow } from './sealed-columns.queries.js';

/** `ENCRYPTION_KEY` lacks a key that values of the database are sealed with. */
export class EncryptionKeyError extends Error {
  override readonly name = 'EncryptionKeyError';

  constructor() {
    super(
      'ENCRYPTION_KEY lacks a key that values in the database are sealed with. Add that key at the end of the comma list.',
    );
  }
}

const CANARY = 'canary';
const PURPOSE = 'encryption key';

/** Values without a canary that are tried, the oldest of each column. */
const MOST_TRIED = 20;

/** The keys that values of the database may be sealed with: rows with a canary each. */
@Injectable()
export class EncryptionKeys {
  constructor(
    private readonly prisma: PrismaService,
    private readonly encryption: Encryption,
    private readonly columns: SealedColumns,
  ) {}

  /**
   * Requires that `ENCRYPTION_KEY` has every key that may have sealed a value, and adds its first key to them. Of instances with
   * different keys that start on an empty database, one decides.
   *
   * @throws EncryptionKeyError
   */
  async verify(): Promise<void> {
    await this.prisma.transaction(async () => {
      await lockName(this.prisma, 'encryption keys');
      const keys = await this.prisma.db.encryptionKey.findMany({ select: { canary: true } });
      const isKnown =
        keys.length > 0 ? keys.every(({ canary }) => this.opens(canary, PURPOSE)) : await this.opensValues();
      if (!isKnown) {
        throw new EncryptionKeyError();
      }
      await this.prisma.db.encryptionKey.createMany({
        data: [{ id: this.encryption.keyId, canary: this.encryption.seal(CANARY, PURPOSE) }],
        skipDuplicates: true,
      });
    });
  }

  /** Removes all keys but the first of `ENCRYPTION_KEY`, when no value is sealed with them any more. */
  async forgetOthers(): Promise<void> {
    await this.prisma.db.encryptionKey.deleteMany({ where: { id: { not: this.encryption.keyId } } });
  }

  /** Whether a value of an earlier version, which stored no canaries, can be opened. True as well if there is no value. */
  private async opensValues(): Promise<boolean> {
    const opened: boolean[] = [];
    for (const column of this.columns.all) {
      const rows = await this.prisma.query<SealedRow>(nextOlder(column, this.encryption.prefix, FIRST, MOST_TRIED));
      opened.push(...rows.map(({ sealed, purposeFrom }) => this.opens(sealed, column.purposeOf(purposeFrom))));
    }
    return opened.length === 0 || opened.includes(true);
  }

  private opens(sealed: Uint8Array, purpose: string): boolean {
    try {
      this.encryption.open(sealed, purpose);
      return true;
    } catch (error) {
      if (error instanceof UnopenedError) {
        return false;
      }
      throw error;
    }
  }
}
