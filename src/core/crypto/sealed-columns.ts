import { Injectable } from '@nestjs/common';
import type { Prisma } from '../prisma/generated/client.js';

/** A column whose values are sealed with {@link Encryption}. */
export interface SealedColumn {
  readonly table: Prisma.ModelName;
  /** The column of the primary key, a UUID. */
  readonly id: string;
  readonly column: string;
  /** The column that {@link purposeOf} is called with. */
  readonly purposeFrom: string;
  readonly purposeOf: (text: string) => string;
}

/** All sealed columns. Each module registers its own, so that a new key reaches all of them. */
@Injectable()
export class SealedColumns {
  private readonly columns: SealedColumn[] = [];

  register(column: SealedColumn): void {
    this.columns.push(column);
  }

  get all(): readonly SealedColumn[] {
    return this.columns;
  }
}
