import { mkdir, open, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { Logger } from '@nestjs/common';
import { unavailable } from '../http/readiness.js';
import { newId } from '../ids/ids.js';
import { reason } from '../prisma/prepare-database.js';
import { type ByteStream, checkKey, FileStorage, type StoredFile } from './file-storage.js';

/** What a key's extension stands for. */
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
      const file = await openIfThere(path);
      if (!file) {
        return undefined;
      }
      const { size } = await file.stat();
      return { stream: file.createReadStream(), size, contentType: typeOf(key) };
    });
  }

  override async delete(key: string): Promise<void> {
    const path = this.pathOf(key);
    await this.attempt(() => rm(path, { force: true }));
  }

  private pathOf(key: string): string {
    checkKey(key);
    return join(this.directory, key);
  }

  /** A disk that is full, read-only or gone is for its operator to mend, and nothing a client needs to know of. */
  private async attempt<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      this.logger.error(`The folder of files cannot be used: ${reason(error)}`);
      throw unavailable(error);
    }
  }
}

function typeOf(key: string): string {
  return TYPES[extname(key)] ?? UNKNOWN_TYPE;
}

/** Under a name that nobody asks for, until all of it is on the disk. */
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

/** Without it a crash can undo the renaming. */
async function syncDirectory(path: string): Promise<void> {
  const directory = await open(path);
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}

async function openIfThere(path: string) {
  try {
    return await open(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      return undefined;
    }
    throw error;
  }
}
