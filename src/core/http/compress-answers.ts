import compression from 'compression';
import type { Request, RequestHandler, Response } from 'express';

/** Bytes from which on an answer is compressed. Shorter ones fit into one packet anyway. */
const LEAST_BYTES = 1024;

/** Milliseconds for which a streamed answer may wait for more to compress. */
const FLUSH_MS = 1_000;

/**
 * Compresses answers of GET for callers that accept it (RFC 9110, section 12.5.3). It is safe, because an answer of GET never contains a
 * secret: tokens, keys and codes are in the answers of other methods alone. A secret beside input of a caller could be guessed by the
 * length of the compressed answer (BREACH). `test/architecture/compression.test.ts` checks it.
 */
export function compressAnswers(): RequestHandler {
  const compress = compression({ threshold: LEAST_BYTES, filter: isCompressible });
  return (request, response, next) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      next();
      return;
    }
    if (request.headers['accept-encoding'] !== undefined) {
      flushRegularly(response);
    }
    compress(request, response, next);
  };
}

/** Answers without the whole content, such as 206 and 304, stay as they are. */
function isCompressible(request: Request, response: Response): boolean {
  if (response.statusCode !== 200 || !compression.filter(request, response)) {
    return false;
  }
  omitUnknownLength(request, response);
  return true;
}

/** The length of a compressed answer is not known before it is made, so HEAD has none (RFC 9110, section 8.6). */
function omitUnknownLength(request: Request, response: Response): void {
  const isLong = Number(response.getHeader('Content-Length')) >= LEAST_BYTES;
  if (request.method === 'HEAD' && isLong && request.acceptsEncodings('br', 'gzip', 'deflate') !== false) {
    response.removeHeader('Content-Length');
  }
}

/** An export that waits for the database sends the part that it has. */
function flushRegularly(response: Response): void {
  const timer = setInterval(() => {
    response.flush();
  }, FLUSH_MS).unref();
  response.once('close', () => {
    clearInterval(timer);
  });
}
