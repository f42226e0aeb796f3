import type { Request } from 'express';
import { contentCoding, isUnicode, piecesOf } from '../../../core/http/body.js';
import { stopReading } from '../../../core/http/end-connection.js';
import { UnsupportedMediaType } from '../../../core/problems/common.problems.js';
import { Problem } from '../../../core/problems/problem.js';
import { csvRows } from '../imports/import-csv.js';
import type { ImportRow } from '../imports/import-row.js';
import { ndjsonRows } from '../imports/import-ndjson.js';

/** Bytes of an import altogether: 100,000 rows of 1 KiB. */
const LARGEST = 100 * 1024 * 1024;

/** The media types of an imported or exported list of users. */
export const NDJSON = 'application/x-ndjson';
export const CSV = 'text/csv';

/**
 * Reads the rows of a request as they arrive, and no faster than they are taken. When the reader stops, so does the reading.
 *
 * @throws Problem `unsupported_media_type` for another charset than UTF-8 and UTF-16 or a compressed body; `payload_too_large`;
 *   `validation_failed` for columns that no row has; `bad_request` when the body ends before its time
 */
export async function* importRows(request: Request): AsyncGenerator<ImportRow> {
  try {
    if (contentCoding(request) !== 'identity') {
      // Names the coding that is supported (RFC 7694, section 3).
      throw new Problem(UnsupportedMediaType, { headers: { 'Accept-Encoding': 'identity' } });
    }
    if (!isUnicode(request)) {
      throw new Problem(UnsupportedMediaType);
    }
    // An import that was cut off ends with a refusal, so that its last row is not taken for whole.
    const pieces = piecesOf(request, LARGEST);
    yield* request.is(CSV) ? csvRows(pieces) : ndjsonRows(pieces);
  } finally {
    stopReading(request);
  }
}
