import { type FileHandle, open, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import type { Request } from 'express';
import { unavailable } from '../http/readiness.js';
import { newId } from '../ids/ids.js';
import { reason } from '../prisma/prepare-database.js';
import type { ByteStream } from '../storage/file-storage.js';
import { ByteBudget } from './byte-budget.js';
import { type DeclaredFile, receiveFile } from './receive-file.js';

const MEBIBYTE = 1024 * 1024;

/** The most bytes that a file may have. */
const LARGEST_FILE = 25 * MEBIBYTE;

/** Bytes of files that wait on the disk of this machine until they are stored: forty of the largest. */
const MOST_BYTES = 40 * LARGEST_FILE;

/** Begins the names of files that have one for a moment. */
const PREFIX = 'atrium-upload-';

/** Milliseconds after which a file that still has its name is what a killed process left. */
const ABANDONED_MS = 60 * 60 * 1000;

/** A file that has arrived whole. */
export interface Upload extends DeclaredFile, ByteStream {}

/**
 * Takes files in, with bounded memory and disk however many come at once. They wait on the disk: a store wants to know how
 * many bytes there are before the first, and nothing may be stored of an upload that breaks off.
 */
@Injectable()
export class Uploads implements OnModuleInit {
  private readonly disk = new ByteBudget(MOST_BYTES);
  private readonly logger = new Logger('Uploads');

  /** Removes what processes left that were killed between two steps. It has no content. */
  async onModuleInit(): Promise<void> {
    await removeAbandoned().catch((error: unknown) => {
      this.logger.warn(`Files of earlier uploads cannot be removed from ${tmpdir()}: ${reason(error)}`);
    });
  }

  /**
   * Receives the one file of a multipart request, and keeps it until `use` is done with it.
   *
   * @param field names the part of the form the file is in
   * @throws Problem `unsupported_media_type`, `payload_too_large`, `validation_failed`, `bad_request`; `unavailable` when
   *   too many come at once or the disk is full; and what `use` throws
   */
  receive<T>(request: Request, field: string, use: (upload: Upload) => Promise<T>): Promise<T> {
    return this.disk.during(async (take) => {
      const file = await this.attempt(openNameless);
      try {
        let size = 0;
        const keep = async (piece: Buffer): Promise<void> => {
          take(piece.length);
          await this.attempt(() => file.writeFile(piece));
          size += piece.length;
        };
        const declared = await receiveFile(request, { field, mostBytes: LARGEST_FILE, keep });
        return await this.lend({ ...declared, size, stream: file.createReadStream({ start: 0 }) }, use);
      } finally {
        await file.close();
      }
    });
  }

  /** A file cannot be closed while a stream still has it. */
  private async lend<T>(upload: Upload, use: (upload: Upload) => Promise<T>): Promise<T> {
    try {
      return await use(upload);
    } finally {
      upload.stream.destroy();
    }
  }

  /** The operator must repair a disk that is full or read-only. Clients need not know of it. */
  private async attempt<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      this.logger.error(`Uploads cannot be kept in ${tmpdir()}: ${reason(error)}`);
      throw unavailable(error);
    }
  }
}

/** A file without a name: it ends when its last descriptor is closed, however the process ends. */
async function openNameless(): Promise<FileHandle> {
  const path = join(tmpdir(), `${PREFIX}${newId()}`);
  const file = await open(path, 'wx+', 0o600);
  await rm(path);
  return file;
}

/** Several processes may do so at once, also those of other installations. */
async function removeAbandoned(): Promise<void> {
  const latest = Date.now() - ABANDONED_MS;
  const names = (await readdir(tmpdir())).filter((name) => name.startsWith(PREFIX));
  for (const path of names.map((name) => join(tmpdir(), name))) {
    const file = await stat(path).catch(() => undefined);
    if (file && file.mtimeMs < latest) {
      await rm(path, { force: true });
    }
  }
}
