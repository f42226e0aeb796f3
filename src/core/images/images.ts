import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import pLimit from 'p-limit';
import { unavailable } from '../http/readiness.js';
import { normalizeImage } from './normalize-image.js';
import { receiveFile } from './receive-file.js';

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
  private bytes = 0;

  /**
   * Receives the one picture of a multipart request and makes a WebP of 512×512 without metadata of it.
   *
   * @param field names the part of the form the picture is in
   * @throws Problem `unsupported_media_type`, `payload_too_large`, `validation_failed`, `bad_request`; `unavailable` when
   *   too many come at once
   */
  async receive(request: Request, field: string): Promise<Buffer> {
    let own = 0;
    const reserve = (length: number): boolean => {
      if (this.bytes + length > MOST_BYTES) {
        return false;
      }
      this.bytes += length;
      own += length;
      return true;
    };
    try {
      return await this.normalize(await receiveFile(request, { field, mostBytes: LARGEST, reserve }), field);
    } finally {
      this.bytes -= own;
    }
  }

  private normalize(bytes: Buffer, field: string): Promise<Buffer> {
    if (this.queue.pendingCount >= LONGEST_QUEUE) {
      throw unavailable();
    }
    return this.queue(() => normalizeImage(bytes, field));
  }
}
