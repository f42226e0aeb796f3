import type { Request } from 'express';
import { leave } from '../../core/http/linger.js';
import { BadRequest, PayloadTooLarge, UnsupportedMediaType } from '../../core/problems/common.problems.js';
import { Problem } from '../../core/problems/problem.js';
import { csvRows } from './import-csv.js';
import type { ImportRow } from './import-row.js';
import { ndjsonRows } from './import-ndjson.js';

/** Bytes of an import altogether: 100,000 rows of 1 KiB. */
const LARGEST = 100 * 1024 * 1024;

/** The media types a list of users comes and goes in. */
export const NDJSON = 'application/x-ndjson';
export const CSV = 'text/csv';

/**
 * Reads the rows of a request as they arrive, and no faster than they are taken. When the reader stops, so does the reading.
 *
 * @throws Problem `unsupported_media_type` for another charset than UTF-8 or a compressed body; `payload_too_large`;
 *   `validation_failed` for columns that no row has; `bad_request` when the body ends before its time
 */
export async function* importRows(request: Request): AsyncGenerator<ImportRow> {
  try {
    refuseByHeaders(request);
    yield* request.is(CSV) ? csvRows(bytesOf(request)) : ndjsonRows(bytesOf(request));
  } finally {
    leave(request);
  }
}

function refuseByHeaders({ headers }: Request): void {
  const { 'content-type': type = '', 'content-encoding': encoding = 'identity' } = headers;
  const charset = /;\s*charset\s*=\s*"?([^\s";]+)/i.exec(type)?.[1] ?? 'utf-8';
  if (encoding !== 'identity' || !/^(utf-?8|us-ascii)$/i.test(charset)) {
    throw new Problem(UnsupportedMediaType);
  }
  if (Number(headers['content-length'] ?? 0) > LARGEST) {
    throw new Problem(PayloadTooLarge);
  }
}

/** An import that was cut off ends here, so that its last row is not taken for whole. */
async function* bytesOf(request: Request): AsyncGenerator<Buffer> {
  let received = 0;
  try {
    for await (const piece of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      received += piece.length;
      if (received > LARGEST) {
        throw new Problem(PayloadTooLarge);
      }
      yield piece;
    }
  } catch (error) {
    throw error instanceof Problem ? error : new Problem(BadRequest, { cause: error });
  }
  if (!request.complete) {
    throw new Problem(BadRequest);
  }
}
