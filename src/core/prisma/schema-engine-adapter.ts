import {
  type ColumnType,
  ColumnTypeEnum,
  type ConnectionInfo,
  type SqlDriverAdapter,
  type SqlQuery,
  type SqlResultSet,
  type Transaction,
} from '@prisma/driver-adapter-utils';
import pg from 'pg';

const { builtins } = pg.types;

/** The types of PostgreSQL's catalogue, which is what the engine reads. Text is right for the others. */
const COLUMN_TYPES: ReadonlyMap<number, ColumnType> = new Map<number, ColumnType>([
  [builtins.BOOL, ColumnTypeEnum.Boolean],
  [builtins.CHAR, ColumnTypeEnum.Character],
  [builtins.INT2, ColumnTypeEnum.Int32],
  [builtins.INT4, ColumnTypeEnum.Int32],
  [builtins.INT8, ColumnTypeEnum.Int64],
  [builtins.OID, ColumnTypeEnum.Int64],
  [builtins.TIMESTAMPTZ, ColumnTypeEnum.DateTime],
  [1009, ColumnTypeEnum.TextArray],
]);

/**
 * Lets the schema engine work on one connection. `@prisma/adapter-pg` cannot do this: it cuts scripts at every
 * semicolon, also inside function bodies, spreads them over a pool, so that neither a lock nor a transaction would hold,
 * and does not know the catalogue's type `"char"`.
 */
export class SchemaEngineAdapter implements SqlDriverAdapter {
  readonly provider = 'postgres';
  readonly adapterName = 'atrium-schema-engine';
  /** The first error of the driver: the engine reports only that there was one. */
  failure: unknown;

  constructor(private readonly client: pg.ClientBase) {}

  async queryRaw(query: SqlQuery): Promise<SqlResultSet> {
    const { fields, rows } = await this.run(query);
    return {
      columnNames: fields.map((field) => field.name),
      columnTypes: fields.map((field) => COLUMN_TYPES.get(field.dataTypeID) ?? ColumnTypeEnum.Text),
      rows: rows.map((row) => row.map((value) => (value instanceof Date ? value.toISOString() : value))),
    };
  }

  async executeRaw(query: SqlQuery): Promise<number> {
    return (await this.run(query)).rowCount ?? 0;
  }

  async executeScript(script: string): Promise<void> {
    await this.client.query(script).catch((error: unknown) => this.fail(error));
  }

  startTransaction(): Promise<Transaction> {
    return Promise.reject(new Error('The schema engine works inside the transaction of its caller'));
  }

  getConnectionInfo(): ConnectionInfo {
    return { supportsRelationJoins: true };
  }

  async dispose(): Promise<void> {
    // The connection belongs to the caller.
  }

  private run({ sql, args }: SqlQuery): Promise<pg.QueryArrayResult<unknown[]>> {
    return this.client
      .query<unknown[]>({ text: sql, values: args, rowMode: 'array' })
      .catch((error: unknown) => this.fail(error));
  }

  private fail(error: unknown): never {
    this.failure ??= error;
    throw error;
  }
}
