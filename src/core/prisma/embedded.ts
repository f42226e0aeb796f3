import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { Duplex } from 'node:stream';
import { Logger } from '@nestjs/common';
import type { PGlite, PGliteOptions } from '@electric-sql/pglite';
import { lockDirectory } from './directory-lock.js';

const logger = new Logger('Database');

/** First byte of the protocol's Terminate message. */
const TERMINATE = 0x58;

export interface EmbeddedOptions extends Pick<PGliteOptions, 'database'> {
  /** Makes a database at a place where none is. @returns false when it cannot, and an empty one is made */
  readonly make?: (directory: string) => Promise<boolean>;
}

/**
 * PostgreSQL inside this process (PGlite, WebAssembly). Clients use PostgreSQL's own wire protocol, so that the rest of
 * Atrium has one driver, one pool and one kind of error for every database. It has a single session: use one connection
 * at a time.
 */
export class EmbeddedDatabase {
  private opening: Promise<PGlite> | undefined;
  private unlock: (() => Promise<void>) | undefined;

  /** @param directory where the database lives; `memory` keeps nothing
   *  @param options which of PostgreSQL's databases in it, unless the usual one, and how another one than an empty one is made */
  constructor(
    private readonly directory: string,
    private readonly options: EmbeddedOptions = {},
  ) {}

  /** Opens the database once, making it when it does not exist. @throws DirectoryLockedError when another process has it. */
  open(): Promise<PGlite> {
    this.opening ??= this.create();
    return this.opening;
  }

  /** A stream that the `pg` client takes for its socket. */
  connect(): Duplex {
    return new EmbeddedStream(() => this.open());
  }

  async close(): Promise<void> {
    const database = await this.opening?.catch(() => undefined);
    this.opening = undefined;
    await database?.close();
    await this.unlock?.();
  }

  private async create(): Promise<PGlite> {
    const { database, make } = this.options;
    if (this.directory === 'memory') {
      return openDatabase({ database });
    }
    mkdirSync(dirname(this.directory), { recursive: true, mode: 0o700 });
    this.unlock = await lockDirectory(this.directory);
    if (!existsSync(this.directory)) {
      logger.log(`The first database is being made in ${this.directory}`);
      if (!(await make?.(this.directory))) {
        await makeDatabase(this.directory);
      }
    }
    return openDatabase({ database, dataDir: this.directory });
  }
}

/**
 * Makes a database beside its place and moves it there when it is complete: a process that is killed in between leaves
 * no incomplete database.
 */
async function makeDatabase(directory: string): Promise<void> {
  const unfinished = `${directory}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  const database = await openDatabase({ dataDir: unfinished });
  await database.close();
  renameSync(unfinished, directory);
}

/** PGlite is loaded where there is no server. */
async function openDatabase(options: PGliteOptions): Promise<PGlite> {
  const [{ PGlite }, { pg_trgm }] = await Promise.all([
    import('@electric-sql/pglite'),
    import('@electric-sql/pglite/contrib/pg_trgm'),
  ]);
  return PGlite.create({
    ...options,
    // What the migrations may create: its code is given at every opening, whether or not the database has it yet.
    extensions: { pg_trgm },
    // PostgreSQL's own 128 MB would be filled with zeros at every opening, for 0.1 s and 100 MB of memory.
    startParams: [...PGlite.defaultStartParams, '-c', 'shared_buffers=32MB'],
  });
}

/** Carries protocol messages between the `pg` client and PGlite. */
class EmbeddedStream extends Duplex {
  private database: PGlite | undefined;

  constructor(private readonly open: () => Promise<PGlite>) {
    super();
  }

  /** Called by `pg` in place of a socket's connect. */
  connect(): this {
    this.start().then(
      () => this.emit('connect'),
      (error: unknown) => this.destroy(toError(error)),
    );
    return this;
  }

  setNoDelay(): this {
    return this;
  }

  setKeepAlive(): this {
    return this;
  }

  ref(): this {
    return this;
  }

  unref(): this {
    return this;
  }

  override _read(): void {
    // Answers are pushed when PGlite gives them.
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    this.exchange(chunk, done);
  }

  override _writev(chunks: { chunk: Buffer }[], done: (error?: Error | null) => void): void {
    this.exchange(Buffer.concat(chunks.map(({ chunk }) => chunk)), done);
  }

  override _final(done: () => void): void {
    this.push(null);
    done();
  }

  /** Prisma remembers the connections of its last transactions, which must not keep the memory of a closed database. */
  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    this.database = undefined;
    done(error);
  }

  /** All clients share PGlite's one session: a new one must not meet the last one's transaction or statements. */
  private async start(): Promise<void> {
    this.database = await this.open();
    await this.database.exec('ROLLBACK');
    await this.database.exec('DISCARD ALL');
  }

  private exchange(message: Buffer, done: (error?: Error | null) => void): void {
    if (!this.database || message[0] === TERMINATE) {
      done();
      return;
    }
    this.database.execProtocolRaw(message).then((answer) => {
      this.push(Buffer.from(answer));
      done();
    }, done);
  }
}

/** PGlite sometimes throws what is no Error, and `String` would make `[object Object]` of it. */
function toError(error: unknown): Error {
  return error instanceof Error ? error : new Error(messageOf(error));
}

function messageOf(error: unknown): string {
  const message = (error as { message?: unknown } | null)?.message;
  return typeof message === 'string' ? message : JSON.stringify(error);
}
