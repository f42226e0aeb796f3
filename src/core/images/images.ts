import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import pLimit from 'p-limit';
import { ByteBudget } from '../files/byte-budget.js';
import { receiveFile } from '../files/receive-file.js';
import { unavailable } from '../http/readiness.js';
import { outsideTimeLimit } from '../prisma/time-limit.js';

const MEBIBYTE = 1024 * 1024;
const LARGEST = 5 * MEBIBYTE;

/** Bytes of pictures on their way, from the first that arrives until the picture is made: thirty of the largest. */
const MOST_BYTES = 30 * LARGEST;

/** Pictures that wait to be made; of hostile ones, which take 0.8 s each, 25 seconds. More would only time out. */
const LONGEST_QUEUE = 30;

/** Takes pictures in, with bounded memory however many come at once. */
@Injectable()
export class Images {
  /** One at a time: what takes long is attacks, which take up to 400 MB (interlaced PNG, 40 megapixels of 16 bits). */
  private readonly queue = pLimit(1);
  private readonly memory = new ByteBudget(MOST_BYTES);

  /**
   * Receives the one picture of a multipart request and makes a WebP of 512×512 without metadata of it.
   *
   * @param field names the part of the form the picture is in
   * @throws Problem `unsupported_media_type`, `payload_too_large`, `validation_failed`, `bad_request`; `unavailable` when
   *   too many come at once
   */
  receive(request: Request, field: string): Promise<Buffer> {
    return this.memory.during(async (take) => {
      const pieces: Buffer[] = [];
      const keep = (piece: Buffer): void => {
        take(piece.length);
        pieces.push(piece);
      };
      await receiveFile(request, { field, mostBytes: LARGEST, keep });
      return this.normalize(Buffer.concat(pieces), field);
    });
  }

  private normalize(bytes: Buffer, field: string): Promise<Buffer> {
    if (this.queue.pendingCount >= LONGEST_QUEUE) {
      throw unavailable();
    }
    const work = async (): Promise<Buffer> => {
      // With the first picture libvips is loaded, which takes 20 MB.
      const { normalizeImage } = await import('./normalize-image.js');
      return normalizeImage(bytes, field);
    };
    return outsideTimeLimit(() => this.queue(work));
  }
}
