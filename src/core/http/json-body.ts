import { setImmediate } from 'node:timers/promises';
import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate } from 'node:zlib';
import type { Request, RequestHandler } from 'express';
import { message } from '../i18n/message.js';
import { MalformedBody, MalformedJson, PayloadTooLarge, UnsupportedMediaType } from '../problems/common.problems.js';
import { Problem } from '../problems/problem.js';
import { inputProblem } from '../validation/input-errors.js';
import { exceededBound } from '../validation/json-bounds.js';
import { contentCoding, hasBody, isJson, isUtf8, piecesOf } from './body.js';

type Decompress = (bytes: Buffer, options: { maxOutputLength: number }) => Promise<Buffer>;

/** How compressed bodies are read, by their content coding. */
const DECOMPRESS: ReadonlyMap<string, Decompress> = new Map<string, Decompress>([
  ['gzip', promisify(gunzip)],
  ['deflate', promisify(inflate)],
  ['br', promisify(brotliDecompress)],
]);

/** Bytes of a body that are read in one turn of the event loop. */
const MOST_AT_ONCE = 128 * 1024;

/** Refuses bytes that are no UTF-8, and drops a byte order mark. */
const UTF_8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Parses the JSON bodies of all routes into `request.body`, which stays undefined without a body.
 *
 * @param mostBytes of a body, as it is sent and as it is after decompression; a larger one is refused as soon as that is known
 */
export function jsonBody(mostBytes: number): RequestHandler {
  return (request, _response, next) => {
    if (!hasBody(request) || !isJson(request)) {
      next();
      return;
    }
    readJson(request, mostBytes).then((body) => {
      request.body = body;
      next();
    }, next);
  };
}

/** @throws Problem `unsupported_media_type`, `payload_too_large`, `malformed_body`, `malformed_json`, `bad_request`, `validation_failed` beyond the bounds of `input-bounds.ts` */
async function readJson(request: Request, mostBytes: number): Promise<unknown> {
  if (!isUtf8(request)) {
    throw new Problem(UnsupportedMediaType, { detail: message('detail.unsupported_charset') });
  }
  const coding = contentCoding(request);
  const decompress = DECOMPRESS.get(coding);
  if (!decompress && coding !== 'identity') {
    throw unsupportedCoding();
  }
  const sent = await readAll(request, mostBytes);
  const bytes = decompress ? await decompress(sent, { maxOutputLength: mostBytes }).catch(refuseCompressed) : sent;
  return bytes.length === 0 ? undefined : parseBounded(bytes);
}

async function readAll(request: Request, mostBytes: number): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of piecesOf(request, mostBytes)) {
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

/** Names the codings that are supported (RFC 7694, section 3). */
function unsupportedCoding(): Problem {
  const codings = [...DECOMPRESS.keys()].join(', ');
  return new Problem(UnsupportedMediaType, {
    detail: message('detail.unsupported_coding', { codings }),
    headers: { 'Accept-Encoding': codings },
  });
}

function refuseCompressed(error: NodeJS.ErrnoException): never {
  throw new Problem(error.code === 'ERR_BUFFER_TOO_LARGE' ? PayloadTooLarge : MalformedBody, { cause: error });
}

/** Each step on 1 MiB takes up to 10 ms: other requests get their turn between the steps on a large body. */
async function parseBounded(bytes: Buffer): Promise<unknown> {
  const excess = exceededBound(bytes);
  if (excess) {
    throw inputProblem([excess]);
  }
  await turn(bytes);
  const text = orMalformed(() => UTF_8.decode(bytes));
  await turn(bytes);
  return orMalformed((): unknown => JSON.parse(text));
}

async function turn({ length }: Buffer): Promise<void> {
  if (length > MOST_AT_ONCE) {
    await setImmediate();
  }
}

function orMalformed<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new Problem(MalformedJson, { cause: error });
  }
}
