import type { Request } from 'express';
import { BadRequest, PayloadTooLarge } from '../problems/common.problems.js';
import { Problem } from '../problems/problem.js';

/** The media types that every route with a JSON body takes (RFC 6839, section 3.1). */
const JSON_TYPES = ['application/json', 'application/*+json'];

/** Every charset that a `Content-Type` names. */
const CHARSETS = /;\s*charset\s*=\s*"?([^\s";]*)/gi;

/** Whether the request has a body. */
export function hasBody({ headers }: Request): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

/** Whether the body is declared to be JSON. The parser and the guard of media types ask the same question. */
export function isJson(request: Request): boolean {
  return Boolean(request.is(JSON_TYPES));
}

/** Whether the body is declared to be UTF-8, or US-ASCII, which is a part of it. A body without a charset is UTF-8. */
export function isUtf8(request: Request): boolean {
  return charsetsOf(request).every((charset) => /^(utf-?8|us-ascii)$/i.test(charset));
}

/** Whether the body is declared to be UTF-8 or UTF-16, or nothing is declared. */
export function isUnicode(request: Request): boolean {
  return charsetsOf(request).every((charset) => /^(utf-?8|us-ascii|utf-16(le|be)?)$/i.test(charset));
}

function charsetsOf({ headers }: Request): string[] {
  return [...(headers['content-type'] ?? '').matchAll(CHARSETS)].map(([, charset = '']) => charset);
}

/** How the body is compressed, in lower case; `identity` when it is not (RFC 9110, section 8.4). */
export function contentCoding({ headers }: Request): string {
  return (headers['content-encoding'] ?? '').trim().toLowerCase() || 'identity';
}

/**
 * Reads a body piece by piece, and no faster than the pieces are taken. A length that is too large is refused before the first
 * piece.
 *
 * @param mostBytes of the body as it is sent
 * @throws Problem `payload_too_large`; `bad_request` when the body ends before its time
 */
export async function* piecesOf(request: Request, mostBytes: number): AsyncGenerator<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > mostBytes) {
    throw new Problem(PayloadTooLarge);
  }
  let received = 0;
  try {
    for await (const piece of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      received += piece.length;
      if (received > mostBytes) {
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
