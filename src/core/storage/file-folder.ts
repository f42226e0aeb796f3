import { mkdir, open, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { Logger } from '@nestjs/common';
import { unavailable } from '../http/readiness.js';
import { newId } from '../ids/ids.js';
import { reason } from '../prisma/prepare-database.js';
import { outsideTimeLimit } from '../prisma/time-limit.js';
import { type ByteStream, checkKey, FileStorage, type StoredFile } from './file-storage.js';

/** The media types of the extensions of keys. */
const TYPES: Readonly<Record<string, string>> = { '.webp': 'image/webp' };
const UNKNOWN_TYPE = 'application/octet-stream';

/** Keeps files in a folder of this machine. */
export class FileFolder extends FileStorage {
  private readonly logger = new Logger('Storage');

  constructor(private readonly directory: string) {
    super();
  }

  override async put(key: string, content: Uint8Array | ByteStream, contentType: string): Promise<void> {
    if (typeOf(key) !== contentType) {
      throw new Error(`In a folder ${extname(key)} does not stand for ${contentType}`);
    }
    const path = this.pathOf(key);
    await this.attempt(() => write(path, content));
  }

  override async get(key: string): Promise<StoredFile | undefined> {
    const path = this.pathOf(key);
    return this.attempt(async () => {
      const file = await ifThere(open(path));
      if (!file) {
        return undefined;
      }
      const { size } = await file.stat();
      return { stream: file.createReadStream(), size, contentType: typeOf(key) };
    });
  }

  override async delete(key: string): Promise<void> {
    const path = this.pathOf(key);
    await this.attempt(async () => {
      await rm(path, { force: true });
      await removeUnfinished(path);
    });
  }

  private pathOf(key: string): string {
    checkKey(key);
    return join(this.directory, key);
  }

  /** The operator must repair a disk that is full, read-only or missing. Clients need not know of it. */
  private async attempt<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await outsideTimeLimit(work);
    } catch (error) {
      this.logger.error(`The folder of files cannot be used: ${reason(error)}`);
      throw unavailable(error);
    }
  }
}

function typeOf(key: string): string {
  return TYPES[extname(key)] ?? UNKNOWN_TYPE;
}

/** Under a name that no request asks for, until all of it is on the disk. */
async function write(path: string, content: Uint8Array | ByteStream): Promise<void> {
  const unfinished = `${path}.${newId()}.new`;
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  try {
    const data = content instanceof Uint8Array ? content : content.stream;
    await writeFile(unfinished, data, { mode: 0o600, flush: true });
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
  await syncDirectory(dirname(path));
}

/** A process that is killed while it writes a file leaves what it has of it. */
async function removeUnfinished(path: string): Promise<void> {
  const begin = `${basename(path)}.`;
  const names = (await ifThere(readdir(dirname(path)))) ?? [];
  for (const name of names.filter((it) => it.startsWith(begin) && it.endsWith('.new'))) {
    await rm(join(dirname(path), name), { force: true });
  }
}

/** Without it a crash can undo the renaming. */
async function syncDirectory(path: string): Promise<void> {
  const directory = await open(path);
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}

/** @returns undefined when there is no such file */
async function ifThere<T>(opening: Promise<T>): Promise<T | undefined> {
  try {
    return await opening;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      return undefined;
    }
    throw error;
  }
}
